"""Awards as named in the text: the places where an award is spoken of, before anything else is known of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extractors.award_forms import BARE_FORMS, FORM_PHRASES, LOOK_ALIKES, MEDAL_RANKS, RANKS, TITLES
from extractors.award_titles import (
    Named,
    read_certificate,
    read_level,
    read_medal,
    read_order,
    read_plain_title,
    read_prize,
    read_proper,
    read_quoted,
)
from extractors.award_verbs import VERB_PHRASES, VerbKind
from extractors.bodies import is_capital, read_body, read_name
from extractors.document import Document
from extractors.lexicon import Hit, Term, longest
from extractors.ontology import Ontology
from extractors.phrase_table import words
from extractors.quotes import Quote
from extractors.records import AwardForm, Span
from extractors.tokens import TokenKind, Tokens

LABEL = "award"
CUE = "cue:danh hiệu"
_CERTIFICATES = (
    AwardForm.BANG_KHEN,
    AwardForm.GIAY_KHEN,
    AwardForm.CO_THI_DUA,
    AwardForm.CO_LUU_NIEM,
    AwardForm.OTHER,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardName(Span):
    """A place that names an award, or praises by a verb."""

    form: AwardForm
    """The form it names."""
    first: int = 0
    """Its first token."""
    stop: int = 0
    """One past its last token."""
    title: str | None = None
    """The proper name in it."""
    rank: str | None = None
    """Its rank."""
    level: str | None = None
    """Its level as written."""
    after: int = 0
    """One past the level, where one follows; else equal to `stop`."""
    praise: bool = False
    """Whether it is a verb of praise: an award only where the text states who receives it."""
    rule: str = "award.form"
    """What found it."""


def award_terms(ontology: Ontology) -> Iterable[Term]:
    """Give the phrases that awards are found by."""
    for phrase, form in FORM_PHRASES.items():
        yield Term(LABEL, phrase, f"form:{form}")
    for phrase, bare in BARE_FORMS.items():
        yield Term(LABEL, phrase, f"bare:{bare}")
    for phrase in LOOK_ALIKES:
        yield Term(LABEL, phrase, "none:")
    for phrase in TITLES.listed():
        yield Term(LABEL, phrase, "title:")
    for phrase, kind in VERB_PHRASES.items():
        yield Term(LABEL, phrase, f"verb:{kind}")
    yield Term(LABEL, "danh hiệu", CUE)


def award_hits(document: Document) -> tuple[Hit, ...]:
    """Give the words of commendation of a text, longest first, none overlapping."""
    return longest(document.labelled(LABEL))


def find_award_names(document: Document, ontology: Ontology) -> tuple[AwardName, ...]:
    """Find the places that name an award, in order; verbs of praise are only candidates."""
    hits = award_hits(document)
    if all(
        hit.value.startswith(("verb:give", "verb:name", "verb:receive", "verb:belong", "none:"))
        for hit in hits
    ):
        return ()
    reader = _Reader(document, hits)
    return reader.read()


class _Reader:
    """One pass over the hits of a text."""

    def __init__(self, document: Document, hits: tuple[Hit, ...]) -> None:
        self.document = document
        self.tokens: Tokens = document.tokens
        self.hits = hits
        self.quotes: Mapping[int, Quote] = {quote.before: quote for quote in document.quotes}
        self.found: list[AwardName] = []

    def read(self) -> tuple[AwardName, ...]:
        for number, hit in enumerate(self.hits):
            if self.found and hit.first < self.found[-1].after:
                continue
            tag, _, value = hit.value.partition(":")
            stop = self._line_stop(hit.first)
            if tag == "form":
                self._form(hit, AwardForm(value), stop)
            elif tag == "bare":
                self._bare(number, hit, AwardForm(value), stop)
            elif tag == "cue":
                self._titles(hit, stop)
            elif tag == "title":
                self._known_title(number, hit, stop)
            elif value == VerbKind.PRAISE:
                self._praise(hit, stop)
            elif tag == "verb" and value in (VerbKind.GIVE, VerbKind.NAME, VerbKind.RECEIVE):
                self._quoted_after_verb(hit, stop)
        return tuple(self.found)

    def _line_stop(self, at: int) -> int:
        number = self.document.sentence_at(at)
        return self.document.sentences[number][1]

    def _add(
        self, first: int, form: AwardForm, named: Named, rule: str, *, praise: bool = False
    ) -> None:
        tokens = self.tokens
        after = named.stop
        quote_end = after < len(tokens) and tokens.words[after] in "”\"’»'"
        at = after + 1 if quote_end else after
        while at < len(tokens) and tokens.words[at] in "”\"’'":
            at += 1
        level = None if praise else read_level(tokens, at, min(len(tokens), at + 16))
        self.found.append(
            AwardName(
                start=tokens.starts[first],
                end=tokens.ends[named.stop - 1],
                form=form,
                first=first,
                stop=named.stop,
                title=named.title,
                rank=named.rank,
                level=level[1] if level else None,
                after=level[0] if level else at,
                praise=praise,
                rule=rule,
            )
        )

    def _form(self, hit: Hit, form: AwardForm, stop: int) -> None:
        tokens, quotes, at = self.tokens, self.quotes, hit.stop
        if form == AwardForm.HUAN_CHUONG:
            named = read_order(tokens, at, stop)
        elif form == AwardForm.HUY_CHUONG:
            named = read_medal(tokens, quotes, at, stop)
        elif form in (AwardForm.KY_NIEM_CHUONG, AwardForm.GIAI_THUONG):
            named = read_proper(tokens, quotes, at, stop)
            if (
                form == AwardForm.GIAI_THUONG
                and not named.marked
                and not self._governed(hit.first, 3)
            ):
                return
        elif form == AwardForm.GIAI:
            named = Named(
                at, None, "nhat" if "á" not in tokens.norms[hit.first : at] else "nhi", marked=True
            )
        elif form == AwardForm.BANG_CHUNG_NHAN:
            named = read_certificate(tokens, quotes, at, stop)
            own = tokens.norms[hit.first] == "bằng" and hit.stop - hit.first > 3
            given = any(
                h.value == "verb:give" and hit.first - 5 <= h.stop <= hit.first
                for h in self._before(hit.first)
            )
            listed = self.found and self._only_joints(self.found[-1].after, hit.first)
            if not own and not given and not listed and named.title is None:
                return
        elif tokens.norms[hit.first] == "huy":
            named = self._badge(at, stop)
        else:
            named = read_certificate(tokens, quotes, at, stop)
        self._add(hit.first, form, named, "award.form")
        self._more(form, stop)

    def _badge(self, at: int, stop: int) -> Named:
        """Read "30 năm tuổi Đảng" or a quoted name after "Huy hiệu"."""
        tokens = self.tokens
        end = at
        while end < min(stop, at + 5) and tokens.kinds[end] in (TokenKind.NUMBER, TokenKind.WORD):
            end += 1
            if tokens.norms[end - 1] == "đảng":
                return Named(end, tokens.text(at, end), None, marked=True)
        if end < stop and at < end and tokens.words[at][0].isupper():
            return read_proper(tokens, self.quotes, at, stop)
        return read_certificate(tokens, self.quotes, at, stop)

    def _more(self, form: AwardForm, stop: int) -> None:
        """Read further quoted names or ranks with the same form after a comma or "và"."""
        tokens = self.tokens
        while self.found and self.found[-1].after + 1 < stop:
            last = self.found[-1]
            at = last.after
            if tokens.norms[at] not in (",", "và", ";"):
                return
            at += 1
            if form in (AwardForm.GIAI, AwardForm.HUY_CHUONG):
                table = RANKS if form == AwardForm.GIAI else MEDAL_RANKS
                rank = (
                    table.read(tokens.norms, at + 1, stop)
                    if tokens.kinds[at] == TokenKind.NUMBER
                    else None
                )
                elided = self._ellipsis(at, stop) if form == AwardForm.GIAI else None
                if rank is None and last.rank is not None and elided is not None:
                    named = Named(elided[0], None, elided[1], marked=True)
                    self._add(at, form, named, "award.rank_list")
                    continue
                if rank is None or last.rank is None:
                    return
                self._add(
                    at + 1, form, Named(rank[0], None, rank[1], marked=True), "award.rank_list"
                )
                continue
            if form == AwardForm.GIAI_THUONG and last.title is not None:
                if not self._plain_member(at, stop):
                    return
                continue
            while form == AwardForm.DANH_HIEU and at < stop and tokens.norms[at] in _TITLE_WORDS:
                at += 1
            quote = read_quoted(tokens, self.quotes, at)
            if quote is None or last.title is None or tokens.words[last.stop] not in "”\"’'":
                return
            title = tokens.text(quote.first, quote.stop)
            self._add(
                quote.first, form, Named(quote.stop, title, None, marked=True), "award.title_list"
            )

    def _ellipsis(self, at: int, stop: int) -> tuple[int, str] | None:
        """Read a rank without "giải" before "thuộc về" or "là" ("…, nhì là Chi nhánh Bến Gỗ")."""
        read = RANKS.read(self.tokens.norms, at, stop)
        if read is None or self.tokens.norms[read[0] : read[0] + 1] not in (["là"], ["thuộc"]):
            return None
        return read

    def _plain_member(self, at: int, stop: int) -> bool:
        """Read one more unquoted prize of a list ("các giải thưởng Sao Mai, Sao Khuê")."""
        tokens = self.tokens
        if tokens.kinds[at] != TokenKind.WORD or not tokens.words[at][0].isupper():
            return False
        if any(h.first == at and not h.value.startswith("verb:praise") for h in self.hits):
            return False
        if read_body(tokens, at, stop) is not None:
            return False
        end = read_plain_title(tokens, at, stop)
        level = read_level(tokens, end, stop)
        reach = level[0] if level else end
        closed = reach >= stop or tokens.norms[reach] in (",", ".", "…", ";", "và", "năm")
        if end - at < 2 or not closed:
            return False
        title = tokens.text(at, end)
        self._add(
            at, AwardForm.GIAI_THUONG, Named(end, title, None, marked=True), "award.title_list"
        )
        return True

    def _governed(self, at: int, width: int) -> bool:
        """Say whether a verb of conferral or receipt stands shortly before a token, or an award right before."""
        first = self.document.sentences[self.document.sentence_at(at)][0]
        if (
            self.found
            and self.found[-1].after <= at
            and self._only_joints(self.found[-1].after, at)
        ):
            return True
        return any(
            hit.value.startswith("verb:") and hit.stop <= at and hit.stop >= max(first, at - width)
            for hit in self._before(at)
        )

    def _before(self, at: int) -> Iterable[Hit]:
        for hit in reversed(self.hits):
            if hit.first < at:
                if hit.stop < at - 24:
                    return
                yield hit

    def _only_joints(self, first: int, stop: int) -> bool:
        if stop - first > 8:
            return False
        return (
            all(
                self.tokens.kinds[i] == TokenKind.NUMBER or self.tokens.norms[i] in _LIST_WORDS
                for i in range(first, stop)
            )
            and stop > first
        )

    def _bare(self, number: int, hit: Hit, form: AwardForm, stop: int) -> None:
        tokens, at = self.tokens, hit.stop
        if tokens.norms[hit.first] == "giải":
            named = read_prize(tokens, self.quotes, at, stop)
            if not named.marked and not self._takes_prize(hit.first):
                return
            if (
                named.marked
                and at < stop
                and tokens.norms[named.stop - 1] == "địch"
                and named.stop < stop
            ):
                following = tokens.words[named.stop]
                if following[0].isupper() or tokens.norms[named.stop] in (
                    "bóng",
                    "quốc",
                    "thế",
                    "cờ",
                ):
                    return
            taken = self._governed(hit.first, 3) or tokens.norms[hit.first - 1] == "có"
            after = tokens.norms[named.stop : named.stop + 3]
            if named.title is None and self._solves(hit.first, named.stop, stop):
                return
            if named.title is not None and not taken and "thuộc" not in after:
                return
            self._add(hit.first, form, named, "award.prize")
            self._more(form, stop)
            return
        numbered = (
            tokens.kinds[hit.first - 1] == TokenKind.NUMBER if hit.first else False
        ) and self._governed(hit.first, 24)
        if not numbered and not self._governed(hit.first, 3):
            return
        if tokens.norms[hit.first] == "biển" and tokens.norms[hit.first - 1] != "gắn":
            return
        named = read_certificate(tokens, self.quotes, at, stop)
        if tokens.norms[hit.first] == "cúp" and not named.marked:
            proper = at < stop and is_capital(tokens, at) and read_body(tokens, at, stop) is None
            if proper:
                named, form = read_proper(tokens, self.quotes, at, stop), AwardForm.GIAI_THUONG
        if tokens.norms[hit.first] == "cờ" and not named.marked and self._beside_prize(hit.first):
            form = AwardForm.CO_LUU_NIEM
        self._add(hit.first, form, named, "award.bare")
        self._more(form, stop)

    def _solves(self, at: int, after: int, stop: int) -> bool:
        """Say whether "giải" is the verb "to solve" ("giải ba bài toán")."""
        tokens = self.tokens
        if tokens.words[after - 1][0].isupper() or after >= stop or self._governed(at, 6):
            return False
        return tokens.norms[after] in _PROBLEMS

    def _beside_prize(self, at: int) -> bool:
        """Say whether the award before a token in the same sentence is a place in a contest."""
        first = self.document.sentences[self.document.sentence_at(at)][0]
        forms = [n.form for n in self.found if n.first >= first]
        return bool(forms) and forms[-1] in (AwardForm.GIAI, AwardForm.CO_LUU_NIEM)

    def _takes_prize(self, at: int) -> bool:
        """Say whether "đoạt", "đạt" or "giành" stands before a bare "giải"."""
        return any(
            hit.value == f"verb:{VerbKind.RECEIVE}"
            and at - 3 <= hit.stop <= at
            and self.tokens.norms[hit.first] != "nhận"
            for hit in self._before(at)
        )

    def _titles(self, hit: Hit, stop: int) -> None:
        """Read the title or titles after "danh hiệu"."""
        tokens, at = self.tokens, hit.stop
        while at < stop and tokens.norms[at] in _CUE_FILLERS:
            at += 1
        if tokens.norms[at - 1] == "thi" and at < stop and tokens.norms[at] == "đua":
            at += 1
        quote = read_quoted(tokens, self.quotes, at)
        if quote is not None:
            title = tokens.text(quote.first, quote.stop)
            self._add(
                quote.first,
                AwardForm.DANH_HIEU,
                Named(quote.stop, title, None, marked=True),
                "award.title",
            )
            self._more(AwardForm.DANH_HIEU, stop)
            return
        if at >= stop or tokens.kinds[at] != TokenKind.WORD or tokens.norms[at] in _NO_TITLE:
            return
        known = TITLES.read(tokens.norms, at, stop)
        if (
            known is None
            and not tokens.words[at][0].isupper()
            and tokens.norms[at] not in TITLE_HEADS
        ):
            return
        if any(h.first == at and h.value.startswith("form:") for h in self.hits):
            return
        end = read_plain_title(tokens, at, stop)
        if end > at:
            title = tokens.text(at, end)
            self._add(at, AwardForm.DANH_HIEU, Named(end, title, None, marked=True), "award.title")

    def _known_title(self, number: int, hit: Hit, stop: int) -> None:
        """Take a known title where a verb of conferral governs it, or an award stands right before it."""
        tokens = self.tokens
        if not self._title_governed(hit):
            return
        end = max(hit.stop, read_plain_title(tokens, hit.first, stop))
        inside = next((q for q in self.document.quotes if q.first <= hit.first < q.stop), None)
        first = hit.first
        if inside is not None:
            if inside.first < hit.first - 3 or inside.stop - inside.first > 20:
                return
            first, end = inside.first, inside.stop
        self._add(
            first,
            AwardForm.DANH_HIEU,
            Named(end, tokens.text(first, end), None, marked=True),
            "award.known_title",
        )

    def _title_governed(self, hit: Hit) -> bool:
        tokens = self.tokens
        at = hit.first
        while at > 0 and tokens.words[at - 1] in "“\"‘'":
            at -= 1
        first = self.document.sentences[self.document.sentence_at(at)][0]
        if (
            self.found
            and not self.found[-1].praise
            and first <= self.found[-1].first
            and self._only_joints(self.found[-1].after, at)
        ):
            return self.found[-1].form not in (AwardForm.KHEN_THUONG,) or self._passive_praise(at)
        verb = next((h for h in self._before(at) if h.value.startswith("verb:")), None)
        if tokens.norms[at - 1] in ("gương", "hình") and at < hit.first:
            return True
        running = tokens.norms[hit.stop : hit.stop + 4]
        if tokens.norms[at - 1] == "là" and (
            tokens.norms[at - 2] == "đều"
            or "liền" in running
            or any(k == TokenKind.NUMBER for k in tokens.kinds[max(first, at - 5) : at])
        ):
            return True
        following = self.found and self.found[-1].rule == "award.known_title"
        if (
            following
            and tokens.norms[at - 1] in ("các", ";")
            and read_name(tokens, hit.stop, stop_at(tokens, hit.stop))
        ):
            return True
        if tokens.norms[hit.stop - 1] == "hóa" and (
            tokens.norms[hit.stop : hit.stop + 1] == ["đạt"] or tokens.norms[at - 1] == "lệ"
        ):
            return True
        if verb is None or verb.stop < first:
            return tokens.norms[at - 1 : at] == ["là"] and _years_running(tokens, first, at)
        kind = verb.value.partition(":")[2]
        if tokens.norms[verb.first] == "gắn" or kind == VerbKind.BELONG:
            return False
        gap = tokens.norms[verb.stop : at]
        if (
            kind == VerbKind.NONE
            or len(gap) > 8
            or any(word not in _TITLE_GAP and not word[0].isdigit() for word in gap)
        ):
            return tokens.norms[at - 1 : at] == ["là"] and _years_running(tokens, first, at)
        if kind == VerbKind.PRAISE:
            names_follow = read_name(tokens, hit.stop, stop_at(tokens, hit.stop)) is not None
            return self._passive_praise(at) or tokens.words[hit.first][0].isupper() or names_follow
        return True

    def _passive_praise(self, at: int) -> bool:
        verb = next((h for h in self._before(at) if h.value.startswith("verb:praise")), None)
        return verb is not None and "được" in self.tokens.norms[max(verb.first - 3, 0) : verb.first]

    def _quoted_after_verb(self, hit: Hit, stop: int) -> None:
        """Take a quoted title right after a verb of conferral ("được tặng thưởng “Đơn vị quyết thắng”")."""
        tokens = self.tokens
        at = hit.stop
        while at < stop and tokens.norms[at] in ("là", "gương", "các", ":"):
            at += 1
        quote = read_quoted(tokens, self.quotes, at)
        if quote is None or quote.stop - quote.first > 16 or quote.stop - quote.first < 2:
            return
        naming = (
            hit.value == f"verb:{VerbKind.NAME}"
            and "được" in tokens.norms[max(hit.first - 12, 0) : hit.first]
        )
        if (
            not naming
            and tokens.norms[quote.first] not in TITLE_HEADS
            and TITLES.read(tokens.norms, quote.first, quote.stop) is None
        ):
            return
        title = tokens.text(quote.first, quote.stop)
        self._add(
            quote.first,
            AwardForm.DANH_HIEU,
            Named(quote.stop, title, None, marked=True),
            "award.quoted_title",
        )
        self._more(AwardForm.DANH_HIEU, stop)

    def _praise(self, hit: Hit, stop: int) -> None:
        """Take a verb of praise, and join it to one right before it."""
        tokens = self.tokens
        last = self.found[-1] if self.found else None
        if last is not None and last.praise and hit.first - last.stop <= 4:
            gap = tokens.norms[last.stop : hit.first]
            if all(word in _PRAISE_JOINTS for word in gap):
                self.found.pop()
                self._add(
                    last.first, AwardForm.KHEN_THUONG, Named(hit.stop), "award.praise", praise=True
                )
                return
        if self._praised_as(hit, stop):
            return
        self._add(hit.first, AwardForm.KHEN_THUONG, Named(hit.stop), "award.praise", praise=True)

    def _praised_as(self, hit: Hit, stop: int) -> bool:
        """Take the capitalised title after "được vinh danh"."""
        tokens, at = self.tokens, hit.stop
        if at < stop and tokens.norms[at] == "là":
            at += 1
        if at >= stop or not is_capital(tokens, at) or tokens.words[at].isupper():
            return False
        if "được" not in tokens.norms[max(hit.first - 16, 0) : hit.first]:
            return False
        if read_body(tokens, at, stop) is not None or read_name(tokens, at, stop) is not None:
            return False
        if any(h.first == at and h.value != "none:" for h in self.hits):
            return False
        end = read_plain_title(tokens, at, stop)
        if end - at < 3:
            return False
        title = tokens.text(at, end)
        self._add(at, AwardForm.DANH_HIEU, Named(end, title, None, marked=True), "award.praised_as")
        return True


def stop_at(tokens: Tokens, at: int) -> int:
    """Give a near bound after a token."""
    return min(len(tokens), at + 6)


def _years_running(tokens: Tokens, first: int, at: int) -> bool:
    """Say whether "nhiều năm liền", "liên tục" or the like stands in front of "là" and a title."""
    before = tokens.norms[max(first, at - 14) : at]
    return any(word in before for word in ("liền", "liên", "năm", "luôn"))


TITLE_HEADS = words(
    "bệnh ngành quán chợ tuyến nhân huấn lái tay hộ hợp htx vững đơn vị tập cá gương người công chiến đoàn cán doanh chủ phụ nhà gia anh bà mẹ lao giáo học sinh thợ nông thanh bàn kiện"
    " thầy nghệ tổ cờ xã phường thôn làng bếp phòng trường cđcs cựu điển bông hoa dũng sao vua nữ tài nhân trí thôn khu cụm"
    " cstđ lđtt cn gv cđ hộ dòng cộng"
)
_TITLE_WORDS = words("gương danh hiệu điển hình giải thưởng")
_PROBLEMS = words("bài bài bài câu vấn phương đề việc mâu")
_CUE_FILLERS = words("cao quý thi đua là như : vinh dự nhà nước gồm và")
_NO_TITLE = words(
    "này đó trên khác của cho các và được trong hình khen do mà đã theo đối tại nhằm cũng vẻ cao cấp nhất hoặc là"
)
_LIST_WORDS = words(
    ", và ; : / & năm cùng với các ( ) “ ” ‘ ’ hoặc cấp cơ sở tỉnh thành phố huyện hạng toàn quốc quân nhiều lần – - ngành 2 danh hiệu gương"
) | frozenset({'"', "'", "01", "02"})
_TITLE_GAP = words(
    "là 1 trong số các : một những “ ‘ danh hiệu gương hai ba là có nhiều chị em đồng chí người cán bộ với"
) | frozenset({'"', "'", ","})
_PRAISE_JOINTS = words(", và – - / động viên kịp thời & ; ghi nhận")
