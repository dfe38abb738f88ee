"""The header Retry-After in both forms."""

from datetime import UTC, datetime

import pytest

from scrapers.retry_after import parse_retry_after

NOW = datetime(2025, 11, 20, 7, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        pytest.param("120", 120.0, id="seconds"),
        pytest.param(" 0 ", 0.0, id="at-once"),
        pytest.param("86400", 86400.0, id="a-day"),
        pytest.param("Thu, 20 Nov 2025 07:01:30 GMT", 90.0, id="date"),
        pytest.param("Thu, 20 Nov 2025 14:01:30 +0700", 90.0, id="date-with-offset"),
        pytest.param("Thu, 20 Nov 2025 07:01:30 -0000", 90.0, id="date-without-zone"),
        pytest.param("Thu, 20 Nov 2025 06:00:00 GMT", 0.0, id="past"),
        pytest.param(None, None, id="no-header"),
        pytest.param("soon", None, id="words"),
        pytest.param("-5", None, id="negative"),
        pytest.param("1.5", None, id="fraction"),
        pytest.param("²", None, id="a-digit-that-is-none"),
    ],
)
def test_parse_retry_after(value: str | None, seconds: float | None) -> None:
    assert parse_retry_after(value, now=NOW) == seconds
