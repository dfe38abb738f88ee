"""Write and read files of one JSON value a line, or of one JSON array."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

from corpus.errors import CorpusError

PIECE = 1 << 16
"""Characters of a long array that are read at once."""

Object = dict[str, Any]  # Any: JSON that another tool wrote


def save_lines(path: Path, rows: Iterable[Object]) -> None:
    """Write one object a line."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for row in rows:
            # U+2028 and U+2029 end a line for some readers; JSON may write them escaped.
            line = json.dumps(row, ensure_ascii=False)
            out.write(line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n")


def save_array(path: Path, rows: Iterable[Object]) -> None:
    """Write one JSON array, an object a line."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        before = "[\n"
        for row in rows:
            out.write(before + json.dumps(row, ensure_ascii=False))
            before = ",\n"
        out.write("\n]\n" if before == ",\n" else "[]\n")


def load_objects(path: Path) -> Iterator[tuple[str, Object]]:
    """Give (place, object) of a JSONL file or of a JSON array, one after the other.

    Raise `CorpusError` where it is neither.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="\n") as file:
            first = _first_letter(file)
            if first == "[":
                yield from _load_array(path, file)
                return
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _object(f"{path}:{number}", _parse(line, f"{path}:{number}"))
    except (OSError, UnicodeDecodeError) as err:
        raise CorpusError(f"{path}: cannot be read: {err}") from err


def _first_letter(file: TextIO) -> str:
    while (letter := file.read(1)).isspace():
        pass
    file.seek(0)
    return letter


def _load_array(path: Path, file: TextIO) -> Iterator[tuple[str, Object]]:
    """Give the items of an array of whatever length, holding one of them and a piece of the file at a time."""
    rest = ""
    while not (rest := rest.lstrip()):
        rest = file.read(PIECE)
    rest, number = rest[1:], 0
    while True:
        while not (rest := rest.lstrip()) and (more := file.read(PIECE)):
            rest = more
        if rest.startswith("]"):
            if (rest[1:] + file.read()).strip():
                raise CorpusError(f"{path}: something stands behind the end of its array")
            return
        if number:
            if not rest.startswith(","):
                raise CorpusError(f"{path} item {number}: not JSON: {rest[:20]!r} behind it")
            rest = rest[1:]
        number += 1
        where = f"{path} item {number}"
        row, rest = _decode_item(rest, file, where)
        yield _object(where, row)


def _decode_item(rest: str, file: TextIO, where: str) -> tuple[object, str]:
    decoder, piece = json.JSONDecoder(), PIECE
    while True:
        rest = rest.lstrip()
        try:
            row, end = decoder.raw_decode(rest)
        except ValueError as err:
            more = file.read(piece)
            if not more:
                raise CorpusError(f"{where}: not JSON: {err}") from err
            # Twice as much each time, so that a long item is not begun anew too often.
            rest, piece = rest + more, piece * 2
        else:
            return row, rest[end:]


def _parse(text: str, where: str) -> object:
    try:
        found: object = json.loads(text)
    except ValueError as err:
        raise CorpusError(f"{where}: not JSON: {err}") from err
    return found


def _object(where: str, row: object) -> tuple[str, Object]:
    if not isinstance(row, dict):
        raise CorpusError(f"{where}: not a JSON object")
    return where, row
