"""Báo Công Thương, for the unions of industry and trade.

Access: feeds named /rss/<section>.rss, a sitemap.
Terms: unknown (not read).
Caveats: a union section is not known.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="congthuong",
    name="Báo Công Thương",
    home="https://congthuong.vn",
    platform="mastercms",
    hosts=("beta.congthuong.vn",),
    feeds=("https://congthuong.vn/rss/trang-chu.rss",),
    sitemaps=("https://congthuong.vn/sitemap.xml",),
    confirmed="selectors of articles and lists, by crawlers of 2020 to 2026",
    inferred="nothing else",
)
