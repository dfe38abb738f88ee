"""What was put into the articles on purpose: one fact told three times, two numbers for it, a wrong sum."""

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
