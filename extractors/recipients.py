"""Who receives an award: counted, named and indefinite groups in a stretch of a sentence."""

from collections.abc import Mapping
from dataclasses import replace

from extractors.phrase_table import words
from extractors.recipient_groups import (
    HEDGES,
    JOINTS,
    PLURALS,
    Group,
    Kind,
    quoted_name,
    read_counted,
    read_group,
    with_members,
)
from extractors.records import Figure, FigureKind, Recipient
from extractors.tokens import Tokens

MAX_DESCRIPTION = 40
MAX_BRACKET = 16
_OPEN_QUOTES = frozenset('“"')
_CLOSE_QUOTES = frozenset('”"')
_PREPOSITIONS = words("cho của với tại ở từ bởi trong")
_RIVALS = words("vượt thắng bại hạ")
_CLAUSE_WORDS = words("được đạt nhận tặng ; đó")


def read_list(
    tokens: Tokens,
    at: int,
    stop: int,
    figures: Mapping[int, tuple[int, Figure]],
    *,
    listed: bool = False,
) -> list[Group]:
    """Read the receivers from a token on: counted and named ones, joined by signs, "và" or nothing.

    Words that describe a group are stepped over only where a sign and a number follow them.
    """
    found: list[Group] = []
    while at < stop:
        at = _skip(tokens, at, stop, figures)
        if tokens.norms[at : at + 2] == ["đại", "diện"] and at + 2 < stop:
            at = _skip(tokens, at + 2, stop, figures)
        figure = figures.get(at)
        if figure is not None:
            groups = with_members(tokens, read_counted(tokens, at, figure, stop), stop)
            if not groups and not found and _opened(tokens, at, figure[1]):
                groups = [Group(at, figure[0], Kind.UNKNOWN, figure[1].value, numbered=True)]
            if not groups:
                break
        else:
            one = _read_one(tokens, at, stop) if at < stop else None
            if one is None:
                break
            groups = [one]
        person = next((g for g in found if g.name and g.kind == Kind.INDIVIDUAL), None)
        if (
            not listed
            and person is not None
            and groups[0].name
            and groups[0].kind != Kind.INDIVIDUAL
        ):
            break
        if found and tokens.norms[found[0].first] == "đội" and found[0].name:
            # "cho đội Công ty A (nấu ăn), Công ty B (cắm hoa)": two teams.
            groups = [
                replace(g, kind=Kind.COLLECTIVE) if g.kind == Kind.ENTERPRISE else g for g in groups
            ]
        found.extend(groups)
        after = groups[-1].stop
        whole = (
            tokens.norms[groups[-1].first : after][:2] == ["tập", "thể"]
            and after - groups[-1].first > 2
        )
        if whole and after < stop and tokens.norms[after] == "," and not groups[-1].numbered:
            break
        following = _next(tokens, after, stop, figures, counted=groups[-1].numbered)
        if following is None and listed:
            signs = range(after, min(stop, after + 12))
            semicolon = next((i for i in signs if tokens.norms[i] == ";"), None)
            following = None if semicolon is None else semicolon + 1
        if following is None:
            break
        at = following
    return found


def _read_one(tokens: Tokens, at: int, stop: int) -> Group | None:
    """Read a group without a number, or a work that stands in quotation marks."""
    if tokens.words[at] in _OPEN_QUOTES:
        name = quoted_name(tokens, at + 1, stop)
        end = at + 1
        while end < min(stop - 1, at + 14) and tokens.words[end] not in _CLOSE_QUOTES:
            end += 1
        return Group(at, end + 1, Kind.WORK, name=name) if name and end < stop else None
    return read_group(tokens, at, stop)


def _opened(tokens: Tokens, at: int, figure: Figure) -> bool:
    """Say whether a count of unknown things stands right after "cho" or a colon."""
    before = at - 1
    while (
        before > 0 and tokens.norms[before] in HEDGES and tokens.norms[before] not in ("tới", "đến")
    ):
        before -= 1
    return figure.kind == FigureKind.COUNT and tokens.norms[before] in ("cho", "tới", "đến", ":")


def _skip(
    tokens: Tokens, at: int, stop: int, figures: Mapping[int, tuple[int, Figure]] | None = None
) -> int:
    if at < stop and tokens.norms[at] == "riêng":
        at += 1
    while at < stop and (tokens.norms[at] in PLURALS or tokens.norms[at] in HEDGES):
        if figures is not None and tokens.norms[at] == "hai" and at in figures:
            break
        at += 2 if tokens.norms[at : at + 2] in (["toàn", "thể"], ["toàn", "bộ"]) else 1
    return at


