import json
import unicodedata
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.store import open_store
from pipeline.topic_hits import judge_spike
from tests.site_store import add_documents, add_run, make_document, make_store

TEXTS = (
    ("Tet sum vay cho doan vien", "Tin khong dau, trao 10 suat qua."),
    ("TẾT SUM VẦY Ở KHU CÔNG NGHIỆP", "Trao 20 suất quà."),
    (unicodedata.normalize("NFD", "Chương trình Tết Sum vầy"), "Trao 30 suất quà."),
    ("Bữa cơm sum họp ngày Tết", "Các gia đình sum họp vui vầy."),
)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return make_store(tmp_path / "union.db", TEXTS)


def hits(db: Path, capsys: pytest.CaptureFixture[str], name: str) -> set[str]:
    assert main(["topics", "test", name, "--db", str(db), "--json"]) == 0
    return {
        unicodedata.normalize("NFC", hit["title"])
        for hit in json.loads(capsys.readouterr().out)["hits"]
    }


@pytest.mark.parametrize("saved", [False, True], ids=["not-saved", "saved"])
def test_a_topic_catches_every_spelling_of_its_campaign_and_no_other_words(
    db: Path, capsys: pytest.CaptureFixture[str], saved: bool
) -> None:
    if saved:
        assert main(["topics", "add", "Tết Sum vầy", "--db", str(db)]) == 0
        assert capsys.readouterr().out == "tet-sum-vay\n"
    assert hits(db, capsys, "Tết Sum vầy") == {
        "Tet sum vay cho doan vien",
        "TẾT SUM VẦY Ở KHU CÔNG NGHIỆP",
        "Chương trình Tết Sum vầy",
    }


def test_topics_are_listed_and_removed(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["topics", "add", "Nhà ở", "--query", "nha o", "--db", str(db)]) == 0
    assert main(["topics", "add", "Nhà ở", "--db", str(db)]) == 2
    capsys.readouterr()
    assert main(["topics", "list", "--json", "--db", str(db)]) == 0
    (topic,) = json.loads(capsys.readouterr().out)["topics"]
    assert (topic["id"], topic["query"]) == ("nha-o", "nha o")
    assert main(["topics", "rm", "nha-o", "--db", str(db)]) == 0
    assert main(["topics", "rm", "nha-o", "--db", str(db)]) == 2


@pytest.mark.parametrize(
    ("counts", "alert"),
    [
        pytest.param([1, 1, 1, 1, 9], True, id="nine-times-the-usual"),
        pytest.param([3, 3, 3, 3, 4], False, id="a-little-more"),
        pytest.param([0, 0, 0, 0, 2], False, id="two-articles-are-no-spike"),
        pytest.param([0, 0, 0, 0, 5], True, id="out-of-nothing"),
        pytest.param([9, 9, 9, 9, 0], False, id="less-is-no-spike"),
    ],
)
def test_a_spike_is_one_day_against_the_days_before(counts: list[int], alert: bool) -> None:
    assert bool(judge_spike(counts, 3.0)) is alert


def test_a_spike_stands_in_the_digest(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["topics", "add", "Hiến máu", "--db", str(db)]) == 0
    with open_store(db) as store:
        run = add_run(store, "2025-11-20", {"bao_mot": None})
        add_documents(
            store,
            [
                make_document(
                    100 + n,
                    f"Ngày hội hiến máu của công nhân, điểm {n}",
                    f"Thu được {n + 20} đơn vị máu.",
                    source="bao_mot",
                    published="2025-11-20T08:00:00+07:00",
                )
                for n in range(6)
            ],
            run,
        )
    capsys.readouterr()
    assert main(["digest", "--db", str(db), "--format", "json"]) == 0
    (alert,) = json.loads(capsys.readouterr().out)["alerts"]
    assert alert["topic"] == "hien-mau"
    assert "6 bài trong ngày" in alert["alert"]


def test_a_digest_of_a_topic_tells_of_nothing_else(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["topics", "add", "Tết Sum vầy", "--db", str(db)]) == 0
    capsys.readouterr()
    assert main(["digest", "--db", str(db), "--topic", "tet-sum-vay", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["count"] == 3


def count_new(db: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> int:
    capsys.readouterr()
    assert main(["digest", "--db", str(db), "--format", "json", *arguments]) == 0
    return int(json.loads(capsys.readouterr().out)["count"])


def test_a_topic_has_a_mark_of_its_own(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["topics", "add", "Tết Sum vầy", "--db", str(db)]) == 0
    topic = ("--topic", "tet-sum-vay")
    assert count_new(db, capsys, *topic, "--mark-sent") == 3
    assert count_new(db, capsys, *topic) == 0
    assert count_new(db, capsys) == 4, "the digest of everything still tells of them"
    with open_store(db, read_only=True) as store:
        view = store.db.execute("SELECT count(*) FROM moi_tu_ban_tin_truoc").fetchone()[0]
    assert view == 4
    assert count_new(db, capsys, "--mark-sent") == 4
    with open_store(db) as store:
        run = add_run(store, "2025-11-20", {"bao_mot": None})
        later = make_document(
            9,
            "Tết Sum vầy ở Cà Mau",
            "Trao 9 suất quà.",
            source="bao_mot",
            published="2025-11-20T07:00:00+07:00",
        )
        add_documents(store, [later], run)
    assert count_new(db, capsys, *topic) == 1
    assert main(["topics", "rm", "tet-sum-vay", "--db", str(db)]) == 0
    assert count_new(db, capsys) == 1


def test_a_topic_without_a_mark_goes_on_from_that_of_everything(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["topics", "add", "Tết Sum vầy", "--db", str(db)]) == 0
    assert count_new(db, capsys, "--mark-sent") == 4
    assert count_new(db, capsys, "--topic", "tet-sum-vay") == 0


def test_subject_and_heading_of_a_digest_name_its_topic(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["topics", "add", "Tết Sum vầy", "--db", str(db)]) == 0
    capsys.readouterr()
    assert main(["digest", "--db", str(db), "--topic", "tet-sum-vay", "--format", "json"]) == 0
    subject = json.loads(capsys.readouterr().out)["subject"]
    assert subject == "[Thi đua] Tết Sum vầy: 3 bài mới · 2/2 nguồn trả lời"
    assert main(["digest", "--db", str(db), "--topic", "tet-sum-vay", "--format", "html"]) == 0
    assert ">Tết Sum vầy: 3 bài mới</h1>" in capsys.readouterr().out
    assert main(["digest", "--db", str(db), "--topic", "khong-co"]) == 2
