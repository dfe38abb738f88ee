"""Rows on disk: cells stay what they are, order is that of a data set, and nothing is held in memory."""

import tracemalloc

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.tables import DataColumn, DataTable, Row, order_rows
from pipeline.spool import Spool

CELLS = st.one_of(
    st.none(),
    st.integers(-(2**40), 2**40),
    st.floats(-1e9, 1e9),
    st.text(st.sampled_from("aÀđ 🏅\n\u0301zZ■"), max_size=4),
)


def column(name: str) -> DataColumn:
    return DataColumn(
        name=name, kind="string", title=name, title_vi=name, description=name, key=name == "a"
    )


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.tuples(CELLS, CELLS), unique_by=lambda row: repr(row[0]), max_size=8))
def test_rows_come_back_in_the_order_of_a_data_set(rows: list[Row]) -> None:
    # 3 and 3.0 are one key: which of two such rows comes first is nobody's matter.
    keys = [float(row[0]) for row in rows if isinstance(row[0], (int, float))]
    if len(set(keys)) < len(keys):
        return
    table = DataTable(
        name="t",
        title="t",
        title_vi="t",
        licence="code",
        columns=(column("a"), column("b")),
        rows=tuple(rows),
    )
    with Spool() as spool:
        spool.start("t", 2)
        spool.add("t", rows)
        sorted_rows = spool.sort("t", [0])
        assert len(sorted_rows) == len(rows)
        for _ in range(2):
            found = list(sorted_rows)
            assert found == list(order_rows(table).rows)
            assert [type(cell) for row in found for cell in row] == [
                type(cell) for row in order_rows(table).rows for cell in row
            ]


def test_an_id_is_there_once_it_is_marked() -> None:
    with Spool() as spool:
        spool.mark(["so-1", "so-1", "so-2"])
        assert [spool.has(one) for one in ("so-1", "so-2", "so-3", None)] == [
            True,
            True,
            False,
            False,
        ]


def test_values_of_a_column_are_given_once() -> None:
    with Spool() as spool:
        spool.start("figures", 2)
        spool.add("figures", [("a", "suất quà"), ("b", None), ("c", "suất quà")])
        assert spool.distinct("figures", 1) == {"suất quà", None}


def test_rows_keep_their_spool_alive() -> None:
    def gather() -> object:
        spool = Spool()
        spool.start("t", 1)
        spool.add("t", [("b",), ("a",)])
        return spool.sort("t", [0])

    rows = gather()
    assert list(rows) == [("a",), ("b",)]  # type: ignore[call-overload]


def test_going_through_many_rows_takes_little_memory() -> None:
    with Spool() as spool:
        spool.start("t", 2)
        spool.add("t", ((number, "x" * 100) for number in range(50_000)))
        rows = spool.sort("t", [0])
        tracemalloc.start()
        try:
            assert sum(1 for _ in rows) == 50_000
            assert tracemalloc.get_traced_memory()[1] < 2**20
        finally:
            tracemalloc.stop()
