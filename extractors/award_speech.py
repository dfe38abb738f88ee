"""Praise in a speaker's own words: “Tôi biểu dương anh chị em”, chủ tịch công đoàn nói."""

from bisect import bisect_right

from extractors.award_frames import Frame, Scene, TokenSpan
from extractors.bodies import BodyKind, read_body
from extractors.clauses import Voice

_SPEAKS = ("nói", "phát", "nhấn", "khẳng", "chia", "bày", "tuyên", "cho", "căn", "dặn")
_ADDRESS = ("ông", "bà", "anh", "chị", "đồng", "chí", ",", "-", "–")
MAX_AFTER_MARK = 4
MAX_NAME = 10


def speaker_office(scene: Scene, frame: Frame) -> TokenSpan | None:
    """Give the office that says of itself "Tôi biểu dương …" inside quotation marks; None where nobody does."""
    tokens, verb = scene.tokens, frame.verb
    if verb is None or frame.voice != Voice.ACTIVE or not frame.name.praise:
        return None
    if verb.begin == 0 or tokens.norms[verb.begin - 1] != "tôi":
        return None
    quotes = scene.document.quotes
    at = bisect_right(quotes, verb.begin, key=lambda quote: quote.before) - 1
    if at < 0 or not quotes[at].first <= verb.begin < quotes[at].stop:
        return None
    begin = quotes[at].after
    limit = min(len(tokens), begin + MAX_AFTER_MARK)
    while begin < limit and tokens.norms[begin] in _ADDRESS:
        begin += 1
    office = read_body(tokens, begin, len(tokens)) if begin < len(tokens) else None
    if office is None or office.kind != BodyKind.OFFICE:
        return None
    said = tokens.norms[office.stop : office.stop + MAX_NAME]
    return (office.first, office.stop) if any(word in _SPEAKS for word in said) else None
