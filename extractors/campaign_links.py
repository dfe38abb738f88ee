"""From names to campaigns: type, id in the ontology and a key that all spellings of one campaign share."""

from collections.abc import Sequence

from extractors.campaign_candidates import CONFIDENCE, Candidate
from extractors.campaign_index import NameIndex, choose_known
from extractors.campaign_lookup import link_name
from extractors.campaign_names import Name, cut_head, name_at, new_key
from extractors.document import Document
from extractors.records import Campaign, CampaignType, Evidence
from extractors.tokens import TokenKind, Tokens

# Schemes whose type holds also after the word "chương trình".
_MARKS = "“\"‘'"
_SCHEMES = (("mái", "ấm"), ("tết", "sum", "vầy"))


def link_campaigns(
    document: Document,
    kept: Sequence[Candidate],
    index: NameIndex,
) -> tuple[Campaign, ...]:
    """Turn candidates into campaigns; a short form takes id and key of the full name in the same text."""
    tokens = document.tokens
    names = [name_at(tokens, one.first, one.stop) for one in kept]
    kinds = _kinds(kept, names, index)
    ids = [
        _id_with_words_before(tokens, one, index) or link_name(name, kind, index)
        for one, name, kind in zip(kept, names, kinds, strict=True)
    ]
    full = _full_names(names, kinds, ids)
    return tuple(
        _campaign(tokens, one, kind, *_identity(name, kind, id_, full))
        for one, name, kind, id_ in zip(kept, names, kinds, ids, strict=True)
    )


def _kinds(
    kept: Sequence[Candidate], names: Sequence[Name], index: NameIndex
) -> list[CampaignType]:
    """Give the types; a mention without a head takes that of the same name with one."""
    kinds = [_type(name, one, index) for one, name in zip(kept, names, strict=True)]
    said: dict[Name, CampaignType] = {}
    for one, name, kind in zip(kept, names, kinds, strict=True):
        if _is_announced(one) and said.get(name) in (None, CampaignType.PHONG_TRAO):
            said[name] = kind
    drive = CampaignType.DOT_THI_DUA
    return [
        said.get(name, kind) if not _is_announced(one) or said[name] is drive else kind
        for one, name, kind in zip(kept, names, kinds, strict=True)
    ]


def _id_with_words_before(tokens: Tokens, one: Candidate, index: NameIndex) -> str | None:
    """Give the id where the words before the marks belong to the full name: cơ sở y tế “Xanh - Sạch - Đẹp”."""
    before = one.first - 1
    if before < 4 or tokens.kinds[before] != TokenKind.SIGN or tokens.words[before] not in _MARKS:
        return None
    while tokens.words[before - 1] in _MARKS:
        before -= 1
    for size in (4, 3, 2):
        first = before - size
        if first < 0 or tokens.norms[first] not in index.follow:
            continue
        if any(kind != TokenKind.WORD for kind in tokens.kinds[first:before]):
            continue
        name = name_at(tokens, first, one.stop)
        known = next((k for k in index.known.get(name, ()) if not k.cut and k.id), None)
        if known is not None and not cut_head(name)[1]:
            return known.id
    return None


def _is_announced(one: Candidate) -> bool:
    fund = one.type is CampaignType.QUY
    return one.head is not None and (fund or one.rule != "campaign.named_event")


def _type(name: Name, one: Candidate, index: NameIndex) -> CampaignType:
    if any(name[: len(scheme)] == scheme for scheme in _SCHEMES):
        return CampaignType.QUY if one.type is CampaignType.QUY else CampaignType.MO_HINH
    if one.type is not None:
        return one.type
    if name[0] == "tết":
        return CampaignType.MO_HINH
    known = index.known.get(name)
    if known:
        entry = choose_known(known, None)
        if entry is not None:
            return entry.type
    return CampaignType.PHONG_TRAO


def _full_names(
    names: Sequence[Name], kinds: Sequence[CampaignType], ids: Sequence[str | None]
) -> dict[tuple[Name, CampaignType], tuple[Name, str | None]]:
    """Give for each name that begins a longer one of the same type and text that longer one."""
    longest: dict[tuple[Name, CampaignType], tuple[Name, str | None]] = {}
    for name, kind, id_ in zip(names, kinds, ids, strict=True):
        for size in range(3, len(name)):
            short = (name[:size], kind)
            if short not in longest or len(longest[short][0]) < len(name):
                longest[short] = (name, id_)
    return longest


def _identity(
    name: Name,
    kind: CampaignType,
    known: str | None,
    full: dict[tuple[Name, CampaignType], tuple[Name, str | None]],
) -> tuple[str | None, str]:
    if known is not None:
        return known, known
    longer, id_ = full.get((name, kind), (name, None))
    return id_, id_ or new_key(longer, kind)


def _campaign(
    tokens: Tokens, one: Candidate, kind: CampaignType, id_: str | None, key: str
) -> Campaign:
    start, end = tokens.starts[one.first], tokens.ends[one.stop - 1]
    evidence: tuple[Evidence, ...] = ()
    if one.head is not None:
        first, stop = one.head
        evidence = (
            Evidence(start=tokens.starts[first], end=tokens.ends[stop - 1], role="trigger"),
        )
    return Campaign(
        start=start,
        end=end,
        rule=one.rule,
        confidence=CONFIDENCE[one.rule],
        evidence=evidence,
        type=kind,
        id=id_,
        key=key,
    )
