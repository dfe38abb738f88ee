"""Build the explorer: every page that changed since the last build, and no other."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from corpus.site import pages
from corpus.site.paths import KINDS, article_page, entity_page, feed_page
from corpus.site.quotes import Names
from corpus.site.records import Item, Overview, Period, Ref
from corpus.site.templates_env import hash_templates, read_asset
from pipeline.private_people import require_layers
from pipeline.search import other_names
from pipeline.site_data import Scope, last_day, make_period, read_ids, read_new_ids, read_overview
from pipeline.site_entities import (
    Entity,
    count_parts,
    list_entities,
    newest_ids,
    read_entity,
    read_names,
)
from pipeline.site_files import make_files
from pipeline.site_folder import SiteFolder
from pipeline.site_items import ItemReader
from pipeline.site_prints import make_print, make_prints
from pipeline.stamp import render_stamp
from pipeline.store import open_store
from pipeline.topic_hits import read_topics

TITLE = "Bản tin thi đua"
BATCH = 100
FEED_SIZE = 40
NEWEST = 100
MAX_NEW = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteOptions:
    """How a site is to be built."""

    names: Names
    """What becomes of private persons' names."""
    full_text: bool
    """Whether article pages hold the whole text, which is for use in the house alone."""
    today: str
    """The day in Hà Nội that the ninety days of health end with."""
    title: str = TITLE
    """What the front page is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build did."""

    articles: int
    """Current articles."""
    written: int
    """Pages written."""
    kept: int
    """Pages left as they were."""
    removed: int
    """Pages removed."""


def build_site(db: Path, out: Path, options: SiteOptions) -> Built:
    """Bring the folder to the state of the database."""
    folder = SiteFolder(out)
    with open_store(db, read_only=True) as store:
        require_layers(store.db)
        articles = make_prints(store.db)
        builder = _Builder(store.db, folder, options)
        for step in (
            builder.put_assets,
            builder.put_articles,
            builder.put_entities,
            builder.put_search,
            builder.put_topics,
            builder.put_front,
        ):
            step()
            folder.commit()
    folder.close()
    return Built(
        articles=articles,
        written=folder.written,
        kept=folder.kept,
        removed=folder.removed,
    )


