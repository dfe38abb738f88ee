"""Templates of the sample press and the few words that all of them print."""

import base64
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from corpus.press.records import Response

WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")


def render(template: str, **values: object) -> str:
    """Fill a template of `templates/`."""
    return _environment().get_template(template).render(**values)


def html(status: int, text: str) -> Response:
    """Give a page of HTML."""
    headers = {"Content-Type": "text/html; charset=utf-8"}
    return Response(status=status, body=text.encode(), headers=headers)


def xml(text: str) -> Response:
    """Give a feed or a sitemap."""
    headers = {"Content-Type": "text/xml; charset=utf-8"}
    return Response(status=200, body=text.encode(), headers=headers)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    environment.filters["when"] = _when
    environment.filters["weekday"] = _weekday
    environment.filters["rfc822"] = _rfc822
    environment.filters["base64"] = _base64
    environment.filters["entities"] = _entities
    return environment


def _when(iso: str, form: str) -> str:
    return datetime.fromisoformat(iso).strftime(form)


def _weekday(iso: str) -> str:
    return WEEKDAYS[datetime.fromisoformat(iso).weekday()]


def _rfc822(iso: str) -> str:
    return datetime.fromisoformat(iso).strftime("%a, %d %b %Y %H:%M:%S %z")


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def _entities(text: str) -> str:
    """Write all but ASCII as numeric entities, as VCCorp does in the body."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.encode("ascii", "xmlcharrefreplace").decode()
