"""The portal of the labour federation of Thanh Hóa.

Access: channel pages; no feed is known, paging is a postback of the server.
Terms: unknown (not read).
Caveats: its host is unknown, so a configuration must give base_url; the portal may be gone since the districts were dissolved
in 2025. The title element of its pages names a department; the footer holds a licence date.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="ldld_thanh_hoa",
    name="LĐLĐ tỉnh Thanh Hóa",
    home="unknown",
    platform="thanh_hoa",
    publisher="Liên đoàn Lao động tỉnh Thanh Hóa",
    province="thanh_hoa",
    confirmed="order of the parts of an article, from a plain-text dump of 2022",
    inferred="platform and layout, from other portals of the province",
)
