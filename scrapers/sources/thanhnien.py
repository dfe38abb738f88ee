"""Báo Thanh Niên, its pages on labour and jobs.

Access: unknown; listings after the manner of its sister papers.
Terms: unknown (not read).
Caveats: no page was seen; named by crawlers as a sister paper of nld.com.vn on the same CMS.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="thanhnien",
    name="Thanh Niên",
    home="https://thanhnien.vn",
    platform="vccorp",
    confirmed="the CMS, by crawlers",
    inferred="layouts; no union section is known",
)
