"""Say in one line which data a page was made from, and by what."""

from datetime import datetime
from importlib.metadata import version

from sqlite_utils import Database

from pipeline.dates import HANOI


def render_stamp(db: Database) -> str:
    """Give version, time of the last finished run and a short print of the data."""
    last, run = db.execute(
        "SELECT max(finished_at), max(id) FROM runs WHERE finished_at IS NOT NULL"
    ).fetchone()
    when = (
        datetime.fromisoformat(last).astimezone(HANOI).strftime("%H:%M ngày %d/%m/%Y")
        if last
        else "chưa rõ lúc"
    )
    return f"thidua {version('thidua')} · dữ liệu đến {when} (giờ Hà Nội) · lượt {run or 0}"
