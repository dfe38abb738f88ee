"""Mentions of campaigns across articles: which of them name one campaign, and how well that was told."""

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from extractors.text import spelling

# Words that say what sort of thing it is; with or without them it is one campaign.
HEADS = tuple(
    sorted(
        (
            *("phong trào thi đua", "phong trào", "cuộc vận động", "chương trình", "đợt thi đua"),
            *("mô hình", "quỹ", "dự án", "cuộc thi", "kế hoạch", "phiên chợ", "ngày hội"),
        ),
        key=len,
        reverse=True,
    )
)
# Editions and years belong to one holding of it, not to its name.
_EDITION = re.compile(
    r"\s*(?:[-–(,]\s*)?(?:lần (?:thứ )?(?:[ivxlc]+|\d+|nhất|hai|ba|tư|năm)|năm \d{4}|\d{4}\s*[-–]\s*\d{4})\)?"
)
_WORDS = re.compile(r"[^\W_]+")
# Shorter words are too easily other words: "giỏi" and "giới" mean different things.
MIN_TYPO_WORD = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedCampaign:
    """A mention of a campaign in an article."""

    article: str
    """Id of the article."""
    name: str
    """The name as written."""
    key: str
    """The extractor's key of it."""
    id: str | None = None
    """Id in the ontology; None for a new one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignGroup:
    """All mentions of one campaign."""

    key: str
    """Id in the ontology, or the key of its first mention."""
    name: str
    """Its name as most often written."""
    mentions: tuple[int, ...]
    """Places of its mentions in the sequence that was grouped."""


def bare_name(name: str) -> str:
    """Fold the name of a campaign and leave out head, edition, year and marks."""
    folded = _EDITION.sub(" ", spelling(name))
    for head in HEADS:
        rest = folded.removeprefix(spelling(head)).strip(" “”\"'")
        if rest != folded and len(_WORDS.findall(rest)) >= 2:
            folded = rest
            break
    return " ".join(_WORDS.findall(folded))


def group_campaigns(mentions: Sequence[NamedCampaign]) -> tuple[CampaignGroup, ...]:
    """Group mentions: by id where the ontology has one, else by folded name, letting pass slips of the pen.

    Two names with different numbers, or that differ by a whole word, are two campaigns.
    """
    members: dict[str, list[int]] = {}
    names: dict[str, str] = {}
    for number, one in enumerate(mentions):
        if one.id:
            key = one.id
        else:
            bare = bare_name(one.name)
            key = _key_of(bare, names) or one.key
            names.setdefault(bare, key)
        members.setdefault(key, []).append(number)
    return tuple(
        CampaignGroup(
            key=key, name=_usual([mentions[n].name for n in numbers]), mentions=tuple(numbers)
        )
        for key, numbers in members.items()
    )


def _key_of(bare: str, names: Mapping[str, str]) -> str | None:
    if bare in names:
        return names[bare]
    words = bare.split()
    for other, key in names.items():
        if abs(len(other) - len(bare)) <= 2 and _one_name(words, other.split()):
            return key
    return None


def _one_name(words: Sequence[str], others: Sequence[str]) -> bool:
    """Say whether two folded names differ by at most one slip in one long word."""
    if len(words) != len(others) or len(words) < 2:
        return False
    differing = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    if len(differing) != 1:
        return not differing
    ((a, b),) = differing
    return min(len(a), len(b)) >= MIN_TYPO_WORD and Levenshtein.distance(a, b) == 1


def _usual(names: Sequence[str]) -> str:
    return max(dict.fromkeys(names), key=names.count)


def b_cubed(found: Sequence[Hashable], gold: Sequence[Hashable]) -> tuple[float, float, float]:
    """Give B-cubed precision, recall and F1 of group labels against gold ones, mention by mention."""
    if len(found) != len(gold):
        raise ValueError(f"{len(found)} labels for {len(gold)} mentions")
    if not found:
        return 1.0, 1.0, 1.0
    by_found = _by_label(found)
    by_gold = _by_label(gold)
    precision = recall = 0.0
    for a, b in zip(found, gold, strict=True):
        shared = len(by_found[a] & by_gold[b])
        precision += shared / len(by_found[a])
        recall += shared / len(by_gold[b])
    precision, recall = precision / len(found), recall / len(found)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _by_label(labels: Sequence[Hashable]) -> dict[Hashable, set[int]]:
    found: dict[Hashable, set[int]] = {}
    for number, label in enumerate(labels):
        found.setdefault(label, set()).add(number)
    return found
