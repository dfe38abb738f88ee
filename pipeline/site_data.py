"""Read one period of the database as the records that front page, report and digest are made of.

Every query that pages need stands in this module and in its neighbours `site_items`, `site_claims`,
`site_entities` and `site_health`, so that a new table of the store has one place to be read from.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlite_utils import Database

from corpus.site.paths import entity_page
from corpus.site.quotes import Names
from corpus.site.records import (
    FormCount,
    Grid,
    GridRow,
    Health,
    Item,
    Overview,
    Period,
    Ref,
    Share,
    Topic,
)
from corpus.site.safety import clean_text
from pipeline.digest_marks import read_mark
from pipeline.errors import MisuseError
from pipeline.site_claims import read_claims
from pipeline.site_health import read_health
from pipeline.site_items import STATUS, ItemReader
from pipeline.site_rows import TODAY, read_award_rows
from pipeline.topic_hits import read_topics

DAYS = 28
"""Length of the front page's period, as of the view `ty_trong_chien_dich`."""
NO_CAMPAIGN = Ref(id="", name="Tin khác, chưa gắn chiến dịch")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is looked at, and how much of it is listed."""

    period: Period
    """The days."""
    campaign: str | None = None
    """Id of a campaign; None for all."""
    province: str | None = None
    """Id of a province of today or before; None for all."""
    source: str | None = None
    """Id of a source; None for all."""
    shares: int = 12
    """Campaigns that are listed."""
    columns: int = 8
    """Campaigns across the grid."""
    new: int = 8
    """New articles that are listed."""
    claims: int = 12
    """Claims that are listed."""
    awards: int = 8
    """Awards that are listed."""
    since_digest: bool = True
    """Whether the list of new articles is what came since the last digest, or the newest of the period."""
    items: bool = False
    """Whether all articles of the period are wanted, as for a workbook."""


def last_day(db: Database) -> str | None:
    """Give the newest day an article was published on. None where there is no article."""
    found = db.execute(
        "SELECT max(published_on) FROM articles WHERE is_current = 1 AND length(published_on) = 10"
    ).fetchone()[0]
    return str(found) if found else None


def make_period(since: str | None, until: str | None, *, last: str) -> Period:
    """Give the period of two ISO days; the 28 days up to `last` where none is named."""
    try:
        end = date.fromisoformat(until or last)
        begin = date.fromisoformat(since) if since else end - timedelta(days=DAYS - 1)
    except ValueError as err:
        raise MisuseError(f"{since or until}: no day", "", "write it as 2025-11-19") from err
    if begin > end:
        raise MisuseError(f"the period ends before it begins: {begin}..{end}")
    days = (end - begin).days + 1
    return Period(
        since=begin.isoformat(),
        until=end.isoformat(),
        before_since=(begin - timedelta(days=days)).isoformat(),
        before_until=(begin - timedelta(days=1)).isoformat(),
        days=days,
    )


def read_overview(
    db: Database, scope: Scope, *, names: Names, title: str, stamp: str, today: str
) -> Overview:
    """Read everything that the front page and the report show."""
    reader = ItemReader(db, names=names)
    period = scope.period
    ids = read_ids(db, scope, period.since, period.until)
    before = read_ids(db, scope, period.before_since, period.before_until)
    shares, pairs, campaigns = _shares(db, scope, ids, before)
    columns = tuple(share.ref for share in shares if share.ref.id)[: scope.columns]
    new_ids = read_new_ids(db) if scope.since_digest else ids
    health = read_health(db, today=today)
    failed, failed_today = _failed(db, health, today=False), _failed(db, health, today=True)
    awards = read_award_rows(db, ids)
    awards.sort(key=lambda row: (row["status"] != "conferred", row["grantor"] is None))
    figures, unreviewed = _count_figures(db, ids)
    return Overview(
        title=title,
        period=period,
        bounds=_say_bounds(db, scope),
        articles=len(ids),
        articles_before=len(before),
        days_behind=_days_behind(db, today),
        since_digest=scope.since_digest,
        new_count=len(new_ids),
        new=group_new(reader.items(new_ids[: scope.new], facts=0)),
        shares=shares,
        pairs=pairs,
        campaigns=campaigns,
        grid_today=_grid(db, ids, columns, today=True, failed=failed_today),
        grid_written=_grid(db, ids, columns, today=False, failed=failed),
        claims=read_claims(db, reader, ids, limit=scope.claims),
        figures=figures,
        forms=_forms(db, ids),
        awards=reader.awards([row for row in awards if row["verdict"] != "wrong"][: scope.awards]),
        health=health,
        answered=sum(source.status == "tốt" for source in health),
        unreviewed=unreviewed,
        topics=tuple(
            Topic(id=t.id, name=t.name, query=t.query, feed=t.feed, count=t.count, alert=t.alert)
            for t in read_topics(db, period)
        ),
        items=reader.items(ids) if scope.items else (),
        stamp=stamp,
        names=names,
    )


def read_ids(db: Database, scope: Scope, since: str, until: str) -> list[str]:
    """Give the current articles of a period and scope, newest first."""
    rows = db.execute(
        f"""SELECT a.id FROM articles a
           WHERE a.is_current = 1 AND length(a.published_on) = 10 AND a.published_on BETWEEN :since AND :until
           AND (:source IS NULL OR a.source_slug = :source)
           AND (:province IS NULL OR :province IN (a.province_id, {TODAY}))
           AND (:campaign IS NULL OR EXISTS (SELECT 1 FROM campaign_mentions m WHERE m.article_id = a.id
             AND m.campaign_id = :campaign AND m.ended_run IS NULL))
           ORDER BY a.published_on DESC, a.published_at DESC, a.id""",
        {
            "since": since,
            "until": until,
            "source": scope.source,
            "province": scope.province,
            "campaign": scope.campaign,
        },
    )
    return [row[0] for row in rows]


def read_new_ids(db: Database, *, topic: str | None = None) -> list[str]:
    """Give the articles since the last digest, newest first: those of the view `moi_tu_ban_tin_truoc`.

    With a topic, those since its own last digest, whether it catches them or not.
    """
    rows = db.execute(
        """SELECT id FROM articles WHERE is_current = 1 AND first_seen_run > ?
           ORDER BY published_on DESC, published_at DESC, id""",
        [read_mark(db, topic).until_run],
    )
    return [row[0] for row in rows]


def group_new(items: Sequence[Item]) -> tuple[tuple[Ref, tuple[Item, ...]], ...]:
    """Group articles by their first campaign, the largest group first, those without one last."""
    groups: dict[str, tuple[Ref, list[Item]]] = {}
    for item in items:
        ref = item.campaigns[0] if item.campaigns else NO_CAMPAIGN
        groups.setdefault(ref.id, (ref, []))[1].append(item)
    ordered = sorted(groups.values(), key=lambda pair: (not pair[0].id, -len(pair[1])))
    return tuple((ref, tuple(group)) for ref, group in ordered)


def _shares(
    db: Database, scope: Scope, ids: Sequence[str], before: Sequence[str]
) -> tuple[tuple[Share, ...], int, int]:
    """Give the shares, the number of pairs and that of campaigns; the last row holds what is not listed, so that all sum to 100."""
    sql = f"""SELECT c.id, c.name, c.sort_key, a.published_on, a.source_slug, {TODAY} FROM
        (SELECT DISTINCT m.campaign_id, m.article_id FROM campaign_mentions m WHERE m.ended_run IS NULL
          AND m.article_id IN (SELECT value FROM json_each(?))) h
        JOIN campaigns c ON c.id = h.campaign_id JOIN articles a ON a.id = h.article_id"""
    now = db.execute(sql, [json.dumps(list(ids))]).fetchall()
    earlier: dict[str, int] = {}
    for row in db.execute(sql, [json.dumps(list(before))]):
        earlier[row[0]] = earlier.get(row[0], 0) + 1
    by_campaign: dict[str, list[tuple[str, ...]]] = {}
    for row in now:
        by_campaign.setdefault(row[0], []).append(row)
    ordered = sorted(by_campaign.values(), key=lambda rows: (-len(rows), rows[0][2]))
    made = [_share(rows, earlier, len(now), scope.period) for rows in ordered[: scope.shares]]
    rest = ordered[scope.shares :]
    if rest:
        left = [row for rows in rest for row in rows]
        other = _share(left, earlier, len(now), scope.period)
        made.append(
            Share(
                ref=Ref(id="", name=f"{len(rest)} chiến dịch khác"),
                count=len(left),
                percent=round(100 - sum(share.percent for share in made), 1),
                before=sum(earlier.values()) - sum(share.before for share in made),
                sources=other.sources,
                provinces=other.provinces,
                days=other.days,
            )
        )
    return tuple(made), len(now), len(by_campaign)


def _share(
    rows: Sequence[tuple[str, ...]], earlier: dict[str, int], total: int, period: Period
) -> Share:
    key, name = rows[0][0], clean_text(rows[0][1])
    return Share(
        ref=Ref(id=key, name=name, page=entity_page("chien-dich", key)),
        count=len(rows),
        percent=round(100 * len(rows) / total, 1),
        before=earlier.get(key, 0),
        sources=len({row[4] for row in rows}),
        provinces=len({row[5] for row in rows if row[5]}),
        days=_spread([row[3] for row in rows], period),
    )


def _spread(days: Sequence[str], period: Period) -> tuple[int, ...]:
    """Count days into at most 31 equal stretches of the period."""
    stretch = -(-period.days // 31)
    counts = [0] * (-(-period.days // stretch))
    begin = date.fromisoformat(period.since)
    for day in days:
        counts[(date.fromisoformat(day) - begin).days // stretch] += 1
    return tuple(counts)


def _grid(
    db: Database,
    ids: Sequence[str],
    columns: Sequence[Ref],
    *,
    today: bool,
    failed: set[str],
) -> Grid:
    placed: dict[str, set[str]] = {}
    unplaced = 0
    for article, province in db.execute(
        f"""SELECT a.id, {TODAY if today else "a.province_id"} FROM articles a
            WHERE a.id IN (SELECT value FROM json_each(?))""",
        [json.dumps(list(ids))],
    ):
        if province is None:
            unplaced += 1
        else:
            placed.setdefault(province, set()).add(article)
    hits: dict[str, set[str]] = {}
    for campaign, article in db.execute(
        """SELECT DISTINCT campaign_id, article_id FROM campaign_mentions
           WHERE ended_run IS NULL AND article_id IN (SELECT value FROM json_each(?))""",
        [json.dumps(list(ids))],
    ):
        hits.setdefault(campaign, set()).add(article)
    clock = "valid_to IS NULL" if today else "valid_from IS NULL"
    rows, silent = [], []
    for key, name in db.execute(
        f"SELECT id, name FROM provinces WHERE {clock} ORDER BY sort_key"
    ).fetchall():
        articles = placed.get(key, set())
        if not articles and key not in failed:
            silent.append(name)
            continue
        rows.append(
            GridRow(
                ref=Ref(id=key, name=name, page=entity_page("tinh", key) if articles else None),
                cells=tuple(len(articles & hits.get(ref.id, set())) for ref in columns),
                total=len(articles),
                failed=key in failed,
            )
        )
    return Grid(columns=tuple(columns), rows=tuple(rows), silent=tuple(silent), unplaced=unplaced)


def _failed(db: Database, health: Sequence[Health], *, today: bool) -> set[str]:
    """Give the provinces, of today or before, whose own source failed when last asked."""
    failed = {source.ref.id for source in health if source.status == "lỗi"}
    rows = db.execute(
        f"""SELECT a.slug, {TODAY if today else "a.province_id"} FROM sources a
            WHERE a.province_id IS NOT NULL"""
    )
    return {province for slug, province in rows.fetchall() if slug in failed}


def _say_bounds(db: Database, scope: Scope) -> tuple[str, ...]:
    bounds = (
        ("chiến dịch", "campaigns", "id", scope.campaign),
        ("tỉnh, thành phố", "provinces", "id", scope.province),
        ("nguồn", "sources", "slug", scope.source),
    )
    said = []
    for word, table, column, key in bounds:
        if key is not None:
            row = db.execute(f"SELECT name FROM {table} WHERE {column} = ?", [key]).fetchone()
            said.append(clean_text(f"{word} {row[0]}"))
    return tuple(said)


def _days_behind(db: Database, today: str) -> int | None:
    last = last_day(db)
    return (date.fromisoformat(today) - date.fromisoformat(last)).days if last else None


def _forms(db: Database, ids: Sequence[str]) -> tuple[FormCount, ...]:
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for key, name, status, count in db.execute(
        """SELECT f.id, f.name, m.status, count(*) FROM awards m JOIN award_forms f ON f.id = m.form_id
           WHERE m.ended_run IS NULL AND m.article_id IN (SELECT value FROM json_each(?))
           GROUP BY f.id, m.status ORDER BY f.sort_key""",
        [json.dumps(list(ids))],
    ):
        counts.setdefault((key, name), {})[STATUS[status]] = count
    return tuple(
        FormCount(
            form=Ref(id=key, name=name, page=entity_page("hinh-thuc", key)),
            by_status=by_status,
            total=sum(by_status.values()),
        )
        for (key, name), by_status in counts.items()
    )


def _count_figures(db: Database, ids: Sequence[str]) -> tuple[int, int]:
    found = db.execute(
        """SELECT count(*), coalesce(sum(NOT EXISTS (SELECT 1 FROM reviews r WHERE r.target_id = m.id)), 0)
           FROM figures m WHERE m.ended_run IS NULL AND m.article_id IN (SELECT value FROM json_each(?))""",
        [json.dumps(list(ids))],
    ).fetchone()
    return int(found[0]), int(found[1])
