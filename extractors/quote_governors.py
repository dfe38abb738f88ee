"""What governs a quoted stretch: a head, a word that announces something else, or what governs the stretch before."""

from dataclasses import dataclass

from extractors.campaign_heads import HEADS, Governors
from extractors.campaign_words import JOINTS, LISTERS, NO_TRIGGER, VERBAL, spelled
from extractors.document import Document
from extractors.lexicon import Hit
from extractors.quotes import Quote
from extractors.tokens import TokenKind, Tokens

_REACH = 34
# How many words may stand between a barrier and the marks.
_BARRIER_REACH = {
    "motto": 9,
    "saying": 6,
    "document": 9,
    "event": 9,
    "award": 4,
    "work": 3,
    "body": 1,
}
# How many words on its place or its makers may follow a member of a list.
_ADDITION = 18
_BEFORE_LISTS = spelled("như gồm là sau đó biểu hình bật trội tên này")
# What may stand between a quoted name and the head after it.
_APPOSITIONS = (["là"], ["-"], ["–"], [","], ["("])
_BEFORE_HEADS = spelled("tên gọi của một 1 2 3 hai ba bốn những các")
_LAUNCH = spelled("động ứng xướng chức trì")
_OCCASION = spelled("chào mừng hướng")
_THAT_DO = spelled("do của")


@dataclass(frozen=True, slots=True)
class Governor:
    """What stands over a quoted stretch."""

    head: Hit | None
    """The head that announces campaigns."""
    barrier: Hit | None
    """The word that announces something else."""
    listed: bool = False
    """Whether it comes from the quoted stretch before."""
    near: bool = True
    """Whether the barrier stands right before the marks."""


NOTHING = Governor(None, None)
# What a head may be called before the marks, though the words are verbs or adverbs too.
_ATTRIBUTES = (
    *(["mới"], ["kết", "nghĩa"], ["phối", "hợp"], ["thí", "điểm"], ["thiện", "nguyện"]),
    *(["truyền", "thông"], ["giao", "lưu"], ["đồng", "hành"], ["hỗ", "trợ"], ["tình", "nguyện"]),
)


def find_governor(
    document: Document,
    governors: Governors,
    quote: Quote,
    over: dict[int, tuple[Quote, Governor]],
    named: set[int],
) -> Governor:
    """Walk left from the opening mark to the nearest word that says what the quoted stretch is."""
    tokens = document.tokens
    sentence = document.sentences[document.sentence_at(quote.before)][0]
    limit = max(sentence, quote.before - _REACH)
    at, gap, lister, strong, crossed = quote.before, 0, False, False, False
    listed = _listed(tokens, quote.before, over, named)
    if listed is not None:
        return listed
    parallel = _parallel(tokens, governors, quote.before, over)
    if parallel is not None:
        return parallel
    while at > limit:
        before = over.get(at)
        if before is not None:
            if not crossed and _is_joint(tokens, at, quote.before):
                return Governor(before[1].head, before[1].barrier, listed=True)
            at = before[0].before
            crossed, lister = True, strong
            continue
        hit = governors.ending.get(at)
        if hit is not None and is_no_trigger(tokens, hit):
            return NOTHING
        if hit is not None:
            motto = governors.barriers.get(hit.first)
            if motto is not None and motto.value == "motto":
                return Governor(None, motto)
            if _reaches(tokens, hit, quote.before, lister=lister, crossed=crossed):
                return Governor(_outer(governors, hit), None)
            if not lister:
                return NOTHING
            at = hit.first
            continue
        barrier = governors.barriers.get(at)
        if barrier is not None and gap < _reach(barrier) and _holds_off(tokens, barrier):
            return Governor(None, barrier, near=gap < 2)
        word = tokens.norms[at - 1]
        lister = lister or word in LISTERS
        strong = strong or (word in LISTERS and word != "là")
        if tokens.kinds[at - 1] == TokenKind.BREAK or word == ";":
            return NOTHING
        gap += 1
        at -= 1
    return NOTHING


def _reach(barrier: Hit) -> int:
    """Give how many words a barrier reaches across; one syllable may be part of another word, so it reaches less."""
    if barrier.value == "certificate":
        return 1
    reach = _BARRIER_REACH[barrier.value]
    return reach if barrier.stop - barrier.first > 1 else min(reach, 2)


def is_no_trigger(tokens: Tokens, hit: Hit) -> bool:
    """Say whether "thi đua" is part of something else: "Cờ thi đua", "Hội đồng Thi đua"."""
    return hit.value == "thi đua" and hit.first > 0 and tokens.norms[hit.first - 1] in NO_TRIGGER


def _outer(governors: Governors, hit: Hit) -> Hit:
    """Give the head over a head: "phong trào xây dựng mô hình"."""
    if hit.value.startswith("mô hình"):
        for at in (hit.first, hit.first - 1, hit.first - 2):
            over = governors.ending.get(at)
            if over is not None and over.value.startswith(("phong trào", "cuộc vận động")):
                return over
    at = hit.first
    if at > 1 and governors.ending.get(at - 1) is not None and not HEADS[hit.value].inside:
        return governors.ending[at - 1]
    return hit


