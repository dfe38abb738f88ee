"""Send a mail by the configured server."""

import smtplib
from email.message import Message

from pipeline.errors import PipelineError
from pipeline.settings import NotifyPart


class MailError(PipelineError):
    """The server refused the mail or did not answer; nothing is marked as sent."""


def send_message(part: NotifyPart, message: Message) -> None:
    """Send a mail; raise `MailError` where the server does not take it."""
    password = part.smtp_password
    if part.smtp_password_file is not None:
        password = part.smtp_password_file.read_text(encoding="utf-8").strip()
    try:
        with smtplib.SMTP(part.smtp_host, part.smtp_port, timeout=30) as server:
            if part.smtp_user and password:
                server.starttls()
                server.login(part.smtp_user, password)
            server.send_message(message)
    except (OSError, smtplib.SMTPException) as err:
        raise MailError(
            f"mail to {message['To']} was not sent: {err}",
            f"the server is {part.smtp_host}:{part.smtp_port}",
            "correct notify.smtp_host in thidua.toml, or write a file with --format eml --out",
        ) from err
