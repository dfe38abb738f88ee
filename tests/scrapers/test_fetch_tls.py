"""Encrypted pages: the certificate is checked, and what is recorded is what was inside the encryption."""

import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from scrapers.errors import FetchError
from scrapers.fetch import Fetcher
from scrapers.limits import Limits

PAGE = "<h1>Lớp học nghề của công nhân ca ba</h1>".encode()
PUBLIC = "93.184.215.14"


@dataclass(frozen=True, slots=True, kw_only=True)
class TlsServer:
    """A server of one page with a certificate of its own for vidu.example."""

    port: int
    certificate: Path
    asked_for: list[str | None]

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=seconds)

    def fetcher(self) -> Fetcher:
        return Fetcher(
            contact="mailto:a@vidu.example",
            limits=Limits(retries=0, min_gap_s=0.0),
            resolver=lambda host, port: [PUBLIC],
            connector=self.connect,
        )


@pytest.fixture
def server(tmp_path: Path) -> Iterator[TlsServer]:
    if shutil.which("openssl") is None:
        pytest.skip("openssl, which makes the certificate, is not installed")
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    name = ["-subj", "/CN=vidu.example", "-addext", "subjectAltName=DNS:vidu.example"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*command.split(), *name, *files], check=True, capture_output=True)
    asked_for: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    context.sni_callback = lambda _, name, __: asked_for.append(name)
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.1)
    stopped = threading.Event()
    thread = threading.Thread(target=serve, args=(listener, context, stopped))
    thread.start()
    yield TlsServer(port=listener.getsockname()[1], certificate=certificate, asked_for=asked_for)
    stopped.set()
    thread.join()
    listener.close()


def serve(listener: socket.socket, context: ssl.SSLContext, stopped: threading.Event) -> None:
    while not stopped.is_set():
        try:
            plain, _ = listener.accept()
        except TimeoutError:
            continue
        plain.settimeout(2)
        try:
            with context.wrap_socket(plain, server_side=True) as connection:
                while head := connection.recv(4096):
                    status = b"404 No" if b"/robots.txt" in head else b"200 OK"
                    length = b"Content-Length: %d\r\n\r\n" % len(PAGE)
                    connection.sendall(b"HTTP/1.1 " + status + b"\r\n" + length + PAGE)
        except OSError:
            plain.close()


def test_a_page_is_read_and_recorded_inside_the_encryption(
    server: TlsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("requests.adapters.DEFAULT_CA_BUNDLE_PATH", str(server.certificate))
    with server.fetcher() as fetcher:
        exchange = fetcher.fetch("https://vidu.example/bai-1.html", delay_s=0)
    assert exchange.body == exchange.wire_body == PAGE
    assert exchange.request.startswith(b"GET /bai-1.html HTTP/1.1\r\nHost: vidu.example\r\n")
    assert exchange.address == PUBLIC
    assert server.asked_for == ["vidu.example"]


def test_a_certificate_that_nobody_vouches_for_is_refused(server: TlsServer) -> None:
    with (
        server.fetcher() as fetcher,
        pytest.raises(FetchError, match="encryption failed") as caught,
    ):
        fetcher.fetch("https://vidu.example/bai-1.html")
    assert caught.value.kind == "robots_unreachable"


def test_a_certificate_of_another_host_is_refused(
    server: TlsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("requests.adapters.DEFAULT_CA_BUNDLE_PATH", str(server.certificate))
    with server.fetcher() as fetcher, pytest.raises(FetchError, match="encryption failed"):
        fetcher.fetch("https://khac.example/bai-1.html")


def test_plain_bytes_in_place_of_encryption_are_a_connection_error(server: TlsServer) -> None:
    listener = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    thread = threading.Thread(target=answer)
    thread.start()
    fetcher = Fetcher(
        contact="mailto:a@vidu.example",
        limits=Limits(retries=0),
        resolver=lambda host, port: [PUBLIC],
        connector=lambda address, port, seconds: socket.create_connection(
            listener.getsockname(), timeout=seconds
        ),
    )
    with fetcher, pytest.raises(FetchError, match="encryption failed"):
        fetcher.fetch("https://vidu.example/bai-1.html")
    thread.join()
    listener.close()
