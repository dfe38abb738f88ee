"""VietnamPlus, the paper of the Vietnam News Agency, its pages on society.

Access: a feed with 50 items for each section.
Terms: unknown (not read).
Caveats: no page was seen; pages of 2019 have another layout.
"""

from scrapers.records import Source

SOURCE = Source(
    slug="vietnamplus",
    name="VietnamPlus",
    home="https://www.vietnamplus.vn",
    platform="story",
    publisher="Thông tấn xã Việt Nam",
    hosts=("vietnamplus.vn",),
    feeds=("https://www.vietnamplus.vn/rss/xahoi.rss",),
    confirmed="selectors, feed and form of addresses, by crawlers",
    inferred="nothing else",
)
