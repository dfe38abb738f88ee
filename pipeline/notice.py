"""Tell others of a run: a ping at start and end, a mail on failure. None of it may fail the run."""

import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from urllib.request import urlopen

import click

from pipeline.errors import ConfigError, PipelineError
from pipeline.run import HarvestResult
from pipeline.settings import NotifyPart, Settings


class Notice:
    """What is to be told at the end."""

    def __init__(self) -> None:
        self.result: HarvestResult | None = None

    def end(self, result: HarvestResult) -> None:
        """Keep what the run did."""
        self.result = result


@contextmanager
def noticed(settings: Settings, *, ping: str | None = None) -> Iterator[Notice]:
    """Ping at the start and tell the outcome at the end, that of an error too."""
    notice = Notice()
    code = 1
    cause = ""
    address = ping or _ping_url(settings.notify)
    send_ping(address, "start")
    try:
        yield notice
        code = notice.result.exit_code if notice.result else 0
    except PipelineError as err:
        code, cause = err.exit_code, str(err)
        raise
    finally:
        send_ping(address, str(code))
        send_mail(settings.notify, code, notice.result, cause)


def send_ping(address: str | None, word: str) -> bool:
    """Ask for `address/word`, as monitors of cron jobs take it; say whether it answered."""
    if address is None:
        return False
    if not address.startswith(("http://", "https://")):
        raise ConfigError(f"{address}: no http address to ping")
    try:
        with urlopen(f"{address.rstrip('/')}/{word}", timeout=10) as answer:
            return bool(answer.status < 400)
    except OSError as err:
        # The monitor notices the missing ping; the run itself must not fail for it.
        click.echo(f"warning: ping {word}: {err}", err=True)
        return False


def send_mail(part: NotifyPart, code: int, result: HarvestResult | None, cause: str) -> bool:
    """Mail the outcome where the configuration wants it; say whether a mail was sent."""
    wanted = part.on == "always" or (part.on == "failure" and code not in (0, 75))
    if not wanted or not part.mail_to:
        return False
    message = render_mail(part, code, result, cause)
    try:
        with smtplib.SMTP(part.smtp_host, part.smtp_port, timeout=30) as server:
            password = _password(part)
            if part.smtp_user and password:
                server.starttls()
                server.login(part.smtp_user, password)
            server.send_message(message)
    except (OSError, smtplib.SMTPException) as err:
        click.echo(f"warning: mail to {message['To']} was not sent: {err}", err=True)
        return False
    return True


def render_mail(
    part: NotifyPart, code: int, result: HarvestResult | None, cause: str
) -> EmailMessage:
    """Give the mail of a run."""
    ledgers = result.ledgers if result else {}
    failed = {slug: x for slug, x in ledgers.items() if x.get("status") == "failed"}
    message = EmailMessage()
    message["From"] = part.mail_from
    message["To"] = ", ".join(part.mail_to)
    new = sum(x.get("new", 0) for x in ledgers.values())
    state = f"{len(failed)} nguồn lỗi: {', '.join(failed)}" if failed else "lỗi" if code else "tốt"
    message["Subject"] = f"[Thi đua] {new} bài mới · {state} · mã thoát {code}"
    lines = [cause] if cause else []
    lines += [f"{slug}: {x['reason']}\n  thidua sources check {slug}" for slug, x in failed.items()]
    message.set_content("\n".join(lines) or f"{len(ledgers)}/{len(ledgers)} nguồn trả lời")
    return message


def _ping_url(part: NotifyPart) -> str | None:
    if part.ping_file is not None:
        return part.ping_file.read_text(encoding="utf-8").strip()
    return part.ping_url


def _password(part: NotifyPart) -> str | None:
    if part.smtp_password_file is not None:
        return part.smtp_password_file.read_text(encoding="utf-8").strip()
    return part.smtp_password
