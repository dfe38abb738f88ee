"""One hash over everything that was read: equal for equal content, whenever and in how many runs it came."""

import hashlib

from sqlite_utils import Database

CONTENT: dict[str, str] = {
    "articles": "id, title, source_slug, external_id, kind, layout, version, previous_id, is_current, published_at, "
    "published_on, published_raw, modified_at, kicker, sapo, byline, section, tags, warnings, text_sha256, "
    "captions, body_parts, text",
    "campaign_mentions": 'id, article_id, "start", "end", text, campaign_id, type, sentence_start, sentence_end, '
    "score, rule, evidence, ended_run IS NULL",
    "figures": 'id, article_id, "start", "end", text, value, value_max, "of", modifier, kind, unit_id, '
    "sentence_start, sentence_end, score, rule, evidence, ended_run IS NULL",
    "awards": 'id, article_id, "start", "end", text, form_id, title, rank, level, grantor, status, sentence_start, '
    "sentence_end, score, rule, evidence, ended_run IS NULL",
    "award_recipients": "award_id, n, kind, count, name_hash",
    "campaigns WHERE id IN (SELECT campaign_id FROM campaign_mentions)": "id, name, type",
    "units": "id, name, dimension",
    "article_search": "article_id, title, body, title_fold, body_fold",
    "urls": "canonical, source_slug, state, reason",
}
"""Table, with its condition, to the columns that count; times, run numbers, attempts and places in the archive do not."""


def hash_content(db: Database) -> str:
    """Give the SHA-256 of all content in a fixed order."""
    digest = hashlib.sha256()
    for table, columns in CONTENT.items():
        digest.update(table.encode())
        for row in db.execute(f"SELECT {columns} FROM {table} ORDER BY 1, 2").fetchall():
            digest.update(repr(row).encode())
    return digest.hexdigest()
