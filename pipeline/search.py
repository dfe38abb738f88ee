"""Search that knows đ, both tone styles and the abbreviations of the field.

A word typed without marks is looked for in the folded columns, one typed with marks in the exact ones, so
that *nam* finds *năm* and *năm* does not find *nam*.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from sqlite_utils import Database

from extractors.ontology import load_ontology
from pipeline.rows import Value
from pipeline.search_text import fold_for_search, has_marks, spell_for_search

_PHRASE_OR_WORD = re.compile(r'"([^"]+)"|(\S+)')
_LETTER = re.compile(r"[^\W_]")


# The ontology's abbreviations are of bodies and offices; these are of a place, in the ways papers print them.
PLACE_NAMES = (
    ("TP.HCM", "Thành phố Hồ Chí Minh"),
    ("TP HCM", "Thành phố Hồ Chí Minh"),
    ("TPHCM", "Thành phố Hồ Chí Minh"),
    ("TP.Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One article that was found."""

    id: str
    """Its id."""
    title: str | None
    """Its title; None where the input had none."""
    source: str
    """Name of its source."""
    published: str | None
    """Its day."""
    url: str | None
    """Where it stands; the file name of an imported page."""
    sentence: str
    """The line of the text that holds most of the words, cut to 200 code points."""

    def as_json(self) -> dict[str, Value]:
        """Give the hit as a plain dictionary."""
        return {
            "id": self.id,
            "title": self.title,
            "source": self.source,
            "published": self.published,
            "url": self.url,
            "sentence": self.sentence,
        }


def search_articles(db: Database, query: str, *, limit: int = 20) -> tuple[Hit, ...]:
    """Give the newest versions that hold all words of the query, best first."""
    match = render_match(query)
    if not match:
        return ()
    rows = db.query(
        """SELECT a.id, a.title, s.name AS source, a.published_on, a.text, coalesce(u.url, p.file_name) AS url
           FROM articles_fts f JOIN article_search x ON x.id = f.rowid JOIN articles a ON a.id = x.article_id
           JOIN sources s ON s.slug = a.source_slug JOIN pages p ON p.sha256 = a.page_sha256
           LEFT JOIN urls u ON u.id = a.url_id
           WHERE articles_fts MATCH ? AND a.is_current = 1
           ORDER BY bm25(articles_fts, 8, 1, 8, 1), a.id LIMIT ?""",
        [match, limit],
    )
    return tuple(
        Hit(
            id=row["id"],
            title=row["title"],
            source=row["source"],
            published=row["published_on"],
            url=row["url"],
            sentence=_best_line(row["text"], query),
        )
        for row in rows
    )


def search_mentions(
    db: Database, query: str, *, table: str, limit: int = 20
) -> list[dict[str, Value]]:
    """Give figures or awards whose own sentence holds all words of the query."""
    match = render_match(query)
    if not match:
        return []
    wanted = {"figures": "m.value, m.unit", "awards": "m.form_id AS form, m.grantor"}[table]
    rows = db.query(
        f"""SELECT m.id, m.text, {wanted}, a.id AS article_id,
              substr(a.text, m.sentence_start + 1, m.sentence_end - m.sentence_start) AS sentence
            FROM articles_fts f JOIN article_search x ON x.id = f.rowid
            JOIN articles a ON a.id = x.article_id JOIN {table} m ON m.article_id = a.id
            WHERE articles_fts MATCH ? AND a.is_current = 1 AND m.ended_run IS NULL
            ORDER BY bm25(articles_fts, 8, 1, 8, 1), a.id, m.start""",
        [match],
    )
    found: list[dict[str, Value]] = []
    for row in rows:
        if _holds(str(row["sentence"]), query):
            found.append(row)
            if len(found) == limit:
                break
    return found


def render_match(query: str) -> str:
    """Give the FTS5 expression of a query as typed; empty where it holds no letter or digit."""
    terms = []
    for term in _terms(query):
        choices = dict.fromkeys(chain([term], _other_forms(fold_for_search(term), has_marks(term))))
        rendered = [_render_term(choice) for choice in choices]
        terms.append(rendered[0] if len(rendered) == 1 else f"({' OR '.join(rendered)})")
    if len(terms) < 2:
        return "".join(terms)
    # All words anywhere; where they stand side by side as typed, the article ranks higher.
    return f"({' AND '.join(terms)}) OR ({_render_term(query)})"


def _terms(query: str) -> Iterator[str]:
    """Give quoted phrases, known names of several words, and single words."""
    words: list[str] = []
    for phrase, word in _PHRASE_OR_WORD.findall(query):
        if phrase:
            yield from _join_names(words)
            words = []
            if _LETTER.search(phrase):
                yield phrase
        elif _LETTER.search(word):
            words.append(word.replace('"', ""))
    yield from _join_names(words)


def _join_names(words: list[str]) -> Iterator[str]:
    # A name that has an abbreviation is looked for as a whole, so that its short form is found too.
    at = 0
    longest = max((len(name.split()) for name in _names()), default=1)
    while at < len(words):
        for size in range(min(longest, len(words) - at), 0, -1):
            term = " ".join(words[at : at + size])
            if size == 1 or fold_for_search(term) in _names():
                yield term
                at += size
                break


def other_names() -> dict[str, tuple[str, ...]]:
    """Give the folded words of each abbreviation, and of each name that has one, with its other forms as written."""
    return {_bare(folded): forms for folded, forms in _names().items()}


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[str, ...]]:
    """Map the folded short and long form of each abbreviation to its other forms as written."""
    forms: dict[str, tuple[str, ...]] = {}
    for short, long in (*load_ontology().abbreviations.items(), *PLACE_NAMES):
        for key, other in ((short, long), (long, short)):
            folded = fold_for_search(key)
            if other not in forms.get(folded, ()):
                forms[folded] = (*forms.get(folded, ()), other)
    return forms


def _other_forms(folded: str, marked: bool) -> tuple[str, ...]:
    others = _names().get(folded, ())
    if marked:
        return others
    return tuple(fold_for_search(other) for other in others)


def _render_term(term: str) -> str:
    if has_marks(term):
        return '{title body} : "' + spell_for_search(term).replace('"', " ") + '"'
    return '{title_fold body_fold} : "' + fold_for_search(term).replace('"', " ") + '"'


def _best_line(text: str, query: str) -> str:
    words = set(fold_for_search(query.replace('"', " ")).split())
    lines = text.split("\n")
    phrase = _bare(fold_for_search(query))
    scores = []
    for line in lines:
        bare = _bare(fold_for_search(line))
        scores.append(len(words & set(bare.split())) + len(words) * (phrase in bare))
    best = lines[scores.index(max(scores))]
    return best if len(best) <= 200 else best[:199] + "…"


def _holds(sentence: str, query: str) -> bool:
    spelled, folded = (
        f" {_bare(spell_for_search(sentence))} ",
        f" {_bare(fold_for_search(sentence))} ",
    )
    for term in _terms(query):
        forms = chain([term], _other_forms(fold_for_search(term), has_marks(term)))
        if not any(
            f" {_bare(spell_for_search(form))} " in spelled
            if has_marks(form)
            else f" {_bare(fold_for_search(form))} " in folded
            for form in forms
        ):
            return False
    return True


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))
