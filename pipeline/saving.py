"""Write a document into the store: page, article, search text and mentions, all or nothing."""

import json
from collections.abc import Sequence
from typing import Literal

from sqlite_utils import Database

from pipeline.dates import render_utc, split_published
from pipeline.ids import hash_text, make_id
from pipeline.inserting import insert_rows
from pipeline.mentions import insert_fact_rows
from pipeline.names_key import load_names_key
from pipeline.preparing import Prepared, pack_page, prepare
from pipeline.records import Document, PageCopy
from pipeline.rows import FactRows, Row, Value, make_fact_rows
from pipeline.source_rows import new_row
from scrapers.article_text import text_parts

Outcome = Literal["new", "changed", "unchanged", "forgotten"]


def save_document(
    db: Database,
    document: Document,
    *,
    run_id: int | None,
    extractor_id: str,
    held: list[FactRows] | None = None,
) -> tuple[Outcome, str]:
    """Store one document inside the caller's transaction; give what happened and the article's id.

    With `held` the caller inserts the mentions of many documents at once, before the transaction ends.

    The same bytes at the same address change nothing. Other bytes with the same text are the same article.
    What was taken down stays out.
    """
    url_id = save_url(db, document.canonical, document.article.source, run_id)
    previous = _current_version(db, url_id)
    text_hash = hash_text(document.text)
    if previous is not None and previous["text_sha256"] == text_hash:
        return "unchanged", str(previous["id"])
    article_id = make_article_id(document, is_first=previous is None)
    if _is_forgotten(db, article_id, url_id):
        return "forgotten", article_id
    if _exists(db, article_id):
        if previous is None or previous["id"] != article_id:
            return "unchanged", article_id
        # The same page, read better: a version of its own, so that the mentions of the old one keep their places.
        article_id = make_id("a", article_id, text_hash)
    prepared = document.prepared or prepare(document.article.title, document.text, document.facts)
    packed = prepared.packed
    if packed is None and document.page.body is not None:
        packed = pack_page(document.page.body)
    if url_id is None:
        save_source_stub(db, document.article.source)
    save_page(db, document.page, packed, url_id, run_id)
    rows = _fact_rows(db, document, prepared, article_id, extractor_id, run_id)
    article = _article_row(document, article_id, url_id, previous, text_hash, run_id)
    if rows is not None and rows.article is not None:
        article["province_id"] = rows.article["province_id"]
    insert_rows(db, "articles", [article])
    if previous is not None:
        db.execute("UPDATE articles SET is_current = 0 WHERE id = ?", [previous["id"]])
    insert_rows(db, "article_search", [_search_row(prepared, article_id)])
    if rows is not None and held is not None:
        held.append(rows)
    elif rows is not None:
        insert_fact_rows(db, [rows])
    return ("new" if previous is None else "changed"), article_id


def _fact_rows(
    db: Database,
    document: Document,
    prepared: Prepared,
    article_id: str,
    extractor_id: str,
    run_id: int | None,
) -> FactRows | None:
    if document.facts is None:
        return None
    return make_fact_rows(
        document.facts,
        document.text,
        article_id,
        extractor_id=extractor_id,
        run_id=run_id,
        sentences=prepared.sentences,
        names_key=load_names_key(db),
    )


def save_source_stub(db: Database, slug: str) -> None:
    """Make sure that a source has a row."""
    if not db.conn.execute("SELECT 1 FROM sources WHERE slug = ?", [slug]).fetchone():
        insert_rows(db, "sources", [new_row(db, slug)])


def save_url(db: Database, canonical: str | None, slug: str, run_id: int | None) -> int | None:
    """Give the number of an address, making its row where it is new; None where there is no address."""
    if canonical is None:
        return None
    row = db.conn.execute("SELECT id FROM urls WHERE canonical = ?", [canonical]).fetchone()
    if row:
        return int(row[0])
    save_source_stub(db, slug)
    cursor = db.conn.execute(
        "INSERT INTO urls (url, canonical, source_slug, state, attempts, first_seen_run, last_seen_run) "
        "VALUES (?, ?, ?, 'stored', 0, ?, ?)",
        [canonical, canonical, slug, run_id, run_id],
    )
    if cursor.lastrowid is None:
        raise ValueError(f"SQLite gave no row id for {canonical}")
    return cursor.lastrowid


