"""Hà Nội Mới, successor of Lao động Thủ đô by the merger of February 2026.

Access: feeds named /rss/<section>; which sections is not known.
Terms: unknown (not read).
Caveats: no page was seen; that union news of Hà Nội moved there is inferred.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="hanoimoi",
    name="Hà Nội Mới",
    home="https://hanoimoi.vn",
    platform="provincial",
    province="ha_noi",
    confirmed="selectors of the body and form of the feeds, by crawlers",
    inferred="that it carries the union news of Hà Nội",
)
