"""Documents of a web archive file, ours or a foreign one."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.documents import Extractor
from pipeline.errors import InputError
from pipeline.records import Document


def documents_of_warc(
    path: Path, *, source: str, extractor: Extractor | None
) -> Iterator[tuple[str, Document | Exception]]:
    """Give each article page of the archive."""
    yield (
        str(path),
        InputError(f"{path}: web archives cannot be imported yet", "", "name saved pages"),
    )
