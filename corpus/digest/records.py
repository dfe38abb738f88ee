"""What a digest is made of."""

from dataclasses import dataclass

from corpus.site.records import Claim, Health, Item, Ref, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What is new, and who answered."""

    title: str
    """What it is called."""
    topic: str | None = None
    """Name of the saved topic it is about. None for everything."""
    day: str
    """The day it is made on, in Hà Nội."""
    since: str
    """Since when, in words."""
    count: int
    """New articles, listed or not."""
    groups: tuple[tuple[Ref, tuple[Item, ...]], ...]
    """Listed articles by campaign; the last group has none."""
    clashes: tuple[Claim, ...]
    """Claims of the new articles that contradict others."""
    health: tuple[Health, ...]
    """The sources, failed ones first."""
    answered: int
    """Sources that answered."""
    alerts: tuple[Topic, ...]
    """Topics with an unusual day."""
    stamp: str
    """Which data it was made from."""

    @property
    def listed(self) -> int:
        """Give the number of listed articles."""
        return sum(len(items) for _, items in self.groups)

    @property
    def failed(self) -> tuple[Health, ...]:
        """Give the sources that did not answer."""
        return tuple(one for one in self.health if one.status == "lỗi")
