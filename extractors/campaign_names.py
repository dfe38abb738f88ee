"""Names of campaigns as keys: one spelling for all variants, look-up in the ontology, known names in a text."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz, process

from extractors.campaign_heads import HEADS
from extractors.ontology import CampaignEntry, Ontology
from extractors.records import CampaignType
from extractors.text import spelling
from extractors.tokens import TokenKind, Tokens, tokenize
from extractors.well_known_campaigns import MORE_ALIASES, WELL_KNOWN

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
_TYPES = {
    "thang_hanh_dong": CampaignType.THANG,
    "chuong_trinh": CampaignType.CHUONG_TRINH,
    "giai_thuong": CampaignType.OTHER,
    "le_ky_niem": CampaignType.OTHER,
}
_MERGED = {
    CampaignType.HOI_THI: "hoi_thi",
    CampaignType.THANG: "thang",
    CampaignType.QUY: "quy",
}
_YEAR = re.compile(r"(?:19|20)\d\d")
# Types whose names are often lengthened by the theme of a year: "Vinh quang Việt Nam - Dấu ấn 30 năm".
_LENGTHENED = frozenset(set(CampaignType) - {CampaignType.DOT_THI_DUA})
_MOVEMENTS = frozenset(
    {CampaignType.PHONG_TRAO, CampaignType.CUOC_VAN_DONG, CampaignType.DOT_THI_DUA}
)


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
    bare = _bare(name)
    seed = f"{_MERGED.get(kind, 'phong_trao')}:{' '.join(bare)}"
    return "moi-" + hashlib.sha256(seed.encode()).hexdigest()[:12]


_HEAD_NAMES = sorted(
    {
        name_of(phrase): "inside" if head.inside else "trigger" for phrase, head in HEADS.items()
    }.items(),
    key=lambda pair: len(pair[0]),
    reverse=True,
)

_HEAD_SET = frozenset(name for name, _ in _HEAD_NAMES)


@lru_cache(maxsize=4096)
def _cut(name: Name) -> tuple[Name, str]:
    """Drop the head from the front of a name where something is left, and say which sort of head it was."""
    for head, sort in _HEAD_NAMES:
        if len(name) > len(head) and name[: len(head)] == head:
            return name[len(head) :], sort
    return name, ""


def _bare(name: Name) -> Name:
    return _cut(name)[0]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known under one name."""

    id: str | None
    """Id in the ontology; None for a name of `WELL_KNOWN`."""
    type: CampaignType
    """Its type there."""
    cut: str
    """The head that the alias began with and the name lacks: "trigger", "inside" or, where none was cut, ""."""
    title: bool
    """Whether it names a person or work that is honoured ("Công nhân giỏi"): a campaign only after a trigger."""
    generic: bool
    """Whether it is a phrase of everyday use that counts only in quotation marks."""


@dataclass(slots=True)
class _Node:
    """A node of the tree of known names."""

    next: dict[str, "_Node"] = field(default_factory=dict)
    known: tuple[Known, ...] = ()


@dataclass(frozen=True, slots=True)
class NameIndex:
    """All known names, to look up and to find in a text."""

    known: dict[Name, tuple[Known, ...]]
    """What stands under each folded name."""
    first: frozenset[str]
    """Norms that a known name can begin with."""
    ends: dict[Name, str]
    """Ids of movements by the last four words or more of their names, where one movement alone ends so."""
    root: _Node
    """Tree of the folded names."""
    lines: dict[str, tuple[str, ...]]
    """Names of four words or more as lines, by first word, for the look-up of near spellings."""


