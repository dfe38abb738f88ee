"""What was put into the articles on purpose: one fact told three times, two numbers for it, a wrong sum, slips."""

REPRINTS = (
    "nhip_song_tho/2026-05-14-trao-mai-am-cong-doan-trong-thang-cong-nhan",
    "tieng_noi_cong_doan/2026-05-14-ngay-hoi-cong-nhan-an-thinh-tang-2530-suat-qua",
    "tho_tre/2026-05-14-hai-phong-ngay-hoi-cho-cong-nhan-khu-cong-nghiep-an-thinh",
)
"""Articles on one event: its 46 homes and its more than 1.2 thousand million dong stand in each."""

CONTRADICTION = {REPRINTS[0]: 2350.0, REPRINTS[1]: 2530.0, REPRINTS[2]: 2350.0}
"""Gifts ("suất quà") at that event; one paper has turned two digits round."""

WRONG_SUM = (
    "tieng_noi_cong_doan/2026-05-19-thuong-sang-kien-nhung-con-so-tu-ba-khoi-doanh-nghiep",
    237.0,
    (128.0, 64.0, 35.0),
)
"""An article whose total is not the sum of its parts, which is 227."""

AS_TYPED = {
    "nhip_song_tho/2016-12-29-ldld-quan-dong-kinh-khen-thuong-46-tap-the": (
        "121 CÁ NHÂN ĐƯỢC KHEN THƯỞNG",
        "Lanh dao LDLD Thanh pho",
    ),
    "nhip_song_tho/2020-04-03-tin-nhanh-cong-doan-phong-chong-dich-ngay-3-4": ("CĐCS.Đây là",),
    "tieng_noi_cong_doan/2012-07-26-tin-hoat-dong-cong-doan-26-7": ("H.GLĐLĐ huyện", "ngày.Học"),
    "tieng_noi_cong_doan/2024-09-25-anh-nguoi-tho-dien-noi-lai-duong-day-sau-bao": (
        "Bưa cơm vội của 8 tho dien",
    ),
    "ldld_lam_giang/2018-07-26-cong-doan-nganh-y-te-trao-ky-niem-chuong": ("Công đòan Y tế",),
    "ldld_lam_giang/2022-07-12-cum-thi-dua-so-3-so-ket-6-thang": ("“Văn hoá công sở còn",),
    "tho_tre/2013-01-30-cho-chuyen-xe-cuoi-nam": ("doanh ngiệp", "Cong nhan cho xe ve que"),
    "tho_tre/2023-02-03-ton-vinh-88-cong-nhan-la-dang-vien-tieu-bieu": ("tay để làm, anh Thươl",),
    "tho_tre/2026-03-30-thang-kien-sau-4-nam-bi-sa-thai": ("khời kiện 58 vụ",),
}
"""Articles with words as a hurried newsroom typed them: no blank, no accents, a slipped tone, a quote left open."""
