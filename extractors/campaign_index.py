"""The known names of campaigns: those of the ontology and `WELL_KNOWN`, as a table and as a tree."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from extractors.campaign_names import (
    HEAD_NAMES,
    SHORT_FORMS,
    Name,
    cut_head,
    name_of,
)
from extractors.ontology import CampaignEntry, Ontology
from extractors.records import CampaignType
from extractors.text import spelling
from extractors.well_known_campaigns import MORE_ALIASES, WELL_KNOWN

_TYPES = {
    "thang_hanh_dong": CampaignType.THANG,
    "chuong_trinh": CampaignType.CHUONG_TRINH,
    "giai_thuong": CampaignType.OTHER,
    "le_ky_niem": CampaignType.OTHER,
}
MOVEMENTS = frozenset(
    {CampaignType.PHONG_TRAO, CampaignType.CUOC_VAN_DONG, CampaignType.DOT_THI_DUA}
)


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
class Node:
    """A node of the tree of known names."""

    next: dict[str, "Node"] = field(default_factory=dict)
    known: tuple[Known, ...] = ()


@dataclass(frozen=True, slots=True)
class NameIndex:
    """All known names, to look up and to find in a text."""

    known: dict[Name, tuple[Known, ...]]
    """What stands under each folded name."""
    follow: dict[str, frozenset[str]]
    """For each norm that can begin a known name what can stand right after it, signs included."""
    alone: frozenset[str]
    """Norms that are a known name by themselves."""
    counted: frozenset[str]
    """Words that can follow the number that a known name begins with."""
    words: dict[str, frozenset[str]]
    """All words of the names of each campaign with a long name, by id."""
    ends: dict[Name, str]
    """Ids of movements by the last four words or more of their names, where one movement, or one of the whole country
    ("Cả nước …"), alone ends so."""
    root: Node
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
    root = Node()
    for name, found in table.items():
        found = {i: one for i, one in found.items() if not one.generic and one.cut != "inside"}
        if not found or cut_head(name)[1] == "trigger":
            continue
        node = root
        for word in name:
            node = node.next.setdefault(word, Node())
        node.known = tuple(found.values())
    lines: dict[str, list[str]] = {}
    for name in table:
        if len(name) >= 4:
            lines.setdefault(name[0], []).append(" ".join(name))
    return NameIndex(
        known={name: tuple(found.values()) for name, found in table.items()},
        follow=_follow(root),
        alone=frozenset(word for word, node in root.next.items() if node.known),
        counted=frozenset(
            word for name in table if name[0].isdigit() for word in (*name[1:3], *SHORT_FORMS)
        ),
        words=_long_words(table),
        ends=_ends(table),
        root=root,
        lines={word: tuple(found) for word, found in lines.items()},
    )


def _follow(root: Node) -> dict[str, frozenset[str]]:
    """Give for each first word what the walk can take next: most words that begin a name do not, and this tells."""
    entry = dict(root.next)
    for short, full in SHORT_FORMS.items():
        node = walk(root, full) if full else None
        if node is not None:
            entry[short] = node
    signs = frozenset(",-–—/:;()'‘’&+")
    return {
        word: frozenset(node.next) | signs | SHORT_FORMS.keys() | {"đảm"}
        for word, node in entry.items()
    }


def _long_words(table: dict[Name, dict[str, Known]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, known in table.items():
        for one in known.values():
            if one.id is not None and len(name) >= 8:
                found.setdefault(one.id, set()).update(name)
    return {id_: frozenset(words) for id_, words in found.items()}


def walk(node: Node, words: Name) -> Node | None:
    """Go down the tree by words; None where no name goes on with them."""
    for word in words:
        below = node.next.get(word)
        if below is None:
            return None
        node = below
    return node


def _ends(table: dict[Name, dict[str, Known]]) -> dict[Name, str]:
    found: dict[Name, set[str]] = {}
    national: set[str] = set()
    for name, known in table.items():
        for one in known.values():
            if one.id is not None and one.type in MOVEMENTS and not one.generic:
                if name[:2] == ("cả", "nước"):
                    national.add(one.id)
                for size in range(4, len(name)):
                    found.setdefault(name[-size:], set()).add(one.id)
    meant = {name: ids & national if len(ids) > 1 else ids for name, ids in found.items()}
    return {name: next(iter(ids)) for name, ids in meant.items() if len(ids) == 1}


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
            if name[-2:] == ("công", "ti") or name in HEAD_NAMES:
                continue
            bare, sort = cut_head(name)
            short = alias.isupper() and len(alias) > 2 and spelling(alias) not in SHORT_FORMS
            if len(name) > 1 or short:
                title = name in titles or _honours(name)
                yield name, Known(entry.id, kind, "", title, entry.role == "generic")
            telling = not bare[0].isdigit() and not set(bare) <= _JOINERS
            if len(bare) > 1 and (sort == "trigger" or (sort and telling)):
                yield bare, Known(entry.id, kind, sort, bare in titles, entry.role == "generic")
    for kind, names in WELL_KNOWN.items():
        for text in names:
            name = name_of(text)
            yield name, Known(None, kind, cut="", title=_honours(name), generic=False)


def _honours(name: Name) -> bool:
    """Say whether a name says what somebody is praised as: "Sinh viên 5 tốt", "Gia đình học tập"."""
    return name[0] in _BEARERS and name[-1] in _PRAISE and len(name) < 6


# Words for those who join: a name cut down to them is none.
_JOINERS = frozenset(("công", "nhân", "viên", "chức", "lao", "động", "cán", "bộ", "đoàn", "nữ"))
# "Sinh viên 5 tốt", "Gia đình văn hóa": those who bear it, and what is said of them.
_BEARERS = frozenset(("sinh", "học", "thanh", "nông", "phụ", "cựu", "gia", "cờ", "nhà", "dòng"))
_PRAISE = frozenset(("tốt", "giỏi", "luyện", "mẫu", "hóa", "nhất", "mực", "tập", "học"))
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
