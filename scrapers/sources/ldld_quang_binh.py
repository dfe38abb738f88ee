"""The portal of the labour federation of Quảng Bình.

Access: unknown.
Terms: unknown (not read).
Caveats: the number at the end of an address begins with the time in milliseconds; the province was merged in July 2025, so the portal may be gone.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="ldld_quang_binh",
    name="LĐLĐ tỉnh Quảng Bình",
    home="https://ldld.quangbinh.gov.vn",
    platform="generic",
    publisher="Liên đoàn Lao động tỉnh Quảng Bình",
    province="quang_binh",
    confirmed="the form of its addresses",
    inferred="nothing else",
)
