"""What belongs to the name of an organisation behind its head, read part by part."""

from collections.abc import Callable
from dataclasses import dataclass

from extractors.body_capitals import ends_in_capitals, is_half_word
from extractors.body_heads import (
    BARE_HEADS,
    FIELD_HEADS,
    WHOLE,
    ZONE_HEADS,
)
from extractors.body_holders import Behind, holder_begins
from extractors.body_levels import level_width
from extractors.body_numbers import number_width
from extractors.body_phrases import (
    BLOCK_ROWS,
    FIELD_ROWS,
    HOUSE_ROWS,
    OWN_ROWS,
    RANK_ROWS,
    SECOND_ROWS,
    SORT_ROWS,
    ZONE_ROWS,
    Phrase,
    match_width,
    stands,
    words_of,
)
from extractors.body_words import LEGAL_ENDS, NO_SECOND_SYLLABLE, SIGNS
from extractors.entities import BodyType
from extractors.person_names import SURNAMES
from extractors.text import spelling
from extractors.tokens import TokenKind, Tokens, is_capital, is_lower

MAX_TASK = 8
ABBREVIATED = frozenset(("tp", "tx", "tt", "q", "p", "h"))


_FIELD_HEADS = frozenset(words_of(head) for head in FIELD_HEADS)
_BARE_HEADS = frozenset(words_of(head) for head in BARE_HEADS)
_WHOLE = frozenset(words_of(head) for head in WHOLE)
_ZONE_HEADS = frozenset(words_of(head) for head in ZONE_HEADS)
_NO_SECOND = frozenset(spelling(one) for one in NO_SECOND_SYLLABLE)
_LEGAL_ENDS = frozenset(spelling(one) for one in LEGAL_ENDS)
_NATIONAL = words_of("quốc gia")
MAX_COMPOUND = 3
_HOLDS = words_of("tổ chức")
_ZONE_WORDS = frozenset(("khu", "cụm"))
# "Viện Công nhân và Công đoàn": what an institute works on.
_INSTITUTE, _UNION_WORDS = words_of("viện"), words_of("công đoàn")
# Its task is part of its name and written in small letters: "Ban Chỉ đạo phòng, chống dịch".
_TASK_BOARD = words_of("ban chỉ đạo")
# "Cụm thi đua Hội Luật gia các tỉnh" is one body of many.
_ADDRESSED = frozenset(
    spelling(one) for one in ("ông", "bà", "anh", "chị", "em", "cô", "thầy", "đồng", "ngành", "nhà")
)
_CLUSTERS = frozenset((words_of("cụm thi đua"), words_of("khối thi đua")))
_TRADE_UNION = words_of("nghiệp đoàn")
_UNIONS = frozenset(
    (words_of("công đoàn"), words_of("cđ"), words_of("công đoàn cơ sở"), words_of("cđcs"))
)


def after_abbreviation(tokens: Tokens, at: int, limit: int) -> int:
    """Give one past the bracket that explains a head: "Liên đoàn Lao động (LĐLĐ) thành phố …"."""
    inside = at + 2 < limit and tokens.words[at] == "(" and tokens.words[at + 2] == ")"
    return at + 3 if inside and tokens.words[at + 1].isupper() else at


