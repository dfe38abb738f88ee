"""Báo Nghệ An, for the labour federation of the province.

Access: unknown.
Terms: unknown (not read).
Caveats: no page was seen.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="baonghean",
    name="Báo Nghệ An",
    home="https://baonghean.vn",
    platform="provincial",
    province="nghe_an",
    confirmed="selectors of the body, by crawlers",
    inferred="nothing else",
)
