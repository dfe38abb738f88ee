"""Báo Dân trí, its pages on labour and jobs.

Access: a feed for each section.
Terms: unknown (not read).
Caveats: classes are those of a utility framework since 2026, so the generic reader reads it; ids hold the day.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="dantri",
    name="Dân trí",
    home="https://dantri.com.vn",
    platform="generic",
    feeds=("https://dantri.com.vn/rss/home.rss",),
    confirmed="article and listing of December 2022, from a mirror; the feed, by crawlers",
    inferred="nothing else; no union section is known",
)
