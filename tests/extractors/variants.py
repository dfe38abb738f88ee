"""Ways in which the same news text comes damaged or differently encoded."""

import random
import unicodedata
from collections.abc import Callable

from extractors.text import fold

Variant = Callable[[str, random.Random], str]


def decomposed(text: str, draw: random.Random) -> str:
    return unicodedata.normalize("NFD", text)


def no_break_spaces(text: str, draw: random.Random) -> str:
    return "".join("\u00a0" if c == " " and draw.random() < 0.3 else c for c in text)


def zero_width(text: str, draw: random.Random) -> str:
    return "".join(c + ("\u200b" if draw.random() < 0.02 else "") for c in text)


def carriage_returns(text: str, draw: random.Random) -> str:
    return text.replace("\n", "\r\n")


def look_alike_d(text: str, draw: random.Random) -> str:
    return text.replace("Đ", "\u00d0")


def doubled_quotes(text: str, draw: random.Random) -> str:
    return text.replace("“", "‘‘").replace("”", "’’")


def straight_quotes(text: str, draw: random.Random) -> str:
    return text.replace("“", '"').replace("”", '"')


def unclosed_quotes(text: str, draw: random.Random) -> str:
    return "".join(c for c in text if c not in "”’" or draw.random() < 0.5)


def upper_case(text: str, draw: random.Random) -> str:
    return text.upper()


def no_marks(text: str, draw: random.Random) -> str:
    return fold(text)


def glued_sentences(text: str, draw: random.Random) -> str:
    return text.replace(". ", ".")


def lost_breaks(text: str, draw: random.Random) -> str:
    return text.replace("\n", draw.choice((" ", "")))


def double_spaces(text: str, draw: random.Random) -> str:
    return "".join("  " if c == " " and draw.random() < 0.2 else c for c in text)


def old_tone_places(text: str, draw: random.Random) -> str:
    for new, old in (
        ("hòa", "hoà"),
        ("Hòa", "Hoà"),
        ("ủy", "uỷ"),
        ("Ủy", "Uỷ"),
        ("tỷ", "tỉ"),
        ("kỷ", "kỉ"),
    ):
        text = text.replace(new, old)
    return text


def emoji(text: str, draw: random.Random) -> str:
    return "".join(c + ("🏆" if draw.random() < 0.01 else "") for c in text)


def cut(text: str, draw: random.Random) -> str:
    a, b = sorted(draw.sample(range(len(text) + 1), 2)) if len(text) > 1 else (0, len(text))
    return text[a:b]


def shuffled_signs(text: str, draw: random.Random) -> str:
    return "".join(
        draw.choice("“”\"'()/.,-–%\n0123456789") if draw.random() < 0.03 else c for c in text
    )


# The same words: the same facts must come out.
HARMLESS: tuple[Variant, ...] = (
    decomposed,
    no_break_spaces,
    look_alike_d,
    doubled_quotes,
    straight_quotes,
    old_tone_places,
    carriage_returns,
    double_spaces,
)
# Other words or none: only the promises about offsets hold.
HARMFUL: tuple[Variant, ...] = (
    zero_width,
    unclosed_quotes,
    upper_case,
    no_marks,
    glued_sentences,
    lost_breaks,
    emoji,
    cut,
    shuffled_signs,
)
