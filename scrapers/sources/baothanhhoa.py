"""Báo Thanh Hóa, for the labour federation of the province.

Access: unknown.
Terms: unknown (not read).
Caveats: part of its articles is encrypted and opened by a script; those are refused, never stored.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="baothanhhoa",
    name="Báo Thanh Hóa",
    home="https://baothanhhoa.vn",
    platform="generic",
    province="thanh_hoa",
    confirmed="the body element (div#dcontent) and the encryption, by crawlers",
    inferred="nothing else",
)
