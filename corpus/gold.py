"""Read annotated documents from JSON lines and check them."""

import hashlib
import json
from pathlib import Path

from corpus.errors import CorpusError
from corpus.records import LAYERS, Annotated
from extractors.output import Json
from extractors.records import AwardForm, AwardStatus, CampaignType, FigureKind, Modifier

ABOUT = ("genre", "source", "year", "published", "layout")
CLOSED = {
    ("campaigns", "type"): {one.value for one in CampaignType},
    ("figures", "kind"): {one.value for one in FigureKind},
    ("figures", "modifier"): {one.value for one in Modifier},
    ("awards", "form"): {one.value for one in AwardForm},
    ("awards", "status"): {one.value for one in AwardStatus},
}


def load_annotated(path: Path, *, layers: tuple[str, ...] = LAYERS) -> tuple[Annotated, ...]:
    """Load annotated documents; raises `CorpusError` naming the line that is broken."""
    found: list[Annotated] = []
    seen: set[str] = set()
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as err:
        raise CorpusError(f"{path}: cannot be read: {err}") from err
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        document = _document(line, f"{path}:{number}", layers)
        if document.id in seen:
            raise CorpusError(f"{path}:{number}: the id {document.id!r} stands there twice")
        seen.add(document.id)
        found.append(document)
    return tuple(found)


def find_faults(document: Annotated) -> tuple[str, ...]:
    """Say what is wrong with the offsets and closed fields of a gold document, `()` where nothing is."""
    faults: list[str] = []
    for layer, mentions in document.mentions.items():
        for mention in mentions:
            where = f"{document.id} {layer} {mention.get('start')}..{mention.get('end')}"
            start, end = mention.get("start"), mention.get("end")
            if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end:
                faults.append(f"{where}: empty or reversed span")
            elif document.text is not None and document.text[start:end] != mention.get("text"):
                faults.append(f"{where}: the text there is {document.text[start:end]!r}")
            faults += [
                f"{where}: unknown {field} {mention.get(field)!r}"
                for (of, field), allowed in CLOSED.items()
                if of == layer and mention.get(field) not in allowed
            ]
    return tuple(faults)


def file_hash(path: Path) -> str:
    """Give the SHA-256 of a file in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _document(line: str, where: str, layers: tuple[str, ...]) -> Annotated:
    try:
        row = json.loads(line)
    except ValueError as err:
        raise CorpusError(f"{where}: not JSON: {err}") from err
    if not isinstance(row, dict) or "id" not in row:
        raise CorpusError(f'{where}: not an object with "id"')
    return Annotated(
        id=str(row["id"]),
        text=row.get("text"),
        mentions={layer: _mentions(row.get(layer), f"{where}: {layer}") for layer in layers},
        about={key: str(row[key]) for key in ABOUT if row.get(key) is not None},
    )


def _mentions(value: Json, where: str) -> tuple[dict[str, Json], ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise CorpusError(f"{where}: not a list of objects")
    return tuple(one for one in value if isinstance(one, dict))
