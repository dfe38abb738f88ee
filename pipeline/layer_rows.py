"""Make rows of the further layers: bodies, people, places, times, documents, quotations, links, checks, the article."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from extractors.entities import BodyType, Link, Organization, Quotation, Relation, TimeMention
from extractors.facts import Facts
from extractors.ontology import load_ontology
from extractors.records import Evidence, Mention
from extractors.text import make_layer, spelling
from pipeline.ids import Prefix, make_id
from pipeline.names_key import hash_name
from pipeline.vocabulary import province_id

if TYPE_CHECKING:
    from pipeline.rows import Row

WORDED_TABLES = (
    "organization_mentions",
    "place_mentions",
    "time_mentions",
    "document_mentions",
)
"""Mentions that repeat their words in `text`."""
UNWORDED_TABLES = ("person_mentions", "quotation_mentions")
"""Mentions whose words stand in the article alone: names of people, and what they said."""
ENTITY_TABLES = (*WORDED_TABLES, *UNWORDED_TABLES)
LAYER_TABLES = (*ENTITY_TABLES, "mention_links", "checks")
"""Tables of the further layers whose rows are ended, never deleted."""

TABLE_OF = {
    "campaigns": "campaign_mentions",
    "figures": "figures",
    "awards": "awards",
    "organizations": "organization_mentions",
    "people": "person_mentions",
    "places": "place_mentions",
    "times": "time_mentions",
    "documents": "document_mentions",
    "quotations": "quotation_mentions",
}
"""Layer of `Facts` to its table."""

BODY_KINDS = {
    BodyType.UNION: "cong_doan",
    BodyType.STATE: "nha_nuoc",
    BodyType.PARTY: "dang",
    BodyType.COMPANY: "doanh_nghiep",
    BodyType.SCHOOL: "truong_hoc",
    BodyType.HOSPITAL: "benh_vien",
    BodyType.ARMED_FORCES: "luc_luong_vu_trang",
    BodyType.ASSOCIATION: "doan_the",
    BodyType.PRESS: "bao_chi",
    BodyType.OTHER: "khac",
}
"""Sort of a body to the ontology's name of it."""

Mentions = dict[str, "list[Row]"]
_ENCODER = json.JSONEncoder(ensure_ascii=False)


class RowMaker(Protocol):
    """Gives the rows of the mentions of one layer, with place, words, sentence, score and rule."""

    def __call__(
        self, mentions: Iterable[Mention], prefix: Prefix, /, *, worded: bool = True
    ) -> "list[Row]":
        """Make them; without `worded` neither the row nor its id holds the words."""
        ...


def make_entity_rows(
    facts: Facts, bodies: Sequence[str | None], text: str, make: RowMaker, names_key: bytes
) -> Mentions:
    """Give the rows of bodies, people, places, times, documents and quotations, table by table.

    `bodies` are the ids of the bodies, see `name_bodies`.
    """
    organizations = make(facts.organizations, "tc")
    for row, body, named in zip(organizations, facts.organizations, bodies, strict=True):
        row |= {
            "organization_id": named,
            "name": body.name,
            "type": str(body.type),
            "province_id": known_province(body.province),
        }
    people = make(facts.people, "ng", worded=False)
    for row, person in zip(people, facts.people, strict=True):
        written = text[person.start : person.end]
        row |= {
            "name_hash": hash_written(written, names_key),
            "role": person.role,
            "unit": person.unit,
        }
    places = make(facts.places, "dd")
    for row, place in zip(places, facts.places, strict=True):
        row |= {
            "name": place.name,
            "level": str(place.level),
            "province_id": known_province(place.province),
            "today": _ENCODER.encode(place.today),
        }
    times = make(facts.times, "tg")
    for row, time in zip(times, facts.times, strict=True):
        row |= {"period_from": time.begin, "period_to": time.until, "relative": int(time.relative)}
    documents = make(facts.documents, "vb")
    for row, document in zip(documents, facts.documents, strict=True):
        row |= {
            "kind": document.kind,
            "number": document.number,
            "dated_on": document.dated,
            "issuer": document.issuer,
        }
    quotations = make(facts.quotations, "td", worded=False)
    for row, quotation in zip(quotations, facts.quotations, strict=True):
        row |= {
            "person_id": _speaker_id(quotation, facts, people),
            "speaker_hash": hash_name(quotation.speaker, names_key) if quotation.speaker else None,
        }
    return {
        "organization_mentions": organizations,
        "person_mentions": people,
        "place_mentions": places,
        "time_mentions": times,
        "document_mentions": documents,
        "quotation_mentions": quotations,
    }


