"""Texts and pages for the benchmarks: all from the sample press, as many and as long as asked for."""

from collections.abc import Iterator

from corpus.press.generate import generate_papers
from corpus.press.papers import load_papers
from corpus.press.records import PressArticle
from corpus.press.site import render_site

LONG = 6_400
"""Code points of an article in the tables: a long one. Those of the sample press have some 2,000."""


def text_of(article: PressArticle) -> str:
    """Give title, sapo and blocks, each on its line."""
    parts = [article.title, article.sapo or "", *(block.text for block in article.blocks)]
    return "\n".join(part for part in parts if part)


def generated_texts(count: int, *, seed: int = 1) -> Iterator[str]:
    """Give the texts of generated articles, made as they are asked for."""
    for paper in generate_papers(count, seed):
        for at in range(len(paper.articles)):
            yield text_of(paper.articles[at])


def long_texts(count: int, *, length: int = LONG) -> list[str]:
    """Give texts of that length, joined from generated articles."""
    texts, waiting = [], ""
    for text in generated_texts(count * 8):
        waiting += text + "\n"
        if len(waiting) >= length:
            texts.append(waiting[:length])
            waiting = ""
        if len(texts) == count:
            return texts
    raise ValueError(f"{len(texts)} texts of {length} code points instead of {count}")


def press_pages() -> list[tuple[str, bytes]]:
    """Give address and bytes of every article page of the sample press."""
    return [
        (f"https://{paper.host}{path}", answer.body)
        for paper in load_papers()
        for path, answer in render_site(paper).items()
        if any(article.slug in path for article in paper.articles)
        and answer.status == 200
        and answer.body.lstrip()[:1] == b"<"
    ]
