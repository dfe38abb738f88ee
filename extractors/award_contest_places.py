"""Places and prizes of contests: what they are named by, who is said to have won, and what only looks like one."""

from extractors.award_places import Places
from extractors.award_titles import Named, read_praised_title
from extractors.award_verbs import VerbKind
from extractors.lexicon import Hit
from extractors.phrase_table import words
from extractors.recipient_nouns import NOUNS
from extractors.tokens import TokenKind, Tokens, is_capital

_GOES = (["thuộc", "về"], ["trao", "cho"], ["dành", "cho"])
_PROBLEMS = words("bài bài bài câu vấn phương đề việc mâu")
_TOURNAMENTS = ("bóng", "quốc", "thế", "cờ")
_PLACES = {"á": "nhi", "nhì": "nhi", "ba": "ba"}
_YET = words("đã vừa lại từng xuất sắc cùng")
_NO_TEAM = words("tân đương kim nhà giải cúp danh hạng cờ đội")
_LIKED = (["yêu", "thích"], ["bình", "chọn"], ["ấn", "tượng"])
_PRIZE_STOPS = words("cho của thuộc về là trao tặng tại ở vì với trị")


def read_place(places: Places, hit: Hit) -> Named | None:
    """Read "chức vô địch", and "vô địch" or "nhất toàn đoàn" as what is said of a team named right before."""
    tokens = places.tokens
    norms = tokens.norms[hit.first : hit.stop]
    rank = next((r for word, r in _PLACES.items() if word in norms), "nhat")
    named = Named(hit.stop, None, rank, marked=True)
    if norms[0] in ("chức", "ngôi", "cúp"):
        return None if tokens.norms[hit.first - 1] == "tranh" else named
    before = hit.first - 1
    while before > 0 and tokens.norms[before] in _YET:
        before -= 1
    if tokens.norms[hit.first - 1] == "ngôi":
        return named
    team = before >= places.first_at(hit.first) and is_capital(tokens, before)
    if not team or tokens.norms[before] in _NO_TEAM or tokens.words[hit.first].istitle():
        return None
    return named


def told_winner(tokens: Tokens, at: int, stop: int) -> int:
    """Give the end of the words between "giải" and "thuộc về" ("giải giọng ca triển vọng thuộc về …")."""
    for end in range(at, min(stop - 1, at + 9)):
        if tokens.kinds[end] != TokenKind.WORD:
            return at
        if tokens.norms[end : end + 2] in _GOES:
            return end - 1 if tokens.norms[end - 1] == "được" else end
    return at


def prize_name(tokens: Tokens, at: int, stop: int) -> int:
    """Give the end of what a prize is named by: who or what it goes to, with praise behind ("Thí sinh tài năng")."""
    noun = NOUNS.read(tokens.norms, at, stop)
    if noun is None or tokens.norms[at] in ("hội", "cuộc", "chương"):
        return at
    end = read_praised_title(tokens, at, stop, head=noun[0])
    return max(end, _superlative(tokens, noun[0], stop)) if is_capital(tokens, at) else end


def _superlative(tokens: Tokens, at: int, stop: int) -> int:
    """Give the end of words that close with "nhất" or say what was liked ("Tác giả cao tuổi nhất", "Ảnh được yêu thích")."""
    end = 0
    for index in range(at, min(stop, at + 9)):
        if tokens.kinds[index] != TokenKind.WORD or tokens.norms[index] in _PRIZE_STOPS:
            break
        if tokens.norms[index] == "nhất" or tokens.norms[index - 1 : index + 1] in _LIKED:
            end = index + 1
    return end


def is_tournament(places: Places, at: int, stop: int) -> bool:
    """Say whether "giải vô địch" is the name of a tournament ("Giải vô địch bóng đá quốc gia")."""
    tokens = places.tokens
    if tokens.norms[at - 1] != "địch" or at >= stop:
        return False
    return tokens.words[at][0].isupper() or tokens.norms[at] in _TOURNAMENTS


def takes_prize(places: Places, at: int) -> bool:
    """Say whether "đoạt", "đạt" or "giành" stands before a bare "giải"."""
    return any(
        hit.value == f"verb:{VerbKind.RECEIVE}"
        and at - 3 <= hit.stop <= at
        and places.tokens.norms[hit.first] != "nhận"
        for hit in places.before(at)
    )


def solves(places: Places, at: int, after: int, stop: int) -> bool:
    """Say whether "giải" is the verb "to solve" ("giải ba bài toán")."""
    tokens = places.tokens
    if tokens.words[after - 1][0].isupper() or after >= stop or places.governed(at, 6):
        return False
    return tokens.norms[after] in _PROBLEMS
