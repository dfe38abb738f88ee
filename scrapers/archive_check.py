"""Find every damage of an archive: truncation, one changed byte, a missing or swapped file or record."""

from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from scrapers.archive import walk_archive
from scrapers.gzip_members import HEADER, Gap
from scrapers.record_ref import Damage, DamageKind, RecordRef
from scrapers.stored_records import StoredRecord


def check_archive(paths: Iterable[Path], *, refs: Iterable[RecordRef] = ()) -> tuple[Damage, ...]:
    """Give every damage of the files, each with the record that it hits.

    `refs` are the places that the store points to: only with them a file that is gone, a record cut off exactly at its
    end, and a changed byte that no checksum covers can be seen.
    """
    by_file: dict[str, list[RecordRef]] = defaultdict(list)
    for ref in refs:
        by_file[ref.file].append(ref)
    known = {path.name: path for path in paths}
    damages: list[Damage] = []
    for name in sorted(known.keys() | by_file.keys()):
        pointing = sorted(by_file.get(name, []), key=lambda ref: ref.offset)
        path = known.get(name)
        if path is None or not path.is_file():
            damages += _all_gone(name, pointing)
        else:
            damages += _check_file(path, pointing)
    return tuple(damages)


def _check_file(path: Path, refs: list[RecordRef]) -> list[Damage]:
    """Give the damages of a file that is there."""
    damages: list[Damage] = []
    gaps: list[Gap] = []
    whole: dict[int, str] = {}
    first: StoredRecord | None = None
    last: StoredRecord | None = None
    ours = False
    for found in walk_archive(path):
        if isinstance(found, Gap):
            gaps.append(found)
            continue
        if first is None:
            first = found
            ours = found.kind == "warcinfo" and b"software: thidua" in found.block
        last = found
        problem = found.digest_problem() or (_header_problem(found) if ours else None)
        if problem is not None:
            damages.append(_damage(path, found, problem))
        whole[found.offset] = sha256(found.raw).hexdigest()
    if first is not None:
        damages += _check_name(path, first, refs=refs, whole=whole, ours=ours)
    if ours and last is not None and last.kind in ("response", "revisit") and not gaps:
        damages.append(_damage(path, last, "its request is cut off", kind=DamageKind.TRUNCATED))
    damages += _check_refs(path, refs, whole=whole, gaps=gaps, known=damages)
    return damages + [_gap_damage(path, gap) for gap in gaps if not _hit(gap, refs)]


def _check_name(
    path: Path,
    first: StoredRecord,
    *,
    refs: list[RecordRef],
    whole: dict[int, str],
    ours: bool,
) -> list[Damage]:
    """Tell another file under this name from this file with a changed first record."""
    named = first.field("WARC-Filename")
    if ours and named != path.name:
        reason = f"this file is {named}"
        return [_file_damage(path.name, DamageKind.SWAPPED_FILE, reason)]
    expected = {ref.file_id for ref in refs if ref.file_id}
    if first.offset or not expected or whole[0] in expected:
        return []
    if any(whole.get(ref.offset) == ref.sha256 for ref in refs):
        return [_damage(path, first, "the first record of the file is changed")]
    return [_file_damage(path.name, DamageKind.SWAPPED_FILE, "another file under this name")]


def _check_refs(
    path: Path,
    refs: list[RecordRef],
    *,
    whole: dict[int, str],
    gaps: list[Gap],
    known: list[Damage],
) -> list[Damage]:
    """Give the places that the store points to and that do not hold what they held."""
    size = path.stat().st_size
    swapped = any(damage.kind is DamageKind.SWAPPED_FILE for damage in known)
    noted = {damage.offset for damage in known}
    damages = []
    for ref in refs:
        for what, at, length, expected in _parts(ref):
            if whole.get(at) == expected or at in noted:
                continue
            kind, reason = DamageKind.DAMAGED, f"the {what} is not what was written"
            if swapped:
                kind = DamageKind.SWAPPED_FILE
            elif at >= size:
                kind, reason = DamageKind.MISSING_RECORD, f"the file ends before the {what}"
            elif at + length > size:
                kind, reason = DamageKind.TRUNCATED, f"the file ends within the {what}"
            elif hit := next((gap for gap in gaps if _overlaps(gap, at, length)), None):
                reason = f"the {what}: {hit.reason}"
            damages.append(_ref_damage(ref, kind, reason, offset=at, length=length))
    return damages


def _parts(ref: RecordRef) -> list[tuple[str, int, int, str]]:
    answer = ("answer", ref.offset, ref.length, ref.sha256)
    if not ref.request_length:
        return [answer]
    at = ref.offset + ref.length
    return [answer, ("request", at, ref.request_length, ref.request_sha256)]


def _header_problem(record: StoredRecord) -> str | None:
    return None if record.raw.startswith(HEADER) else "the gzip header is changed"


def _overlaps(gap: Gap, offset: int, length: int) -> bool:
    return gap.offset < offset + length and offset < gap.offset + gap.length


def _hit(gap: Gap, refs: list[RecordRef]) -> bool:
    return any(_overlaps(gap, ref.offset, ref.length + ref.request_length) for ref in refs)


def _all_gone(name: str, refs: list[RecordRef]) -> list[Damage]:
    reason = "the file is not there"
    missing = [
        _ref_damage(ref, DamageKind.MISSING_FILE, reason, offset=ref.offset, length=ref.length)
        for ref in refs
    ]
    return missing or [_file_damage(name, DamageKind.MISSING_FILE, reason)]


def _damage(
    path: Path, record: StoredRecord, reason: str, *, kind: DamageKind = DamageKind.DAMAGED
) -> Damage:
    return Damage(
        kind=kind,
        file=path.name,
        offset=record.offset,
        length=len(record.raw),
        record_id=record.record_id or None,
        url=record.url or None,
        reason=reason,
    )


def _ref_damage(
    ref: RecordRef, kind: DamageKind, reason: str, *, offset: int, length: int
) -> Damage:
    return Damage(
        kind=kind,
        file=ref.file,
        offset=offset,
        length=length,
        record_id=ref.record_id,
        url=ref.url,
        reason=reason,
    )


def _gap_damage(path: Path, gap: Gap) -> Damage:
    torn = gap.at_end and "ends within" in gap.reason
    return Damage(
        kind=DamageKind.TRUNCATED if torn else DamageKind.DAMAGED,
        file=path.name,
        offset=gap.offset,
        length=gap.length,
        record_id=None,
        url=None,
        reason=gap.reason,
    )


def _file_damage(name: str, kind: DamageKind, reason: str) -> Damage:
    return Damage(
        kind=kind, file=name, offset=None, length=None, record_id=None, url=None, reason=reason
    )
