"""Báo VietNamNet, for union news among its general news.

Access: feeds named /<section>.rss.
Terms: unknown (not read).
Caveats: a blank stands before the time zone in its JSON-LD dates; a union section is not known.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="vietnamnet",
    name="VietNamNet",
    home="https://vietnamnet.vn",
    platform="generic",
    confirmed="article of 7 March 2026, untouched; feeds named /<section>.rss, by crawlers",
    inferred="nothing else; no union section is known",
)
