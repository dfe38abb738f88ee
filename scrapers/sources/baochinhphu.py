"""Báo Điện tử Chính phủ, the paper of the government, for decisions on emulation and awards.

Access: unknown; listings after the manner of its sister papers.
Terms: unknown (not read).
Caveats: no page was seen; named by crawlers as a sister site of nld.com.vn on the same CMS.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="baochinhphu",
    name="Báo Điện tử Chính phủ",
    home="https://baochinhphu.vn",
    platform="vccorp",
    confirmed="the CMS, by crawlers",
    inferred="layouts; no section on emulation is known",
)
