"""The inputs of a cluster's work: files anywhere fsspec reaches, cut into parts that one worker reads in one go."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

import fsspec

from pipeline.errors import InputError
from pipeline.input_items import InputItem, SavedPage, Unreadable, answers_of_archive
from pipeline.inputs import PAGE_SUFFIXES, JsonText, is_json_lines, is_warc, parse_json_line
from scrapers.archive import iter_stream

PAGES_A_PART = 500
BYTES_A_PART = 64_000_000
"""Of lines of JSON; a web archive is one part, since it can only be read from its beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one worker reads in one go."""

    paths: tuple[str, ...]
    """Addresses as fsspec has them: one archive, one file of JSON lines, or some pages."""
    start: int = 0
    """First byte, for lines of JSON; a line belongs to the part in which it begins."""
    end: int | None = None
    """One past the last byte. None up to the end of the file."""

    @property
    def id(self) -> str:
        """A hash of what it holds, the same in each run."""
        return hashlib.sha256(json.dumps(asdict(self)).encode()).hexdigest()[:16]

    @property
    def name(self) -> str:
        """For messages."""
        if len(self.paths) > 1:
            return f"{self.paths[0]} and {len(self.paths) - 1} more"
        return f"{self.paths[0]}@{self.start}" if self.start else self.paths[0]


def list_parts(urls: tuple[str, ...]) -> tuple[Part, ...]:
    """Cut files, folders and patterns into parts, in the order of the arguments, of a folder by name.

    Raises `InputError` where there is nothing to read.
    """
    parts: list[Part] = []
    pages: list[str] = []
    for url in urls:
        for path, size in _files(url):
            plain = PurePosixPath(path)
            if is_warc(Path(plain)):
                parts.append(Part(paths=(path,)))
            elif is_json_lines(Path(plain)):
                starts = range(0, max(size, 1), BYTES_A_PART)
                parts += [_range(path, start, size) for start in starts]
            else:
                pages.append(path)
    for first in range(0, len(pages), PAGES_A_PART):
        parts.append(Part(paths=tuple(pages[first : first + PAGES_A_PART])))
    if not parts:
        raise InputError(
            f"{', '.join(urls)}: no page in it",
            "pages end in .html, .htm, .txt, .jsonl or .warc.gz",
            "name the files themselves",
        )
    return tuple(dict.fromkeys(parts))


def items_of_part(part: Part, *, hosts: frozenset[str] | None) -> Iterator[InputItem]:
    """Give the items of a part in order; a file that cannot be opened raises OSError, so that it is tried again."""
    first = part.paths[0]
    if is_json_lines(Path(first)):
        yield from _lines(part)
        return
    for path in part.paths:
        fs, inner = fsspec.core.url_to_fs(path)
        base = Path(PurePosixPath(inner).name)
        if is_warc(base):
            with fs.open(inner, "rb") as file:
                yield from answers_of_archive(iter_stream(file, base, hosts=hosts), path)
        else:
            yield SavedPage(name=path, path=base, body=fs.cat_file(inner))


def _files(url: str) -> Iterator[tuple[str, int]]:
    fs, inner = fsspec.core.url_to_fs(url)
    if any(mark in inner for mark in "*?["):
        found = fs.glob(inner, detail=True)
    elif fs.isdir(inner):
        found = {
            path: about
            for path, about in fs.find(inner, detail=True).items()
            if PurePosixPath(path).suffix.lower() in PAGE_SUFFIXES
            and not any(
                part.startswith(".") for part in PurePosixPath(path.removeprefix(inner)).parts
            )
        }
    elif fs.exists(inner):
        found = {inner: fs.info(inner)}
    else:
        raise InputError(f"{url}: no such file", "", "check the address and the permissions")
    for path in sorted(found):
        if found[path]["type"] == "file":
            yield fs.unstrip_protocol(path), int(found[path]["size"] or 0)


def _range(path: str, start: int, size: int) -> Part:
    last = start + BYTES_A_PART >= size
    return Part(paths=(path,), start=start, end=None if last else start + BYTES_A_PART)


def _lines(part: Part) -> Iterator[JsonText | Unreadable]:
    """Give the lines that begin in the part, named by the byte where they begin."""
    path = part.paths[0]
    base = PurePosixPath(path).name
    fs, inner = fsspec.core.url_to_fs(path)
    seen = bool(part.start)
    with fs.open(inner, "rb") as stream:
        at = part.start
        if at:
            # The line before ends here, or somewhere behind: then it belongs to the part before.
            stream.seek(at - 1)
            at += len(stream.readline()) - 1
        while part.end is None or at < part.end:
            line = stream.readline()
            if not line:
                break
            if line.strip():
                seen = True
                read = parse_json_line(line.strip(), f"{base}@{at}")
                yield read if isinstance(read, JsonText) else Unreadable(name=path, error=read)
            at += len(line)
    if not seen:
        empty = InputError(f"{base}: no line in it", "the file is empty", "check the path")
        yield Unreadable(name=path, error=empty)
