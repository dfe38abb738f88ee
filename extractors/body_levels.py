"""Levels and ranks in the names of bodies that stand for many: "Công đoàn cấp trên cơ sở", "UBND các phường, xã"."""

from extractors.body_phrases import LEVEL_ROWS, RANK_ROWS, match_width
from extractors.tokens import Tokens, is_capital


def level_width(tokens: Tokens, index: int, limit: int) -> int:
    """Give the length of the level, or of the ranks of many, at a token; 0 where there is none."""
    rank = match_width(RANK_ROWS, tokens, index + 1, limit)
    if tokens.norms[index] != "các" or not rank:
        return match_width(LEVEL_ROWS, tokens, index, limit)
    stop = index + 1 + rank
    while stop + 1 < limit and tokens.norms[stop] in (",", "và"):
        rank = match_width(RANK_ROWS, tokens, stop + 1, limit)
        if not rank:
            break
        stop += 1 + rank
    # "LĐLĐ các | huyện Bình An, Tân Hòa"
    return 1 if stop < limit and is_capital(tokens, stop) else stop - index
