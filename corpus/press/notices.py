"""Pages that are no articles: the bot check, the missing page, the login wall."""

import hashlib

from corpus.press.records import Paper, Planted, PlantedKind, Response
from corpus.press.templates_env import html, render


def answer(paper: Paper, planted: Planted, root: str) -> Response:
    """Answer a request for a planted page."""
    if planted.kind is PlantedKind.NOT_FOUND:
        return html(404, render_not_found(paper))
    if planted.kind is PlantedKind.BOT_CHECK:
        return html(200, render_bot_check(planted.path))
    return html(200, render("shared/login.html", paper=paper, planted=planted, root=root))


def render_not_found(paper: Paper) -> str:
    """Render the page that says there is none."""
    return render("shared/not_found.html", paper=paper)


def render_bot_check(path: str) -> str:
    """Render the cookie page: status 200, under 600 bytes, a script and nothing else."""
    token = hashlib.md5(path.encode(), usedforsecurity=False).hexdigest()
    return render("shared/bot_check.html", token=token)