def save_page(
    db: Database, page: PageCopy, packed: bytes | None, url_id: int | None, run_id: int | None
) -> None:
    """Store where a page's bytes are; the bytes too where no archive keeps them."""
    row: Row = {
        "sha256": page.sha256,
        "url_id": url_id,
        "fetched_at": render_utc(page.fetched_at),
        "http_status": page.http_status,
        "content_type": page.content_type,
        "bytes": page.size,
        "record_id": page.record_id,
        "file_name": page.file_name,
        "run_id": run_id,
    }
    insert_rows(db, "pages", [row], ignore=True)
    if packed is not None:
        db.conn.execute(
            "INSERT OR IGNORE INTO page_bodies (page_sha256, body) VALUES (?, ?)",
            [page.sha256, packed],
        )


def make_article_id(document: Document, *, is_first: bool) -> str:
    """Give the id of an article: of the first version at its address, or of a later one."""
    # The first version is known by its address alone: pages carry counters and clocks that change with each fetch.
    if document.canonical is not None and is_first:
        return make_id("a", document.canonical)
    return make_id("a", document.canonical or "", document.page.sha256, document.external_id or "")


def _exists(db: Database, article_id: str) -> bool:
    return bool(db.conn.execute("SELECT 1 FROM articles WHERE id = ?", [article_id]).fetchone())


def _is_forgotten(db: Database, article_id: str, url_id: int | None) -> bool:
    return bool(
        db.conn.execute(
            "SELECT 1 FROM tombstones WHERE target_id = ? "
            "UNION SELECT 1 FROM urls WHERE id = ? AND reason = 'tombstone'",
            [article_id, url_id],
        ).fetchone()
    )


def _current_version(db: Database, url_id: int | None) -> dict[str, Value] | None:
    if url_id is None:
        return None
    row = db.conn.execute(
        "SELECT id, version, text_sha256 FROM articles WHERE url_id = ? AND is_current = 1",
        [url_id],
    ).fetchone()
    return dict(zip(("id", "version", "text_sha256"), row, strict=True)) if row else None


def _article_row(
    document: Document,
    article_id: str,
    url_id: int | None,
    previous: dict[str, Value] | None,
    text_hash: str,
    run_id: int | None,
) -> Row:
    article = document.article
    published_at, published_on = split_published(article.published)
    parts = [[p.name, p.start, p.end] for p in text_parts(article)] if article.blocks else []
    return {
        "id": article_id,
        "title": article.title,
        "source_slug": article.source,
        "external_id": document.external_id or article.site_id,
        "kind": str(article.kind),
        "layout": article.layout,
        "page_sha256": document.page.sha256,
        "url_id": url_id,
        "version": int(previous["version"] or 0) + 1 if previous else 1,
        "previous_id": previous["id"] if previous else None,
        "is_current": 1,
        "published_at": published_at,
        "published_on": published_on,
        "published_raw": article.published_raw,
        "modified_at": split_published(article.modified)[0],
        "kicker": article.kicker,
        "sapo": article.sapo,
        "byline": article.byline,
        "section": article.section,
        "tags": _json(list(article.tags)),
        "province_id": None,
        "lang": "vi",
        "first_seen_run": run_id,
        "warnings": _json(list(article.warnings)),
        "text_sha256": text_hash,
        "captions": _json([caption.text for caption in article.captions]),
        "body_parts": _json(parts),
        "text": document.text,
    }


def _search_row(prepared: Prepared, article_id: str) -> Row:
    return {
        "article_id": article_id,
        "title": prepared.title,
        "body": prepared.body,
        "title_fold": prepared.title_fold,
        "body_fold": prepared.body_fold,
    }


_ENCODER = json.JSONEncoder(ensure_ascii=False)


def _json(value: Sequence[object]) -> str:
    return _ENCODER.encode(value) if value else "[]"
