"""Tạp chí Lao động và Công đoàn, the journal of the General Confederation of Labour.

Access: unknown; listings after the manner of MasterCMS.
Terms: unknown (not read).
Caveats: whether it still publishes in 2026 is unknown.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="laodongcongdoan",
    name="Tạp chí Lao động và Công đoàn",
    home="https://laodongcongdoan.vn",
    platform="mastercms",
    publisher="Tổng Liên đoàn Lao động Việt Nam",
    confirmed="MasterCMS, by the path of a picture of January 2024",
    inferred="layouts, from sister sites; no section is known",
)
