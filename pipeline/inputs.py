"""What PATH… and "-" stand for: files, folders, lines of JSON."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError

PAGE_SUFFIXES = {".html", ".htm", ".xhtml", ".txt", ".jsonl", ".ndjson", ".warc", ".gz"}
PARTITIONS = "partitions.json"
"""What a folder of partitions is known by."""
MAX_FILE_BYTES = 200_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonText:
    """One line of a JSONL input; its text is the article, exactly as given."""

    name: str
    """File and line, for messages."""
    id: str
    """The id the line states; it is a string or a number there."""
    text: str
    """The text."""
    line: bytes
    """The line as it stood in the file."""
    title: str | None = None
    """The title, where the line has one."""
    url: str | None = None
    """The address, where the line has one."""
    published: str | None = None
    """The date, where the line has one."""


def expand_paths(paths: tuple[Path, ...]) -> Iterator[Path]:
    """Give the files of the arguments in their order; those of a folder by name, hidden ones left out."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for inner in sorted(path.rglob("*")):
            hidden = any(part.startswith(".") for part in inner.relative_to(path).parts)
            if inner.is_file() and not hidden and inner.suffix.lower() in PAGE_SUFFIXES:
                yield inner


def is_json_lines(path: Path) -> bool:
    """Say whether a file is JSONL by its name; "-" is."""
    return str(path) == "-" or path.suffix.lower() in {".jsonl", ".ndjson"}


def is_warc(path: Path) -> bool:
    """Say whether a file is a web archive by its name."""
    return path.name.lower().endswith((".warc", ".warc.gz"))


def is_partitions(path: Path) -> bool:
    """Say whether a folder holds the partitions of a cluster's work."""
    return (path / PARTITIONS).is_file()


def read_file(path: Path) -> bytes:
    """Give the bytes of a file; raise `InputError` where it cannot be read."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise InputError(
                f"{path}: more than {MAX_FILE_BYTES // 1_000_000} MB",
                "no page is that big",
                "split it",
            )
        return path.read_bytes()
    except OSError as err:
        raise InputError(
            f"{path}: {err.strerror}", "", "check the path and the permissions"
        ) from err


def read_json_lines(path: Path) -> Iterator[JsonText | InputError]:
    """Give each line of a JSONL file or of the standard input; a broken line gives its error instead."""
    if str(path) == "-":
        yield from _read_lines(sys.stdin.buffer, "-")
        return
    try:
        with path.open("rb") as stream:
            yield from _read_lines(stream, path.name)
    except OSError as err:
        yield InputError(f"{path}: {err.strerror}", "", "check the path and the permissions")


def _read_lines(stream: Iterable[bytes], name: str) -> Iterator[JsonText | InputError]:
    seen = False
    for number, line in enumerate(stream, 1):
        if line.strip():
            seen = True
            yield parse_json_line(line.strip(), f"{name}:{number}")
    if not seen:
        yield InputError(f"{name}: no line in it", "the file is empty", "check the path")


def parse_json_line(line: bytes, name: str) -> JsonText | InputError:
    """Give the document of one line, or why there is none."""
    wanted = 'each line is {"id": ..., "text": ...}'
    try:
        record = json.loads(line)
    except ValueError as err:
        return InputError(f"{name}: {err}", "the line is no JSON", wanted)
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        return InputError(
            f"{name}: no string under the key text", "the line holds no article", wanted
        )
    if not isinstance(record.get("id"), str | int):
        return InputError(
            f"{name}: no id", "a document without an id cannot be found again", wanted
        )
    if _has_half_character(record["text"]):
        return InputError(
            f"{name}: half a surrogate pair in the text", "it is no Unicode text", wanted
        )

    def maybe(key: str) -> str | None:
        value = record.get(key)
        return value if isinstance(value, str) else None

    return JsonText(
        name=name,
        id=str(record["id"]),
        text=record["text"],
        line=line,
        title=maybe("title"),
        url=maybe("url"),
        published=maybe("published"),
    )


def _has_half_character(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)
