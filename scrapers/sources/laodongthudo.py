"""Báo Lao động Thủ đô, the paper of the labour federation of Hà Nội; merged into another agency in 2026.

Access: section listings; feeds after the manner of sister sites, not tried.
Terms: unknown (not read).
Caveats: no paper of its own since February 2026, so its pages may be archive only; no whole page of it
was seen, the layouts are those of sister sites on MasterCMS; texts that readers saved carry no date.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="laodongthudo",
    name="Lao động Thủ đô",
    home="https://laodongthudo.vn",
    platform="mastercms",
    publisher="LĐLĐ thành phố Hà Nội (to February 2026)",
    province="ha_noi",
    hosts=("tacnghiep.laodongthudo.vn",),
    sections=(
        "/cong-doan",
        "/cong-doan/hoat-dong",
        "/cong-doan/vi-loi-ich-doan-vien",
        "/cong-doan/thang-cong-nhan",
    ),
    feeds=("https://laodongthudo.vn/rss_feed/cong-doan",),
    confirmed="addresses of articles and sections, by crawlers of 2018 to 2025",
    inferred="layouts and feed, from sister sites on MasterCMS",
)