@dataclass(slots=True)
class BodyReader:
    """Reads what stands behind one head."""

    tokens: Tokens
    head: Phrase
    kind: BodyType
    at: int
    limit: int
    is_place: Callable[[str], bool]
    acts_for_any: bool = False
    """Whether it is an organ or officer, whose body may be named by its rank or sort alone: "Giám đốc công ty"."""
    after_field: bool = False
    """Whether the part just read names a field of work."""
    proper: int = 0
    """How many syllables of a proper name were read in a row."""
    named: bool = False
    """Whether anything but sorts and legal forms was read."""
    generic: bool = False
    """Whether a level was read that stands for all or any bodies of it."""
    closed: bool = False
    """Whether the name of the country was read, behind which no proper name goes on."""

    def read(self) -> int:
        """Give one past the last token that belongs to the name; `at` where none does."""
        index = self.at
        if is_half_word(self.tokens, self.head, index, self.limit):
            return index
        while index < self.limit:
            step = self._step(index)
            if not step:
                break
            index += step
        return index

    def _step(self, index: int) -> int:
        """Give the length of the next part of the name, 0 where the name ends."""
        tokens = self.tokens
        kind = tokens.kinds[index]
        if kind == TokenKind.NUMBER:
            return self._number(index)
        if kind == TokenKind.SIGN:
            return self._joint(index)
        if kind != TokenKind.WORD:
            return 0
        if tokens.words[index][0].isupper():
            return self._capital(index)
        return self._lower(index)

    def _capital(self, index: int) -> int:
        tokens, limit = self.tokens, self.limit
        if self._person_begins(index) or ends_in_capitals(
            tokens, self.at - len(self.head), index, limit
        ):
            return 0
        rank = match_width(RANK_ROWS, tokens, index, limit)
        if not rank and tokens.norms[index] in ABBREVIATED and self._is_cut(index):
            # "UBND Q. 11"
            rank = 1
        if rank and rank >= match_width(SORT_ROWS, tokens, index, limit):
            return self._rank(index, rank)
        if match_width(OWN_ROWS, tokens, index, len(tokens)):
            return 0
        field = match_width(FIELD_ROWS, tokens, index, limit)
        sort = match_width(SORT_ROWS, tokens, index, limit)
        if field >= max(sort, 1) and not (field == 1 and self._compound(index) > 1):
            self.after_field, self.proper, self.named = True, 0, True
            return field
        if sort > 1 or (sort == 1 and not self.proper):
            self.after_field, self.proper = False, 0
            return sort
        return self._proper(index)

    def _proper(self, index: int) -> int:
        """Read one syllable of a proper name, or a first compound "Kho vận" written with one capital."""
        tokens = self.tokens
        if self.closed:
            return 0
        self.closed = tokens.norm(index - 1, index + 1) == "việt nam"
        self.named = True
        width = self._compound(index)
        self.after_field = False
        self.proper += width == 1
        return width

    def _compound(self, index: int) -> int:
        """Give the length of a compound with one capital that a proper name follows, 1 where there is none.

        "Công ty CP | Kho vận | Rạch Cát": one lower-case syllable; up to three right behind a legal form.
        """
        tokens = self.tokens
        longest = MAX_COMPOUND if tokens.norms[index - 1] in _LEGAL_ENDS else 1
        for at in range(index + 1, min(index + 1 + longest, self.limit - 1)):
            if not is_lower(tokens, at) or tokens.norms[at] in _NO_SECOND:
                return 1
            if self.proper or match_width(RANK_ROWS, tokens, at, self.limit):
                return 1
            if is_capital(tokens, at + 1):
                return at + 1 - index
        return 1

    def _lower(self, index: int) -> int:
        """Read a lower-case part, which only counts where a name goes on or a rank or zone closes it."""
        tokens, limit = self.tokens, self.limit
        rank = match_width(RANK_ROWS, tokens, index, limit)
        if rank and match_width(FIELD_ROWS, tokens, index, limit) <= rank:
            # "Chính sách | xã hội" has no commune in it
            return self._rank(index, rank)
        small = self.head in _FIELD_HEADS and not self.proper
        field = 0
        if self.after_field or (small and index == self.at):
            field = match_width(FIELD_ROWS, tokens, index, limit)
        if stands(tokens, index, _HOLDS):
            # "Sở tổ chức hội thi"
            field = 0
        if field and small and (index == self.at or not tokens.words[index - 1][0].isupper()):
            self.after_field = self.named = True
            return field
        if field and index + field < limit and is_capital(tokens, index + field):
            # "Tập đoàn Viễn thông quân đội Hoa Sen"
            return field
        if self.after_field:
            second = match_width(SECOND_ROWS, tokens, index, limit) or self._trade_goes_on(index)
            if second:
                return second
        if tokens.norms[index] == "và":
            return self._conjunction(index)
        after_many = index + 1 if tokens.norms[index] == "các" else index
        zone = match_width(ZONE_ROWS, tokens, after_many, limit)
        if zone and (index > self.at or self.head in _ZONE_HEADS):
            self.named = True
            self.after_field = self.proper = False
            return after_many - index + zone
        if tokens.norms[index - 1] == "khối" and (
            block := match_width(BLOCK_ROWS, tokens, index, limit)
        ):
            self.named = True
            return block
        level = 0 if self.proper else level_width(tokens, index, limit)
        if level:
            self.generic = self.head not in _CLUSTERS
            return level
        if index == self.at and self.head in _UNIONS and not after_many - index:
            house = match_width(HOUSE_ROWS, tokens, index, limit)
            if house:
                return house
        return self._lower_sort(index)

    def _trade_goes_on(self, index: int) -> int:
        """Read the syllable that tells a firm's trade apart: "Công ty Vận tải | biển | Cửa Sò"."""
        tokens, after = self.tokens, index + 1
        if self.kind is not BodyType.COMPANY or self.proper or after >= self.limit:
            return 0
        ends = tokens.norms[index] in _NO_SECOND or tokens.norms[index] in _ADDRESSED
        sort = match_width(SORT_ROWS, tokens, index, self.limit)
        return int(is_lower(tokens, index) and is_capital(tokens, after) and not (ends or sort))

    def _lower_sort(self, index: int) -> int:
        tokens, limit = self.tokens, self.limit
        if self.head == _TASK_BOARD:
            self.named = True
            ends = tokens.norms[index] in _NO_SECOND or tokens.norms[index] == "các"
            goes_on = not ends or tokens.norms[index] == "về"
            return int(index < self.at + MAX_TASK and goes_on)
        if index == self.at and self.kind is BodyType.STATE and stands(tokens, index, _NATIONAL):
            self.named = True
            return len(_NATIONAL)
        if tokens.norms[index] in ("ngành", "khối") and index + 1 < limit:
            field = match_width(FIELD_ROWS, tokens, index + 1, limit)
            if field:
                self.after_field, self.named = True, True
                return 1 + field
            if is_capital(tokens, index + 1):
                return 1
        if tokens.norms[index] == "ngành" and index == self.at and self.head in _UNIONS:
            return 1
        if tokens.norms[index] == "cấp" and index + 1 < limit:
            rank = match_width(RANK_ROWS, tokens, index + 1, limit)
            return 1 + rank if rank else 0
        width = max(
            match_width(SORT_ROWS, tokens, index, limit),
            match_width(FIELD_ROWS, tokens, index, limit) if index == self.at else 0,
        )
        after = index + width
        goes_on = bool(width) and after < limit and is_capital(tokens, after)
        if width and index == self.at and self.head == _TRADE_UNION and not goes_on:
            # "Nghiệp đoàn nghề cá | thị trấn Rạch Gốc"
            goes_on = bool(match_width(RANK_ROWS, tokens, after, limit))
        if not goes_on or tokens.norms[index] in ("và", "các", "số") or self.proper:
            return 1 if self._is_number_mark(index) else 0
        return width

    def _is_number_mark(self, index: int) -> bool:
        following = index + 1 < self.limit and self.tokens.kinds[index + 1] == TokenKind.NUMBER
        return self.tokens.norms[index] == "số" and following

    def _rank(self, index: int, width: int) -> int:
        """Read a rank with its name, or alone where it closes a name: "Hội Khuyến học huyện"."""
        tokens, stop = self.tokens, index + width
        if tokens.norms[index] in ABBREVIATED and self._is_cut(index):
            stop += 2 if tokens.kinds[stop + 1] == TokenKind.NUMBER else 1
            if tokens.kinds[stop - 1] == TokenKind.NUMBER:
                self.named = True
                return stop - index
        names_place = stop < self.limit and self._may_name(stop)
        self.named = True
        if names_place and not self._person_begins(stop, after_rank=True):
            self.after_field, self.proper = False, 0
            return stop - index
        alone = not self._is_firm(index)
        if index == self.at:
            alone = self.acts_for_any or self.head in _BARE_HEADS
        if not alone:
            return 0
        self.limit = stop
        return stop - index

    def _is_cut(self, index: int) -> bool:
        """Say whether a point and the name of a place stand behind a token: "TP. Hà Bắc", "Q. 11"."""
        pointed = index + 2 < self.limit and self.tokens.words[index + 1] == "."
        return pointed and self._may_name(index + 2)

    def _may_name(self, index: int) -> bool:
        """Say whether a token may name a place behind its rank: "huyện | Hà Trung", "quận | 7"."""
        if match_width(OWN_ROWS, self.tokens, index, len(self.tokens)):
            return False
        return is_capital(self.tokens, index) or self.tokens.kinds[index] == TokenKind.NUMBER

    def _is_firm(self, index: int) -> bool:
        """Say whether the name so far is a firm's proper name, behind which "tỉnh" begins something else."""
        return self.kind is BodyType.COMPANY and self.proper > 0 and index > self.at

    def _number(self, index: int) -> int:
        width = number_width(
            self.tokens,
            self._body(),
            index,
            self.limit,
            proper=self.proper > 0,
            after_field=self.after_field,
        )
        self.named = self.named or width > 0
        return width

    def _body(self) -> Behind:
        return Behind(self.head, self.kind, self.at, whole=self.head in _WHOLE)

    def _person_begins(self, index: int, *, after_rank: bool = False) -> bool:
        if self.tokens.norms[index] not in SURNAMES:
            return False
        return holder_begins(self.tokens, self._body(), index, self.is_place, after_rank=after_rank)

    def _joint(self, index: int) -> int:
        """Read a sign that joins two parts: a dash or point, or a comma in a list of fields that ends in "và"."""
        tokens = self.tokens
        if index == self.at or index + 1 >= self.limit:
            return 0
        sign = tokens.words[index]
        if sign == ",":
            if self.head == _TASK_BOARD and tokens.norms[index - 1] == "phòng":
                return 2 if tokens.norms[index + 1] == "chống" else 0
            return self._listed(index)
        if sign in "-–" and self._joins_place(index):
            return 2
        if sign not in SIGNS or not is_capital(tokens, index + 1):
            return 0
        if sign == "." and not (tokens.glued(index + 1) and tokens.words[index - 1].isupper()):
            # "TP.HCM", "V.I.P"; "… Con Cuông.Ngay sau đó" are two sentences that lost their blank.
            return 0
        if sign in "-–" and not (tokens.glued(index) and tokens.glued(index + 1)):
            # "… tỉnh - Chủ tịch …" begins an apposition; "Lao động - Thương binh" goes on with a field.
            field = match_width(FIELD_ROWS, tokens, index + 1, self.limit)
            if not field:
                return 0
            self.after_field = True
            return 1 + field
        return 1

    def _joins_place(self, index: int) -> bool:
        """Say whether a dash stands within the name of a place: "tỉnh Bà Rịa - Vũng Tàu"."""
        for width in (1, 2):
            stop = index + 1 + width
            if stop <= self.limit and is_capital(self.tokens, stop - 1):
                firsts = range(max(self.at, index - 2), index)
                if any(self.is_place(self.tokens.norm(first, stop)) for first in firsts):
                    return True
        return False

    def _listed(self, index: int) -> int:
        tokens, at = self.tokens, index
        if not self.after_field:
            return 0
        while at < self.limit and tokens.words[at] == ",":
            field = match_width(FIELD_ROWS, tokens, at + 1, self.limit)
            if not field or not is_capital(tokens, at + 1):
                return 0
            at += 1 + field
        if at + 1 < self.limit and tokens.norms[at] == "và":
            field = match_width(FIELD_ROWS, tokens, at + 1, self.limit)
            return at + 1 + field - index if field else 0
        return 0

    def _conjunction(self, index: int) -> int:
        """Read "và" with a further field: "Sở Giáo dục và Đào tạo"."""
        tokens = self.tokens
        if index > self.at and tokens.norms[index + 1 : index + 2] == ["các"]:
            # "Khu kinh tế Dung Quất và các khu công nghiệp tỉnh"
            zones = _ZONE_WORDS.intersection(tokens.norms[self.at : index])
            zone = match_width(ZONE_ROWS, tokens, index + 2, self.limit) if zones else 0
            if zone:
                self.after_field, self.proper = False, 0
                return 2 + zone
        if index == self.at or not self.after_field:
            return 0
        if self.head == _INSTITUTE and stands(tokens, index + 1, _UNION_WORDS):
            alone = index + 3 >= self.limit or not is_capital(tokens, index + 3)
            return 3 if alone and not match_width(RANK_ROWS, tokens, index + 3, self.limit) else 0
        field = (
            match_width(FIELD_ROWS, tokens, index + 1, self.limit) if index + 1 < self.limit else 0
        )
        lower_before = not tokens.words[index - 1][0].isupper()
        if not field or match_width(SORT_ROWS, tokens, index + 1, self.limit) > field:
            return 0
        if not is_capital(tokens, index + 1) and not lower_before:
            return 0
        return 1 + field
