"""Names of campaigns as keys: one spelling for all variants, with short forms in full and the head cut off."""

import hashlib
from collections.abc import Iterable
from functools import lru_cache

from extractors.campaign_heads import HEADS
from extractors.records import CampaignType
from extractors.text import spelling
from extractors.tokens import TokenKind, Tokens, tokenize

Name = tuple[str, ...]

_SHORT_FORMS = {
    "LĐ": "lao động",
    "NLĐ": "người lao động",
    "CNLĐ": "công nhân lao động",
    "CN": "công nhân",
    "CNVC": "công nhân viên chức",
    "CNVCLĐ": "công nhân viên chức lao động",
    "CCVC": "công chức viên chức",
    "CCVCLĐ": "công chức viên chức lao động",
    "CBCC": "cán bộ công chức",
    "CBCCVC": "cán bộ công chức viên chức",
    "CBCCVCLĐ": "cán bộ công chức viên chức lao động",
    "ATVSLĐ": "an toàn vệ sinh lao động",
    "ATLĐ": "an toàn lao động",
    "AT": "an toàn",
    "VSLĐ": "vệ sinh lao động",
    "ANTQ": "an ninh tổ quốc",
    "ATGT": "an toàn giao thông",
    "NTM": "nông thôn mới",
    "ĐTVM": "đô thị văn minh",
    "CĐCS": "công đoàn cơ sở",
    "CĐ": "công đoàn",
    "CĐVN": "công đoàn việt nam",
    "ĐV": "đoàn viên",
    "DN": "doanh nghiệp",
    "VN": "việt nam",
    "HCM": "hồ chí minh",
    "SXKD": "sản xuất kinh doanh",
    "PN": "phụ nữ",
    "HLHPN": "hội liên hiệp phụ nữ",
    "BVMT": "bảo vệ môi trường",
    "CAND": "công an nhân dân",
    "XHTT": "xã hội từ thiện",
    "TDTT": "thể dục thể thao",
    "PCCC": "phòng cháy chữa cháy",
    "ngàn": "nghìn",
    "một": "1",
    "hai": "2",
    "ba": "3",
    "bốn": "4",
    "và": "",
}
SHORT_FORMS: dict[str, Name] = {
    spelling(short): tuple(spelling(word) for word in full.split())
    for short, full in _SHORT_FORMS.items()
}
_MERGED = {
    CampaignType.HOI_THI: "hoi_thi",
    CampaignType.THANG: "thang",
    CampaignType.QUY: "quy",
}


def fold_words(norms: Iterable[str]) -> Name:
    """Fold the words and numbers of a name: short forms in full, 01 and một as 1, 75.000 as 75 nghìn, no "và"."""
    found: list[str] = []
    for norm in norms:
        full = SHORT_FORMS.get(norm)
        if full is not None:
            found.extend(full)
        elif norm[0].isdigit():
            found.extend(_fold_number(norm))
        elif found and found[-1] == "đảm" and norm == "bảo":
            found[-1:] = ["bảo", "đảm"]
        else:
            found.append(norm)
    return tuple(found)


def _fold_number(norm: str) -> tuple[str, ...]:
    for tail, word in ((".000.000", "triệu"), (".000", "nghìn")):
        if norm.endswith(tail):
            return norm[: -len(tail)], word
    return (norm.lstrip("0") or "0",)


def name_at(tokens: Tokens, first: int, stop: int) -> Name:
    """Give the folded name that stands at the tokens first..stop-1; signs fall out."""
    kinds, norms = tokens.kinds, tokens.norms
    return fold_words(
        norms[i] for i in range(first, stop) if kinds[i] in (TokenKind.WORD, TokenKind.NUMBER)
    )


def name_of(text: str) -> Name:
    """Give the folded name of a string."""
    tokens = tokenize(text)
    return name_at(tokens, 0, len(tokens))


def new_key(name: Name, kind: CampaignType) -> str:
    """Give the key of a campaign that the ontology does not hold: the same for all spellings of one name."""
    bare = bare_name(name)
    seed = f"{_MERGED.get(kind, 'phong_trao')}:{' '.join(bare)}"
    return "moi-" + hashlib.sha256(seed.encode()).hexdigest()[:12]


_HEADS = sorted(
    {
        name_of(phrase): "inside" if head.inside else "trigger" for phrase, head in HEADS.items()
    }.items(),
    key=lambda pair: len(pair[0]),
    reverse=True,
)

HEAD_NAMES = frozenset(name for name, _ in _HEADS)


@lru_cache(maxsize=4096)
def cut_head(name: Name) -> tuple[Name, str]:
    """Drop the head from the front of a name where something is left, and say which sort of head it was."""
    for head, sort in _HEADS:
        if len(name) > len(head) and name[: len(head)] == head:
            return name[len(head) :], sort
    return name, ""


def bare_name(name: Name) -> Name:
    """Drop the head from the front of a name where something is left."""
    return cut_head(name)[0]
