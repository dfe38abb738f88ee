"""Laws, decisions, resolutions, plans and the like, with number, date and issuer."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors.document import Document
from extractors.entities import LegalDocument, Organization, TimeMention
from extractors.records import Evidence, Span

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
LAW_NAMES = (
    *("lao động", "công đoàn", "thi đua, khen thưởng", "hình sự", "dân sự", "bảo hiểm xã hội"),
    *("bảo hiểm y tế", "việc làm", "an toàn, vệ sinh lao động", "giáo dục", "giáo dục đại học"),
    *("giáo dục nghề nghiệp", "đất đai", "đấu thầu", "doanh nghiệp", "đầu tư", "đầu tư công"),
    *("nhà ở", "giao thông đường bộ", "đường bộ", "trật tự, an toàn giao thông đường bộ"),
    *("trẻ em", "thanh niên", "cán bộ, công chức", "viên chức", "hợp tác xã", "quản lý thuế"),
    *("thuế thu nhập cá nhân", "phòng, chống tham nhũng", "phòng cháy và chữa cháy", "nhà giáo"),
    *("xử lý vi phạm hành chính", "thực hiện dân chủ ở cơ sở", "bình đẳng giới", "báo chí"),
    *("người lao động việt nam đi làm việc ở nước ngoài theo hợp đồng", "khiếu nại", "tố cáo"),
    *("mặt trận tổ quốc việt nam", "thủ đô", "phá sản", "thương mại", "điện lực", "dược"),
    *("khám bệnh, chữa bệnh", "bảo vệ môi trường", "ngân sách nhà nước", "tố tụng dân sự"),
)


def _law_name(name: str) -> str:
    """Give a pattern for the name of a law: its first letter is a capital; a comma may be missing or be a dash."""
    words = re.split(r",? ", name)
    first, *rest = (re.escape(word) for word in words)
    gap = r"(?:\s*[,\-–]\s*|\s+)"
    return (
        f"(?i:(?={first})){first[0].upper()}(?i:{first[1:]}{''.join(gap + word for word in rest)})"
    )


_LAW = re.compile(
    r"\b(?P<kind>Bộ luật|Luật)\s+(?:"
    + "|".join(_law_name(name) for name in sorted(LAW_NAMES, key=len, reverse=True))
    + r")\b"
)
_OF_YEAR = re.compile(r"\s+(?:năm\s+)?((?:19|20)\d\d)\b")
_DATED = re.compile(r"\s*,?\s*\(?\s*(?=ngày\b)")
_ISSUED = re.compile(r"\s*,?\s*(?:của|do)\s+")


@dataclass(frozen=True, slots=True)
class _Bodies:
    """The bodies of a text by the code points they begin and end at."""

    by_start: dict[int, Organization]
    by_end: dict[int, Organization]


def find_legal_documents(
    document: Document,
    *,
    times: Sequence[TimeMention],
    organizations: Sequence[Organization],
    names: Sequence[Span] = (),
) -> tuple[LegalDocument, ...]:
    """Find documents in order; the span reaches from the kind to the number, or to the end of a law's name.

    `names` are campaigns: the law in "Cuộc thi “Tìm hiểu Luật Công đoàn”" is part of the name.
    """
    work = document.tokens.work
    by_start = {one.start: one for one in times}
    bodies = _Bodies(
        {one.start: one for one in organizations}, {one.end: one for one in organizations}
    )
    found = []
    for match in _NUMBER.finditer(work):
        kind = _BEFORE.search(work, max(0, match.start() - LOOK_BACK), match.start())
        # A bare number needs "số": "luật quy định 1 ngày" numbers nothing.
        if kind and (kind["marked"] or not match.group().isdigit()):
            place = (kind.start(), match.end())
            number = re.sub(r"\s", "", match.group())
            found.append(_made(work, place, kind["kind"], number, by_start, bodies))
    taken = [(one.start, one.end) for one in (*found, *names)]
    for match in _LAW.finditer(work):
        free = all(match.end() <= a or b <= match.start() for a, b in taken)
        if free:
            place = (match.start(), match.end())
            found.append(_made(work, place, match["kind"], None, by_start, bodies))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _made(
    work: str,
    place: tuple[int, int],
    kind: str,
    number: str | None,
    times: Mapping[int, TimeMention],
    bodies: _Bodies,
) -> LegalDocument:
    start, end = place
    evidence: list[Evidence] = []
    dated = None
    year = _OF_YEAR.match(work, end) if number is None else None
    gap = _DATED.match(work, end)
    when = times.get(gap.end()) if gap else None
    at = end
    if when is not None:
        dated, at = when.begin, when.end
        evidence.append(Evidence(start=when.start, end=when.end, role="date"))
    elif year is not None:
        dated, at = year[1], year.end()
    of = _ISSUED.match(work, at)
    by = bodies.by_start.get(of.end()) if of else None
    if by is None:
        by = _issuer_before(work, start, bodies)
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


def _issuer_before(work: str, start: int, bodies: _Bodies) -> Organization | None:
    """Give the body that stands before "ban hành" or "ký" and the document."""
    verb = _ISSUING.search(work, max(0, start - LOOK_BACK), start)
    return bodies.by_end.get(verb.start()) if verb else None