def add_link_fields(
    facts: Facts, bodies: Sequence[str | None], figures: "list[Row]", awards: "list[Row]"
) -> None:
    """Write into the rows of figures and awards what they are linked to: the surest link of each relation."""
    best: dict[tuple[str, int, Relation], Link] = {}
    for link in facts.links:
        place = (link.from_layer, link.from_index, link.relation)
        if place not in best or link.confidence > best[place].confidence:
            best[place] = link
    for number, row in enumerate(figures):
        row |= _shared_fields(facts, best, "figures", number)
        row["organization_id"] = _target(
            bodies, best.get(("figures", number, Relation.ORGANIZATION))
        )
    for number, row in enumerate(awards):
        row |= _shared_fields(facts, best, "awards", number)
        row["grantor_id"] = _target(bodies, best.get(("awards", number, Relation.GRANTOR)))
        row["year"] = _one_year(row["period_from"], row["period_to"])


def make_link_rows(facts: Facts, mentions: Mentions, article_id: str, made: "Row") -> "list[Row]":
    """Give the rows of the links; `mentions` are the rows of all layers that they join."""
    seen: Counter[tuple[str, str, str]] = Counter()
    rows = []
    for link in facts.links:
        source = str(mentions[TABLE_OF[link.from_layer]][link.from_index]["id"])
        target = str(mentions[TABLE_OF[link.to_layer]][link.to_index]["id"])
        key = (str(link.relation), source, target)
        again = (seen[key],) if seen[key] else ()
        seen[key] += 1
        row: Row = {
            "id": make_id("lk", *key, *again),
            "article_id": article_id,
            "relation": key[0],
            "from_id": source,
            "to_id": target,
            "score": link.confidence,
            "rule": link.rule,
            "evidence": render_evidence(link.evidence),
        }
        row.update(made)
        rows.append(row)
    return rows


def make_check_rows(
    facts: Facts, figures: "list[Row]", article_id: str, made: "Row"
) -> "tuple[list[Row], list[Row]]":
    """Give the rows of the checks and of the figures that each used."""
    rows: list[Row] = []
    members: list[Row] = []
    seen: Counter[str] = Counter()
    for check in facts.checks:
        ids = [str(figures[number]["id"]) for number in check.figures]
        name = make_id("ks", str(check.kind), *ids)
        seen[name] += 1
        if seen[name] > 1:
            name = make_id("ks", str(check.kind), *ids, seen[name])
        row: Row = {
            "id": name,
            "article_id": article_id,
            "kind": str(check.kind),
            "passed": int(check.passed),
            "stated": check.stated,
            "reckoned": check.reckoned,
            "figure_id": ids[0],
            "rule": check.rule,
        }
        rows.append(row | made)
        members += [
            {"check_id": name, "n": n, "figure_id": figure} for n, figure in enumerate(ids, 1)
        ]
    return rows, members


def make_article_row(
    facts: Facts, bodies: Sequence[str | None], article_id: str, made: "Row"
) -> "Row | None":
    """Give the row of what the article as a whole is. None where that was not read."""
    article = facts.article
    if article is None:
        return None
    subject = article.organization
    return {
        "article_id": article_id,
        "genre": article.genre,
        "organization_id": bodies[subject] if subject is not None else None,
        "province_id": known_province(article.province),
        "topics": _ENCODER.encode(article.topics),
        "outlook": article.outlook,
        "extractor_id": made["extractor_id"],
        "run_id": made["run_id"],
    }


def make_body_rows(organizations: Iterable[Organization]) -> "Iterator[Row]":
    """Give a row for each body with a name of its own that the ontology does not hold."""
    seen = set()
    for body in organizations:
        key = body_id(body)
        if key is not None and body.id is None and key not in seen:
            seen.add(key)
            yield {
                "id": key,
                "name": body.name,
                "kind": BODY_KINDS[body.type],
                "province_id": known_province(body.province),
            }


