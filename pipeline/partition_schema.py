"""The schema of partitions: Parquet tables whose columns are those of the store, with lists where it has tables or JSON.

DuckDB and pandas read them as they are; `thidua import` makes of them the rows that it would have made itself.
"""

import pyarrow as pa

_EVIDENCE = pa.list_(pa.struct([("role", pa.string()), ("start", pa.int32()), ("end", pa.int32())]))
_MENTION = [
    pa.field("id", pa.string(), nullable=False),
    pa.field("article_id", pa.string(), nullable=False),
    pa.field("start", pa.int32(), nullable=False),
    pa.field("end", pa.int32(), nullable=False),
    pa.field("text", pa.string(), nullable=False),
    pa.field("sentence_start", pa.int32(), nullable=False),
    pa.field("sentence_end", pa.int32(), nullable=False),
    pa.field("score", pa.float64(), nullable=False),
    pa.field("rule", pa.string(), nullable=False),
    pa.field("evidence", _EVIDENCE, nullable=False),
]
_BLOCK = pa.struct(
    [("kind", pa.string()), ("text", pa.string()), ("cells", pa.list_(pa.list_(pa.string())))]
)
_CAPTION = pa.struct([("text", pa.string()), ("credit", pa.string()), ("image", pa.string())])
_RECIPIENT = pa.struct([("kind", pa.string()), ("count", pa.float64()), ("name_hash", pa.string())])
ARTICLE_TEXTS = (
    "title", "kicker", "sapo", "byline", "section", "published", "published_raw", "modified", "url", "canonical",
    "site_id",
)  # fmt: skip
"""Fields of `Article` that go over as they are; all may be missing."""
SCHEMAS: dict[str, pa.Schema] = {
    "articles": pa.schema(
        [
            pa.field("id", pa.string(), nullable=False),
            pa.field("source_slug", pa.string(), nullable=False),
            pa.field("external_id", pa.string()),
            pa.field("address", pa.string()),
            pa.field("kind", pa.string(), nullable=False),
            pa.field("layout", pa.string(), nullable=False),
            *(pa.field(name, pa.string()) for name in ARTICLE_TEXTS),
            pa.field("tags", pa.list_(pa.string()), nullable=False),
            pa.field("blocks", pa.list_(_BLOCK), nullable=False),
            pa.field("captions", pa.list_(_CAPTION), nullable=False),
            pa.field("warnings", pa.list_(pa.string()), nullable=False),
            pa.field("text", pa.string(), nullable=False),
            # The further layers of the extractor, as JSON: bodies, people, places, times, documents, links, checks.
            pa.field("layers", pa.string()),
            pa.field("page_sha256", pa.string(), nullable=False),
            pa.field("fetched_at", pa.timestamp("us", tz="UTC"), nullable=False),
            pa.field("http_status", pa.int32()),
            pa.field("content_type", pa.string()),
            pa.field("file_name", pa.string()),
            pa.field("body", pa.binary()),
        ]
    ),
    "campaign_mentions": pa.schema(
        [
            *_MENTION,
            pa.field("campaign_id", pa.string(), nullable=False),
            pa.field("type", pa.string(), nullable=False),
            pa.field("in_ontology", pa.bool_(), nullable=False),
        ]
    ),
    "figures": pa.schema(
        [
            *_MENTION,
            pa.field("value", pa.float64(), nullable=False),
            pa.field("value_max", pa.float64()),
            pa.field("of", pa.float64()),
            pa.field("modifier", pa.string(), nullable=False),
            pa.field("kind", pa.string(), nullable=False),
            pa.field("unit", pa.string()),
        ]
    ),
    "awards": pa.schema(
        [
            *_MENTION,
            pa.field("form_id", pa.string(), nullable=False),
            pa.field("title", pa.string()),
            pa.field("rank", pa.string()),
            pa.field("level", pa.string()),
            pa.field("grantor", pa.string()),
            pa.field("status", pa.string(), nullable=False),
            pa.field("recipients", pa.list_(_RECIPIENT), nullable=False),
        ]
    ),
}
"""Table to its columns; each table is a folder of Parquet files, one a partition."""
