"""A store of our own for tests of pages: private persons, officials, hostile texts, several sources and runs."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

from extractors.extract import load_extractor
from pipeline.claims import save_claims
from pipeline.ids import hash_bytes
from pipeline.records import Document, PageCopy
from pipeline.saving import save_document
from pipeline.store import Store, open_store
from scrapers.article_text import article_text
from scrapers.records import Article, ArticleKind, Block, BlockKind

AT = datetime(2025, 11, 19, 2, 30, tzinfo=UTC)
PLANTED = ("Lò Thị Mận", "Vừ A Pó", "Nguyễn Thị Hồng Thắm", "Ksor Blinh")
OFFICIAL = "Trịnh Quang Sáu"
TEXTS: tuple[tuple[str, str], ...] = (
    (
        "Tết Sum vầy đến với công nhân Thanh Hóa",
        "Ngày 18/11, LĐLĐ tỉnh Thanh Hóa tổ chức chương trình “Tết Sum vầy”, trao hơn 1.200 suất quà, tổng trị giá 2,4 tỷ "
        "đồng. Chị Lò Thị Mận, công nhân may, được hỗ trợ 5 triệu đồng.",
    ),
    (
        "Anh Vừ A Pó và 12 sáng kiến",
        "Anh Vừ A Pó, thợ lò, có 12 sáng kiến, làm lợi 350 triệu đồng. Chủ tịch LĐLĐ tỉnh Trịnh Quang Sáu trao Bằng khen của "
        "Tổng LĐLĐ Việt Nam cho anh Vừ A Pó.",
    ),
    (
        "Trao nhà “Mái ấm Công đoàn” cho đoàn viên",
        "Gia đình chị Nguyễn Thị Hồng Thắm ở Đồng Nai nhận 50 triệu đồng từ chương trình “Mái ấm Công đoàn”. Anh Ksor Blinh, "
        "công nhân, cũng được hỗ trợ 40 triệu đồng.",
    ),
    (
        "Liên đoàn Lao động tỉnh khen thưởng phong trào “Lao động giỏi, lao động sáng tạo”",
        "Tổng LĐLĐ Việt Nam tặng Bằng khen cho 6 tập thể, 8 cá nhân trong phong trào “Lao động giỏi, lao động sáng tạo”.",
    ),
)
HOSTILE: tuple[tuple[str, str], ...] = (
    (
        '<script>window.dinh=1</script><img src=x onerror="window.dinh=1">',
        'Công đoàn trao 77 suất quà <script>window.dinh=1</script> cho đoàn viên tại "><svg onload=window.dinh=1>.',
    ),
    (
        '=HYPERLINK("http://xau.example","bấm vào đây")',
        "=1+1 Công đoàn trao 78 suất quà cho đoàn viên. Tiếp theo là 79 suất quà\u202etáolf\u202c nữa.",
    ),
    ("Tít rất dài " * 40, "Công đoàn trao 80 suất quà cho đoàn viên {{ 7*7 }} {% raw %}."),
    ("\u202eĐảo ngược </title><h1>giả</h1>", "Trao 81 suất quà --> ]]> cho đoàn viên."),
)


def make_document(
    number: int, title: str, paragraph: str, *, source: str, published: str, url: str | None = None
) -> Document:
    article = Article(
        source=source,
        layout="test",
        kind=ArticleKind.NEWS,
        title=title,
        published=published,
        blocks=(Block(kind=BlockKind.PARAGRAPH, text=paragraph),),
    )
    text = article_text(article)
    body = f"<html>{number}<p>{text}".encode()
    return Document(
        article=article,
        text=text,
        page=PageCopy(sha256=hash_bytes(body), size=len(body), fetched_at=AT, body=body),
        canonical=url or f"https://bao-{source.replace('_', '-')}.example/tin-{number}.html",
        facts=load_extractor().extract_all(text, published=date.fromisoformat(published[:10])),
    )


def add_run(store: Store, day: str, statuses: dict[str, str | None]) -> int:
    """Write a finished run; a status is None for an answer, else the reason of the failure."""
    ledger: dict[str, dict[str, object]] = {
        slug: {"status": "failed" if why else "ok", "new": 1, "reason": why, "urls": {}}
        for slug, why in statuses.items()
    }
    with store.transaction() as db:
        cursor = db.execute(
            "INSERT INTO runs (started_at, finished_at, command, version, exit_code, ledger) VALUES (?, ?, 'harvest', '0', 0, ?)",
            [f"{day}T02:00:00Z", f"{day}T02:10:00Z", json.dumps(ledger)],
        )
        return int(cursor.lastrowid or 0)


def add_documents(store: Store, documents: list[Document], run_id: int | None) -> None:
    with store.transaction() as db:
        db.execute("INSERT OR IGNORE INTO extractors (id, name, version) VALUES ('t', 't', '1')")
        for document in documents:
            save_document(db, document, run_id=run_id, extractor_id="t")
    if run_id is not None:
        save_claims(store, run_id)


def make_store(
    path: Path,
    texts: tuple[tuple[str, str], ...] = TEXTS,
    *,
    failed: str | None = None,
) -> Path:
    """Make a database with the texts, from two sources in turn, a day apart."""
    with open_store(path, create=True) as store:
        run = add_run(
            store,
            "2025-11-19",
            {"bao_mot": None, "bao_hai": f"bot_check: {failed}" if failed else None},
        )
        add_documents(
            store,
            [
                make_document(
                    number,
                    title,
                    paragraph,
                    source=("bao_mot", "bao_hai")[number % 2],
                    published=f"2025-11-{18 - number:02d}T08:{number:02d}:00+07:00",
                )
                for number, (title, paragraph) in enumerate(texts)
            ],
            run,
        )
    return path
