"""Báo Đà Nẵng, for the labour federation of the city.

Access: unknown.
Terms: unknown (not read).
Caveats: no page was seen; the city was merged with Quảng Nam in July 2025.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="baodanang",
    name="Báo Đà Nẵng",
    home="https://baodanang.vn",
    platform="provincial",
    province="da_nang",
    confirmed="selectors of the body, by crawlers",
    inferred="nothing else",
)
