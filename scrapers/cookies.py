"""Cookies of a file that the user hands over, for a site whose owner gave permission."""

from http.cookiejar import CookieJar, DefaultCookiePolicy, LoadError, MozillaCookieJar
from pathlib import Path

from scrapers.errors import ScrapeError


def load_cookies(path: Path) -> CookieJar:
    """Load a cookie file in Netscape's format; what a server wants to set later is not kept."""
    jar = MozillaCookieJar(policy=DefaultCookiePolicy(rfc2965=False))
    try:
        jar.load(str(path), ignore_discard=True, ignore_expires=True)
    except (OSError, LoadError) as err:
        raise ScrapeError(f"{path}: no cookie file in Netscape's format ({err})") from err
    for cookie in jar:
        if cookie.expires == 0:  # how most browser extensions write a cookie of the session
            cookie.expires = None
    return jar
