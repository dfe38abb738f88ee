"""One source in one night, in the numbers by which a change of the site shows."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from scrapers.records import Article, ArticleKind, Layer

TEXT_KINDS = frozenset({ArticleKind.NEWS, ArticleKind.INTERVIEW})
"""Kinds that have every field; photo and video pages come and go without meaning."""
FIELDS = ("title", "sapo", "byline", "published", "section", "tags", "blocks", "captions")
RECENT = "recent"
"""Name under which articles count whose date is of the last days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """What a run over one source gave."""

    day: date
    """The day of the run, in Vietnam."""
    new: int
    """New addresses that it found."""
    fetched: int
    """Pages that it fetched."""
    articles: int
    """Pages that were read as articles."""
    texts: int = 0
    """Articles of the kinds that have every field."""
    fields: Mapping[str, int] = field(default_factory=dict)
    """Field → how many of the texts have it; "recent" → how many are dated of the last days."""
    layers: Mapping[str, int] = field(default_factory=dict)
    """"field:layer" → how many of the texts had it read there."""
    lengths: tuple[int, ...] = ()
    """Code points in the body of each text."""
    breached: bool = False
    """True where it was found to be out of line and nobody accepted it: it is no measure for others."""


class NightCount:
    """Counts the articles of a night one by one, so that none has to be kept."""

    def __init__(self, day: date) -> None:
        self.day = day
        self._articles = self._texts = 0
        self._fields: Counter[str] = Counter()
        self._layers: Counter[str] = Counter()
        self._lengths: list[int] = []

    def add(self, article: Article) -> None:
        """Count an article."""
        self._articles += 1
        if article.kind not in TEXT_KINDS:
            return
        self._texts += 1
        self._fields.update(name for name in FIELDS if getattr(article, name))
        self._fields.update([RECENT] if _is_recent(article.published, self.day) else [])
        first = {evidence.field: evidence.layer for evidence in reversed(article.fields)}
        self._layers.update(f"{name}:{layer}" for name, layer in first.items() if name in FIELDS)
        self._lengths.append(sum(len(block.text) for block in article.blocks))

    def close(self, *, new: int, fetched: int) -> Night:
        """Give the night, with the number of new addresses and of pages fetched."""
        return Night(
            day=self.day,
            new=new,
            fetched=fetched,
            articles=self._articles,
            texts=self._texts,
            fields=dict(self._fields),
            layers=dict(self._layers),
            lengths=tuple(self._lengths),
        )


def join_nights(one: Night, other: Night) -> Night:
    """Give both as one, of the later day; breached where one of them was."""
    return Night(
        day=max(one.day, other.day),
        new=one.new + other.new,
        fetched=one.fetched + other.fetched,
        articles=one.articles + other.articles,
        texts=one.texts + other.texts,
        fields=dict(Counter(one.fields) + Counter(other.fields)),
        layers=dict(Counter(one.layers) + Counter(other.layers)),
        lengths=one.lengths + other.lengths,
        breached=one.breached or other.breached,
    )


def pool_nights(
    night: Night, before: Sequence[Night], *, texts: int, most: int = 14
) -> tuple[Night, Sequence[Night]]:
    """Join a night with those right before it until there are that many texts; give it and the rest.

    A paper of two articles a night shows only over some nights that its sapo is gone.
    """
    pooled, rest = night, list(before)
    while pooled.texts < texts and rest and len(before) - len(rest) < most:
        pooled = join_nights(pooled, rest.pop())
    return pooled, rest


def usual_layer(name: str, nights: Iterable[Night]) -> Layer | None:
    """Give the layer that mostly gave a field. None where no night says."""
    counts: Counter[str] = Counter()
    for night in nights:
        for key, count in night.layers.items():
            field_name, _, layer = key.partition(":")
            if field_name == name:
                counts[layer] += count
    return Layer(counts.most_common(1)[0][0]) if counts else None


def _is_recent(published: str | None, day: date) -> bool:
    if published is None or len(published) < 10:
        return False
    return timedelta(days=-1) <= day - date.fromisoformat(published[:10]) <= timedelta(days=7)
