"""One hash over everything that was read: equal for equal content, whenever and in how many runs it came."""

import hashlib

from sqlite_utils import Database

from pipeline.schema_layers import LAYER_TABLES

_MENTION = (
    'id, article_id, "start", "end", sentence_start, sentence_end, score, rule, evidence, '
    "ended_run IS NULL"
)
CONTENT: dict[str, str] = {
    "articles": "id, title, source_slug, external_id, kind, layout, version, previous_id, is_current, published_at, "
    "published_on, published_raw, modified_at, kicker, sapo, byline, section, tags, warnings, text_sha256, "
    "captions, body_parts, province_id, text",
    "campaign_mentions": 'id, article_id, "start", "end", text, campaign_id, type, sentence_start, sentence_end, '
    "score, rule, evidence, ended_run IS NULL",
    "figures": 'id, article_id, "start", "end", text, value, value_max, "of", modifier, kind, unit_id, '
    "campaign_id, organization_id, period_from, period_to, sentence_start, sentence_end, score, rule, evidence, ended_run IS NULL",
    "awards": 'id, article_id, "start", "end", text, form_id, title, rank, level, grantor, grantor_id, status, year, '
    "sentence_start, sentence_end, score, rule, evidence, ended_run IS NULL",
    "award_recipients": "award_id, n, kind, count, name_hash",
    "campaigns WHERE id IN (SELECT campaign_id FROM campaign_mentions)": "id, name, type",
    "units": "id, name, dimension",
    "article_search": "article_id, title, body, title_fold, body_fold",
    "organization_mentions": _MENTION + ", text, organization_id, name, type, province_id",
    "person_mentions": _MENTION + ", role, unit",
    "place_mentions": _MENTION + ", text, name, level, province_id, today",
    "time_mentions": _MENTION + ", text, period_from, period_to, relative",
    "document_mentions": _MENTION + ", text, kind, number, dated_on, issuer",
    "quotation_mentions": _MENTION + ", person_id",
    "mention_links": "id, article_id, relation, from_id, to_id, score, rule, evidence, ended_run IS NULL",
    "checks": "id, article_id, kind, passed, stated, reckoned, figure_id, rule, ended_run IS NULL",
    "check_figures": "check_id, n, figure_id",
    "article_facts": "article_id, genre, organization_id, province_id, topics, outlook",
    "organizations WHERE id LIKE 'moi-%'": "id, name, kind, province_id",
    "urls": "canonical, source_slug, state, reason",
}
"""Table, with its condition, to the columns that count; times, run numbers, attempts and places in the archive do not.

Hashes of people's names do not either: each database has its own key.
"""


SINCE_2 = frozenset(table.name for table in LAYER_TABLES)
"""Tables that a database of the first schema has not: without rows they change no hash."""


def hash_content(db: Database) -> str:
    """Give the SHA-256 of all content in a fixed order."""
    digest = hashlib.sha256()
    known = set(db.table_names())
    for table, columns in CONTENT.items():
        if table.split()[0] not in known:
            continue
        rows = db.execute(f"SELECT {columns} FROM {table} ORDER BY 1, 2").fetchall()
        if rows or table not in SINCE_2:
            digest.update(table.encode())
        for row in rows:
            digest.update(repr(row).encode())
    return digest.hexdigest()
