"""Trang Công đoàn Việt Nam (congdoan.vn), the portal of the General Confederation of Labour.

Access: unknown; no crawler, feed or listing of it was found.
Terms: unknown (not read).
Caveats: addresses ending in .tld are from memory; that it runs on the CMS of laodong.vn is inferred.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="congdoan",
    name="Cổng thông tin Công đoàn Việt Nam",
    home="https://www.congdoan.vn",
    platform="laodong",
    publisher="Tổng Liên đoàn Lao động Việt Nam",
    hosts=("congdoan.vn",),
    confirmed="the host, by links from university unions",
    inferred="platform and form of addresses",
)
