"""Documents as rows of partitions, and back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import pyarrow as pa
from pydantic import TypeAdapter

from extractors.facts import Facts
from extractors.records import (
    Award,
    AwardForm,
    AwardStatus,
    Campaign,
    CampaignType,
    Evidence,
    Figure,
    FigureKind,
    Mention,
    Modifier,
    RecipientKind,
)
from pipeline.ids import make_id
from pipeline.partition_schema import ARTICLE_TEXTS, SCHEMAS
from pipeline.preparing import prepare
from pipeline.records import Document, PageCopy
from pipeline.rows import MENTION_TABLES, HashedRecipient, Row, hash_names, make_fact_rows
from pipeline.saving import make_article_id
from scrapers.records import Article, ArticleKind, Block, BlockKind, Caption

Cell = dict[str, Any]
"""A row. Any: pyarrow has no types; `SCHEMAS` says what stands in each column."""
Rows = dict[str, list[Cell]]
_FACTS = TypeAdapter(Facts)


def make_rows(documents: Iterable[Document], seen: set[str]) -> Rows:
    """Give the rows of documents, table by table; the same page at the same address, known by `seen`, comes once."""
    rows: Rows = {table: [] for table in SCHEMAS}
    for document in documents:
        article_id = _row_id(document)
        if article_id in seen:
            continue
        seen.add(article_id)
        rows["articles"].append(_article_row(document, article_id))
        facts = document.facts
        if facts is not None:
            made = make_fact_rows(
                facts,
                document.text,
                article_id,
                extractor_id="",
                run_id=None,
                sentences=document.prepared.sentences if document.prepared else None,
            ).mentions
            for table, found in (
                ("campaign_mentions", facts.campaigns),
                ("figures", facts.figures),
                ("awards", facts.awards),
            ):
                rows[table] += map(_mention_row, made[table], found)
    return rows


def make_tables(rows: Rows) -> dict[str, pa.Table]:
    """Give the rows as Arrow tables."""
    return {name: pa.Table.from_pylist(rows[name], schema=SCHEMAS[name]) for name in SCHEMAS}


def documents_of_tables(tables: Mapping[str, pa.Table]) -> Iterator[Document]:
    """Give the documents of one partition in their order, ready to be stored."""
    by_article: dict[str, dict[str, list[Cell]]] = {}
    for table in MENTION_TABLES:
        for row in tables[table].to_pylist():
            mine = by_article.setdefault(row["article_id"], {name: [] for name in MENTION_TABLES})
            mine[table].append(row)
    none: dict[str, list[Cell]] = {name: [] for name in MENTION_TABLES}
    for batch in tables["articles"].to_batches(max_chunksize=200):
        for row in batch.to_pylist():
            yield _document(row, by_article.get(row["id"], none))


def _row_id(document: Document) -> str:
    # Versions of one address are rows of their own here; the store makes of them versions of one article.
    if document.canonical is None:
        return make_article_id(document, is_first=True)
    return make_id("a", document.canonical, document.page.sha256)


def _article_row(document: Document, article_id: str) -> Cell:
    article, page = document.article, document.page
    row: Cell = {name: getattr(article, name) for name in ARTICLE_TEXTS}
    return row | {
        "id": article_id,
        "source_slug": article.source,
        "external_id": document.external_id,
        "address": document.canonical,
        "kind": str(article.kind),
        "layout": article.layout,
        "tags": list(article.tags),
        "blocks": [
            {"kind": str(b.kind), "text": b.text, "cells": [list(line) for line in b.cells]}
            for b in article.blocks
        ],
        "captions": [
            {"text": c.text, "credit": c.credit, "image": c.image} for c in article.captions
        ],
        "warnings": list(article.warnings),
        "text": document.text,
        "layers": _render_layers(document.facts) if document.facts is not None else None,
        "page_sha256": page.sha256,
        "fetched_at": page.fetched_at,
        "http_status": page.http_status,
        "content_type": page.content_type,
        "file_name": page.file_name,
        "body": page.body,
    }


def _mention_row(row: Row, mention: Mention) -> Cell:
    wide: Cell = dict(row)
    wide["evidence"] = [{"role": e.role, "start": e.start, "end": e.end} for e in mention.evidence]
    if isinstance(mention, Campaign):
        wide["in_ontology"] = mention.id is not None
    if isinstance(mention, Award):
        wide["recipients"] = [
            {"kind": str(r.kind), "count": r.count, "name_hash": hash_names(r.names)}
            for r in mention.recipients
        ]
    return wide


def _document(row: Cell, mentions: dict[str, list[Cell]]) -> Document:
    article = Article(
        **{name: row[name] for name in ARTICLE_TEXTS},
        source=row["source_slug"],
        kind=ArticleKind(row["kind"]),
        layout=row["layout"],
        tags=tuple(row["tags"]),
        blocks=tuple(
            Block(
                kind=BlockKind(one["kind"]),
                text=one["text"],
                cells=tuple(tuple(line) for line in one["cells"]),
            )
            for one in row["blocks"]
        ),
        captions=tuple(Caption(**one) for one in row["captions"]),
        warnings=tuple(row["warnings"]),
    )
    facts = _facts(mentions, row["layers"]) if row["layers"] is not None else None
    return Document(
        article=article,
        text=row["text"],
        page=PageCopy(
            sha256=row["page_sha256"],
            size=len(row["body"]),
            fetched_at=row["fetched_at"],
            http_status=row["http_status"],
            content_type=row["content_type"],
            file_name=row["file_name"],
            body=row["body"],
        ),
        canonical=row["address"],
        external_id=row["external_id"],
        facts=facts,
        prepared=prepare(article.title, row["text"], facts),
    )


def _render_layers(facts: Facts) -> str:
    """Give all facts that have no table of their own here; runs of digits are no facts of the store."""
    further = replace(facts, campaigns=(), figures=(), awards=(), digits=())
    return _FACTS.dump_json(further).decode()


def _facts(mentions: dict[str, list[Cell]], layers: str) -> Facts:
    return replace(
        _FACTS.validate_json(layers),
        campaigns=tuple(
            Campaign(
                **_shared(row),
                type=CampaignType(row["type"]),
                key=row["campaign_id"],
                id=row["campaign_id"] if row["in_ontology"] else None,
            )
            for row in mentions["campaign_mentions"]
        ),
        figures=tuple(
            Figure(
                **_shared(row),
                **{name: row[name] for name in ("value", "value_max", "of", "unit")},
                modifier=Modifier(row["modifier"]),
                kind=FigureKind(row["kind"]),
            )
            for row in mentions["figures"]
        ),
        awards=tuple(
            Award(
                **_shared(row),
                **{name: row[name] for name in ("title", "rank", "level", "grantor")},
                form=AwardForm(row["form_id"]),
                status=AwardStatus(row["status"]),
                recipients=tuple(
                    HashedRecipient(
                        kind=RecipientKind(one["kind"]),
                        count=one["count"],
                        name_hash=one["name_hash"],
                    )
                    for one in row["recipients"]
                ),
            )
            for row in mentions["awards"]
        ),
    )


def _shared(row: Cell) -> Cell:
    """Give the fields that all mentions have."""
    evidence = tuple(Evidence(**one) for one in row["evidence"])
    place = {"start": row["start"], "end": row["end"], "rule": row["rule"]}
    return place | {"confidence": row["score"], "evidence": evidence}
