"""Claims across articles, on the press and on articles made for it."""

import json
from datetime import date
from functools import lru_cache

from corpus.claims import Claim, Reading, find_claims, find_contradictions
from corpus.press.build_entities_gold import GOLD
from corpus.press.traps import CONTRADICTION, REPRINTS
from extractors.extract import load_extractor


def reading(id_: str, text: str, day: str) -> Reading:
    published = date.fromisoformat(day)
    facts = load_extractor().extract_all(text, published=published)
    return Reading(id=id_, source=id_.split("/")[0], published=published, text=text, facts=facts)


@lru_cache(maxsize=1)
def press() -> tuple[Reading, ...]:
    rows = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    return tuple(reading(row["id"], row["text"], row["published"]) for row in rows)


def articles(claim: Claim) -> set[str]:
    return {one.article for one in claim.statements}


def test_one_fact_in_three_papers_is_one_claim() -> None:
    homes = [one for one in find_claims(press()) if one.value == 46]
    assert set(REPRINTS) in [articles(one) for one in homes]


def test_the_planted_contradiction_is_the_only_one() -> None:
    readings = press()
    claims = find_claims(readings)
    found = find_contradictions(readings, claims)
    values = [{claims[one.one].value, claims[one.other].value} for one in found]
    assert values == [set(CONTRADICTION.values())]


def test_every_figure_of_a_counted_kind_is_in_exactly_one_claim() -> None:
    statements = [(s.article, s.figure) for claim in find_claims(press()) for s in claim.statements]
    assert len(statements) == len(set(statements)) > 400


def test_the_same_number_of_other_things_is_another_claim() -> None:
    readings = (
        reading("a/1", "LĐLĐ tỉnh Sơn La trao 46 suất quà cho thợ mỏ.", "2026-05-14"),
        reading("b/1", "Nhà trường xây xong 46 phòng học mới cho bản.", "2026-05-14"),
    )
    assert [one.sources for one in find_claims(readings)] == [("a",), ("b",)]


def test_an_edition_a_year_later_is_no_reprint() -> None:
    text = "Hội thao của LĐLĐ tỉnh Sơn La có {} đội dự thi ở năm môn."
    readings = (
        reading("a/1", text.format(24), "2025-05-14"),
        reading("b/1", text.format(28), "2026-05-14"),
    )
    claims = find_claims(readings)
    assert find_contradictions(readings, claims) == ()