@lru_cache(maxsize=4)
def index_names(ontology: Ontology) -> NameIndex:
    """Build the index of an ontology, once."""
    table: dict[Name, dict[str, Known]] = {}
    for name, known in _entries(ontology):
        if known.id is not None or name not in table:
            there = table.setdefault(name, {})
            if str(known.id) not in there or not known.cut:
                there[str(known.id)] = known
    root = _Node()
    for name, found in table.items():
        found = {i: one for i, one in found.items() if not one.generic and one.cut != "inside"}
        if not found or _cut(name)[1] == "trigger":
            continue
        node = root
        for word in name:
            node = node.next.setdefault(word, _Node())
        node.known = tuple(found.values())
    first = set(root.next)
    lines: dict[str, list[str]] = {}
    for name in table:
        if len(name) >= 4:
            lines.setdefault(name[0], []).append(" ".join(name))
    spelled = {short for short, full in SHORT_FORMS.items() if full and full[0] in first}
    return NameIndex(
        known={name: tuple(found.values()) for name, found in table.items()},
        first=frozenset(first | spelled),
        ends=_ends(table),
        root=root,
        lines={word: tuple(found) for word, found in lines.items()},
    )


def _ends(table: dict[Name, dict[str, Known]]) -> dict[Name, str]:
    found: dict[Name, set[str]] = {}
    for name, known in table.items():
        for one in known.values():
            if one.id is not None and one.type in _MOVEMENTS and not one.generic:
                for size in range(4, len(name)):
                    found.setdefault(name[-size:], set()).add(one.id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _entries(ontology: Ontology) -> Iterator[tuple[Name, Known]]:
    awards = {name_of(alias) for entry in ontology.awards for alias in entry.aliases}
    titles = {name for name in awards if name and name[0] in _HONOURED}
    for entry in ontology.campaigns:
        if entry.type in ("giai_thuong", "le_ky_niem") or entry.id == "thi-dua-yeu-nuoc":
            continue
        kind = entry_type(entry)
        for alias in (*entry.aliases, *MORE_ALIASES.get(entry.id, ())):
            name = name_of(_YEAR_TAIL.sub("", alias))
            if name[-2:] == ("toàn", "quốc") and len(name) > 4:
                name = name[:-2]
            if name[:2] in (("nhà", "mái"), ("căn", "mái")):
                name = name[1:]
            if name[-2:] == ("công", "ti"):
                continue
            bare, sort = _cut(name)
            short = alias.isupper() and len(alias) > 2 and spelling(alias) not in SHORT_FORMS
            if (len(name) > 1 or short) and name not in _HEAD_SET:
                yield name, Known(entry.id, kind, "", name in titles, entry.role == "generic")
            if (sort and len(bare) > 1 and not bare[0].isdigit()) or (
                sort == "trigger" and len(bare) > 1
            ):
                yield bare, Known(entry.id, kind, sort, bare in titles, entry.role == "generic")
    for kind, names in WELL_KNOWN.items():
        for text in names:
            yield name_of(text), Known(None, kind, cut="", title=False, generic=False)


_HONOURED = frozenset(
    ("công", "gia", "người", "nhà", "chiến", "cán", "sáng", "đơn", "tập", "thợ", "bàn")
)
_YEAR_TAIL = re.compile(
    r"(?:[,\s(–-]*(?:năm học|năm|lần thứ \w+|giai đoạn)?[\s–-]*(?:(?:19|20)\d\d)?)+\)?$"
)


def entry_type(entry: CampaignEntry) -> CampaignType:
    """Give the type of an entry by the guideline: months apart from programmes, schemes apart from both."""
    words = entry.name.lower()
    if words.startswith(("mái ấm", "tết sum vầy")):
        return CampaignType.MO_HINH
    if words.startswith("tuần lễ"):
        return CampaignType.THANG
    return _TYPES.get(entry.type) or CampaignType(entry.type)


@dataclass(frozen=True, slots=True)
class KnownHit:
    """A known name found in a text, in token indices."""

    first: int
    stop: int
    known: tuple[Known, ...]


def find_known(tokens: Tokens, index: NameIndex) -> tuple[KnownHit, ...]:
    """Find the leftmost longest known names; signs other than points may stand inside, line breaks may not."""
    found: list[KnownHit] = []
    at = 0
    first = index.first
    for start, norm in enumerate(tokens.norms):
        if start < at or (norm not in first and not norm[0].isdigit()):
            continue
        hit = _longest_from(tokens, start, index.root)
        if hit is not None:
            found.append(hit)
            at = hit.stop
    return tuple(found)


_STOPS = '.?!…“”"«»'


def _longest_from(tokens: Tokens, start: int, root: _Node) -> KnownHit | None:
    node, best, at, signs = root, None, start, 0
    count = min(len(tokens), start + 60)
    while at < count:
        kind = tokens.kinds[at]
        if kind == TokenKind.SIGN:
            signs += 1
            if signs > 2 or tokens.words[at] in _STOPS or at == start:
                break
            at += 1
            continue
        if kind == TokenKind.BREAK:
            break
        signs = 0
        step = _step(node, tokens.norms, at)
        if step is None:
            break
        moved = step[0] is not node
        node, at = step
        if node.known and moved:
            best = KnownHit(start, at, node.known)
    return best


def _step(node: _Node, norms: list[str], at: int) -> tuple[_Node, int] | None:
    """Go down the tree by one token of the text; None where no name goes on with it."""
    norm = norms[at]
    if norm == "đảm" and at + 1 < len(norms) and norms[at + 1] == "bảo":
        words: Name = ("bảo", "đảm")
        width = 2
    else:
        words, width = fold_words((norm,)), 1
    for word in words:
        below = node.next.get(word)
        if below is None:
            return None
        node = below
    return node, at + width


def choose_known(known: tuple[Known, ...], kind: CampaignType | None) -> Known | None:
    """Choose among the things known under one name by the type that the text gives it."""
    if not known:
        return None
    if kind is None:
        whole = [one for one in known if not one.cut]
        return (whole or list(known))[0]
    same = [one for one in known if one.type == kind]
    if same:
        return same[0]
    near = [one for one in known if _related(one, kind)]
    return near[0] if near else None


def _related(one: Known, kind: CampaignType) -> bool:
    if one.cut == "inside":
        return one.type == kind
    special = {CampaignType.HOI_THI, CampaignType.QUY}
    return not (one.cut and (kind in special) != (one.type in special))


def link_name(name: Name, kind: CampaignType, index: NameIndex) -> str | None:
    """Give the ontology's id of a campaign by its folded name, None where it stands under none."""
    bare, sort = _cut(name)
    for form in (name, bare):
        one = choose_known(index.known.get(form, ()), kind)
        if one is not None and one.id is not None:
            other = form is bare and sort == "inside" and one.type != kind
            if other and kind is not CampaignType.QUY:
                continue
            return one.id
    if kind in _MOVEMENTS and name in index.ends:
        return index.ends[name]
    start = _known_start(name, index)
    if start is not None:
        return start.id
    return _near_id(name, kind, index)


def _known_start(name: Name, index: NameIndex) -> Known | None:
    """Find a known name of four words or more that the name goes on from."""
    for form in (name, _bare(name)):
        for stop in range(len(form) - 1, 3, -1):
            known = [one for one in index.known.get(form[:stop], ()) if one.cut != "inside"]
            if known and "cúp" in form[stop:]:
                return None
            if known and known[0].id and stop * 3 >= len(form) and known[0].type in _LENGTHENED:
                return known[0]
    return None


def _near_id(name: Name, kind: CampaignType, index: NameIndex) -> str | None:
    """Look a name up that differs by a slip of the pen or a word; numbers must be equal."""
    for form in dict.fromkeys((name, _bare(name), name[1:])):
        lines = index.lines.get(form[0], ()) if len(form) >= 4 else ()
        near = 92 if len(form) < 9 else 87
        best = process.extractOne(" ".join(form), lines, scorer=fuzz.ratio, score_cutoff=near)
        if best is None:
            continue
        other = tuple(best[0].split(" "))
        if _numbers(other) == _numbers(form):
            one = choose_known(index.known[other], kind)
            return one.id if one is not None else None
    return None


def _numbers(name: Name) -> list[str]:
    return [word for word in name if word[0].isdigit()]
