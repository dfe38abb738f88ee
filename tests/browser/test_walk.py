"""Each kind of page opened once: silent, whole at every width, readable by all, its links true."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.browser.watching import Watched

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import Browser  # noqa: E402

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.filterwarnings("ignore"),
]

WIDTHS = (390, 768, 1280)
OVERFLOWING = """() => [...document.querySelectorAll("body *")].filter(e => {
  const box = e.getBoundingClientRect();
  return box.width && box.right > innerWidth + 1 && !e.closest(".scroll, .nav, .unseen, .skip");
}).map(e => e.tagName + "." + e.className)"""

QUOTES = """() => [...document.querySelectorAll("blockquote.q")].map(e => [e.querySelector("a.open").getAttribute("href"), e.textContent])"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What one opening of a page showed."""

    path: Path
    language: str | None
    headings: int
    mains: int
    is_nfc: bool
    overflow: dict[int, list[str]]
    """Width to what sticks out there."""
    quotes: list[tuple[str, str]]
    """Link and words of each quoted sentence."""
    violations: list[tuple[str, str]]
    """What axe found, and where; empty where it was not asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """All pages of the sample, each opened once."""

    visits: list[Visit]
    said: list[str]
    asked: list[str]


LARGEST = ("chien-dich", "tinh", "to-chuc", "nguon", "hinh-thuc", "tuan", "bai")
AXE = {
    **{"index.html": (390, 1280), "tim.html": (1280,), "nguon.html": (1280,)},
    **{"phuong-phap.html": (1280,), "mot/moi.html": (390,), "bao-cao.html": (390,)},
    **{"tinh/index.html": (1280,), "chien-dich": (1280,), "bai": (1280,)},
    **{"khong/index.html": (390,)},
}
"""Each kind of page, by its template, to the widths at which axe looks at it; the front page also at a phone's, and without an article."""


def sample(demo: Path) -> dict[str, Path]:
    """Give one page of each sort, the largest one of those that there are many of."""
    site = demo / "trang"
    names = ["index.html", "tim.html", "nguon.html", "phuong-phap.html", "moi.html"]
    names += [
        f"{kind}/index.html" for kind in ("chien-dich", "tinh", "to-chuc", "hinh-thuc", "tuan")
    ]
    pages = {name: site / name for name in names}
    for kind in LARGEST:
        pages[kind] = max(
            (path for path in (site / kind).rglob("*.html") if path.name != "index.html"),
            key=lambda path: path.stat().st_size,
        )
    return pages | {"bao-cao.html": demo / "bao-cao.html"}


@pytest.fixture(scope="module")
def walk(demo: Path, small: Path, browser: Browser) -> Iterator[Walk]:
    """Open each page once and look at all that can be seen of it."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    watched = Watched(context)
    visits = []
    names = ("khong/index.html", "mot/index.html", "mot/moi.html")
    few = {name: small / name for name in names}
    for name, path in (sample(demo) | few).items():
        page = watched.open(path)
        overflow, violations = {}, []
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 844})
            wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
            overflow[width] = page.evaluate(OVERFLOWING) + (["the page"] if wider else [])
            if width in AXE.get(name, ()):
                # axe is put into the page by the driver; the page's own policy would rightly refuse it.
                found = axe.run(page, options={"preload": False}).response["violations"]
                violations += [(one["id"], one["nodes"][0]["html"][:120]) for one in found]
        visits.append(
            Visit(
                path=path,
                language=page.locator("html").get_attribute("lang"),
                headings=page.locator("h1").count(),
                mains=page.locator("main").count(),
                is_nfc=page.evaluate(
                    "document.body.innerText.normalize('NFC') === document.body.innerText"
                ),
                overflow=overflow,
                quotes=page.evaluate(QUOTES),
                violations=violations,
            )
        )
    yield Walk(visits=visits, said=watched.said, asked=watched.asked)
    context.close()


def test_pages_open_from_disk_silently_and_ask_nothing_of_anyone(walk: Walk) -> None:
    for visit in walk.visits:
        assert visit.language == "vi"
        assert (visit.headings, visit.mains) == (1, 1), visit.path
        assert visit.is_nfc, visit.path
    assert walk.said == []
    assert walk.asked
    assert [url for url in walk.asked if not url.startswith("file:")] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_sticks_out_sideways(walk: Walk, width: int) -> None:
    assert {
        visit.path: visit.overflow[width] for visit in walk.visits if visit.overflow[width]
    } == {}


def test_axe_finds_nothing(walk: Walk) -> None:
    assert {visit.path: visit.violations for visit in walk.visits if visit.violations} == {}


def test_every_open_link_decodes_to_words_of_its_sentence(walk: Walk) -> None:
    quotes = [quote for visit in walk.visits for quote in visit.quotes]
    assert len(quotes) > 100
    for link, sentence in quotes:
        words = unquote(link.partition("#:~:text=")[2])
        assert words
        assert words in sentence
