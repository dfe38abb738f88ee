"""Báo Người Lao Động, the union and labour pages of a daily of Ho Chi Minh City.

Access: section listings with the timeline of the zone; a feed for each section; a sitemap that was not tried.
Terms: unknown (not read).
Caveats: the id of an article holds the time of its creation, up to an hour before publication; a section for paying readers exists.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="nld",
    name="Người Lao Động",
    home="https://nld.com.vn",
    platform="vccorp",
    province="ho_chi_minh",
    sections=(
        "/lao-dong.htm",
        "/lao-dong/cong-doan-cong-nhan.htm",
        "/lao-dong/viec-lam.htm",
        "/lao-dong/chinh-sach.htm",
    ),
    feeds=(
        "https://nld.com.vn/rss/lao-dong.rss",
        "https://nld.com.vn/rss/lao-dong/cong-doan-cong-nhan.rss",
    ),
    sitemaps=("https://nld.com.vn/sitemap.xml",),
    confirmed="article and listing of 7 March 2026, untouched",
    inferred="the sitemap; layouts before 2023, from crawlers",
)
