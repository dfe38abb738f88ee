"""Thời báo Ngân hàng, for the union of the banks.

Access: unknown; listings after the manner of MasterCMS.
Terms: unknown (not read).
Caveats: an excerpt of one article of 2021 was seen.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="thoibaonganhang",
    name="Thời báo Ngân hàng",
    home="https://thoibaonganhang.vn",
    platform="mastercms",
    confirmed="article block of March 2021",
    inferred="nothing else",
)
