"""The articles of a data set: text, sentences and names of each, read once and blanked as the policy says."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlite_utils import Database

from corpus.personal_names import NameBlanker, Names, make_blanker
from extractors.facts import Facts
from pipeline.rows import Row

WHOLE_DAY = len("2025-11-19")
QUOTE_ROOM = 60
"""Code points of the sentence that a quote shows on each side of a mention."""


@dataclass(frozen=True, kw_only=True)
class DatasetArticle:
    """One current article and its personal names."""

    row: Row
    """The row of the table, with `url` beside."""
    names: Names
    """What is done with personal names."""
    people: tuple[tuple[int, int], ...] | None = None
    """Where people's names stand in the text. None where the store never read who is in it."""

    @property
    def given(self) -> str:
        """The text as given."""
        return str(self.row["text"])

    @cached_property
    def facts(self) -> Facts:
        """Everything that the present rules read in the text."""
        from extractors.extract import load_extractor

        day = str(self.row["published_on"] or "")
        published = date.fromisoformat(day) if len(day) == WHOLE_DAY else None
        return load_extractor().extract_all(self.given, published=published)

    @cached_property
    def blanker(self) -> NameBlanker:
        """What blanks the personal names of this article."""
        if self.names == "keep":
            return NameBlanker((), (), "keep")
        people = self.people
        if people is None:
            people = tuple((one.start, one.end) for one in self.facts.people)
        return make_blanker(self.given, people, self.names)

    @cached_property
    def text(self) -> str:
        """The text with its names blanked; as long as the given one."""
        return self.blanker.text(self.given)

    @property
    def title(self) -> str | None:
        """The title, blanked: the place where it stands in the text, so that short names go as well."""
        title = self.row["title"]
        if title is None:
            return None
        for name, start, end in _parts(self.row["body_parts"]):
            if name == "title":
                return self.text[start:end]
        return self.blanker.words(str(title))

    @property
    def url(self) -> str | None:
        """The publisher's address. None where there is none, or where it spells a blanked name."""
        url = self.row["url"]
        return None if url is None or self.blanker.is_in_address(str(url)) else str(url)

    def quote(self, start: int, end: int, sentence: tuple[int, int]) -> tuple[int, str]:
        """Give (first code point, words) of a short quote around a mention, within its sentence."""
        first = max(sentence[0], start - QUOTE_ROOM)
        stop = min(sentence[1], end + QUOTE_ROOM)
        while sentence[0] < first < start and not self.text[first - 1].isspace():
            first += 1
        while end < stop < sentence[1] and not self.text[stop].isspace():
            stop -= 1
        return first, self.text[first:stop]


def read_articles(
    db: Database, names: Names, *, only: Collection[str] | None = None
) -> Iterator[DatasetArticle]:
    """Give the newest version of every article, in the order of their ids; `only` are the ids of those wanted."""
    sql = """SELECT a.*, coalesce(u.canonical, u.url) AS url, p.fetched_at, p.record_id, p.file_name,
          f.article_id IS NOT NULL AS was_read
        FROM articles a JOIN pages p ON p.sha256 = a.page_sha256 LEFT JOIN urls u ON u.id = a.url_id
        LEFT JOIN article_facts f ON f.article_id = a.id
        WHERE a.is_current = 1 ORDER BY a.id"""
    for row in db.query(sql):
        if only is None or row["id"] in only:
            people = _read_people(db, str(row["id"])) if row["was_read"] else None
            yield DatasetArticle(row=row, names=names, people=people)


def _read_people(db: Database, article: str) -> tuple[tuple[int, int], ...]:
    sql = 'SELECT "start", "end" FROM person_mentions WHERE article_id = ? AND ended_run IS NULL'
    return tuple(db.execute(sql, [article]).fetchall())


def _parts(raw: object) -> Iterator[tuple[str, int, int]]:
    for part in json.loads(str(raw or "[]")):
        if isinstance(part, dict):
            yield str(part["name"]), int(part["start"]), int(part["end"])
        else:
            yield str(part[0]), int(part[1]), int(part[2])
