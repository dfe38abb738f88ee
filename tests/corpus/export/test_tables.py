"""Tables as CSV, JSON lines, Parquet and Excel: the same rows come back, and the same bytes twice."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import CorpusError
from corpus.export.csv_files import read_csv, write_csv
from corpus.export.table_files import read_jsonl, read_parquet, write_jsonl, write_parquet
from corpus.export.xlsx import write_xlsx
from corpus.tables import DataColumn, DataTable, Kind, order_rows

WRITERS = {
    "csv": (write_csv, read_csv),
    "jsonl": (write_jsonl, read_jsonl),
    "parquet": (write_parquet, read_parquet),
}


def column(name: str, kind: Kind, *, key: bool = False) -> DataColumn:
    return DataColumn(
        name=name, kind=kind, title=name, title_vi=name, description=name, key=key, required=key
    )


def table(*rows: tuple[str | int | float | None, ...]) -> DataTable:
    return DataTable(
        name="figures",
        title="Figures",
        title_vi="Số liệu",
        licence="annotation",
        columns=(
            column("id", "string", key=True),
            column("value", "number"),
            column("start", "integer"),
            column("quote", "string"),
        ),
        rows=rows,
    )


words = st.text(
    st.sampled_from('aÀđ "“,;\t\r\n\u00a0\u2028\x85=+-@|1🏅\u0301'), min_size=1, max_size=8
)
numbers = st.one_of(st.none(), st.floats(-1e12, 1e12))


@pytest.mark.parametrize("form", sorted(WRITERS))
@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(
        st.tuples(words, numbers, st.one_of(st.none(), st.integers(0, 9**9)), st.none() | words),
        max_size=5,
    )
)
def test_rows_come_back(
    form: str, rows: list[tuple[str, float, int, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    write, read = WRITERS[form]
    path = tmp_path_factory.mktemp("tables") / f"figures.{form}"
    made = table(*rows)
    write(made, path)
    assert tuple(read(made.columns, path)) == made.rows


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_two_writes_are_the_same_bytes(form: str, tmp_path: Path) -> None:
    made = table(("a", 2.5, 3, "trao “50” suất quà"), ("b", None, None, None))
    for name in ("one", "two"):
        WRITERS[form][0](made, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_spreadsheet_runs_nothing_and_sees_its_letters(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_csv(table(("=1+1", -5.0, 1, "\t@SUM(A1)\x07 quà")), path, for_people=True)
    body = path.read_bytes()
    assert body.startswith(b"\xef\xbb\xbf")
    cells = body.decode("utf-8-sig").split("\r\n")[1].split(",")
    assert cells[0].startswith("'")
    assert cells[1] == "-5.0"
    assert cells[3].startswith("'@")
    assert "\x07" not in cells[3]


def test_a_csv_of_other_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,value\na,1\n", "utf-8")
    with pytest.raises(CorpusError, match="columns"):
        list(read_csv(table().columns, path))
    path.write_text("id,value,start,quote\na,nhiều,1,\n", "utf-8")
    with pytest.raises(CorpusError, match="'nhiều' is no number"):
        list(read_csv(table().columns, path))


def test_rows_are_ordered_by_their_key() -> None:
    made = order_rows(table(("b", 1.0, 1, None), ("a", 2.0, 2, None)))
    assert tuple(made.column("id")) == ("a", "b")
    by_number = replace(
        made,
        columns=(replace(made.columns[0], key=False), *made.columns[1:]),
        rows=tuple(made.rows)[::-1],
    )
    assert next(iter(order_rows(by_number).rows))[0] == "a"


def test_a_workbook_holds_words_and_no_formulas(tmp_path: Path) -> None:
    made = table(("=1+1", 5.0, None, "https://bao.example/"), ("b", 2.5, 3, "đ"))
    for name in ("one.xlsx", "two.xlsx"):
        write_xlsx([made], tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.xlsx") as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in page
    assert "hyperlink" not in page
    assert "<t>=1+1</t>" in page


def test_what_excel_cannot_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="a cell of 32768 letters"):
        write_xlsx([table(("a", None, None, "y" * 32_768))], tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []
