"""The further layers in the store: places, links, checks, what figures belong to, and no name of a person."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from extractors.entities import BodyType, Organization
from extractors.extract import load_extractor
from extractors.facts import Facts
from pipeline.db_check import check_store
from pipeline.forget import forget
from pipeline.layer_rows import LAYER_TABLES, body_id, known_province, name_bodies
from pipeline.mentions import compare_facts, save_facts
from pipeline.names_key import hash_name, load_names_key
from pipeline.records import Document
from pipeline.saving import save_document
from pipeline.show import read_shown, render_shown
from pipeline.store import Store

DAY = date(2025, 1, 13)
TEXT = (
    "Ngày 12/1, tại TP Biên Hòa, LĐLĐ tỉnh Đồng Nai tổ chức chương trình Tết Sum vầy, trao 1.250 suất quà, "
    "trong đó 800 suất cho nữ và 450 suất cho nam. "
    "Theo Kế hoạch số 47/KH-LĐLĐ ngày 5/1/2025, có 96/120 đơn vị tham gia, đạt 75% kế hoạch. "
    "Ông Lường Văn Khoát, Phó Chủ tịch LĐLĐ tỉnh Đồng Nai, cho biết: “Không đoàn viên nào bị bỏ lại phía sau”. "
    "Dịp này, LĐLĐ tỉnh tặng Bằng khen cho 6 tập thể có thành tích trong phong trào năm 2024."
)


@pytest.fixture
def article(store: Store, make_document: Callable[..., Document]) -> str:
    document = make_document(title="Tết Sum vầy ở Biên Hòa", paragraph=TEXT, published="2025-01-13")
    with store.transaction() as db:
        db.execute("INSERT INTO extractors (id, name, version) VALUES ('t', 't', '1')")
        db.execute(
            "INSERT INTO runs (id, started_at, command, version) VALUES (1, '', '', ''), (2, '', '', '')"
        )
        whole = replace(document, facts=read(document.text))
        return save_document(db, whole, run_id=1, extractor_id="t")[1]


def read(text: str) -> Facts:
    return load_extractor().extract_all(text, published=DAY)


def again(store: Store, article: str, facts: Facts) -> list[tuple[str, str]]:
    text = str(store.db.table("articles").get(article)["text"])
    planned = compare_facts(store.db, facts, text, article)
    with store.transaction() as db:
        changes = save_facts(db, facts, text, article, run_id=2, extractor_id="t")
    assert [(c.what, c.target_id) for c in planned] == [(c.what, c.target_id) for c in changes]
    return [(change.table, change.what) for change in changes]


def text_of(store: Store, article: str) -> str:
    return str(store.db.table("articles").get(article)["text"])


def test_every_layer_is_stored_and_stands_where_it_says(store: Store, article: str) -> None:
    for table in (*LAYER_TABLES, "check_figures", "article_facts"):
        assert store.db.table(table).count, table
    assert [
        line for line in check_store(store, store.path.parent / "none") if "archive" not in line
    ] == []


def test_a_figure_carries_what_it_belongs_to(store: Store, article: str) -> None:
    (row,) = store.db.query("SELECT * FROM figures WHERE value = 1250")
    assert row["campaign_id"] == "tet-sum-vay"
    assert row["organization_id"] == "ldld-tinh-dong-nai"
    assert (row["period_from"], row["period_to"]) == ("2025-01-12", "2025-01-12")
    assert row["province_id"] == "dong_nai"
    (seen,) = store.db.query('SELECT * FROM so_lieu WHERE "Số" = 1250')
    assert seen["Chiến dịch"] == "Tết Sum vầy"
    assert seen["Đơn vị thực hiện"] == "Liên đoàn Lao động tỉnh Đồng Nai"
    assert (seen["Kỳ"], seen["Tỉnh/thành"]) == ("2025-01-12", "Đồng Nai")


def test_an_award_carries_its_grantor(store: Store, article: str) -> None:
    (row,) = store.db.query("SELECT * FROM awards")
    assert row["grantor_id"] == "ldld-tinh-dong-nai", "the short name stands for the one before"
    (seen,) = store.db.query("SELECT * FROM khen_thuong")
    assert seen["Cơ quan tặng"] == "LĐLĐ tỉnh"
    assert seen["Cơ quan tặng (tên đủ)"] == "Liên đoàn Lao động tỉnh Đồng Nai"


def test_a_sum_that_does_not_come_out_is_marked(store: Store, article: str) -> None:
    (check,) = store.db.query("SELECT * FROM checks WHERE NOT passed")
    assert (check["kind"], check["stated"], check["reckoned"]) == ("plan", 75, 80)
    marked = store.db.query('SELECT "Số" FROM so_lieu WHERE "Kiểm" = \'lệch\'')
    assert {row["Số"] for row in marked} == {75, 96}


def test_the_article_has_its_province(store: Store, article: str) -> None:
    assert store.db.table("articles").get(article)["province_id"] == "dong_nai"
    (seen,) = store.db.query("SELECT * FROM bai_viet")
    assert seen["Tỉnh/thành"] == "Đồng Nai"
    facts = store.db.table("article_facts").get(article)
    assert "khen_thuong" in json.loads(facts["topics"])


def test_no_name_of_a_person_stands_outside_the_text(store: Store, article: str) -> None:
    for table in (*LAYER_TABLES, "article_facts", "mention_versions"):
        for row in store.db.query(f"SELECT * FROM {table}"):
            assert "Khoát" not in str(row), table
    (person,) = store.db.query("SELECT * FROM person_mentions")
    assert text_of(store, article)[person["start"] : person["end"]] == "Lường Văn Khoát"
    key = load_names_key(store.db)
    assert person["name_hash"] == hash_name("LƯỜNG VĂN KHOÁT", key)
    assert person["name_hash"] != hash_name("Lường Văn Khoát", bytes(32))
    (quotation,) = store.db.query("SELECT * FROM quotation_mentions")
    assert (quotation["person_id"], quotation["speaker_hash"]) == (
        person["id"],
        person["name_hash"],
    )


def test_the_same_facts_change_nothing(store: Store, article: str) -> None:
    before = list(store.db.conn.iterdump())
    assert again(store, article, read(text_of(store, article))) == []
    assert list(store.db.conn.iterdump()) == before


def test_what_is_no_longer_found_is_ended_and_lives_again(store: Store, article: str) -> None:
    facts = read(text_of(store, article))
    fewer = replace(facts, quotations=(), checks=())
    ended = [("quotation_mentions", "ended"), ("checks", "ended"), ("checks", "ended")]
    assert again(store, article, fewer) == ended
    assert store.db.execute("SELECT count(*), sum(ended_run) FROM checks").fetchone() == (2, 4)
    assert not list(store.db.query('SELECT 1 FROM so_lieu WHERE "Kiểm" IS NOT NULL'))
    revived = [(table, "revived") for table, _ in ended]
    assert again(store, article, facts) == revived


def test_facts_read_without_the_further_layers_leave_them_alone(store: Store, article: str) -> None:
    facts = load_extractor().extract(text_of(store, article))
    lowered = [("figures", "changed")] * 2  # the check that halved their confidence was not read
    assert again(store, article, facts) == lowered
    assert store.db.execute(
        "SELECT count(*) FROM mention_links WHERE ended_run IS NULL"
    ).fetchone()[0]


def test_what_an_article_is_keeps_its_former_values(store: Store, article: str) -> None:
    facts = read(text_of(store, article))
    assert facts.article is not None
    other = replace(facts, article=replace(facts.article, province=None, genre="report"))
    assert again(store, article, other) == [("article_facts", "changed")]
    assert store.db.table("articles").get(article)["province_id"] is None
    (kept,) = store.db.query("SELECT * FROM mention_versions")
    assert (kept["target_id"], json.loads(kept["fields"])["province_id"]) == (article, "dong_nai")


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE place_mentions SET start = start + 1", "is not what stands in"),
        ("UPDATE person_mentions SET start = start + 1", "is not the name that stands in"),
        ("UPDATE quotation_mentions SET end = 99999", "does not stand in a sentence of"),
        ("UPDATE mention_links SET to_id = 'tc-0'", "has no mention as its to_id"),
    ],
)
def test_db_check_finds_a_moved_mention(
    store: Store, article: str, statement: str, told: str
) -> None:
    with store.transaction() as db:
        db.execute(statement.replace(" end ", ' "end" '))
    assert any(told in line for line in check_store(store, store.path.parent / "none"))


def test_forgetting_leaves_nothing_of_it(store: Store, article: str) -> None:
    forget(store, article, reason="thử", dry_run=False)
    for table in (*LAYER_TABLES, "check_figures", "article_facts"):
        assert not store.db.table(table).count, table
    assert not store.db.execute("PRAGMA foreign_key_check").fetchall()


def test_show_tells_what_belongs_together(store: Store, article: str) -> None:
    told = render_shown(read_shown(store.db, article), "en")
    assert (
        "1.250 suất quà (exact) [Tết Sum vầy; Liên đoàn Lao động tỉnh Đồng Nai; 2025-01-12" in told
    )
    assert "documents: Kế hoạch 47/KH-LĐLĐ" in told
    assert "people: Lường Văn Khoát (Phó Chủ tịch)" in told
    assert "sums that do not come out: 75 ≠ 80 (plan)" in told


def body(name: str, known: str | None = None, province: str | None = None) -> Organization:
    return Organization(
        start=0, end=1, rule="test", name=name, type=BodyType.UNION, id=known, province=province
    )


@pytest.mark.parametrize(
    ("name", "named"),
    [
        pytest.param("Công đoàn Dệt may Phú Lâm Mới", True, id="a-name-of-its-own"),
        pytest.param("Công ty Bao bì số 7", True, id="a-number"),
        pytest.param("Liên đoàn Lao động tỉnh", False, id="any-province"),
        pytest.param("Công đoàn công ty", False, id="any-company"),
    ],
)
def test_only_a_body_with_a_name_of_its_own_gets_an_id(name: str, named: bool) -> None:
    assert (body_id(body(name)) is not None) is named


def test_one_name_in_two_provinces_is_two_bodies() -> None:
    one, other = (body("LĐLĐ huyện Châu Bình", province=name) for name in ("Long An", "Nghệ An"))
    assert body_id(one) != body_id(other)


def test_a_short_name_stands_for_the_one_body_it_begins() -> None:
    whole, short = body("Liên đoàn Lao động huyện Gò Sen Mới"), body("Liên đoàn Lao động huyện")
    assert name_bodies([whole, short])[1] == body_id(whole)
    assert name_bodies([whole, body("Liên đoàn Lao động huyện Bưng Còng Mới"), short])[2] is None


def test_a_province_that_no_list_has_is_none() -> None:
    assert known_province("Đồng Nai") == "dong_nai"
    assert known_province("Phú Lâm Mới") is None