def _next(
    tokens: Tokens,
    at: int,
    stop: int,
    figures: Mapping[int, tuple[int, Figure]],
    *,
    counted: bool,
) -> int | None:
    """Give where the next member of a list begins, or None where the list is over."""
    if at >= stop:
        return None
    joint = _after_bracket(tokens, at, stop)
    if joint < stop and tokens.norms[joint] in JOINTS:
        after = joint + 1
        while after < stop and tokens.norms[after] in ("và", "cho", "cùng", "với", "có"):
            after += 1
        begin = _skip(tokens, after, stop, figures)
        if begin in figures or (begin < stop and read_group(tokens, begin, stop) is not None):
            return after
    elif (at in figures and at > 0 and counted) or tokens.norms[at : at + 2] == ["cá", "nhân"]:
        return at
    depth = 0
    for index in range(at, min(stop, at + MAX_DESCRIPTION)):
        word = tokens.norms[index]
        depth += (word == "(") - (word == ")")
        if depth:
            continue
        if word in ("gồm", ":") or (
            word == "trong" and tokens.norms[index + 1 : index + 2] == ["đó"]
        ):
            return None
        if index in figures and index > at:
            before = index - 1
            while before > at and tokens.norms[before] in HEDGES:
                before -= 1
            if tokens.norms[before] in (",", "và", "cùng"):
                return index
            if read_counted(tokens, index, figures[index], stop):
                return None
    return None


def _after_bracket(tokens: Tokens, at: int, stop: int) -> int:
    """Step over where somebody works, in brackets behind the name ("Lê Văn Mộc (Xưởng Hàn), Lý Thị Đào (Xưởng May)")."""
    if tokens.words[at] != "(":
        return at
    closing = (i for i in range(at + 1, min(stop, at + MAX_BRACKET)) if tokens.words[i] == ")")
    return next(closing, at - 1) + 1


def find_counted(
    tokens: Tokens,
    first: int,
    stop: int,
    figures: Mapping[int, tuple[int, Figure]],
    *,
    reach: int = MAX_DESCRIPTION,
) -> list[Group]:
    """Find the groups with a number left of a verb: the one nearest to it and those joined to that one."""
    runs: list[list[Group]] = []
    at = first
    while at < stop:
        figure = figures.get(at)
        if figure is None:
            at += 1
            continue
        groups = read_counted(tokens, at, figure, stop)
        if groups:
            runs.append(groups)
        at = groups[-1].stop if groups else figure[0]
    runs = [run for run in runs if not _rival(tokens, run[0], first, stop)]
    while runs and _subordinate(tokens, runs[-1][0].first, first):
        last = runs.pop()
        apart = "," in tokens.norms[last[-1].stop : stop]
        if not runs and (tokens.norms[last[0].first - 1] != "trong" or not apart):
            runs.append(last)
            break
    if not runs:
        return []
    chain = runs.pop()
    while runs:
        gap = tokens.norms[runs[-1][-1].stop : chain[0].first]
        while gap and gap[-1] in HEDGES:
            gap = gap[:-1]
        if len(gap) > reach or (gap and gap[-1] not in (",", "và", "cùng", "&")):
            break
        mixed = (runs[-1][-1].kind == Kind.WORK) != (chain[0].kind == Kind.WORK)
        if mixed or any(w in _CLAUSE_WORDS for w in gap):
            break
        chain = runs.pop() + chain
    return chain


def _rival(tokens: Tokens, group: Group, first: int, stop: int) -> bool:
    """Say whether a number counts those who were beaten, or among whom somebody was ("vượt qua 30 đội", "lọt vào nhóm 10 người")."""
    before = group.first - 1
    while before > first and tokens.norms[before] in HEDGES:
        before -= 1
    if before <= first:
        return False
    if tokens.norms[before] in ("nhóm", "tốp"):
        return any(word in ("và", ",", "rồi") for word in tokens.norms[group.stop : stop])
    beyond = tokens.norms[before] == "qua" and tokens.norms[before - 1] == "vượt"
    return beyond or tokens.norms[before] in _RIVALS


def _subordinate(tokens: Tokens, at: int, first: int) -> bool:
    """Say whether a number stands after a preposition, inside the description of another group."""
    before = at - 1
    while before > first and tokens.norms[before] in HEDGES:
        before -= 1
    return before >= first and tokens.norms[before] in _PREPOSITIONS


def to_recipients(groups: list[Group]) -> tuple[Recipient, ...]:
    """Make the list of receivers: each counted group for itself, the others once a kind."""
    out: list[Recipient] = []
    for group in groups:
        names = group.names or ((group.name,) if group.name else ())
        if group.count is not None:
            out.append(Recipient(kind=group.kind, count=group.count, names=names))
            continue
        known = next((i for i, r in enumerate(out) if r.kind == group.kind), None)
        if known is None:
            out.append(Recipient(kind=group.kind, names=names))
        elif names:
            before = out[known]
            out[known] = Recipient(
                kind=before.kind, count=before.count, names=(*before.names, *names)
            )
    return tuple(out)
