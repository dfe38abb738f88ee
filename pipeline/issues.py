"""The list of what failed: pages and whole ways of a source."""

from datetime import datetime

from sqlite_utils import Database

from pipeline.dates import render_utc
from scrapers.errors import (
    FetchError,
    LayoutError,
    NotAnArticleError,
    ScrapeError,
    UnreadablePageError,
)

OWN_KINDS = {
    UnreadablePageError: "unreadable_page",
    LayoutError: "unknown_layout",
}


def kind_of(err: ScrapeError) -> str:
    """Give the stable word for what a page or way failed of."""
    if isinstance(err, FetchError | NotAnArticleError):
        return err.kind
    return next((kind for cls, kind in OWN_KINDS.items() if isinstance(err, cls)), "unusable_page")


def save_issue(
    db: Database, *, run_id: int, slug: str, url: str, kind: str, detail: str, now: datetime
) -> None:
    """Write one issue."""
    db.execute(
        "INSERT INTO issues (run_id, slug, url, kind, detail, at) VALUES (?, ?, ?, ?, ?, ?)",
        [run_id, slug, url, kind, detail, render_utc(now)],
    )
