"""Write and read files of one JSON value a line, or of one JSON array."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from corpus.errors import CorpusError

Object = dict[str, Any]  # Any: JSON that another tool wrote


def save_lines(path: Path, rows: Iterable[Object]) -> None:
    """Write one object a line."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for row in rows:
            # U+2028 and U+2029 end a line for some readers; JSON may write them escaped.
            line = json.dumps(row, ensure_ascii=False)
            out.write(line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n")


def load_objects(path: Path) -> Iterator[tuple[str, Object]]:
    """Give (place, object) of a JSONL file or of a JSON array; raise `CorpusError` where it is neither."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as err:
        raise CorpusError(f"{path}: cannot be read: {err}") from err
    if text.lstrip().startswith("["):
        for number, row in enumerate(_parse(text, str(path)), 1):
            yield _object(f"{path} item {number}", row)
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _object(f"{path}:{number}", _parse(line, f"{path}:{number}"))


def _parse(text: str, where: str) -> list[object] | Object:
    try:
        found: list[object] | Object = json.loads(text)
    except ValueError as err:
        raise CorpusError(f"{where}: not JSON: {err}") from err
    return found


def _object(where: str, row: object) -> tuple[str, Object]:
    if not isinstance(row, dict):
        raise CorpusError(f"{where}: not a JSON object")
    return where, row
