"""Read the standing figures and awards of articles, with what a reviewer said of each."""

import json
from collections.abc import Sequence

from sqlite_utils import Database

from pipeline.rows import Row

SHOWN_BODY = "(o.kind = 'cong_doan' OR o.id NOT LIKE 'moi-%')"
"""Condition on a body `o`: a union with a name of its own, or any body of the ontology."""
TODAY = (
    "coalesce((SELECT x.new_id FROM province_map x WHERE x.old_id = a.province_id), a.province_id)"
)
"""The province of today of an article `a`."""
_REVIEW = """(SELECT json_object('verdict', r.verdict, 'value', json(r.value)) FROM reviews r
  WHERE r.target_id = m.id ORDER BY r.at DESC, r.id DESC LIMIT 1) AS review"""


def read_figure_rows(db: Database, ids: Sequence[str]) -> list[Row]:
    """Give the standing figures of articles; what a reviewer corrected has the right value."""
    rows = db.query(
        f"""SELECT m.id, m.article_id, m.start, m.end, m.value, m.value_max, m.of, m.modifier, m.kind, m.unit,
              m.unit_id, m.campaign_id, c.name AS campaign,
              m.sentence_start, m.sentence_end, m.score, {_REVIEW}
            FROM figures m
            LEFT JOIN campaigns c ON c.id = m.campaign_id
            WHERE m.ended_run IS NULL AND m.article_id IN (SELECT value FROM json_each(?))
            ORDER BY m.article_id, m.start""",
        [json.dumps(list(ids))],
    )
    return [_judged(row) for row in rows]


def read_award_rows(db: Database, ids: Sequence[str]) -> list[Row]:
    """Give the standing awards of articles in the order of `ids`; what a reviewer corrected has the right value."""
    rows = db.query(
        f"""SELECT m.id, m.article_id, m.start, m.end, m.form_id, f.name AS form, m.title, m.rank, m.grantor,
              m.status, m.sentence_start, m.sentence_end, m.score,
              (SELECT json_group_array(json_array(kind, count)) FROM
                (SELECT kind, count FROM award_recipients r WHERE r.award_id = m.id ORDER BY n)) AS recipients,
              {_REVIEW}
            FROM awards m JOIN award_forms f ON f.id = m.form_id
            WHERE m.ended_run IS NULL AND m.article_id IN (SELECT value FROM json_each(?))
            ORDER BY m.article_id, m.start""",
        [json.dumps(list(ids))],
    )
    place = {one: n for n, one in enumerate(ids)}
    return sorted(map(_judged, rows), key=lambda row: place[str(row["article_id"])])


def _judged(row: Row) -> Row:
    review = json.loads(str(row["review"])) if row["review"] else {}
    right = {name: value for name, value in (review.get("value") or {}).items() if name in row}
    return row | right | {"verdict": review.get("verdict")}
