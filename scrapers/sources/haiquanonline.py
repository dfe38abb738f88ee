"""Hải quan Online, for the unions of customs and finance.

Access: listings of 20 items with an offset, by crawlers.
Terms: unknown (not read).
Caveats: no page was seen.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="haiquanonline",
    name="Hải quan Online",
    home="https://haiquanonline.com.vn",
    platform="mastercms",
    confirmed="the CMS and its paging, by crawlers",
    inferred="layouts, from sister sites",
)
