"""Who confers an award: after "của", before the verb, on behalf of whom."""

from extractors.award_places import AwardName
from extractors.bodies import Body, BodyKind, read_bodies, read_body, read_name
from extractors.clauses import ADVERBS
from extractors.phrase_table import PhraseTable, phrases, words
from extractors.records import AwardForm
from extractors.tokens import Tokens

_BEHALF = PhraseTable(
    phrases(
        None,
        (
            "thừa ủy quyền",
            "thừa ủy quyền của",
            "theo ủy quyền của",
            "được ủy quyền của",
            "thay mặt",
            "thay mặt cho",
            "thừa lệnh",
            "được sự ủy quyền của",
        ),
    )
)
_NO_SUBJECT_BEFORE = words("cho tới đến tại ở với cùng trong thuộc về từ bởi hỗ giúp")
_OPENERS = words("chí nghị xuất trình , : – - và ; . ( ) ” “ rằng thì khi đó") | frozenset({'"'})
_PLACES = words("tỉnh thành tp huyện quận thị xã phường thôn trường đội đơn tổ")
# Givers that are named by a common noun alone after "của".
_GENERIC_GIVERS = PhraseTable(
    phrases(
        None,
        (
            "Chủ tịch Hồ Chí Minh",
            "thành phố",
            "tỉnh",
            "huyện",
            "quận",
            "thị xã",
            "xã",
            "phường",
            "ngành",
            "bộ",
            "sở",
            "trung ương",
            "công ty",
            "tổng công ty",
            "tập đoàn",
            "nhà trường",
            "trường",
            "đơn vị",
            "ban",
            "hội",
            "đoàn",
            "nhà nước",
            "đảng",
            "T.Ư",
            "TƯ",
            "trung ương và địa phương",
            "các bộ, ngành",
            "các bộ ngành",
            "các ban, ngành",
            "bộ, ngành",
            "cơ quan",
            "quân đội",
            "địa phương",
            "quân khu",
            "thủ đô",
            "cấp trên",
            "Bác",
            "Bác Hồ",
            "công đoàn",
            "đoàn thể",
            "các đoàn thể",
            "hiệp hội",
            "câu lạc bộ",
            "ban tổ chức",
            "tổng công ty",
            "nhà máy",
            "xí nghiệp",
            "chính quyền",
            "chính quyền địa phương",
            "lãnh đạo",
            "giám đốc",
            "hiệu trưởng",
            "tòa soạn",
            "bệnh viện",
            "viện",
            "khoa",
            "tập đoàn",
            "phòng giáo dục",
        ),
    )
)
_OTHER_SUBJECT = words("chương trình lễ hội dự phát")
_HANDERS = words("phó đại ông bà đồng anh chị")


def read_after(tokens: Tokens, name: AwardName, stop: int) -> tuple[int, int] | None:
    """Read "của Y", "do Y tặng" or a bare "Y" right after an award's name."""
    at = name.after
    while at < stop and tokens.norms[at] in ("cao", "quí", "hằng", "hàng"):
        at += 1
    if at < stop and tokens.norms[at] in ("của", "do", "từ"):
        begin = at + 1
        while begin < stop and tokens.norms[begin] in ("đồng", "chí"):
            begin += 1
        whole = read_bodies(tokens, begin, stop) if begin < stop else None
        if whole is None and begin < stop and name.form != AwardForm.DANH_HIEU:
            generic = _GENERIC_GIVERS.read(tokens.norms, begin, stop)
            return (begin, generic[0]) if generic is not None else None
        if whole is not None and whole.kind != BodyKind.PERSON:
            return whole.first, whole.stop
        return None
    if at < stop:
        whole = read_body(tokens, at, stop)
        place = tokens.norms[at] in _PLACES or name.form in (AwardForm.DANH_HIEU, AwardForm.GIAI)
        if whole is not None and whole.kind in (BodyKind.BODY, BodyKind.OFFICE) and not place:
            return whole.first, whole.stop
    return None


def find_subject(tokens: Tokens, first: int, stop: int) -> Body | None:
    """Find the giver left of a verb, in the stretch that ends at the verb's first adverb."""
    behalf = _on_behalf(tokens, first, stop)
    if behalf is not None:
        return behalf
    return (
        _adjacent(tokens, first, stop)
        or _chunked(tokens, first, stop)
        or _common(tokens, first, stop)
    )


def _common(tokens: Tokens, first: int, stop: int) -> Body | None:
    """Find a giver named by a common noun alone, which is all that stands before the verb ("; thành phố tặng …")."""
    end = stop
    while end > first and tokens.norms[end - 1] in ADVERBS:
        end -= 1
    for at in range(max(first, end - 4), end):
        opened = at == first or tokens.norms[at - 1] in _OPENERS
        read = _GENERIC_GIVERS.read(tokens.norms, at, end) if opened else None
        if read is not None and read[0] == end:
            return Body(at, end, BodyKind.BODY)
    return None


