"""The sample press on loopback: a small web server around the pages that `corpus.press` renders."""

import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from corpus.press.records import Paper, Response
from corpus.press.site import respond
from pipeline.settings import Settings, SourcePart
from scrapers.records import Source


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a reader that left in the middle; raise what is our own error."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # handed on as it came


class PaperServer:
    """One paper on one port of loopback, with a count of what was asked."""

    def __init__(self, paper: Paper, answer: Callable[[str, str], Response] | None = None) -> None:
        self.paper = paper
        self.asked: Counter[str] = Counter()
        self._answer = answer or (lambda path, base: respond(paper, path, base_url=base))
        self._server = _Server(("127.0.0.1", 0), self._make_handler())
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), daemon=True
        )

    @property
    def base_url(self) -> str:
        """Origin of the paper on loopback."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def start(self) -> None:
        """Answer requests from now on."""
        self._thread.start()

    def stop(self) -> None:
        """Answer no more and free the port."""
        self._server.shutdown()
        self._server.server_close()

    def _make_handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                server.asked[self.path] += 1
                answer = server._answer(self.path, server.base_url)
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer.body)))
                self.end_headers()
                self.wfile.write(answer.body)

            def log_message(self, format: str, *args: object) -> None:
                """Log nothing: the harvest says what it fetched."""

        return Handler


@contextmanager
def serve_papers(papers: tuple[Paper, ...]) -> Iterator[tuple[PaperServer, ...]]:
    """Serve papers on loopback while the block runs."""
    servers = tuple(PaperServer(paper) for paper in papers)
    for server in servers:
        server.start()
    try:
        yield servers
    finally:
        for server in servers:
            server.stop()


def source_of_paper(paper: Paper) -> Source:
    """Give the declaration of a paper as a source."""
    return Source(
        slug=paper.slug,
        name=paper.name,
        home=paper.home,
        platform=paper.platform,
        publisher=paper.publisher,
        sections=tuple(section.path for section in paper.sections),
        feeds=paper.feeds,
        sitemaps=paper.sitemaps,
        delay_s=0.0,
        confirmed="invented for the demo",
    )


def press_settings(servers: tuple[PaperServer, ...], *, base: Settings | None = None) -> Settings:
    """Give settings that send each paper's source to its server on loopback."""
    parts = {server.paper.slug: SourcePart(base_url=server.base_url) for server in servers}
    return (base or Settings()).model_copy(update={"sources": parts})
