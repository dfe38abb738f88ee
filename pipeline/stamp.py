"""Say in one line which data a page was made from, and by what."""

from datetime import datetime
from importlib.metadata import version

from sqlite_utils import Database

from pipeline.dates import HANOI


def render_stamp(db: Database) -> str:
    """Give the version, and time and number of the last finished run."""
    last, run = db.execute(
        "SELECT max(finished_at), max(id) FROM runs WHERE finished_at IS NOT NULL"
    ).fetchone()
    made_by = f"thidua {version('thidua')}"
    if last is None:
        return f"{made_by} · chưa có lượt chạy nào"
    when = datetime.fromisoformat(last).astimezone(HANOI).strftime("%H:%M ngày %d/%m/%Y")
    return f"{made_by} · dữ liệu đến {when} (giờ Hà Nội) · lượt {run}"
