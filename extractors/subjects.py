"""The receivers left of a verb: counted groups anywhere in the clause, or the noun phrase that begins a part of it."""

from collections.abc import Mapping

from extractors.bodies import BodyKind, read_body
from extractors.clauses import ADVERBS, cut_brackets
from extractors.phrase_table import words
from extractors.recipients import NOUNS, PLURALS, Group, find_counted, read_groups
from extractors.records import Figure
from extractors.tokens import Tokens

_LEADS = words(
    "đã có vì vậy thế nên do đó cùng nhờ và thì mà là trong đó riêng đặc biệt hiện nay khi"
) | frozenset({"“", '"'})
_OPENERS = words(", : – - ; . ( ) ” “ và") | frozenset({'"', "+", "•", "*"})


def find_receivers(
    tokens: Tokens, first: int, stop: int, figures: Mapping[int, tuple[int, Figure]]
) -> list[Group]:
    """Find those who receive, in the stretch left of "được", "nhận" or "đạt"."""
    counted: list[Group] = []
    for begin, end in cut_brackets(tokens, first, stop):
        counted.extend(find_counted(tokens, begin, end, figures))
    if counted:
        return counted
    return _by_part(tokens, first, stop)


def _by_part(tokens: Tokens, first: int, stop: int) -> list[Group]:
    """Read the groups at the beginning of a part between commas, the part nearest to the verb first."""
    at = stop
    while at > first:
        at -= 1
        if at != first and tokens.norms[at - 1] not in _OPENERS:
            continue
        if at != first and tokens.norms[at - 1] in "-–" and tokens.glued(at):
            continue
        begin = at
        while begin < stop and (tokens.norms[begin] in _LEADS or tokens.norms[begin] in ADVERBS):
            begin += 1
        groups = read_groups(tokens, begin, stop) if begin < stop else []
        if groups:
            return _whole_list(tokens, groups, first, begin, stop)
    return _nearest(tokens, first, stop)


def _whole_list(tokens: Tokens, groups: list[Group], first: int, at: int, stop: int) -> list[Group]:
    """Go back over members of the same list that stand before a comma or "và"."""
    while at - 2 >= first and tokens.norms[at - 1] in (",", "và"):
        start = at - 1
        while start > first and tokens.norms[start - 1] not in _OPENERS:
            start -= 1
        begin = start
        while begin < at and (tokens.norms[begin] in _LEADS or tokens.norms[begin] in PLURALS):
            begin += 1
        more = read_groups(tokens, begin, at - 1) if begin < at - 1 else []
        if not more or more[-1].stop != at - 1:
            break
        groups = more + groups
        at = start
    return groups


def _nearest(tokens: Tokens, first: int, stop: int) -> list[Group]:
    """Read the noun of receivers or the body that ends right before the verb's adverbs."""
    for at in range(max(first, stop - 24), stop):
        if tokens.norms[at] in PLURALS and at + 1 < stop:
            noun = NOUNS.read(tokens.norms, at + 1, stop)
            if noun is not None:
                return read_groups(tokens, at, stop)
    for at in range(max(first, stop - 24), stop):
        body = read_body(tokens, at, stop)
        if (
            body is not None
            and body.kind != BodyKind.OFFICE
            and all(w in ADVERBS for w in tokens.norms[body.stop : stop])
        ):
            return read_groups(tokens, at, stop)
    return []
