"""The headline of a page that nobody described, told from the name and the slogan of its site."""

import re

from lxml import etree

from scrapers.densest import in_furniture, running_text
from scrapers.elements import clean_text, element_text, is_hidden
from scrapers.layouts import Page

HEADLINES = etree.XPath("//h1")
NAMED_HEADLINES = etree.XPath("//*[@itemprop='headline' and not(self::meta)]")
TITLES = etree.XPath("//head/title")
SITE_TAIL = re.compile(r"\s+[|–»-]\s+[^|–»]{2,60}$")
LEAST_LIKENESS = 0.3
FEWEST_WORDS = 5
"""A headline has more words than the name of a site."""
HEADINGS = etree.XPath(
    '//h2 | //h3 | //*[contains(@class, "title") or contains(@class, "tieu-de") or contains(@class, "tieude")]'
)


def find_headline(page: Page) -> etree._Element | None:
    """Give the h1 of the article: the one most like a title in the head, else the only one with words enough."""
    stated = [
        set(title.casefold().split())
        for title in (page.metadata.article_text("headline"), page.metadata.meta.get("og:title"))
        if title
    ]
    best, most = None, -1.0
    shown = []
    for heading in HEADLINES(page.root) or NAMED_HEADLINES(page.root):
        own = set(element_text(heading).casefold().split())
        if not own or is_hidden(heading) or (not stated and _leads_home(heading)):
            continue
        shown.append(heading)
        share = max(
            (len(own & words) / len(own | words) for words in stated), default=len(own) / 1000
        )
        if share > most:
            best, most = heading, share
    if not stated or most >= LEAST_LIKENESS:
        return best
    return _only_headline(page, shown)


def heading_before(page: Page, container: etree._Element) -> etree._Element | None:
    """Give the last heading before the running text, where the page has no h1 and states no title."""
    if page.metadata.article_text("headline") or page.metadata.meta.get("og:title"):
        return None
    place = {element: at for at, element in enumerate(page.root.iter())}
    texts = (p for p in container.iter("p", "div") if running_text(p) >= 60)
    first = next((p for p in texts if p.tag == "p" or not len(p)), container)
    before = None
    for element in HEADINGS(page.root):
        if place[element] >= place[first]:
            break
        if 15 <= len(element_text(element)) <= 250 and not in_furniture(element):
            before = element
    return before


def _only_headline(page: Page, shown: list[etree._Element]) -> etree._Element | None:
    """Give the one h1 that may be a headline, where the head states the name of the site."""
    titles = [clean_text(e.text or "").casefold() for e in TITLES(page.root)]
    texts = {e: element_text(e) for e in shown if not _leads_home(e) and not _in_head(e)}
    own = [e for e, text in texts.items() if any(one.startswith(text.casefold()) for one in titles)]
    long = [e for e, text in texts.items() if len(text.split()) >= FEWEST_WORDS]
    return own[0] if own else long[0] if len(long) == 1 else None


def window_title(page: Page, container: etree._Element) -> str | None:
    """Give the title of the window without the name of the site, where the text speaks of the same."""
    said = set(element_text(container).casefold().split())
    for element in TITLES(page.root):
        title = SITE_TAIL.sub("", clean_text(element.text or ""))
        words = set(title.casefold().split())
        if len(words) >= FEWEST_WORDS and len(words & said) >= 0.6 * len(words):
            return title
    return None


def _in_head(heading: etree._Element) -> bool:
    """Say whether a headline stands in the head of the site, where its name and slogan are."""
    above = [element.tag for element in heading.iterancestors()]
    return any(tag in ("header", "nav", "footer") for tag in above) and not (
        "article" in above or "main" in above
    )


def _leads_home(heading: etree._Element) -> bool:
    """Say whether a headline is the name of the site: a link to its front page."""
    return any((a.get("href") or "").rstrip("/").count("/") in (0, 2) for a in heading.iter("a"))
