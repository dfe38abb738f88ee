"""Known names of campaigns found in a text, in any spelling."""

from dataclasses import dataclass

from extractors.campaign_index import Known, NameIndex, Node, walk
from extractors.campaign_names import SHORT_FORMS, fold_words
from extractors.campaign_words import DAY_PARTS, DAYS
from extractors.tokens import TokenKind, Tokens


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
    norms, kinds, follow, counted = tokens.norms, tokens.kinds, index.follow, index.counted
    last = len(tokens) - 1
    for start, norm in enumerate(norms):
        after = follow.get(norm)
        if after is None:
            if kinds[start] != TokenKind.NUMBER:
                continue
            after = counted
        if start < last and norms[start + 1] not in after and norm not in index.alone:
            continue
        hit = _longest_from(tokens, start, index.root) if start >= at else None
        if hit is not None:
            hit = _lengthened(tokens, hit, index)
            found.append(hit)
            at = hit.stop
    return tuple(found)


def _lengthened(tokens: Tokens, hit: KnownHit, index: NameIndex) -> KnownHit:
    """Let a short name go on with words of the full one: "1 triệu sáng kiến - nỗ lực vượt khó, chiến thắng Covid-19"."""
    words = next((index.words[one.id] for one in hit.known if one.id in index.words), None)
    at = hit.stop
    if words is None or at + 2 >= len(tokens) or tokens.words[at] not in _PARTING:
        return hit
    stop, run = at, 0
    while at < len(tokens) and (
        tokens.words[at] in _PARTING or _folds_into(tokens.norms[at], words)
    ):
        run += tokens.words[at] not in _PARTING
        stop = at + 1 if tokens.words[at] not in _PARTING else stop
        at += 1
    if tokens.norms[stop - 1] in DAY_PARTS and at < len(tokens) and tokens.norms[at] in DAYS:
        stop, run = stop - 1, run - 1
    return KnownHit(hit.first, stop, hit.known) if run >= 3 else hit


def _folds_into(norm: str, words: frozenset[str]) -> bool:
    return all(word in words for word in fold_words((norm,)))


_PARTING = frozenset((",", "-", "–", "—"))
_STOPS = '.?!…“”"«»'


def _longest_from(tokens: Tokens, start: int, root: Node) -> KnownHit | None:
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


def _step(node: Node, norms: list[str], at: int) -> tuple[Node, int] | None:
    """Go down the tree by one token of the text; None where no name goes on with it."""
    norm = norms[at]
    below = node.next.get(norm)
    if below is not None and norm not in SHORT_FORMS:
        return below, at + 1
    if norm == "đảm" and norms[at + 1 : at + 2] == ["bảo"]:
        found, width = walk(node, ("bảo", "đảm")), 2
    elif norm in SHORT_FORMS or norm[0].isdigit():
        found, width = walk(node, fold_words((norm,))), 1
    else:
        return None
    return None if found is None else (found, at + width)
