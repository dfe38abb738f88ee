"""The articles of the sample press, read from `articles/<paper>/<day>-<slug>.json`."""

import json
from pathlib import Path
from typing import TypedDict

from corpus.errors import CorpusError
from corpus.press.records import Photo, PressArticle
from scrapers.records import Article, ArticleKind, Block, BlockKind, Caption

FOLDER = Path(__file__).parent / "articles"


class _BlockData(TypedDict, total=False):
    kind: str
    text: str
    cells: list[list[str]]


class _PhotoData(TypedDict):
    after: int
    file: str
    caption: str | None
    credit: str | None


class _ArticleData(TypedDict):
    site_id: str
    kind: str
    section: str
    published: str
    modified: str | None
    title: str
    kicker: str | None
    sapo: str | None
    byline: str | None
    tags: list[str]
    blocks: list[_BlockData]
    photos: list[_PhotoData]


def load_articles(paper: str) -> tuple[PressArticle, ...]:
    """Read all articles of a paper, the newest first."""
    found = [_load(path) for path in sorted((FOLDER / paper).glob("*.json"))]
    if not found:
        raise CorpusError(f"no articles of {paper} in {FOLDER}")
    return tuple(sorted(found, key=lambda article: article.published, reverse=True))


def as_article(article: PressArticle) -> Article:
    """Give what a perfect reader of its page finds in the body, for `article_text`."""
    return Article(
        source=article.paper,
        layout="press",
        kind=article.kind,
        site_id=article.site_id,
        title=article.title,
        kicker=article.kicker,
        sapo=article.sapo,
        byline=article.byline,
        published=article.published,
        modified=article.modified,
        tags=article.tags,
        blocks=article.blocks,
        captions=tuple(photo.caption for photo in article.photos if photo.caption),
    )


def _load(path: Path) -> PressArticle:
    data: _ArticleData = json.loads(path.read_text("utf-8"))
    return PressArticle(
        paper=path.parent.name,
        stem=path.stem,
        slug=path.stem[len("2026-01-31-") :],
        site_id=data["site_id"],
        kind=ArticleKind(data["kind"]),
        section=data["section"],
        published=data["published"],
        modified=data["modified"],
        title=data["title"],
        kicker=data["kicker"],
        sapo=data["sapo"],
        byline=data["byline"],
        tags=tuple(data["tags"]),
        blocks=tuple(_block(block) for block in data["blocks"]),
        photos=tuple(_photo(photo) for photo in data["photos"]),
    )


def _block(data: _BlockData) -> Block:
    cells = tuple(tuple(row) for row in data.get("cells", []))
    text = "\n".join(" | ".join(row) for row in cells) if cells else data["text"]
    return Block(kind=BlockKind(data["kind"]), text=text, cells=cells)


def _photo(data: _PhotoData) -> Photo:
    caption = Caption(text=data["caption"], credit=data["credit"]) if data["caption"] else None
    return Photo(after=data["after"], file=data["file"], caption=caption)
