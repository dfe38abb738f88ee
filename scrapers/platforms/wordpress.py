"""Plain WordPress with a theme that keeps the core's class names, as unions of enterprises and towns run it.

The names are those of WordPress itself (post_class, body_class, the block editor, navigation markup);
no page of a union's site was seen.
"""

import re

from scrapers.layouts import Layout, ListingLayout, Page, Platform
from scrapers.selectors import select_first

CUT = (
    ".sharedaddy", ".jp-relatedposts", ".entry-meta", ".entry-footer", ".post-tags", ".related-posts", ".yarpp-related",
    ".addtoany_share_save_container", ".wp-block-latest-posts", ".navigation", ".post-navigation", ".author-box",
    ".comments-area", ".heateor_sss_sharing_container", "#toc_container", ".ez-toc-container", ".kk-star-ratings",
)  # fmt: skip
BODY_ID = re.compile(r"\b(?:postid|post)-(\d+)\b")


def page_id(page: Page) -> str | None:
    """Give the post id that the body element or the article carries as a class."""
    for css in ("body[class*=postid-]", "article[id^=post-]"):
        element = select_first(page.root, css)
        match = (
            BODY_ID.search(f"{element.get('class')} {element.get('id')}")
            if element is not None
            else None
        )
        if match:
            return match[1]
    return None


def next_listing_url(page: Page, found: int) -> str | None:
    """Give the link to older posts."""
    link = select_first(
        page.root, "a.next.page-numbers, .nav-previous a, link[rel=next], a[rel=next]"
    )
    return (link.get("href") or None) if link is not None else None


PLATFORM = Platform(
    name="wordpress",
    order=90,
    marks=("/wp-content/", "/wp-includes/"),
    article_url=re.compile(
        r"^/(?!(?:category|tag|author|page|chuyen-muc|the-loai|danh-muc)/)"
        r"(?:\d{4}/\d{2}/(?:\d{2}/)?|[\w-]+/)*[\w%-]{12,}(?:\.html)?/?$"
    ),
    layouts=(
        Layout(
            name="wordpress.entry",
            signs=("body.single", "article.type-post", ".single-post", "article .entry-content"),
            scope=("article.type-post", "article.post", "article", "main", ".single-content"),
            title=("h1.entry-title", ".entry-title", ".post-title", "h1"),
            byline=(".byline .author", ".author.vcard", ".entry-author", "[rel=author]"),
            published=("time.published", "time.entry-date", ".posted-on time", "time[datetime]", ".entry-date", ".post-date"),
            modified=("time.updated",),
            section=(".cat-links a", "[rel*=category]"),
            tags=(".tags-links a", ".tagcloud a", "[rel=tag]", ".post-tags a"),
            body=(".entry-content", ".post-content", ".td-post-content", ".single-content"),
            drop=CUT,
            figures=("div.wp-caption",),
            captions=(".wp-caption-text",),
            byline_last=True,
        ),
    ),
    listing=ListingLayout(
        items=(".entry-title a", "article h2 a", "article h3 a", ".post-title a", "h2 a", "h3 a"),
        signs=("body.archive", "body.home", "body.blog", "body.category", "body.search"),
        skip=(".widget", "aside", "footer", "nav"),
        not_articles=re.compile(r"^/(?:category|tag|author|page)/"),
    ),
    page_id=page_id,
    next_listing_url=next_listing_url,
)  # fmt: skip