def _on_behalf(tokens: Tokens, first: int, stop: int) -> Body | None:
    for at in range(first, stop):
        if tokens.norms[at] not in ("thừa", "thay", "theo", "được"):
            continue
        read = _BEHALF.read(tokens.norms, at, stop)
        if read is not None and read[0] < stop:
            begin = read[0]
            while begin < stop and tokens.norms[begin] in ("của", "cho", "đồng", "chí"):
                begin += 1
            whole = read_body(tokens, begin, stop)
            if whole is not None and whole.kind != BodyKind.PERSON:
                joined = read_bodies(tokens, begin, stop)
                if tokens.norms[whole.stop] == "và" and joined is not None:
                    return joined
                return whole
    return None


def _adjacent(tokens: Tokens, first: int, stop: int) -> Body | None:
    """Find the leftmost body or list of bodies that reaches the verb."""
    at = max(first, stop - 40)
    while at < stop:
        whole = read_bodies(tokens, at, stop)
        if whole is None:
            at += 1
            continue
        rest = tokens.norms[whole.stop : stop]
        bracket = bool(rest) and rest[0] == "(" and rest[-1] == ")"
        after_name = whole.kind == BodyKind.OFFICE and _person_only(tokens, whole.stop, stop)
        if (bracket or after_name or all(w in ADVERBS for w in rest)) and not _governed(
            tokens, whole, first
        ):
            return _appose(tokens, whole, first)
        at = whole.stop
    return None


def _person_only(tokens: Tokens, at: int, stop: int) -> bool:
    """Say whether the holder of an office, with or without a title, is all that stands before the verb."""
    name = read_name(tokens, at, stop) if at < stop else None
    if name is None and at < stop:
        name = read_body(tokens, at, stop)
    if name is None or name.kind != BodyKind.PERSON:
        return False
    return all(w in ADVERBS or w == "," for w in tokens.norms[name.stop : stop])


def _governed(tokens: Tokens, body: Body, first: int) -> bool:
    return body.first > first and tokens.norms[body.first - 1] in _NO_SUBJECT_BEFORE


def _appose(tokens: Tokens, body: Body, first: int) -> Body:
    """Go back over a chain of offices held by one person to the first of them."""
    while (
        body.kind == BodyKind.OFFICE
        and body.first - 2 >= first
        and tokens.norms[body.first - 1] == ","
    ):
        earlier = None
        for at in range(max(first, body.first - 14), body.first - 1):
            found = read_body(tokens, at, body.first - 1)
            if found is not None and found.stop == body.first - 1:
                earlier = found
                break
        if earlier is None or earlier.kind != BodyKind.OFFICE:
            break
        body = earlier
    return body


def _chunked(tokens: Tokens, first: int, stop: int) -> Body | None:
    """Find a body that begins a part between commas, nearest part first."""
    for at in range(stop - 1, first - 1, -1):
        opened = at == first or tokens.norms[at - 1] in _OPENERS
        if not opened or (at > first and tokens.norms[at - 1] == "-" and tokens.glued(at)):
            # "Quyết định số 45/QĐ-LĐLĐ" names no giver.
            continue
        # "Công" of "Công đoàn" is no adverb, "công" of "công bố" is one.
        adverb = tokens.norms[at] in ADVERBS and tokens.words[at].islower()
        if adverb or _bracketed(tokens, at, first, stop):
            continue
        whole = read_bodies(tokens, at, stop)
        if whole is not None and whole.kind != BodyKind.PERSON:
            rest = tokens.norms[whole.stop : stop]
            if rest[:1] == ["("] and ")" in rest:
                rest = rest[rest.index(")") + 1 :]
            coordinated = bool(rest) and (
                rest[-1] in ("và", ",") and (rest[0] in ("đã", "vừa", "sẽ") or "chức" in rest)
            )
            if not coordinated and (
                len(rest) > (30 if at == first else 16) or any(w in _OTHER_SUBJECT for w in rest)
            ):
                return None
            return _appose(tokens, whole, first)
    return None


def _bracketed(tokens: Tokens, at: int, first: int, stop: int) -> bool:
    """Say whether a token opens what stands in brackets ("Công đoàn X (TP Y) tổng kết … và tặng")."""
    return at > first and tokens.norms[at - 1] == "(" and ")" in tokens.norms[at:stop]


def only_hands_over(tokens: Tokens, body: Body, at: int) -> bool:
    """Say whether a giver is a person on stage, who hands over what a body confers."""
    if body.kind == BodyKind.PERSON:
        return True
    if body.kind != BodyKind.OFFICE:
        return False
    if tokens.norms[body.first] in _HANDERS:
        return True
    named = read_name(tokens, body.stop, body.stop + 6) if body.stop < len(tokens) else None
    apposed = body.first > 3 and tokens.norms[body.first - 1] in (",", "-", "–")
    if named is None and apposed:
        named = next(
            (
                name
                for back in range(2, 7)
                if body.first > back
                and (name := read_name(tokens, body.first - back, body.first - 1)) is not None
            ),
            None,
        )
    return named is not None and tokens.norms[at] == "trao"
