import email
import email.policy
import json
import smtplib
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.digest import MAX_BYTES
from pipeline.store import open_store
from tests.site_store import TEXTS, add_documents, add_run, make_document, make_store


def digest(db: Path, capsysbinary: pytest.CaptureFixture[bytes], *arguments: str) -> str:
    assert main(["digest", "--db", str(db), *arguments]) == 0
    return capsysbinary.readouterr().out.decode()


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return make_store(tmp_path / "union.db")


def test_the_digest_opens_with_who_answered(
    db: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    lines = digest(db, capsysbinary).splitlines()
    assert lines[0] == "2/2 nguồn trả lời"
    assert any("4 bài mới" in line for line in lines)
    assert "- Tết Sum vầy đến với công nhân Thanh Hóa" in lines


def test_the_digest_says_which_source_failed(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    db = make_store(tmp_path / "a.db", (), failed="trang 571 byte")
    document = json.loads(digest(db, capsysbinary, "--format", "json"))
    assert document["subject"] == "[Thi đua] 0 bài mới · 1 nguồn lỗi: bao_hai"
    assert "im lặng chưa hẳn là không có tin" in digest(db, capsysbinary)


def test_silence_with_all_sources_well_is_said_to_be_silence(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    db = make_store(tmp_path / "a.db", ())
    document = json.loads(digest(db, capsysbinary, "--format", "json"))
    assert document["subject"] == "[Thi đua] 0 bài mới · 2/2 nguồn trả lời"
    assert "đây là im lặng thật" in digest(db, capsysbinary)


def test_after_mark_sent_only_later_articles_are_new(
    db: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert "4 bài mới" in digest(db, capsysbinary, "--dry-run", "--mark-sent")
    assert "4 bài mới" in digest(db, capsysbinary, "--mark-sent")
    assert "0 bài mới" in digest(db, capsysbinary)
    with open_store(db) as store:
        run = add_run(store, "2025-11-20", {"bao_mot": None})
        later = make_document(
            9,
            "Tin sau",
            "Trao 9 suất quà.",
            source="bao_mot",
            published="2025-11-20T07:00:00+07:00",
        )
        add_documents(store, [later], run)
        sent = store.db.execute("SELECT until_run, length(sha256) FROM digests").fetchall()
        view = store.db.execute("SELECT count(*) FROM moi_tu_ban_tin_truoc").fetchone()[0]
    assert sent == [(1, 64)]
    assert view == 1
    document = json.loads(digest(db, capsysbinary, "--format", "json"))
    assert [article["title"] for article in document["articles"]] == ["Tin sau"]


def test_since_a_day_tells_again_what_was_sent(
    db: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    digest(db, capsysbinary, "--mark-sent")
    assert "4 bài mới từ 19/11/2025" in digest(db, capsysbinary, "--since", "2025-11-19")
    assert "0 bài mới" in digest(db, capsysbinary, "--since", "2025-11-20")
    assert main(["digest", "--db", str(db), "--since", "hôm qua"]) == 2


def test_a_mail_has_a_text_and_an_html_part(
    db: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    text = digest(db, capsysbinary, "--format", "eml")
    message = email.message_from_string(text, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert plain.get_content().startswith("2/2 nguồn trả lời")
    assert "<script" not in html.get_content()
    assert "<svg" not in html.get_content()
    assert message["Subject"] == "[Thi đua] 4 bài mới · 2/2 nguồn trả lời"


@pytest.mark.parametrize("form", ["text", "html", "eml", "json"])
def test_a_digest_of_many_articles_stays_small_and_counts_what_it_leaves_out(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], form: str
) -> None:
    texts = tuple(
        (f"{title} {n}", f"{paragraph} Bài số {n}.") for n in range(4) for title, paragraph in TEXTS
    )
    db = make_store(tmp_path / "a.db", texts)
    with open_store(db) as store, store.transaction() as opened:
        row = opened.execute("SELECT * FROM articles LIMIT 1")
        names = [column[0] for column in row.description]
        first = dict(zip(names, row.fetchone(), strict=True))
        for n in range(600):
            copy = first | {"id": f"a-{n:016x}", "title": f"Bài thứ {n} " * 12}
            marks = ", ".join("?" for _ in names)
            opened.execute(f"INSERT INTO articles VALUES ({marks})", list(copy.values()))
        opened.execute(
            """INSERT INTO article_facts (article_id, genre, topics, outlook, extractor_id)
               SELECT id, 'news', '[]', 'results', 't' FROM articles
               WHERE id NOT IN (SELECT article_id FROM article_facts)"""
        )
    out = digest(db, capsysbinary, "--format", form)
    assert len(out.encode()) < MAX_BYTES
    if form == "json":
        document = json.loads(out)
        assert document["count"] == 616
        assert 0 < document["listed"] < 616
    if form == "text":
        assert "bài nữa" in out


def test_the_mail_is_sent_where_a_reader_is_configured(
    db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[Message] = []

    class Server:
        def __init__(self, host: str, port: int, timeout: float) -> None:
            self.host = host

        def __enter__(self) -> "Server":
            return self

        def __exit__(self, *error: object) -> None:
            pass

        def send_message(self, message: Message) -> None:
            sent.append(message)

    monkeypatch.setattr(smtplib, "SMTP", Server)
    config = tmp_path / "thidua.toml"
    config.write_text('[digest]\nto = ["truyenthong@ldld.example"]\n', encoding="utf-8")
    assert main(["--config", str(config), "digest", "--db", str(db), "--mark-sent"]) == 0
    assert [message["To"] for message in sent] == ["truyenthong@ldld.example"]
    subject = str(make_header(decode_header(sent[0]["Subject"])))
    assert subject == "[Thi đua] 4 bài mới · 2/2 nguồn trả lời"


def test_a_mail_that_was_not_sent_is_not_marked(
    db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise ConnectionRefusedError("no server there")

    monkeypatch.setattr(smtplib, "SMTP", refuse)
    config = tmp_path / "thidua.toml"
    config.write_text('[digest]\nto = ["truyenthong@ldld.example"]\n', encoding="utf-8")
    assert main(["--config", str(config), "digest", "--db", str(db), "--mark-sent"]) == 1
    assert "was not sent" in capsys.readouterr().err
    with open_store(db, read_only=True) as store:
        assert store.db.execute("SELECT count(*) FROM digests").fetchone()[0] == 0


def test_contradicting_numbers_stand_at_the_head(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    common = (
        "LĐLĐ tỉnh Thanh Hóa tổ chức chương trình “Tết Sum vầy”, trao {n} suất quà cho đoàn viên khó khăn. Có 350 công nhân dự. "
        "Tổng trị giá 2,4 tỷ đồng. Ban Tổ chức tặng 75 xe đạp cho con công nhân."
    )
    texts = tuple(("Tết Sum vầy", common.format(n=n)) for n in ("6.700", "6.500"))
    db = make_store(tmp_path / "a.db", texts)
    head = digest(db, capsysbinary).splitlines()[:5]
    assert any("mâu thuẫn" in line and "6.700" in line and "6.500" in line for line in head)
