"""One fact behind many reprints is one claim; numbers that cannot both hold are marked; ids stay."""

from collections.abc import Callable

import pytest

from pipeline.claims import save_claims
from pipeline.records import Document
from pipeline.saving import save_document
from pipeline.store import Store

FIRST = (
    "Dịp này, các cấp công đoàn trao {} suất quà cho đoàn viên khó khăn của khu chế xuất Bưng Còng Mới. "
    "Có 36 suất quà dành cho trẻ em của khu trọ, 45 suất quà gửi tới người già neo đơn trong xóm. "
    "Công đoàn cơ sở còn chuẩn bị 72 suất quà cho ca đêm."
)
SAVE = "SELECT f.value, m.claim_id FROM claim_mentions m JOIN figures f ON f.id = m.figure_id ORDER BY f.value"


@pytest.fixture
def save(store: Store, make_document: Callable[..., Document]) -> Callable[..., str]:
    with store.transaction() as db:
        db.execute("INSERT INTO extractors (id, name, version) VALUES ('t', 't', '1')")
        for number in range(1, 9):
            db.execute(
                "INSERT INTO runs (id, started_at, command, version) VALUES (?, '', '', '')",
                [number],
            )

    def save_one(
        number: int, run_id: int, paragraph: str, *, source: str, day: str = "2025-11-19"
    ) -> str:
        document = make_document(
            number,
            title=f"Quà cho đoàn viên ({number})",
            paragraph=paragraph,
            source=source,
            published=day,
        )
        with store.transaction() as db:
            article = save_document(db, document, run_id=run_id, extractor_id="t")[1]
        save_claims(store, run_id)
        return article

    return save_one


def claims(store: Store, value: float) -> list[dict[str, object]]:
    return list(store.db.query('SELECT * FROM so_lieu_gop WHERE "Số" = ?', [value]))


def test_a_reprint_joins_the_claim_and_the_id_stays(store: Store, save: Callable[..., str]) -> None:
    first = save(1, 1, FIRST.format("1.200"), source="bao_mot")
    (before,) = claims(store, 1200)
    save(2, 2, FIRST.format("1.200"), source="bao_hai", day="2025-11-20")
    (after,) = claims(store, 1200)
    assert (after["Mã"], after["Số bài"], after["Số nguồn"]) == (before["Mã"], 2, 2)
    assert store.db.table("claims").get(str(after["Mã"]))["first_article_id"] == first
    assert after["Có mâu thuẫn?"] == "không"


def test_an_earlier_article_found_later_comes_first_and_the_id_stays(
    store: Store, save: Callable[..., str]
) -> None:
    save(1, 1, FIRST.format("1.200"), source="bao_mot")
    (before,) = claims(store, 1200)
    earlier = save(2, 2, FIRST.format("1.200"), source="bao_hai", day="2025-11-18")
    (after,) = claims(store, 1200)
    assert after["Mã"] == before["Mã"]
    assert store.db.table("claims").get(str(after["Mã"]))["first_article_id"] == earlier


def test_the_same_number_of_another_event_is_another_claim(
    store: Store, save: Callable[..., str]
) -> None:
    save(1, 1, "Nhà máy nước mời tổ trưởng nhận 36 suất quà.", source="bao_mot")
    save(
        2,
        2,
        "Bếp ăn từ thiện của chùa nấu 36 suất quà chay hôm rằm.",
        source="bao_hai",
        day="2024-02-02",
    )
    assert len(claims(store, 36)) == 2


def test_other_numbers_of_one_event_contradict(store: Store, save: Callable[..., str]) -> None:
    save(1, 1, FIRST.format("1.200"), source="bao_mot")
    save(2, 2, FIRST.format("1.350"), source="bao_hai")
    (one,), (other,) = claims(store, 1200), claims(store, 1350)
    assert one["Có mâu thuẫn?"] == other["Có mâu thuẫn?"] == "có"
    assert store.db.table("claims").get(str(one["Mã"]))["contradicts_id"] == other["Mã"]
    assert claims(store, 36)[0]["Có mâu thuẫn?"] == "không"


def test_a_correction_takes_the_contradiction_away(store: Store, save: Callable[..., str]) -> None:
    save(1, 1, FIRST.format("1.200"), source="bao_mot")
    save(2, 2, FIRST.format("1.350"), source="bao_hai")
    save(2, 3, FIRST.format("1.200"), source="bao_hai")
    (one,) = claims(store, 1200)
    assert (one["Có mâu thuẫn?"], one["Số bài"]) == ("không", 2)
    assert claims(store, 1350) == []


def test_the_very_same_sentence_years_later_is_a_reprint(
    store: Store, save: Callable[..., str]
) -> None:
    save(1, 1, FIRST.format("1.200"), source="bao_mot", day="2019-01-05")
    save(2, 2, FIRST.format("1.200"), source="bao_hai")
    assert claims(store, 1200)[0]["Số bài"] == 2


def test_what_is_placed_stays_where_it_is(store: Store, save: Callable[..., str]) -> None:
    apart = "Ban tổ chức gửi 88 suất quà tới xóm trọ Bưng Còng Mới chiều nay"
    other = "xe tải của hợp tác xã vận tải Rạch Ô chở quà rời bến phà lúc nửa đêm"
    save(1, 1, f"{apart}.", source="bao_mot")
    save(2, 2, f"Hôm qua, {other}, cả thảy 88 suất quà.", source="bao_hai")
    before = {row["Mã"] for row in claims(store, 88)}
    save(3, 3, f"{apart}, {other}.", source="bao_ba", day="2025-11-18")
    assert {row["Mã"] for row in claims(store, 88)} == before
    assert len(before) == 2


def test_a_run_without_news_writes_nothing(store: Store, save: Callable[..., str]) -> None:
    save(1, 1, FIRST.format("1.200"), source="bao_mot")
    before = list(store.db.conn.iterdump())
    assert save_claims(store, 8) == 0
    assert list(store.db.conn.iterdump()) == before


def test_what_a_killed_run_left_is_taken_with_the_next(
    store: Store, save: Callable[..., str]
) -> None:
    save(1, 1, FIRST.format("1.200"), source="bao_mot")
    with store.transaction() as db:
        db.execute("DELETE FROM claim_mentions")
        db.execute("DELETE FROM claims")
        db.execute("DELETE FROM _meta WHERE key = 'claims_up_to_run'")
    save(2, 2, FIRST.format("1.200"), source="bao_hai")
    assert claims(store, 1200)[0]["Số bài"] == 2
    assert len({row[1] for row in store.db.execute(SAVE).fetchall() if row[0] == 1200}) == 1
