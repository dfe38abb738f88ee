"""Dates of pages: aware, partial ones kept partial, impossible ones refused."""

import pytest

from scrapers.datelines import date_in_address, find_dateline, is_stamp_line, parse_dateline


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("2026-03-07T08:06:00+07:00", "2026-03-07T08:06:00+07:00"),
        ("2026-03-07T01:06:00Z", "2026-03-07T08:06:00+07:00"),
        ("2026-03-07T08:52:11.000 +07:00", "2026-03-07T08:52:11+07:00"),
        ("2024-05-12T16:20:00+0700", "2024-05-12T16:20:00+07:00"),
        ("2021-05-12T16:20:00", "2021-05-12T16:20:00+07:00"),
        ("Thứ tư, 27/04/2022 16:20 (GMT+7)", "2022-04-27T16:20:00+07:00"),
        ("23:32 | 19/04/2022", "2022-04-19T23:32:00+07:00"),
        ("19:07 25/05/2022", "2022-05-25T19:07:00+07:00"),
        ("Thứ bảy, 07/03/2026 - 08:07", "2026-03-07T08:07:00+07:00"),
        ("05-10-2015 9h05", "2015-10-05T09:05:00+07:00"),
        ("7/10/2015 3:05 CH", "2015-10-07T15:05:00+07:00"),
        ("Thứ sáu, ngày 2 tháng 10 năm 2026", "2026-10-02"),
        ("19.4.2022", "2022-04-19"),
        ("Thứ Sáu, ngày 5 tháng 9 năm 2025, 08:15", "2025-09-05T08:15:00+07:00"),
        ("5 Tháng Chín, 2025 08:15", "2025-09-05T08:15:00+07:00"),
        ("7 tháng mười một năm 2025", "2025-11-07"),
        ("8 giờ 15 phút, ngày 5/9/2025", "2025-09-05T08:15:00+07:00"),
        ("September 5, 2025 08:15", "2025-09-05T08:15:00+07:00"),
        ("9/25/2025 8:15:00 PM", "2025-09-25T20:15:00+07:00"),
        ("05/09/2025 08:15:00 AM", "2025-09-05T08:15:00+07:00"),
        ("05/09/2025 08:15 (Cập nhật 06/09/2025 09:40)", "2025-09-05T08:15:00+07:00"),
        ("Đăng lúc 08:15 05/09/2025 - Cập nhật lúc 09:40 06/09/2025", "2025-09-05T08:15:00+07:00"),
        ("tháng 5/2024", "2024-05"),
        ("năm 2024", "2024"),
    ],
)
def test_parse_dateline(raw: str, value: str) -> None:
    dateline = parse_dateline(raw)
    assert dateline.value == value
    assert dateline.raw == raw


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("31/02/2024", id="no-such-day"),
        pytest.param("12/13/2024", id="no-such-month"),
        pytest.param("10/05/2024 25:10", id="no-such-hour"),
        pytest.param("10/05/1912", id="before-the-first-site"),
        pytest.param("0000-00-00T00:00:00", id="empty-database-field"),
        pytest.param("2 ngày trước", id="relative"),
        pytest.param("Giấy phép số 06/GP-TTĐT", id="a-document-number"),
        pytest.param("Ngày 31 tháng tư năm 2024", id="no-such-day-in-words"),
        pytest.param("", id="empty"),
    ],
)
def test_impossible_dates_are_refused(raw: str) -> None:
    assert find_dateline(raw) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/cong-doan/tin-20230319201538996.htm", "2023-03-19"),
        ("https://a.example/portal/pages/2022-07-05/Tin-3107.aspx", "2022-07-05"),
        ("https://a.example/2024/5/7/tin-cong-doan/", "2024-05-07"),
        ("https://a.example/3cms/tin.htm?art=13969217229087", "2014-04-08"),
        ("https://a.example/tin-86287.html", None),
        ("https://a.example/tin-20231345201538996.htm", None),
    ],
)
def test_date_in_address(url: str, day: str | None) -> None:
    assert date_in_address(url) == day


def test_is_stamp_line() -> None:
    assert is_stamp_line("Vũ An LDO | 27/04/2022 16:20")
    assert is_stamp_line("19:07 | 25/05/2022")
    assert is_stamp_line("Thứ Sáu, ngày 5 tháng 9 năm 2025 • 08:15")
    assert is_stamp_line("2025-09-05 08:15")
    assert not is_stamp_line("Lũng Sậy, ngày 5 tháng 9 năm 2025")
    assert not is_stamp_line(
        "Ngày 19/4/2022, công đoàn các khu công nghiệp tổ chức ngày hội việc làm cho thợ."
    )
