"""The sentences that every form of a digest begins with."""

from corpus.digest.records import Digest
from corpus.site.numbers import render_number


def render_state(digest: Digest) -> str:
    """Say how many sources answered, or which did not; never leave it out."""
    if not digest.health:
        return "chưa có nguồn nào được hỏi"
    if digest.failed:
        names = ", ".join(one.ref.name for one in digest.failed)
        return f"{len(digest.failed)} nguồn lỗi: {names}"
    return f"{digest.answered}/{len(digest.health)} nguồn trả lời"


def render_title(digest: Digest) -> str:
    """Give its title, with the topic it is about."""
    return f"{digest.title}: {digest.topic}" if digest.topic else digest.title


def render_subject(digest: Digest) -> str:
    """Give the subject of the mail: `[Thi đua] 0 bài mới · 12/12 nguồn trả lời`; at most 200 code points."""
    about = f"{digest.topic}: " if digest.topic else ""
    subject = f"[Thi đua] {about}{render_number(digest.count)} bài mới · {render_state(digest)}"
    return subject if len(subject) <= 200 else subject[:199] + "…"


def render_silence(digest: Digest) -> str:
    """Say what it means that nothing is new."""
    if digest.failed:
        return "Không có bài mới, nhưng có nguồn không trả lời: im lặng chưa hẳn là không có tin."
    if not digest.health:
        return "Không có bài mới; dữ liệu được nhập từ tệp, chưa có nguồn nào được hỏi."
    return "Không có bài mới. Mọi nguồn đều trả lời, nên đây là im lặng thật."