def name_bodies(organizations: Sequence[Organization]) -> list[str | None]:
    """Give the id of the body of each mention; None where it is not said which of many it is.

    Words that name none of its own ("LĐLĐ huyện") stand for the body of the article whose name they begin ("LĐLĐ
    huyện Gò Sen"), if there is but one.
    """
    ids = [body_id(one) for one in organizations]
    if None not in ids:
        return ids
    whole = {
        f"{spelling(one.name)} ": key
        for one, key in zip(organizations, ids, strict=True)
        if key is not None
    }
    for number, one in enumerate(organizations):
        if ids[number] is None:
            short = f"{spelling(one.name)} "
            found = {key for name, key in whole.items() if name.startswith(short)}
            ids[number] = found.pop() if len(found) == 1 else None
    return ids


def body_id(body: Organization) -> str | None:
    """Give the ontology's id, or one made of name and province; None where the words name no body of its own."""
    if body.id is not None:
        return body.id
    return _new_body_id(body.name, body.province)


@lru_cache(maxsize=4096)
def _new_body_id(name: str, province: str | None) -> str | None:
    # "Liên đoàn Lao động tỉnh", "Công đoàn công ty": which one, only the article knows.
    last = name.rsplit("(", 1)[0].split()[-1:] or [""]
    if not (last[0][:1].isupper() or last[0][-1:].isdigit()) or spelling(name) in _generic():
        return None
    values = f"{' '.join(spelling(name).split())}\x1f{spelling(province or '')}"
    return f"moi-{hashlib.sha256(values.encode()).hexdigest()[:12]}"


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    return frozenset(spelling(body.name) for body in load_ontology().bodies if body.is_class)


@lru_cache(maxsize=1024)
def known_province(name: str | None) -> str | None:
    """Give the id of a province of the list; None for any other name."""
    found = province_id(name) if name else None
    return found if found in _province_ids() else None


def hash_written(written: str, key: bytes) -> str:
    """Hash a name as it stands in a text, whatever characters without width it holds."""
    return hash_name(make_layer(written).work, key)


def render_evidence(evidence: Sequence[Evidence]) -> str:
    """Give the JSON array of role, start, end."""
    if not evidence:
        return "[]"
    return f"[{', '.join([_evidence_item(item) for item in evidence])}]"


def _evidence_item(item: Evidence) -> str:
    # The same as JSON for a plain role, and four times as fast.
    if item.role.isidentifier():
        return f'["{item.role}", {item.start}, {item.end}]'
    return _ENCODER.encode([item.role, item.start, item.end])


@lru_cache(maxsize=1)
def _province_ids() -> frozenset[str]:
    names = ((province.name, province.today) for province in load_ontology().provinces)
    return frozenset(province_id(name) for pair in names for name in pair)


def _shared_fields(
    facts: Facts, best: dict[tuple[str, int, Relation], Link], layer: str, number: int
) -> "Row":
    campaign = best.get((layer, number, Relation.CAMPAIGN))
    period = best.get((layer, number, Relation.PERIOD))
    place = best.get((layer, number, Relation.PLACE))
    time: TimeMention | None = facts.times[period.to_index] if period else None
    return {
        "campaign_id": facts.campaigns[campaign.to_index].key if campaign else None,
        "period_from": time.begin if time else None,
        "period_to": time.until if time else None,
        "province_id": known_province(facts.places[place.to_index].province) if place else None,
    }


def _target(ids: Sequence[str | None], link: Link | None) -> str | None:
    return ids[link.to_index] if link else None


def _one_year(begin: object, until: object) -> int | None:
    """Give the year that a period lies in; None where it spans several, is open, or the text names only a month."""
    first = str(begin or "")[:4]
    return int(first) if first.isdigit() and str(until or "")[:4] == first else None


def _speaker_id(quotation: Quotation, facts: Facts, people: "list[Row]") -> "str | None":
    """Give the id of the mention of the person that the evidence of a quotation points to."""
    for one in quotation.evidence:
        if one.role == "speaker":
            for row, person in zip(people, facts.people, strict=True):
                if person.start < one.end and one.start < person.end:
                    return str(row["id"])
    return None
