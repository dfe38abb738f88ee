"""The digest as plain text that reads well in a mail without HTML and in a terminal."""

from corpus.digest.records import Digest
from corpus.digest.wording import render_silence, render_state, render_title
from corpus.site.numbers import render_day, render_number, render_weekday
from corpus.site.records import Item


def render_plain(digest: Digest) -> str:
    """Give the digest as text; the first line says which sources answered."""
    state = render_state(digest)
    lines = [
        state[0].upper() + state[1:],
        f"{render_title(digest)} · {render_weekday(digest.day)}, {render_day(digest.day)}",
        f"{render_number(digest.count)} bài mới {digest.since}",
    ]
    lines += [f"  lỗi: {one.ref.name}: {one.reason or 'không rõ vì sao'}" for one in digest.failed]
    lines += [f"  ▲ {topic.name}: {topic.alert}" for topic in digest.alerts]
    for claim in digest.clashes:
        others = ", ".join(one.said for one in claim.against)
        lines.append(f"  ⚠ mâu thuẫn: {claim.figure.said}; nguồn khác nêu {others}")
    if not digest.count:
        lines += ["", render_silence(digest)]
    for ref, items in digest.groups:
        lines += ["", f"{ref.name.upper()} ({len(items)})"]
        for item in items:
            lines += _item(item)
    if digest.listed < digest.count:
        lines += [
            "",
            f"Còn {render_number(digest.count - digest.listed)} bài nữa: xem trang moi.html.",
        ]
    return "\n".join([*lines, "", digest.stamp, ""])


def _item(item: Item) -> list[str]:
    when = f"{render_day(item.day)}{f' {item.hour}' if item.hour else ''}"
    where = [when, item.source.name, item.province_today.name if item.province_today else ""]
    lines = [f"- {item.title}", f"  {' · '.join(part for part in where if part)}"]
    if item.lead:
        lines.append(f"  “{item.lead.text}”")
    link = (item.lead.link if item.lead else None) or item.link
    if link:
        lines.append(f"  {link}")
    return lines
