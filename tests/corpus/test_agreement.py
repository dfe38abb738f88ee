"""Agreement of two annotators, and the permutation test between two systems."""

import math

import pytest

from corpus.agreement import agree, kappa
from corpus.compare import compare_systems
from corpus.errors import CorpusError
from corpus.records import Annotated
from extractors.output import Json


def award(start: int, form: str, status: str = "conferred") -> dict[str, Json]:
    return {"start": start, "end": start + 5, "form": form, "status": status, "recipients": []}


def document(number: int, *awards: dict[str, Json]) -> Annotated:
    return Annotated(id=f"d{number}", text="x" * 60, mentions={"awards": awards})


def test_kappa_is_what_cohen_says() -> None:
    # His example: 20 both yes, 15 both no, 5 and 10 apart: 0.7 observed, 0.5 by chance.
    values = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert kappa(values) == pytest.approx(0.4)


@pytest.mark.parametrize(
    "values",
    [pytest.param([], id="nothing"), pytest.param([("y", "y")] * 9, id="one-value-throughout")],
)
def test_kappa_is_not_made_up(values: list[tuple[str, str]]) -> None:
    assert kappa(values) is None


def test_agreement_of_spans_is_the_same_both_ways() -> None:
    first = [document(1, award(0, "bang_khen"), award(10, "giai"))]
    second = [document(1, award(2, "bang_khen"))]
    ways = [agree(a, b, ("awards",)) for a, b in ((first, second), (second, first))]
    found = [{row.measure: row.counts.f1 for row in way.spans} for way in ways]
    assert found[0] == found[1]
    assert found[0]["span.exact"] == 0
    assert found[0]["span.overlap"] == pytest.approx(2 / 3)


def test_fields_are_compared_where_both_marked() -> None:
    first = [document(1, award(0, "bang_khen"), award(10, "giai"), award(20, "giai", "planned"))]
    second = [document(1, award(0, "bang_khen"), award(10, "giai", "planned"))]
    rows = {row.field: row for row in agree(first, second, ("awards",)).fields}
    assert (rows["form"].pairs, rows["form"].same, rows["form"].kappa) == (2, 2, 1.0)
    assert (rows["status"].same, rows["status"].kappa) == (1, 0.0)
    assert rows["grantor"].kappa is None


def test_documents_of_one_annotator_are_counted_apart() -> None:
    found = agree([document(1), document(2)], [document(2), document(3)])
    assert (found.documents, found.only_first, found.only_second) == (1, ("d1",), ("d3",))


def test_two_texts_under_one_id_are_refused() -> None:
    other = Annotated(id="d1", text="another", mentions={})
    with pytest.raises(CorpusError, match="different texts"):
        agree([document(1)], [other])


def test_equal_systems_do_not_differ() -> None:
    gold = [document(n, award(0, "giai")) for n in range(6)]
    assert {d.p for d in compare_systems(gold, gold, gold, rounds=100)} == {1.0}


def test_a_clear_gain_is_significant_and_exact_for_few_documents() -> None:
    gold = [document(n, award(0, "giai")) for n in range(12)]
    nothing = [document(n) for n in range(12)]
    found = compare_systems(gold, nothing, gold, layers=("awards",), rounds=4000)
    by_measure = {d.measure: d for d in found}
    assert by_measure["award.form"].gain == 1
    # Only the two swaps that leave all documents on one side reach it: 2 in 4096.
    assert math.isclose(by_measure["award.form"].p, 2 / 2**12, abs_tol=2e-3)


def test_one_differing_document_proves_nothing() -> None:
    gold = [document(n, award(0, "giai")) for n in range(12)]
    worse = [*gold[:-1], document(11)]
    found = compare_systems(gold, worse, gold, layers=("awards",), rounds=500)
    assert {d.p for d in found if d.measure == "award.form"} == {1.0}
