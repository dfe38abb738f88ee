"""Mặt trận, the site of the Fatherland Front, for movements that it runs with the unions.

Access: listings with a link to the next page.
Terms: unknown (not read).
Caveats: no page was seen.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="mattran",
    name="Tạp chí Mặt trận",
    home="https://mattran.org.vn",
    platform="story",
    confirmed="selectors and paging, by crawlers",
    inferred="nothing else",
)
