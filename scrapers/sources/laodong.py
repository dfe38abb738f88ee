"""Báo Lao Động, the paper of the General Confederation of Labour.

Access: section listings with ?page=N; feeds; a sitemap index. A first request is answered with a
cookie page, which is recognised and reported, never stored.
Terms: unknown (not read).
Caveats: video pages have a sapo and no body; "article" pages before 2022 have another layout.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="laodong",
    name="Báo Lao Động",
    home="https://laodong.vn",
    platform="laodong",
    publisher="Tổng Liên đoàn Lao động Việt Nam",
    sections=(
        "/cong-doan/",
        "/cong-doan-toan-quoc/",
        "/vi-loi-ich-doan-vien/",
        "/cach-lam-hay-tu-co-so/",
    ),
    feeds=("https://laodong.vn/rss/cong-doan.rss",),
    sitemaps=("https://laodong.vn/sitemap.xml",),
    confirmed="front page of August 2021, video page in the template of 2026, article notes of October 2026",
    inferred="the feed of the union section, from the pattern of its other feeds",
)
