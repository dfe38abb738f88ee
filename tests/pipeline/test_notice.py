import smtplib
from email.message import EmailMessage

import pytest
from pytest_httpserver import HTTPServer

from pipeline.errors import LockedError
from pipeline.notice import noticed, render_mail, send_mail
from pipeline.run import HarvestResult
from pipeline.runs import SourceLedger
from pipeline.settings import NotifyPart, Settings

FAILED = HarvestResult(
    run_id=3,
    exit_code=1,
    ledgers={
        "laodong": SourceLedger(status="ok", new=4, reason=None),
        "nld": SourceLedger(status="failed", new=0, reason="bot_check: trang chặn máy"),
    },
)
GOOD = HarvestResult(run_id=4, exit_code=0, ledgers={})


class Post:
    sent: list[EmailMessage] = []  # noqa: RUF012 (one box for one test, emptied by the fixture)

    def __init__(self, *args: object, **kwargs: object) -> None:
        pass

    def __enter__(self) -> "Post":
        return self

    def __exit__(self, *args: object) -> None:
        pass

    def send_message(self, message: EmailMessage) -> None:
        self.sent.append(message)


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> list[EmailMessage]:
    Post.sent = []
    monkeypatch.setattr(smtplib, "SMTP", Post)
    return Post.sent


def test_a_failure_is_mailed_with_source_cause_and_next_command(post: list[EmailMessage]) -> None:
    part = NotifyPart(mail_to=("ops@bao.example",))
    assert send_mail(part, 1, FAILED, "") is True
    (message,) = post
    assert message["Subject"] == "[Thi đua] 4 bài mới · 1 nguồn lỗi: nld · mã thoát 1"
    assert "bot_check: trang chặn máy" in message.get_content()
    assert "thidua sources check nld" in message.get_content()


@pytest.mark.parametrize(
    ("on", "code", "sent"),
    [("failure", 0, 0), ("failure", 75, 0), ("failure", 1, 1), ("always", 0, 1), ("never", 1, 0)],
)
def test_who_hears_of_what(post: list[EmailMessage], on: str, code: int, sent: int) -> None:
    part = NotifyPart.model_validate({"on": on, "mail_to": ["ops@bao.example"]})
    send_mail(part, code, GOOD, "")
    assert len(post) == sent


def test_a_mail_that_cannot_be_sent_does_not_fail_the_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise ConnectionRefusedError("refused")

    monkeypatch.setattr(smtplib, "SMTP", refuse)
    assert send_mail(NotifyPart(mail_to=("ops@bao.example",)), 1, FAILED, "") is False
    assert "was not sent" in capsys.readouterr().err


def test_the_mail_of_an_error_names_it() -> None:
    message = render_mail(NotifyPart(mail_to=("a@bao.example",)), 1, None, "union.db: disk full")
    assert "disk full" in message.get_content()


def test_ping_at_start_and_with_the_exit_code(httpserver: HTTPServer) -> None:
    for word in ("start", "1"):
        httpserver.expect_ordered_request(f"/uuid/{word}").respond_with_data("OK")
    with noticed(Settings(), ping=httpserver.url_for("/uuid")) as notice:
        notice.end(FAILED)
    httpserver.check()


def test_ping_tells_the_code_of_an_error(httpserver: HTTPServer) -> None:
    for word in ("start", "75"):
        httpserver.expect_ordered_request(f"/uuid/{word}").respond_with_data("OK")

    def run() -> None:
        with noticed(Settings(), ping=httpserver.url_for("/uuid")):
            raise LockedError("union.db: another run holds the lock")

    with pytest.raises(LockedError):
        run()
    httpserver.check()
