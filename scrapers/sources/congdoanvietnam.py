"""Công đoàn Việt Nam (congdoanvietnam.vn), the news site of the General Confederation of Labour.

Access: section listings, not tried; a cookie gate as on laodong.vn may stand before it.
Terms: unknown (not read).
Caveats: one article address of 2026 was seen, no page.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="congdoanvietnam",
    name="Công đoàn Việt Nam",
    home="https://congdoanvietnam.vn",
    platform="laodong",
    publisher="Tổng Liên đoàn Lao động Việt Nam",
    sections=("/thoi-su/",),
    confirmed="one article address of 2026 (/<section>/<slug>-<id>.tld)",
    inferred="platform and layouts, from laodong.vn; the section, from that address",
)
