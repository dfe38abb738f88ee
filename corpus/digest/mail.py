"""The digest as a mail: a text part, and an HTML part with inline styles, without pictures and scripts."""

from datetime import datetime
from email.header import Header
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime

from corpus.digest.plain import render_plain
from corpus.digest.records import Digest
from corpus.digest.wording import render_silence, render_state, render_subject
from corpus.site.templates_env import render_template


def render_html(digest: Digest) -> str:
    """Give the HTML part."""
    return render_template(
        "digest_mail.html",
        d=digest,
        subject=render_subject(digest),
        state=render_state(digest),
        silence=render_silence(digest),
    )


def make_message(
    digest: Digest, *, sender: str, to: tuple[str, ...], at: datetime, key: str
) -> MIMEMultipart:
    """Give the mail; `key` makes its id, so that a mail sent twice is seen as one."""
    message = MIMEMultipart("alternative")
    # The newer mail classes lose blanks where they break a long Vietnamese subject (CPython 3.11).
    message["Subject"] = Header(render_subject(digest), "utf-8", header_name="Subject").encode()
    message["From"] = sender
    message["To"] = ", ".join(to) or "undisclosed-recipients:;"
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{key}@{sender.partition('@')[2] or 'localhost'}>"
    message["Content-Language"] = "vi"
    message.attach(MIMEText(render_plain(digest), "plain", "utf-8"))
    message.attach(MIMEText(render_html(digest), "html", "utf-8"))
    return message
