"""The four invented papers: who they are, where their pages lie, what is planted there."""

from corpus.press.articles import load_articles
from corpus.press.records import Paper, Planted, PlantedKind, Section


def load_papers() -> tuple[Paper, ...]:
    """Give the papers that have articles, each with them."""
    return (_nhip_song_tho(), _tieng_noi_cong_doan(), _ldld_lam_giang(), _tho_tre())


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


def _ldld_lam_giang() -> Paper:
    return Paper(
        slug="ldld_lam_giang",
        name="Liên đoàn Lao động tỉnh Lam Giang",
        publisher="Liên đoàn Lao động tỉnh Lam Giang",
        host="congdoan.lamgiang.example",
        platform="thanh_hoa",
        province="Lam Giang",
        sections=(
            Section(
                key="tin-hoat-dong",
                name="Tin hoạt động",
                path="/portal/KenhTin/Tin-Hoat-Dong.aspx",
            ),
            Section(
                key="thi-dua-khen-thuong",
                name="Thi đua - Khen thưởng",
                path="/portal/KenhTin/Thi-Dua-Khen-Thuong.aspx",
            ),
        ),
        robots="User-agent: *\nDisallow: /portal/QuanTri/\nDisallow: /_layouts/\nCrawl-delay: 1\n",
        planted=(
            Planted(
                path="/portal/pages/2026-04-02/Lich-Cong-Tac-Tuan-14-3107.aspx",
                kind=PlantedKind.NOT_FOUND,
                title="Lịch công tác tuần 14",
                section="tin-hoat-dong",
            ),
        ),
        articles=load_articles("ldld_lam_giang"),
        page_size=20,
    )


def _tho_tre() -> Paper:
    return Paper(
        slug="tho_tre",
        name="Thợ Trẻ",
        publisher="Hội Công nhân trẻ phương Nam",
        host="thotre.example",
        platform="vccorp",
        sections=(
            Section(key="lao-dong", name="Lao động", path="/lao-dong.htm", zone="1961004"),
            Section(
                key="cong-doan-cong-nhan",
                name="Công đoàn - Công nhân",
                path="/lao-dong/cong-doan-cong-nhan.htm",
                parent="lao-dong",
                zone="1961010",
            ),
            Section(
                key="an-sinh-xa-hoi",
                name="An sinh xã hội",
                path="/lao-dong/an-sinh-xa-hoi.htm",
                parent="lao-dong",
                zone="1961022",
            ),
        ),
        feeds=("/rss/home.rss", "/rss/lao-dong.rss", "/rss/lao-dong/cong-doan-cong-nhan.rss"),
        sitemaps=("/sitemap.xml",),
        robots="User-agent: *\nDisallow: /tim-kiem.htm\nDisallow: /print/\n"
        "Sitemap: https://thotre.example/sitemap.xml\n",
        planted=(
            Planted(
                path="/danh-cho-ban-doc-vip-luong-thuong-nhin-tu-ban-thuong-luong-196260506071530114.htm",
                kind=PlantedKind.LOGIN_WALL,
                title="Dành cho bạn đọc VIP: Lương, thưởng nhìn từ bàn thương lượng",
                section="cong-doan-cong-nhan",
            ),
        ),
        articles=load_articles("tho_tre"),
    )
