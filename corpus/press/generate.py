"""Bigger presses for load tests: as many articles as asked for, varied from the written ones.

The articles are made when they are asked for, not before: a press of 100,000 holds no texts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import overload

from corpus.press.papers import load_papers
from corpus.press.records import Head, Paper, PressArticle
from corpus.press.vary import Variation, place_name
from scrapers.records import Block, Caption

NEWEST = datetime.fromisoformat("2026-05-22T18:00:00+07:00")
STEP = timedelta(minutes=47)
"""Between two articles of a paper: thirty a day."""
FIRST_ID = {"mastercms": 30_000, "laodong": 1_800_000, "thanh_hoa": 5_000}


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedHead:
    """What addresses and lists need to know of a generated article."""

    paper: str
    """Slug of its paper."""
    slug: str
    """Its title in the address."""
    site_id: str
    """Its id, growing with time."""
    section: str
    """Key of its section."""
    published: str
    """ISO 8601 with offset; a day alone on a portal."""


class GeneratedArticles(Sequence[PressArticle]):
    """The articles of a big paper, newest first, each made anew when asked for."""

    def __init__(self, paper: Paper, count: int, seed: int) -> None:
        self._written = tuple(paper.articles)
        self._platform = paper.platform
        self._count = count
        self._seed = seed

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> PressArticle: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[PressArticle]: ...
    def __getitem__(self, at: int | slice) -> PressArticle | Sequence[PressArticle]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(self._count))]
        if not -self._count <= at < self._count:
            raise IndexError(at)
        return self._make(at % self._count)

    def head(self, at: int) -> GeneratedHead:
        """Give the address of an article without making its text."""
        written = self._base(at)
        published = NEWEST - at * STEP
        if self._platform == "vccorp":
            site_id = f"196{published:%y%m%d%H%M%S}{at % 1000:03}"
        else:
            site_id = str(FIRST_ID[self._platform] + self._count - at)
        iso = published.isoformat()
        return GeneratedHead(
            paper=written.paper,
            slug=written.slug,
            site_id=site_id,
            section=written.section,
            published=iso[:10] if self._platform == "thanh_hoa" else iso,
        )

    def _base(self, at: int) -> PressArticle:
        turn, place = divmod(at, len(self._written))
        return self._written[(place * 7 + turn + self._seed) % len(self._written)]

    def _make(self, at: int) -> PressArticle:
        written, head = self._base(at), self.head(at)
        seed = self._seed * 1_000_003 + at
        day = datetime.fromisoformat(written.published).date()
        days = datetime.fromisoformat(head.published).date() - day
        vary = Variation(seed=seed, written=day, days=days.days)
        return replace(
            written,
            stem=f"{head.published[:10]}-{head.slug}-{head.site_id}",
            site_id=head.site_id,
            published=head.published,
            modified=None,
            title=f"{place_name(seed)}: {vary(written.title)}",
            sapo=vary(written.sapo) if written.sapo else None,
            blocks=tuple(_varied(block, vary) for block in written.blocks),
            photos=tuple(
                replace(p, caption=Caption(text=vary(p.caption.text), credit=p.caption.credit))
                if p.caption
                else p
                for p in written.photos
            ),
        )


def generate_articles(count: int, seed: int, *, paper: Paper) -> Sequence[PressArticle]:
    """Give `count` articles varied from those of `paper`; the same for the same seed."""
    return GeneratedArticles(paper, count, seed)


def generate_papers(count: int, seed: int, *, page_size: int = 20) -> tuple[Paper, ...]:
    """Give the four papers with `count` generated articles between them, and nothing planted."""
    papers = load_papers()
    shares = [count // len(papers) + (n < count % len(papers)) for n in range(len(papers))]
    found = []
    for paper, share in zip(papers, shares, strict=True):
        articles = GeneratedArticles(paper, share, seed)
        heads: list[Head] = [articles.head(at) for at in range(share)]
        found.append(
            replace(paper, articles=articles, heads=heads, planted=(), page_size=page_size)
        )
    return tuple(found)


def _varied(block: Block, vary: Variation) -> Block:
    cells = tuple(tuple(vary(cell) for cell in row) for row in block.cells)
    text = "\n".join(" | ".join(row) for row in cells) if cells else vary(block.text)
    return Block(kind=block.kind, text=text, cells=cells)
