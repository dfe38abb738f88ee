"""One question to a server and its answer, byte for byte."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A request and its response as they crossed the wire, and the body in readable form."""

    url: str
    """The address that was asked for first."""
    final_url: str
    """The address that answered; differs from `url` after redirects."""
    status: int
    """The HTTP status; 304 says that the page is as it was."""
    request: bytes
    """The request as sent: request line, header fields, empty line."""
    response_head: bytes
    """Status line and header fields as received, with the empty line."""
    wire_body: bytes
    """What followed the head, with chunk marks and compression as received."""
    body: bytes
    """The body without chunk marks and compression."""
    headers: tuple[tuple[str, str], ...]
    """The header fields of the response in order."""
    fetched_at: datetime
    """When the request was sent, aware, UTC."""
    address: str | None = None
    """The address of the server that answered. None in an archive that does not tell."""
    redirects: tuple["Exchange", ...] = ()
    """The answers that redirected here, in order."""

    @property
    def not_modified(self) -> bool:
        """True for a 304: the body is empty and the earlier one still holds."""
        return self.status == 304

    def header(self, name: str) -> str | None:
        """Give the first field of that name, in any case. None where there is none."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)

    @property
    def etag(self) -> str | None:
        """The ETag to send with the next request."""
        return self.header("ETag")

    @property
    def last_modified(self) -> str | None:
        """The Last-Modified to send with the next request."""
        return self.header("Last-Modified")

    @property
    def content_type(self) -> str | None:
        """The Content-Type as sent; its charset is a hint, decided on in `decode`."""
        return self.header("Content-Type")
