"""Báo Tuổi Trẻ, for union news among its general news.

Access: section listings; feeds named /rss/<section>.rss.
Terms: unknown (not read).
Caveats: the list below the top block is filled by script; a union section is not known.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="tuoitre",
    name="Tuổi Trẻ",
    home="https://tuoitre.vn",
    platform="vccorp",
    confirmed="article and listing of 7 March 2026, untouched; feeds named /rss/<section>.rss",
    inferred="nothing else; no union section is known",
)
