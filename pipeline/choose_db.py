"""Which database a command means."""

import os
from pathlib import Path

from pipeline.invocation import Invocation


def choose_db(invocation: Invocation, option: Path | None) -> Path:
    """Give the option, else THIDUA_DB, else the configuration's, else thidua.db here."""
    if option is not None:
        return option
    variable = os.environ.get("THIDUA_DB")
    return Path(variable) if variable else invocation.load_settings().store.db
