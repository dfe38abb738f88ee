"""What pages need of an article beyond the store's tables: private names, province, bodies, what figures belong to.

Read once an article with all layers of the extractor and kept in a file beside the database, which may be
deleted at any time: it is made again.
"""

import hashlib
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from sqlite_utils import Database

import extractors
from corpus.site.private_names import find_private
from extractors.entities import Organization, Relation
from extractors.facts import Facts
from extractors.text import fold, spelling
from pipeline.store import Store, open_store
from pipeline.vocabulary import province_id

SCHEMA = """
CREATE TABLE IF NOT EXISTS layers.article_layers (
  article_id TEXT PRIMARY KEY, rules TEXT NOT NULL, private TEXT NOT NULL, written_id TEXT, today_id TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS layers.by_written ON article_layers (written_id);
CREATE INDEX IF NOT EXISTS layers.by_today ON article_layers (today_id);
CREATE TABLE IF NOT EXISTS layers.bodies (id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS layers.article_bodies (
  article_id TEXT NOT NULL, body_id TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (article_id, body_id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS layers.figure_links (
  article_id TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, campaign TEXT, body TEXT, period TEXT,
  PRIMARY KEY (article_id, start, end)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS layers.by_body ON article_bodies (body_id, article_id);
"""
BATCH = 200
_UNIONS = ("cong doan ", "lien doan lao dong ", "tong lien doan ", "nghiep doan ")
Read = Callable[[str, date | None], Facts]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An organisation that an article names."""

    id: str
    """Id of the ontology, or a slug of its name."""
    name: str
    """Its name."""
    type: str
    """What sort of body it is."""


def layers_path(db: Path) -> Path:
    """Give the path of the file beside a database."""
    return db.with_name(f"{db.stem}-layers.sqlite")


@contextmanager
def open_with_layers(db: Path) -> Iterator[Store]:
    """Open the database for reading, the file of layers attached as `layers`; in memory where none may be written."""
    with open_store(db, read_only=True) as store:
        try:
            store.db.execute(
                "ATTACH ? AS layers", [f"{layers_path(db).absolute().as_uri()}?mode=rwc"]
            )
            store.db.conn.executescript(SCHEMA)
        except sqlite3.OperationalError:
            if any(row[1] == "layers" for row in store.db.execute("PRAGMA database_list")):
                store.db.execute("DETACH layers")
            store.db.execute("ATTACH ':memory:' AS layers")
            store.db.conn.executescript(SCHEMA)
        yield store


def read_layers(db: Database, *, since: str | None = None, read: Read | None = None) -> int:
    """Read every current article that was not read by these rules; give how many were.

    `since` bounds it to articles published from that day on or not yet in a digest.
    """
    rules = hash_rules()
    bound = (
        "AND (a.published_on >= ? OR a.first_seen_run > "
        "(SELECT coalesce(max(until_run), 0) FROM digests WHERE sent_at IS NOT NULL))"
        if since
        else ""
    )
    due = [
        row[0]
        for row in db.execute(
            f"""SELECT a.id FROM articles a LEFT JOIN article_layers l ON l.article_id = a.id
                WHERE a.is_current = 1 AND (l.rules IS NULL OR l.rules <> ?) {bound}""",
            [rules, since] if since else [rules],
        )
    ]
    reader = read or _packaged_reader()
    for first in range(0, len(due), BATCH):
        with db.conn:
            for article_id in due[first : first + BATCH]:
                _read_one(db, article_id, rules, reader)
    return len(due)


@lru_cache(maxsize=1)
def hash_rules() -> str:
    """Give a hash of all code and data of the extractors and of the rule for private names."""
    root = Path(next(iter(extractors.__path__)))
    own = (Path(__file__), root.parent / "corpus" / "site" / "private_names.py")
    digest = hashlib.sha256()
    for path in (*sorted(root.rglob("*.py")), *sorted(root.rglob("*.json")), *own):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def _packaged_reader() -> Read:
    from extractors.extract import load_extractor

    extractor = load_extractor()
    return lambda text, published: extractor.extract_all(text, published=published)


def _read_one(db: Database, article_id: str, rules: str, read: Read) -> None:
    text, published, known = db.execute(
        "SELECT text, published_on, province_id FROM articles WHERE id = ?", [article_id]
    ).fetchone()
    facts = read(text, date.fromisoformat(published) if _is_day(published) else None)
    about = facts.article.province if facts.article else None
    written = known or (province_id(about) if about else None)
    db.execute("DELETE FROM layers.article_bodies WHERE article_id = ?", [article_id])
    db.execute(
        """INSERT OR REPLACE INTO layers.article_layers VALUES (?, ?, ?,
           (SELECT id FROM provinces WHERE id = ?),
           coalesce((SELECT new_id FROM province_map WHERE old_id = ?), (SELECT id FROM provinces WHERE id = ?)))""",
        [
            article_id,
            rules,
            json.dumps(find_private(text, facts.people)),
            written,
            written,
            written,
        ],
    )
    db.execute("DELETE FROM layers.figure_links WHERE article_id = ?", [article_id])
    db.conn.executemany(
        "INSERT OR IGNORE INTO layers.figure_links VALUES (?, ?, ?, ?, ?, ?)",
        [(article_id, *row) for row in link_figures(facts)],
    )
    for n, body in enumerate(name_bodies(facts.organizations)):
        db.execute(
            "INSERT OR IGNORE INTO layers.bodies VALUES (?, ?, ?)", [body.id, body.name, body.type]
        )
        db.execute(
            "INSERT OR IGNORE INTO layers.article_bodies VALUES (?, ?, ?)", [article_id, body.id, n]
        )


def link_figures(facts: Facts) -> list[tuple[int, int, str | None, str | None, str | None]]:
    """Give place, campaign, body and period of each figure that belongs to one of them."""
    found: dict[int, dict[Relation, str]] = {}
    for link in facts.links:
        if link.from_layer != "figures":
            continue
        row = found.setdefault(link.from_index, {})
        if link.relation is Relation.CAMPAIGN:
            row[link.relation] = facts.campaigns[link.to_index].key
        elif link.relation is Relation.ORGANIZATION:
            body = facts.organizations[link.to_index]
            row[link.relation] = body.id or spelling(body.name)
        elif link.relation is Relation.PERIOD:
            time = facts.times[link.to_index]
            row[link.relation] = f"{time.begin or ''}/{time.until or ''}"
    return [
        (
            facts.figures[number].start,
            facts.figures[number].end,
            row.get(Relation.CAMPAIGN),
            row.get(Relation.ORGANIZATION),
            row.get(Relation.PERIOD),
        )
        for number, row in found.items()
        if row
    ]


def name_bodies(organizations: tuple[Organization, ...]) -> tuple[Body, ...]:
    """Give the unions with a name of their own and all bodies of the ontology, each once."""
    found: dict[str, Body] = {}
    for one in organizations:
        name = " ".join(re.sub(r"\([^)]*\)", " ", one.name).split())
        # "Liên đoàn Lao động tỉnh", "Công đoàn công ty": which one, only the article knows.
        named = bool(name) and (name.split()[-1][:1].isupper() or name[-1].isdigit())
        union = fold(name).startswith(_UNIONS)
        if one.id is None and not (named and union):
            continue
        key = one.id or re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
        if key:
            found.setdefault(key, Body(id=key, name=name, type=str(one.type)))
    return tuple(found.values())


def _is_day(text: str | None) -> bool:
    return text is not None and len(text) == 10
