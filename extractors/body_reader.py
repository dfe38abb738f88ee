"""What belongs to the name of an organisation behind its head, read part by part."""

from collections.abc import Callable
from dataclasses import dataclass

from extractors.body_phrases import (
    FIELD_ROWS,
    HOUSE_ROWS,
    RANK_ROWS,
    SECOND_ROWS,
    SORT_ROWS,
    ZONE_ROWS,
    Phrase,
    match_width,
    stands,
    words_of,
)
from extractors.body_words import (
    BARE_HEADS,
    LEGAL_ENDS,
    NO_SECOND_SYLLABLE,
    NUMBERED,
    NUMBERED_HEADS,
    SIGNS,
    WHOLE,
    ZONE_HEADS,
)
from extractors.entities import BodyType
from extractors.person_names import COMMON, MIDDLE, SURNAMES, name_stop
from extractors.text import spelling
from extractors.tokens import TokenKind, Tokens

NAMED_AFTER_PEOPLE = frozenset((BodyType.SCHOOL, BodyType.HOSPITAL, BodyType.COMPANY))
MAX_TASK = 8
ABBREVIATED = frozenset(("tp", "tx", "tt", "q", "p", "h"))


_RANK_ENDS = frozenset(row[-1] for rows in RANK_ROWS.values() for row in rows)
_BARE_HEADS = frozenset(words_of(head) for head in BARE_HEADS)
_WHOLE = frozenset(words_of(head) for head in WHOLE)
_ZONE_HEADS = frozenset(words_of(head) for head in ZONE_HEADS)
_NUMBERED = frozenset(spelling(one) for one in NUMBERED)
_NUMBERED_HEADS = frozenset(words_of(one) for one in NUMBERED_HEADS)
_NO_SECOND = frozenset(spelling(one) for one in NO_SECOND_SYLLABLE)
_LEGAL_ENDS = frozenset(spelling(one) for one in LEGAL_ENDS)
_NATIONAL = words_of("quốc gia")
MAX_COMPOUND = 3
_ZONE_WORDS = frozenset(("khu", "cụm"))
# "Viện Công nhân và Công đoàn": what an institute works on.
_INSTITUTE, _UNION_WORDS = words_of("viện"), words_of("công đoàn")
# Its task is part of its name and written in small letters: "Ban Chỉ đạo phòng, chống dịch".
_TASK_BOARD = words_of("ban chỉ đạo")
_TRADE_UNION = words_of("nghiệp đoàn")
_UNIONS = frozenset((words_of("công đoàn"), words_of("cđ"), words_of("công đoàn cơ sở")))
_ADDRESSED = frozenset(
    spelling(one) for one in ("ông", "bà", "anh", "chị", "em", "cô", "thầy", "đồng", "ngành", "nhà")
)
_NAMED_SORTS = frozenset(
    spelling(one) for one in ("trường", "học", "thpt", "thcs", "non", "chuyên", "đường", "phố")
)


