"""systemd units and cron lines."""

import shlex
import sys
from pathlib import Path

from pipeline.errors import MisuseError

UNITS = """\
# thidua-harvest.timer
[Unit]
Description=Nightly harvest of union news

[Timer]
OnCalendar=*-*-* 02:05:00 Asia/Ho_Chi_Minh
Persistent=true
RandomizedDelaySec=20m

[Install]
WantedBy=timers.target

# thidua-harvest.service
[Unit]
Description=Harvest union news
OnFailure=thidua-alert@%n.service

[Service]
Type=oneshot
WorkingDirectory={folder}
ExecStart={thidua} harvest --db {db}
ExecStartPost={thidua} db backup --db {db}
SuccessExitStatus=75
RuntimeMaxSec=2h
StateDirectory=thidua
ReadWritePaths={folder}
ProtectSystem=strict
NoNewPrivileges=true
"""
CRON = """\
5 2 * * *  {thidua} harvest --db {db} && {thidua} db backup --db {db}
0 8 * * *  {thidua} status --max-age 26h --db {db} >/dev/null || echo "thidua: the last good run is too old"
"""


def render_units(db: Path) -> str:
    """Give timer and service, each under a comment with its file name."""
    _refuse_odd(db)
    return UNITS.format(
        thidua=_program(), db=_unit_word(str(db)), folder=_unit_word(str(db.parent))
    )


def render_cron(db: Path) -> str:
    """Give two cron lines: the harvest, and the check that it ran."""
    _refuse_odd(db)
    return CRON.format(thidua=shlex.quote(_program()), db=shlex.quote(str(db)).replace("%", "\\%"))


def _program() -> str:
    return str(Path(sys.executable).with_name("thidua"))


def _unit_word(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"' if " " in text else escaped


def _refuse_odd(path: Path) -> None:
    if any(ord(character) < 32 for character in str(path)):
        raise MisuseError(f"{str(path)!r}: a control character in a path", "no unit can hold it")
