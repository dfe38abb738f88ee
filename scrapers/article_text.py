"""The text of an article as the extractors see it."""

from dataclasses import dataclass

from scrapers.records import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPart:
    """One part of the text of an article and where it stands there."""

    name: str
    """"title", "sapo", "block" or "caption"."""
    start: int
    """First code point in the text."""
    end: int
    """One past the last code point."""


def article_text(article: Article) -> str:
    """Give title, sapo, blocks and captions, each on its own line; kicker, byline and tags stay out."""
    return "\n".join(text for _, text in _parts(article))


def text_parts(article: Article) -> tuple[TextPart, ...]:
    """Say where each part stands in `article_text(article)`."""
    found, at = [], 0
    for name, text in _parts(article):
        found.append(TextPart(name=name, start=at, end=at + len(text)))
        at += len(text) + 1
    return tuple(found)


def _parts(article: Article) -> list[tuple[str, str]]:
    parts = [("title", article.title), ("sapo", article.sapo)]
    parts += [("block", block.text) for block in article.blocks]
    parts += [("caption", caption.text) for caption in article.captions]
    return [(name, text) for name, text in parts if text]