@dataclass(slots=True)
class BodyReader:
    """Reads what stands behind one head."""

    tokens: Tokens
    head: Phrase
    kind: BodyType
    at: int
    limit: int
    is_place: Callable[[str], bool]
    after_field: bool = False
    """Whether the part just read names a field of work."""
    proper: int = 0
    """How many syllables of a proper name were read in a row."""
    named: bool = False
    """Whether anything but sorts and legal forms was read."""
    closed: bool = False
    """Whether the name of the country was read, behind which no proper name goes on."""

    def read(self) -> int:
        """Give one past the last token that belongs to the name; `at` where none does."""
        index = self.at
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
        if self._person_begins(index):
            return 0
        rank = match_width(RANK_ROWS, tokens, index, limit)
        if rank:
            return self._rank(index, rank)
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
        if rank:
            return self._rank(index, rank)
        field = match_width(FIELD_ROWS, tokens, index, limit) if self.after_field else 0
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
            alone = index == self.at and self.head in _UNIONS and not is_capital(tokens, index + 1)
            if not field:
                # "Công đoàn ngành": the one of the trade that the text speaks of.
                return int(alone and tokens.norms[index] == "ngành")
            self.after_field, self.named = True, True
            return 1 + field
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
        if stop + 1 < self.limit and tokens.words[stop] == "." and is_capital(tokens, stop + 1):
            stop += tokens.norms[index] in ABBREVIATED
        names_place = stop < self.limit and (
            is_capital(tokens, stop) or tokens.kinds[stop] == TokenKind.NUMBER
        )
        self.named = True
        if names_place and not self._person_begins(stop, after_rank=True):
            self.after_field, self.proper = False, 0
            return stop - index
        alone = self.head in _BARE_HEADS if index == self.at else not self._is_firm(index)
        if not alone:
            return 0
        self.limit = stop
        return stop - index

    def _is_firm(self, index: int) -> bool:
        """Say whether the name so far is a firm's proper name, behind which "tỉnh" begins something else."""
        return self.kind is BodyType.COMPANY and self.proper > 0 and index > self.at

    def _number(self, index: int) -> int:
        """Read the number of a numbered body: "Quận 7", "Trung đoàn 335", "Trường THPT số 2"."""
        tokens = self.tokens
        before = tokens.norms[index - 1]
        arm = self.after_field and self.kind is BodyType.ARMED_FORCES
        numbered = before in _NUMBERED or ((self.proper or arm) and index > self.at)
        joined = index > self.at or self.kind is BodyType.ARMED_FORCES
        follows = index + 1 < self.limit and tokens.words[index + 1] in "%/"
        alone = index == self.at and self.head in _NUMBERED_HEADS and not self._counts(index)
        if follows or not (alone or (numbered and (joined or before == "số"))):
            return 0
        if not tokens.words[index].isdigit() or len(tokens.words[index]) > 4:
            return 0
        self.named = True
        return 1

    def _counts(self, index: int) -> bool:
        """Say whether a number counts what follows it: "nhà máy 2 tầng"."""
        after = index + 1
        return (
            after < self.limit
            and is_lower(self.tokens, after)
            and self.tokens.norms[after] not in _NO_SECOND
        )

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

    def _person_begins(self, index: int, *, after_rank: bool = False) -> bool:
        """Say whether a person's name begins here: "UBND xã Hòa An Nguyễn Văn Lộc"; "xã Nguyễn Huân" is a place."""
        tokens = self.tokens
        whole = self.head in _WHOLE
        if index == self.at and not (after_rank or whole):
            return False
        stop = name_stop(tokens, index, len(tokens))
        count = stop - index
        if count < 2 or tokens.norms[index] not in SURNAMES:
            return False
        before = tokens.norms[index - 1]
        if after_rank or before in _RANK_ENDS or (whole and index == self.at):
            return count >= 3 and not self._place_begins(index, stop)
        if self.kind in NAMED_AFTER_PEOPLE and before in _NAMED_SORTS:
            return False
        if count >= 3 and tokens.norms[index + 1] in MIDDLE:
            return True
        # "Phú Lâm Âu Văn Sửu": a surer name begins further on.
        if any(tokens.norms[at + 1] in MIDDLE for at in range(index + 1, stop - 2)):
            return False
        if not self._after_office() or self.kind is BodyType.COMPANY:
            return False
        # The longest name that leaves the body one of its own: the surname may be an uncommon one.
        return count in (3, 4) or (count == 2 and tokens.norms[index] in COMMON)

    def _after_office(self) -> bool:
        """Say whether an office stands before the head, so that its holder may follow the body."""
        first = self.at - len(self.head)
        return first > 0 and self.tokens.norms[first - 1] in OFFICE_ENDS

    def _place_begins(self, index: int, stop: int) -> bool:
        return any(
            self.is_place(self.tokens.norm(index, end)) for end in range(index + 1, stop + 1)
        )


OFFICE_ENDS = frozenset(
    spelling(one) for one in ("tịch", "thư", "đốc", "ban", "trưởng", "phòng", "ủy viên", "viên")
)


def is_capital(tokens: Tokens, index: int) -> bool:
    """Say whether a token is a word with a capital."""
    return tokens.kinds[index] == TokenKind.WORD and tokens.words[index][0].isupper()


def is_lower(tokens: Tokens, index: int) -> bool:
    """Say whether a token is a word in small letters."""
    return tokens.kinds[index] == TokenKind.WORD and tokens.words[index].islower()
