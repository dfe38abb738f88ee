"""What the papers answer: pure, from a path to a response, so that any server can stand around it."""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial

from corpus.press import laodong, mastercms, notices, thanh_hoa, vccorp
from corpus.press.listings import Route
from corpus.press.papers import load_papers as _load_papers
from corpus.press.records import Paper, Response
from corpus.press.templates_env import html

PLATFORMS: Mapping[str, Callable[[Paper], dict[str, Route]]] = {
    "mastercms": mastercms.routes,
    "laodong": laodong.routes,
    "thanh_hoa": thanh_hoa.routes,
    "vccorp": vccorp.routes,
}


@lru_cache(maxsize=1)
def load_papers() -> tuple[Paper, ...]:
    """Give the papers of the sample press with their articles."""
    return _load_papers()


def respond(paper: Paper, path: str, *, base_url: str | None = None) -> Response:
    """Answer a request for `path` (with its query, as sent).

    Absolute links in the page name the paper's own host, or `base_url` where one is given.
    """
    answer = _routes(paper).get(path) or _routes(paper).get(path.rstrip("/"))
    if answer is None:
        return html(404, notices.render_not_found(paper))
    return answer(_root(paper, base_url))


def render_site(paper: Paper, *, base_url: str | None = None) -> dict[str, Response]:
    """Render every page of a paper, by path with query."""
    root = _root(paper, base_url)
    return {path: answer(root) for path, answer in _routes(paper).items()}


def _root(paper: Paper, base_url: str | None) -> str:
    return (base_url or paper.home).rstrip("/")


@lru_cache(maxsize=32)
def _routes(paper: Paper) -> dict[str, Route]:
    found = dict(PLATFORMS[paper.platform](paper))
    found["/robots.txt"] = partial(_robots, paper)
    for planted in paper.planted:
        found[planted.path] = partial(notices.answer, paper, planted)
    return found


def _robots(paper: Paper, root: str) -> Response:
    text = paper.robots.replace(paper.home.rstrip("/"), root)
    return Response(
        status=200,
        body=text.encode(),
        headers={"Content-Type": "text/plain; charset=utf-8"},
    )
