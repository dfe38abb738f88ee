"""How real a conferral is: given, proposed, planned or only spoken of."""

from extractors.document import Document
from extractors.phrase_table import PhraseTable, phrases
from extractors.records import AwardStatus
from extractors.tokens import TokenKind, Tokens

PRIZE_LINES = 6
PLAN_LINES = 3
_PLANS = PhraseTable(
    phrases(
        None,
        (
            "kế hoạch",
            "thể lệ",
            "hướng dẫn",
            "quy chế",
            "dự thảo",
            "điều lệ",
            "chương trình hành động",
        ),
    )
)
# Words of rules: what follows them is spoken of, not proposed.
_RULES = ("hướng", "quy", "tiêu", "dự", "nghị", "luật", "thủ", "thể")
# "Kế hoạch Hội thi …", "Thể lệ cuộc thi …": what a plan or a set of rules is made for.
_ARRANGED = ("thi", "cuộc", "phát", "thưởng", "giải")
_ENDS = (["kết", "thúc"], ["hoàn", "thành"])
# What an aim in front of the sentence is told for is done, not aimed at ("Nhằm động viên kịp thời, … tặng").
_AIMS = ("nhằm", "hướng")
CUES = PhraseTable(
    phrases(
        AwardStatus.PROPOSED,
        (
            "đề nghị",
            "đề xuất",
            "kiến nghị",
            "trình cấp",
            "trình Chủ tịch",
            "trình Thủ tướng",
            "trình Chính phủ",
            "trình UBND",
            "trình Nhà nước",
            "trình Hội đồng",
            "trình Tổng Liên đoàn",
            "tờ trình",
            "đề cử",
            "xét tặng",
            "xét trao",
            "đang xét",
            "dự xét",
            "giới thiệu xét",
            "hoàn thiện hồ sơ",
            "hoàn tất hồ sơ",
            "thủ tục đề nghị",
            "làm thủ tục",
            "hoàn tất thủ tục",
            "hoàn thiện thủ tục",
            "lập hồ sơ",
        ),
    )
    | phrases(
        AwardStatus.PLANNED,
        (
            "sẽ",
            "dự kiến",
            "chuẩn bị",
            "tiến tới đón nhận",
            "dự định",
            "xem xét",
            "cơ cấu gồm",
            "có kế hoạch",
            "cơ cấu giải thưởng",
            "cơ cấu giải",
            "sắp",
            "kế hoạch",
            "được nhận trong thời gian tới",
        ),
    )
    | phrases(
        AwardStatus.GENERAL,
        (
            "phấn đấu",
            "ai đạt",
            "ai có",
            "ai được",
            "ai giành",
            "đơn vị nào",
            "người nào",
            "chỉ tiêu",
            "thể lệ",
            "hướng dẫn",
            "đăng ký",
            "đăng kí",
            "tiêu chuẩn",
            "điều kiện",
            "quy định",
            "dự thảo",
            "luật",
            "nghị định",
            "đối tượng được",
            "hướng tới",
            "nhằm",
            "mục tiêu",
            "nếu",
            "quy chế",
            "tiêu chí",
            "thang điểm",
            "xét danh hiệu",
            "phấn đấu trở thành",
            "phấn đấu đạt",
            "muốn được",
            "mong được",
            "mơ được",
            "mơ ước",
            "ước mơ",
            "muốn đạt",
            "làm căn cứ",
            "thủ tục",
            "hồ sơ",
        ),
    )
)


def read_status(
    tokens: Tokens, first: int, stop: int
) -> tuple[AwardStatus, tuple[int, int] | None]:
    """Read the status from the words of a stretch, the cue nearest to its end first."""
    best: tuple[AwardStatus, tuple[int, int] | None] = (AwardStatus.CONFERRED, None)
    at = first
    while at < stop:
        read = CUES.read(tokens.norms, at, stop)
        if read is None:
            at += 1
            continue
        aim = tokens.norms[at] in _AIMS and "," in tokens.norms[read[0] : stop]
        # "Từ 12 hồ sơ, hội đồng chọn …": files that were there before.
        files = tokens.norms[at] == "hồ" and tokens.kinds[at - 1] == TokenKind.NUMBER
        aim = aim or (files and "," in tokens.norms[read[0] : stop])
        if not aim and not _outranked(tokens, best, at):
            best = (read[1], (at, read[0]))
        at = read[0]
    return best


def _outranked(tokens: Tokens, best: tuple[AwardStatus, tuple[int, int] | None], at: int) -> bool:
    """Say whether a cue before outranks the one at a token: "sẽ xét tặng" is planned, rules stay rules."""
    status, cue = best
    if cue is None:
        return False
    ruled = status == AwardStatus.GENERAL and tokens.norms[cue[0]] in _RULES
    return ruled or tokens.norms[at] in ("xét", "xem")


def is_examined(tokens: Tokens, cue: tuple[int, int] | None) -> bool:
    """Say whether a cue only tells that an award is looked into ("xét tặng"), as is done once what is planned is over."""
    return cue is not None and tokens.norms[cue[0]] == "xét"


def awaits_end(tokens: Tokens, first: int, stop: int) -> bool:
    """Say whether a sentence tells what comes at the end of something ("khi kết thúc khóa học", "Kết thúc đợt, …")."""
    norms = tokens.norms[first:stop]
    if norms[:2] in _ENDS:
        return True
    return any(norms[i : i + 3] in (["khi", *end] for end in _ENDS) for i in range(len(norms) - 2))


def is_coming(tokens: Tokens, at: int, stop: int) -> bool:
    """Say whether "sẽ" or "dự kiến" stands right after an award ("người đoạt giải nhất sẽ được …")."""
    following = tokens.norms[at : min(stop, at + 4)]
    return "sẽ" in following or "dự" in following[:3]


def is_plan(document: Document) -> bool:
    """Say whether a text is a plan, a set of rules or a guidance by its heading."""
    tokens = document.tokens
    for first, stop in document.sentences[:PLAN_LINES]:
        for at in range(first, min(stop, first + 3)):
            if _PLANS.read(tokens.norms, at, stop) is None:
                continue
            headed = at == 0 and any(w in _ARRANGED for w in tokens.norms[at : min(stop, at + 8)])
            if tokens.words[at].isupper() or headed:
                return True
    return False


def is_prize_list(document: Document, number: int) -> bool:
    """Say whether a line stands under "Cơ cấu giải thưởng gồm:", so that its prizes are yet to be won."""
    tokens = document.tokens
    for back in range(1, PRIZE_LINES + 1):
        if number < back:
            return False
        first, stop = document.sentences[number - back]
        if stop - first <= 24 and tokens.words[stop - 1] == ":":
            return "cơ cấu giải" in tokens.norm(first, stop)
    return False