def _listed(
    tokens: Tokens, at: int, over: dict[int, tuple[Quote, Governor]], named: set[int]
) -> Governor | None:
    """Give what governs the quoted stretch before where only signs, "và" and known names stand between.

    A point ends lists of less than three.
    """
    for after in range(at, max(at - 24, 0), -1):
        before = over.get(after)
        if before is not None:
            governor = before[1]
            point = any(word in ".…" for word in tokens.words[after:at])
            if point and not (governor.listed and governor.head is not None):
                return NOTHING
            return Governor(governor.head, governor.barrier, listed=True)
        joint = tokens.norms[after - 1] in JOINTS
        if not joint and (after == at or after - 1 not in named):
            return None
    return None


def _parallel(
    tokens: Tokens, governors: Governors, at: int, over: dict[int, tuple[Quote, Governor]]
) -> Governor | None:
    """Give what governs a list whose members say where or whose they are: “Vườn rau” ở xã An Hòa; “Loa nhỏ” của Đoàn xã."""
    joint = at
    while joint > 0 and at - joint < 2 and tokens.norms[joint - 1] in (",", ";", "và"):
        joint -= 1
    if joint == at:
        return None
    for after in range(joint, max(joint - _ADDITION, 0), -1):
        before = over.get(after)
        if before is not None:
            head = before[1].head
            return Governor(head, None, listed=True) if head is not None else None
        word = tokens.norms[after - 1]
        clause = (
            (word in VERBAL and tokens.norms[joint] != ";")
            or word in ".!?:"
            or tokens.kinds[after - 1] == TokenKind.BREAK
        )
        if clause or after in governors.ending or after in governors.barriers:
            return None
    return None


def _holds_off(tokens: Tokens, barrier: Hit) -> bool:
    """Say whether a barrier is one here: not "điển hình là" before examples, nor "sáng tác ca khúc" in a contest."""
    before = tokens.norms[max(barrier.first - 2, 0) : barrier.first]
    asked_for = barrier.value == "work" and (before == ["sáng", "tác"] or before[-1:] == ["viết"])
    after = tokens.norms[barrier.stop : barrier.stop + 1]
    examples = barrier.value == "award" and after in (["là"], ["như"], [":"])
    return not asked_for and not examples


def _is_joint(tokens: Tokens, first: int, stop: int) -> bool:
    """Say whether only joints of a list, or a short addition and then a joint, stand between two quoted stretches."""
    if stop - first > 9:
        return False
    words = tokens.norms[first:stop]
    if all(word in JOINTS for word in words):
        return True
    if any(word in VERBAL for word in words) or "." in words:
        return False
    return words[-1] in JOINTS and words[-1] not in ("với", "-") and words[0] not in (",", ";")


def _reaches(tokens: Tokens, hit: Hit, stop: int, *, lister: bool, crossed: bool) -> bool:
    """Say whether a head governs a quoted stretch across what stands between them."""
    gap = tokens.norms[hit.stop : stop]
    signs = [word for word in gap if word in ",:–-("]
    if len(signs) == len(gap) and not crossed:
        return True
    if _is_before_speech(gap):
        return False
    if not crossed and len(gap) < 5 and gap[-1] in ("tên", "gọi", "là") and "tên" in gap:
        return True
    if not crossed and gap in _ATTRIBUTES:
        return True
    head = HEADS[hit.value]
    if hit.value in (
        "vận động",
        "hoạt động",
        "thi đua",
        "tháng",
        "tết",
        "sự kiện",
        "quĩ",
        "quỹ",
        "cúp",
    ):
        return len(gap) <= 2 and not any(word in VERBAL or word == "," for word in gap)
    if lister:
        clause = head.inside and any(word in VERBAL and word != "là" for word in gap)
        return not clause
    if crossed or len(gap) > 14:
        return False
    by = _by_launcher(gap)
    if any(word in VERBAL or word in _OCCASION for word in gap[by:]):
        return False
    commas = sum(1 for word in gap if word == ",")
    return commas == 0 or (commas <= 2 and _enumerates(gap))


def _is_before_speech(gap: list[str]) -> bool:
    """Say whether a colon after a clause of its own opens speech: "phong trào ở tổ, anh cười: “…”"."""
    return len(gap) > 3 and gap[-1] == ":" and "," in gap and gap[-2] not in _BEFORE_LISTS


def _by_launcher(gap: list[str]) -> int:
    """Give where the gap goes on after "do … phát động"."""
    if gap and gap[0] in _THAT_DO:
        for index, word in enumerate(gap):
            if word in _LAUNCH:
                return index + 1
    return 0


def _enumerates(gap: list[str]) -> bool:
    """Say whether the commas of a gap stand inside a group of persons ("cán bộ, công chức, viên chức")."""
    for index, word in enumerate(gap):
        if word == "," and (
            index + 1 >= len(gap) or gap[index + 1] not in ("công", "viên", "lao", "đoàn", "người")
        ):
            return index + 1 >= len(gap)
    return True


def find_head_after(tokens: Tokens, governors: Governors, span: tuple[int, int]) -> Hit | None:
    """Find the head after the marks: "“Tủ sách xanh” là tên mô hình", "“Bếp hồng” là phong trào"."""
    at = span[1]
    while at < len(tokens) and tokens.words[at] in "”\"’'":
        at += 1
    if at == span[1] or tokens.norms[at : at + 1] not in _APPOSITIONS:
        return None
    for start in range(at + 1, min(at + 5, len(tokens))):
        hit = governors.starting.get(start)
        if hit is not None:
            return None if HEADS[hit.value].inside and hit.value != "cuộc thi" else hit
        if tokens.norms[start] not in _BEFORE_HEADS:
            return None
    return None
