"""Articles as one JSON object a page, in the layout that the scorer of saved pages reads."""

from scrapers.records import Article, ArticleKind


def article_to_parsed(article: Article, file: str) -> dict[str, object]:
    """Give what was read of a page; `file` is its base name."""
    listing = article.kind is ArticleKind.LISTING
    return {
        "file": file,
        "url": article.canonical or article.url,
        "source": article.source,
        "layout": article.layout,
        "kind": str(article.kind),
        "title": article.title,
        "kicker": article.kicker,
        "sapo": article.sapo,
        "byline": article.byline,
        "published": article.published,
        "published_raw": article.published_raw,
        "modified": article.modified,
        "site_id": article.site_id,
        "section": article.section,
        "section_path": list(article.section_path),
        "tags": list(article.tags),
        "paragraphs": [{"kind": str(block.kind), "text": block.text} for block in article.blocks],
        "captions": [caption.text for caption in article.captions],
        "images": list(article.images),
        "links": list(article.links) if listing else [],
        "next_page": article.next_page,
        "layers": {evidence.field: str(evidence.layer) for evidence in article.fields},
        "warnings": list(article.warnings),
    }
