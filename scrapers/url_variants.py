"""Print, mobile and AMP views: which address is that of the main view of an article."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

VIEW_HOSTS = ("m.", "mobile.", "wap.", "amp.")
VIEW_PARAMETERS = {
    "amp": {"", "1", "true"}, "outputtype": {"amp"}, "output": {"amp"}, "view": {"print", "amp"},
    "print": {"", "1", "true"}, "mobile": {"1", "true"}, "m": {"1"},
}  # fmt: skip
"""Parameters, in lower case, that choose a view of a page, with the values that do."""
_AMP_PATH = re.compile(r"^/amp(?=/)|/amp/?$|\.amp(?=\.html?$)|\.amp$|-amp(?=\.html?$)", re.I)
_MASTERCMS_PRINT = re.compile(r"/apicenter(?:@|%40)/print_article(?:&|%26)i(?:=|%3D)(\d+)", re.I)


def main_address(url: str) -> str | None:
    """Give the address of the main view for that of a mobile, AMP or print view. None for a main view."""
    parts = urlsplit(url)
    host = parts.netloc
    for label in VIEW_HOSTS:
        if host.lower().startswith(label) and host.count(".") >= 2:
            host = host[len(label) :]
    path = _AMP_PATH.sub("", parts.path) or "/"
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(k, v) for k, v in pairs if v.lower() not in VIEW_PARAMETERS.get(k.lower(), ())]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    main = urlunsplit((parts.scheme, host, path, query, ""))
    return main if main != urlunsplit(parts._replace(fragment="")) else None


def printed_id(url: str) -> str | None:
    """Give the site's id of the article whose MasterCMS print view this is. None for any other address."""
    match = _MASTERCMS_PRINT.search(url)
    return match[1] if match else None
