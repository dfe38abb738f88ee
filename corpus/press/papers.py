"""The four invented papers: who they are, where their pages lie, what is planted there."""

from corpus.press.articles import load_articles
from corpus.press.records import Paper, Planted, PlantedKind, Section


def load_papers() -> tuple[Paper, ...]:
    """Give the papers that have articles, each with them."""
    return (_nhip_song_tho(), _tieng_noi_cong_doan())


def _nhip_song_tho() -> Paper:
    return Paper(
        slug="nhip_song_tho",
        name="Nhịp Sống Thợ",
        publisher="Hội Báo chí Công nhân vùng Đồng bằng",
        host="nhipsongtho.example",
        platform="mastercms",
        sections=(
            Section(key="cong-doan", name="Công đoàn", path="/cong-doan"),
            Section(
                key="hoat-dong",
                name="Hoạt động",
                path="/cong-doan/hoat-dong",
                parent="cong-doan",
            ),
            Section(
                key="vi-loi-ich-doan-vien",
                name="Vì lợi ích đoàn viên",
                path="/cong-doan/vi-loi-ich-doan-vien",
                parent="cong-doan",
            ),
        ),
        feeds=("/rss_feed/", "/rss_feed/cong-doan", "/rss_feed/cong-doan/hoat-dong"),
        sitemaps=("/sitemap.xml",),
        robots="User-agent: *\nDisallow: /apicenter@/\nDisallow: /search_enginer.html\n"
        "Disallow: /widgets@/\n\nSitemap: https://nhipsongtho.example/sitemap.xml\n",
        planted=(
            Planted(
                path="/thong-bao-thay-doi-lich-tiep-doan-vien-20977.html",
                kind=PlantedKind.NOT_FOUND,
                title="Thông báo thay đổi lịch tiếp đoàn viên",
                section="hoat-dong",
            ),
            Planted(
                path="/ban-doc-dac-biet-ho-so-mot-cuoc-thuong-luong-20981.html",
                kind=PlantedKind.LOGIN_WALL,
                title="Bạn đọc đặc biệt: Hồ sơ một cuộc thương lượng",
                section="vi-loi-ich-doan-vien",
            ),
        ),
        articles=load_articles("nhip_song_tho"),
    )


def _tieng_noi_cong_doan() -> Paper:
    return Paper(
        slug="tieng_noi_cong_doan",
        name="Tiếng Nói Công Đoàn",
        publisher="Hội Nhà báo Lao động miền Duyên hải",
        host="tiengnoicongdoan.example",
        platform="laodong",
        sections=(
            Section(key="cong-doan", name="Công đoàn", path="/cong-doan/"),
            Section(key="tam-long-vang", name="Tấm lòng vàng", path="/tam-long-vang/"),
            Section(key="video-cong-doan", name="Video Công đoàn", path="/video-cong-doan/"),
        ),
        feeds=("/rss/home.rss", "/rss/cong-doan.rss"),
        sitemaps=("/sitemap.xml",),
        robots="User-agent: *\nDisallow: /tim-kiem\nDisallow: /api/\nAllow: /\n"
        "Sitemap: https://tiengnoicongdoan.example/sitemap.xml\n",
        planted=(
            Planted(
                path="/cong-doan/cong-nhan-ca-dem-va-nhung-bua-com-muon-1790215.ldo",
                kind=PlantedKind.BOT_CHECK,
                title="Công nhân ca đêm và những bữa cơm muộn",
                section="cong-doan",
            ),
        ),
        articles=load_articles("tieng_noi_cong_doan"),
    )
