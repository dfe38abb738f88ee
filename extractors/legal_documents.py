"""Laws, decisions, resolutions, plans and the like, with number, date and issuer."""

import re
from collections.abc import Sequence

from extractors.document import Document
from extractors.entities import LegalDocument, Organization, TimeMention
from extractors.records import Evidence

KINDS = (
    *(
        "Nghị quyết liên tịch",
        "Kế hoạch liên tịch",
        "Thông tư liên tịch",
        "Bộ luật",
        "Luật",
        "Pháp lệnh",
    ),
    *(
        "Nghị định",
        "Nghị quyết",
        "Quyết định",
        "Thông tư",
        "Chỉ thị",
        "Kế hoạch",
        "Công văn",
        "Công điện",
    ),
    *(
        "Hướng dẫn",
        "Thông báo",
        "Kết luận",
        "Quy định",
        "Quy chế",
        "Chương trình phối hợp",
        "Chương trình hành động",
        "Chương trình công tác",
        "Chương trình",
    ),
    *("Đề án", "Tờ trình", "Báo cáo", "Văn bản", "Thông tri"),
)
# 999/QĐ-TLĐ, 06/2022/QH15, 02-NQ/TW, 03/CTr-LĐLĐ, 20a-NQ/TW: digits, then letters behind a slash or dash.
_CODE = r"\d{1,5}[a-zđ]?(?:\s?/\s?(?:19|20)\d\d)?\s?[/\-–]\s?[A-ZĐƯ][\wĐđƯư&]{0,7}(?:\d{0,2})(?:[/\-–][A-ZĐƯ][\wĐđƯư&]{0,9})*"
_KIND = "|".join(re.escape(kind) for kind in sorted(KINDS, key=len, reverse=True))
_NUMBER = re.compile(rf"(?<![\d.,/])(?:{_CODE}|\d{{1,5}}(?=\s+(?:ngày|của)\b))")
_BEFORE = re.compile(rf"\b(?P<kind>{_KIND})(?P<marked>\s+số)?\s*:?\s+$", re.IGNORECASE)
# Longer than any kind of document with "số" behind it.
LOOK_BACK = 44
_ISSUING = re.compile(r"\s(?:vừa |đã |mới )?(?:ban hành|ký ban hành|ký|có|thông qua)\s+$")
# Named ones without a number: "Luật Thi đua, khen thưởng", "Bộ luật Lao động năm 2019", "Luật Công đoàn (sửa đổi)".
_LAW = re.compile(
    r"\b(?P<kind>Bộ luật|Luật)\s+(?P<name>[A-ZĐÀ-Ỹ]\w+(?:\s+\w+){0,1}(?:(?:\s*,|\s+và|\s+-)?\s+[A-ZĐÀ-Ỹ]\w+(?:\s+[a-zđà-ỹ]\w*)?)*"
    r"(?:,\s*khen thưởng)?)"
)
_OF_YEAR = re.compile(r"\s+(?:năm\s+)?((?:19|20)\d\d)\b")
_DATED = re.compile(r"\s*,?\s*\(?\s*(?=ngày\b)")
_ISSUED = re.compile(r"\s*,?\s*(?:của|do)\s+")
LAW_NAMES = frozenset(
    (
        *(
            "lao động",
            "công đoàn",
            "thi đua",
            "hình sự",
            "dân sự",
            "bảo hiểm",
            "việc làm",
            "an toàn",
        ),
        *(
            "giáo dục",
            "đất đai",
            "đấu thầu",
            "doanh nghiệp",
            "đầu tư",
            "nhà ở",
            "giao thông",
            "đường bộ",
        ),
        *(
            "trẻ em",
            "thanh niên",
            "cán bộ",
            "viên chức",
            "hợp tác",
            "thuế",
            "quản lý",
            "phòng",
            "xử lý",
        ),
    )
)


def find_legal_documents(
    document: Document,
    *,
    times: Sequence[TimeMention],
    organizations: Sequence[Organization],
) -> tuple[LegalDocument, ...]:
    """Find documents in order; the span reaches from the kind to the number, or to the end of a law's name."""
    work = document.tokens.work
    found = []
    for match in _NUMBER.finditer(work):
        kind = _BEFORE.search(work, max(0, match.start() - LOOK_BACK), match.start())
        # A bare number needs "số": "luật quy định 1 ngày" numbers nothing.
        if kind and (kind["marked"] or not match.group().isdigit()):
            place = (kind.start(), match.end())
            number = re.sub(r"\s", "", match.group())
            found.append(_made(work, place, kind["kind"], number, times, organizations))
    taken = [(one.start, one.end) for one in found]
    for match in _LAW.finditer(work):
        words = match["name"].lower().split()
        known = " ".join(words[:2]).rstrip(",") in LAW_NAMES or words[0] in LAW_NAMES
        free = all(match.end() <= a or b <= match.start() for a, b in taken)
        if known and free:
            place = (match.start(), match.end())
            found.append(_made(work, place, match["kind"], None, times, organizations))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _made(
    work: str,
    place: tuple[int, int],
    kind: str,
    number: str | None,
    times: Sequence[TimeMention],
    organizations: Sequence[Organization],
) -> LegalDocument:
    start, end = place
    evidence: list[Evidence] = []
    dated = None
    year = _OF_YEAR.match(work, end) if number is None else None
    gap = _DATED.match(work, end)
    when = next((one for one in times if gap and one.start == gap.end()), None)
    at = end
    if when is not None:
        dated, at = when.begin, when.end
        evidence.append(Evidence(start=when.start, end=when.end, role="date"))
    elif year is not None:
        dated, at = year[1], year.end()
    of = _ISSUED.match(work, at)
    by = next((one for one in organizations if of and one.start == of.end()), None)
    if by is None:
        by = _issuer_before(work, start, organizations)
    if by is not None:
        evidence.append(Evidence(start=by.start, end=by.end, role="issuer"))
    return LegalDocument(
        start=start,
        end=end,
        rule="document.number" if number else "document.law",
        confidence=0.97 if number else 0.85,
        evidence=tuple(evidence),
        kind=kind,
        number=number,
        dated=dated,
        issuer=work[by.start : by.end] if by else None,
    )


def _issuer_before(
    work: str, start: int, organizations: Sequence[Organization]
) -> Organization | None:
    """Give the body that stands before "ban hành" or "ký" and the document."""
    verb = _ISSUING.search(work, max(0, start - LOOK_BACK), start)
    if verb is None:
        return None
    return next((one for one in organizations if one.end == verb.start()), None)
