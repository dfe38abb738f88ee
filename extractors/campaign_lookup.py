"""From the name of a campaign to its id in the ontology: equal, longer, or spelled almost alike."""

from rapidfuzz import fuzz, process

from extractors.campaign_index import MOVEMENTS, Known, NameIndex, choose_known
from extractors.campaign_names import Name, bare_name, cut_head
from extractors.campaign_words import spelled
from extractors.records import CampaignType

# Types whose names are often lengthened by the theme of a year: "Vinh quang Việt Nam - Dấu ấn 30 năm".
_LENGTHENED = frozenset(set(CampaignType) - {CampaignType.DOT_THI_DUA})

# A fund of a province or district is not the fund of the country: "Quỹ Bảo trợ trẻ em tỉnh …".
_PLACES = spelled("tỉnh huyện quận xã phường thị thành trường dòng ngành công")


def link_name(name: Name, kind: CampaignType, index: NameIndex) -> str | None:
    """Give the ontology's id of a campaign by its folded name, None where it stands under none."""
    if name[-2:] == ("toàn", "quốc") and len(name) > 4:
        name = name[:-2]
    bare, sort = cut_head(name)
    for form in (name, bare):
        one = choose_known(index.known.get(form, ()), kind)
        if one is not None and one.id is not None:
            other = form is bare and sort == "inside" and one.type != kind
            if other and kind is not CampaignType.QUY:
                continue
            return one.id
    if kind in MOVEMENTS and name in index.ends:
        return index.ends[name]
    start = _known_start(name, index)
    if start is not None:
        return start.id
    return _near_id(name, kind, index)


def _known_start(name: Name, index: NameIndex) -> Known | None:
    """Find a known name of four words or more that the name goes on from."""
    for form in (name, bare_name(name)):
        for stop in range(len(form) - 1, 3, -1):
            known = [one for one in index.known.get(form[:stop], ()) if one.cut != "inside"]
            if known and "cúp" in form[stop:]:
                return None
            if not known or known[0].id is None or known[0].type not in _LENGTHENED:
                continue
            if known[0].type is CampaignType.QUY and form[stop] in _PLACES:
                return None
            if stop * 3 >= len(form) or set(form) <= index.words.get(known[0].id, frozenset()):
                return known[0]
    return None


def _near_id(name: Name, kind: CampaignType, index: NameIndex) -> str | None:
    """Look a name up that differs by a slip of the pen or a word; numbers must be equal."""
    for form in dict.fromkeys((name, bare_name(name), name[1:])):
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
    """Give the numbers of a name other than one, which is mostly an article ("là một tấm gương")."""
    return [word for word in name if word[0].isdigit() and word != "1"]
