"""What a database remembers of its releases: versions, their articles, and the takedowns that each was first to obey."""

from sqlite_utils import Database

from corpus.release.records import ReleasePlan
from pipeline.dates import now, render_utc
from pipeline.errors import VersionTakenError


def newest_version(db: Database, day: str) -> str:
    """Give the version of a day's last release, such as "2026.11.20" or "2026.11.20+2"; the day itself for its first."""
    row = db.execute(
        """SELECT version FROM releases WHERE version = ? OR (version GLOB ? AND NOT version GLOB ?)
           ORDER BY built_at DESC, rowid DESC LIMIT 1""",
        [day, f"{day}+[0-9]*", f"{day}+*[^0-9]*"],
    ).fetchone()
    return str(row[0]) if row else day


def is_outdated(db: Database, version: str) -> bool:
    """Say whether a version surely has other content than the database now: other articles, or a takedown since.

    False where only building it again can tell.
    """
    row = db.execute("SELECT 1 FROM releases WHERE version = ?", [version]).fetchone()
    if row is None:
        return False
    members = "SELECT article_id FROM release_members WHERE version = ?"
    current = "SELECT id FROM articles WHERE is_current = 1"
    sql = f"""SELECT EXISTS ({members} EXCEPT {current}) OR EXISTS ({current} EXCEPT {members})
        OR EXISTS (SELECT 1 FROM tombstones WHERE effective_release IS NULL)"""
    return bool(db.execute(sql, [version, version]).fetchone()[0])


def next_version(version: str, day: str) -> str:
    """Give the version behind one of a day, as semantic versioning writes it: "2026.11.20+1" behind "2026.11.20"."""
    number = version.removeprefix(day).removeprefix("+")
    return f"{day}+{int(number or 0) + 1}"


def find_parent(db: Database, version: str) -> str | None:
    """Give the version before: that of its first build, else the one built last; None for the first release."""
    row = db.execute("SELECT parent FROM releases WHERE version = ?", [version]).fetchone()
    if row is None:
        row = db.execute(
            "SELECT version FROM releases ORDER BY built_at DESC, rowid DESC LIMIT 1"
        ).fetchone()
    return str(row[0]) if row is not None and row[0] is not None else None


def obey_tombstones(db: Database, version: str) -> None:
    """Note that takedowns no release has obeyed yet are obeyed from this version on."""
    db.execute(
        "UPDATE tombstones SET effective_release = ? WHERE effective_release IS NULL", [version]
    )


def record_release(db: Database, plan: ReleasePlan, manifest_sha256: str) -> None:
    """Keep the version and its articles; the same release built again changes nothing.

    Raise `VersionTakenError` where the version names other content already: a citation must lead to one content.
    """
    known = db.execute(
        "SELECT manifest_sha256 FROM releases WHERE version = ?", [plan.version]
    ).fetchone()
    if known is not None:
        if known[0] != manifest_sha256:
            raise VersionTakenError(
                f"version {plan.version} was built before, with other content",
                "a version that may have been cited names one content for good",
                "thidua release build --version NAME …",
            )
        return
    # A parent that another database built has no row here to refer to; the manifest names it all the same.
    db.execute(
        """INSERT INTO releases (version, built_at, parent, doi, concept_doi, manifest_sha256)
           VALUES (?, ?, (SELECT version FROM releases WHERE version = ?), ?, ?, ?)""",
        [
            plan.version,
            render_utc(now()),
            plan.parent,
            plan.doi,
            plan.concept_doi,
            manifest_sha256,
        ],
    )
    db.execute(
        "INSERT INTO release_members (version, article_id) SELECT ?, id FROM articles WHERE is_current = 1",
        [plan.version],
    )
