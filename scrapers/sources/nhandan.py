"""Báo Nhân Dân, its pages on society.

Access: a feed with 50 items for each section.
Terms: unknown (not read).
Caveats: no page was seen; pages before 2021 lie on nhandan.com.vn in another layout.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="nhandan",
    name="Nhân Dân",
    home="https://nhandan.vn",
    platform="story",
    feeds=("https://nhandan.vn/rss/xa-hoi-582.rss",),
    confirmed="selectors and feed, by crawlers",
    inferred="form of the article ids",
)
