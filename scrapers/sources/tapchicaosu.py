"""Tạp chí Cao su Việt Nam, for the union of the rubber industry.

Access: tag pages.
Terms: unknown (not read).
Caveats: no page was seen; that it runs on WordPress is inferred from the form of its tag addresses.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="tapchicaosu",
    name="Tạp chí Cao su Việt Nam",
    home="https://tapchicaosu.vn",
    platform="wordpress",
    confirmed="host and tag addresses, by crawlers",
    inferred="the CMS",
)