class _Builder:
    """Puts each sort of page into the folder."""

    def __init__(self, db: Database, folder: SiteFolder, options: SiteOptions) -> None:
        self._db = db
        self._folder = folder
        self._options = options
        self._reader = ItemReader(db, names=options.names)
        ontology = db.execute("SELECT value FROM _meta WHERE key = 'ontology'").fetchone()
        self._base = make_print(
            hash_templates(), ontology, options.names, options.full_text, options.title
        )

    def put_assets(self) -> None:
        """Put style and script."""
        for name in pages.ASSETS:
            text = read_asset(name)
            self._put_now(name, text)

    def put_articles(self) -> None:
        """Put one page an article; what changed is read by the batch."""
        cursor = self._db.conn.execute("SELECT article_id, print FROM prints ORDER BY article_id")
        while batch := cursor.fetchmany(BATCH):
            wanted = {key: make_print(self._base, print_) for key, print_ in batch}
            stale = [
                key
                for key, number in wanted.items()
                if not self._folder.is_fresh(article_page(key), number)
            ]
            items = {
                item.id: item
                for item in self._reader.items(stale, page=True, full=self._options.full_text)
            }
            for key, number in wanted.items():
                self._folder.put(article_page(key), number, partial(_render_article, items, key))
            self._folder.commit()

    def put_entities(self) -> None:
        """Put one page a thing, its feed, and the list of all things of a kind."""
        found = list_entities(self._db)
        for kind in KINDS:
            names = read_names(self._db, kind)
            listed = {one.key: one for one in found if one.kind == kind and one.key in names}
            for entity in listed.values():
                self._put_entity(entity, names[entity.key])
            things = [
                (Ref(id=key, name=name, page=entity_page(kind, key)), listed[key].count)
                for key, name in names.items()
                if key in listed
            ]
            self._folder.put(
                f"{kind}/index.html",
                make_print(self._base, things),
                partial(pages.render_list, kind, things),
            )
            self._folder.commit()

    def _put_entity(self, entity: Entity, name: str) -> None:
        number = make_print(self._base, entity, name)
        for part in range(1, count_parts(entity) + 1):
            path = entity_page(entity.kind, entity.key, part)

            def make(part: int = part, path: str = path) -> str:
                page = read_entity(self._db, self._reader, entity, name, part=part)
                return pages.render_entity(page, path)

            self._folder.put(path, number, make)
        if entity.kind in ("chien-dich", "nguon"):
            ids = newest_ids(self._db, entity, FEED_SIZE)
            self._folder.put(
                feed_page(entity.kind, entity.key),
                number,
                partial(self._feed, name, f"{entity.kind}:{entity.key}", ids),
            )

    def put_search(self) -> None:
        """Put the search index by month, and the page that searches it."""
        shards = []
        for month, number in self._db.execute(
            "SELECT coalesce(month, 'khong-ro'), sum(print) FROM prints GROUP BY 1 ORDER BY 1 DESC"
        ).fetchall():
            path = f"chi-muc/{month}.js"
            shards.append(path)
            self._folder.put(
                path,
                make_print(self._base, number),
                partial(self._shard, month),
            )
        ids = [
            row[0]
            for row in self._db.execute(
                """SELECT id FROM articles WHERE is_current = 1
                   ORDER BY published_on DESC, published_at DESC, id LIMIT ?""",
                [NEWEST],
            )
        ]
        total, number = self._db.execute("SELECT count(*), sum(print) FROM prints").fetchone()
        self._folder.put(
            "tim.html",
            make_print(self._base, total, number),
            lambda: pages.render_search(
                self._reader.items(ids, facts=0, lead=False),
                total=total,
                shards=shards,
                aliases=other_names(),
            ),
        )
        self._folder.put(
            "nguon-tin/tat-ca.xml",
            make_print(self._base, total, number),
            partial(self._feed, self._options.title, "tat-ca", ids[:FEED_SIZE]),
        )

    def _shard(self, month: str) -> str:
        return pages.render_shard(self._index_rows(month))

    def _index_rows(self, month: str) -> list[tuple[str, ...]]:
        ids = [
            row[0]
            for row in self._db.execute(
                """SELECT p.article_id FROM prints p JOIN articles a ON a.id = p.article_id
                   WHERE coalesce(p.month, 'khong-ro') = ? ORDER BY a.published_on DESC, a.id""",
                [month],
            )
        ]
        rows: list[tuple[str, ...]] = []
        for first in range(0, len(ids), BATCH):
            for item in self._reader.items(ids[first : first + BATCH], facts=0, lead=False):
                places = dict.fromkeys(
                    p.name for p in (item.province_today, item.province_written) if p is not None
                )
                campaigns = " · ".join(ref.name for ref in item.campaigns)
                day = "/".join(reversed((item.day or "").split("-")))
                rows.append(
                    (item.page, item.title, day, item.source.name, " · ".join(places), campaigns)
                )
        return rows

    def put_topics(self) -> None:
        """Put a feed a topic."""
        for topic in read_topics(self._db, self._period()):
            ids = topic.ids[:FEED_SIZE]
            self._folder.put(
                topic.feed,
                make_print(self._base, topic.name, ids),
                partial(self._feed, topic.name, f"chu-de:{topic.id}", ids),
            )

    def _feed(self, title: str, key: str, ids: Sequence[str]) -> str:
        return pages.render_feed(title, key, self._reader.items(ids, facts=0))

    def put_front(self) -> None:
        """Put the pages that say how things stand today: front, sources, method, downloads."""
        overview = self._overview()
        self._put_now("index.html", pages.render_front(overview))
        new = read_new_ids(self._db)
        self._folder.put(
            "moi.html",
            make_print(self._base, new, self._sum_of(new)),
            lambda: pages.render_new(self._reader.items(new[:MAX_NEW], facts=0), len(new)),
        )
        self._put_now("nguon.html", pages.render_sources(overview.health))
        self._put_now("phuong-phap.html", pages.render_method(self._options.names))
        ids = read_ids(
            self._db, Scope(period=overview.period), overview.period.since, overview.period.until
        )
        number = make_print(self._base, ids, self._sum_of(ids), overview.shares, overview.health)
        paths = [path for path, _ in pages.DOWNLOADS]
        made: dict[str, bytes] = {}

        def make(path: str) -> bytes:
            if not made:
                made.update(make_files(overview, self._reader.items(ids)))
            return made[path]

        for path in paths:
            self._folder.put(path, number, partial(make, path))

    def _sum_of(self, ids: list[str]) -> int:
        return int(
            self._db.execute(
                """SELECT coalesce(sum(print), 0) FROM prints
                   WHERE article_id IN (SELECT value FROM json_each(?))""",
                [json.dumps(ids)],
            ).fetchone()[0]
        )

    def _put_now(self, path: str, text: str) -> None:
        self._folder.put(path, make_print(text), lambda: text)

    def _period(self) -> Period:
        return make_period(None, None, last=last_day(self._db) or self._options.today)

    def _overview(self) -> Overview:
        return read_overview(
            self._db,
            Scope(period=self._period()),
            names=self._options.names,
            title=self._options.title,
            stamp=render_stamp(self._db),
            today=self._options.today,
        )


def _render_article(items: Mapping[str, Item], key: str) -> str:
    return pages.render_article(items[key])
