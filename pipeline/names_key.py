"""The key that names are hashed with: made once a database, never exported, so that hashes tell nothing elsewhere."""

import hashlib
import hmac
import secrets

from sqlite_utils import Database

from extractors.text import spelling

_KEY = "names_key"


def make_names_key(db: Database) -> None:
    """Give a database its key."""
    db.execute(
        "INSERT OR IGNORE INTO _meta (key, value) VALUES (?, ?)", [_KEY, secrets.token_hex(32)]
    )


def load_names_key(db: Database) -> bytes:
    """Give the key of a database."""
    row = db.conn.execute("SELECT value FROM _meta WHERE key = ?", [_KEY]).fetchone()
    return bytes.fromhex(row[0])


def hash_name(name: str, key: bytes) -> str:
    """Give what tells equal names of one database apart, in any spelling and case."""
    plain = " ".join(spelling(name).split())
    return hmac.new(key, plain.encode(), hashlib.sha256).hexdigest()[:16]
