"""One address for one page: canonical form of URLs, and sending a source to another origin."""

import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from w3lib.url import canonicalize_url

TRACKERS = frozenset(
    {
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "ttclid", "yclid",
        "zarsrc", "zalo_id", "igshid", "mc_cid", "mc_eid", "_ga", "_gl", "gidzl", "mibextid",
        "zanpid", "vero_id", "_hsenc", "_hsmi", "ref_src", "ref_url", "share_fb", "fb_action_ids",
    }
)  # fmt: skip
"""Parameters that say where a reader came from: those of Facebook, Google, Zalo, X, TikTok, mailers."""
TRACKER_PREFIXES = ("utm_", "fb_", "pk_", "mtm_", "matomo_", "at_campaign", "at_medium")
DEFAULT_PORTS = {"http": 80, "https": 443}
_ENCODED_MARK = re.compile(r"%(26|3[dD]|40)")


def canonical_url(url: str, *, aliases: Mapping[str, str] | None = None) -> str:
    """Give the address under which a page is known: https, one host, no trackers, no fragment.

    `aliases` maps hosts to the one they stand for. The query is sorted; blank values and every
    parameter that is no tracker stay, `page` above all. What MasterCMS puts after a path with a
    bare `&` ("/cong-doan&s_cond=&BRSR=20") stays in its order.
    """
    cleaned = canonicalize_url(_drop_trackers(url.strip()), keep_blank_values=True)
    parts = urlsplit(cleaned)
    host = _join_host(parts.hostname or "", aliases or {})
    port = parts.port
    if port in (None, DEFAULT_PORTS.get(parts.scheme)):
        scheme, netloc = "https", host
    else:
        scheme, netloc = parts.scheme, f"{host}:{port}"
    path = _ENCODED_MARK.sub(_decode_mark, re.sub(r"/{2,}", "/", parts.path)) or "/"
    if len(path) > 1:
        path = path.rstrip("/") or "/"
    return urlunsplit((scheme, netloc, path, parts.query, ""))


def source_aliases(home: str, hosts: tuple[str, ...]) -> dict[str, str]:
    """Map the further hosts of a source to the host of its home."""
    main = _bare_host(urlsplit(home).hostname or "")
    return {_bare_host(host): main for host in hosts}


def rebase_url(url: str, *, onto: str) -> str:
    """Send a URL to another origin (with a path before its own, where that has one)."""
    parts, target = urlsplit(url), urlsplit(onto)
    path = target.path.rstrip("/") + (parts.path or "/")
    return urlunsplit((target.scheme, target.netloc, path, parts.query, parts.fragment))


def unbase_url(url: str, *, origin: str, onto: str) -> str:
    """Undo `rebase_url`: give the address under `origin` for one under `onto`; any other as it is."""
    parts, target, home = urlsplit(url), urlsplit(onto), urlsplit(origin)
    if parts.netloc.lower() != target.netloc.lower():
        return url
    path = parts.path.removeprefix(target.path.rstrip("/")) or "/"
    return urlunsplit((home.scheme, home.netloc, path, parts.query, parts.fragment))


def join_url(base: str, link: str) -> str:
    """Resolve a link against the page it stands on, without its fragment."""
    return urljoin(base, link.strip()).split("#", 1)[0]


def host_of(url: str) -> str:
    """Give the host of a URL without "www." and with its port where that is no default one."""
    parts = urlsplit(url)
    host = _bare_host(parts.hostname or "")
    return host if parts.port in (None, DEFAULT_PORTS.get(parts.scheme)) else f"{host}:{parts.port}"


@lru_cache(maxsize=256)
def _is_tracker(name: str) -> bool:
    name = name.lower()
    return name in TRACKERS or name.startswith(TRACKER_PREFIXES)


def _drop_trackers(url: str) -> str:
    """Drop trackers from the query and from what MasterCMS appends to a path with `&`."""
    parts = urlsplit(url)
    path, *appended = parts.path.split("&")
    kept_in_path = "&".join([path, *_without_trackers(appended)])
    kept_in_query = "&".join(_without_trackers(parts.query.split("&"))) if parts.query else ""
    rebuilt = SplitResult(parts.scheme, parts.netloc, kept_in_path, kept_in_query, "")
    return urlunsplit(rebuilt)


def _without_trackers(pairs: list[str]) -> list[str]:
    return [pair for pair in pairs if not _is_tracker(pair.split("=", 1)[0])]


def _join_host(host: str, aliases: Mapping[str, str]) -> str:
    bare = _bare_host(host)
    return aliases.get(bare, bare)


def _bare_host(host: str) -> str:
    return host.lower().rstrip(".").removeprefix("www.")


def _decode_mark(match: re.Match[str]) -> str:
    """Give `&`, `=` and `@` in their plain form: MasterCMS paths are linked both ways."""
    return {"26": "&", "3d": "=", "40": "@"}[match.group(1).lower()]
