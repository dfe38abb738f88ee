"""A text with all that was read from it, as one HTML page that needs nothing else."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from extractors.entities import Check, Link
from extractors.facts import Facts
from extractors.output import plain_number
from extractors.records import Mention

# Layer → name on the page, colour of its underline. The colours keep 3 : 1 against white, as signs of meaning must.
LAYERS = {
    "campaigns": ("Phong trào", "#b3261e"),
    "figures": ("Số liệu", "#0b57d0"),
    "awards": ("Khen thưởng", "#8a5300"),
    "organizations": ("Tổ chức", "#146c2e"),
    "people": ("Người", "#8430ce"),
    "places": ("Địa danh", "#00677d"),
    "times": ("Thời gian", "#5f6368"),
    "documents": ("Văn bản", "#a0296d"),
    "quotations": ("Lời dẫn", "#7a7500"),
}
RELATIONS = {
    "campaign": "thuộc phong trào",
    "organization": "của tổ chức",
    "place": "tại",
    "period": "trong thời gian",
    "part_of": "là một phần của",
    "recipient_count": "đếm người nhận",
    "grantor": "do tổ chức trao",
    "speaker": "người nói",
    "issuer": "do ban hành",
}
MAX_WORDS = 60
# Fields worth a glance, in the order shown.
GIST = (
    *("value", "value_max", "of", "unit", "form", "rank", "grantor", "name", "role", "begin"),
    *("until", "number", "dated", "speaker", "key", "province", "today"),
)
GENRES = {
    "news": "tin",
    "interview": "phỏng vấn",
    "report": "báo cáo",
    "plan": "kế hoạch",
    "statistics": "số liệu",
    "portrait": "gương người",
    "notice": "thông báo",
    "caption": "chú thích",
}
TOPICS = {
    "thi_dua": "thi đua",
    "khen_thuong": "khen thưởng",
    "sang_kien": "sáng kiến",
    "cham_lo": "chăm lo",
    "an_toan": "an toàn lao động",
    "phap_luat": "pháp luật",
    "phat_trien_doan_vien": "phát triển đoàn viên",
    "van_the": "văn thể",
    "nu_cong": "nữ công",
    "dao_tao": "đào tạo",
    "dai_hoi": "đại hội",
}
OUTLOOKS = {"results": "kết quả", "plan": "kế hoạch", "both": "kết quả và kế hoạch", "none": "–"}
CHECKS = {
    "parts": "phần không quá tổng",
    "plan": "thực hiện so với kế hoạch",
    "share": "tỷ lệ so với số đếm",
    "list_sum": "cộng các phần",
}
_STYLE = """
body{font:17px/1.9 system-ui,sans-serif;max-width:60rem;margin:1.5rem auto;padding:0 1rem;color:#1f1f1f;background:#fff}
h1{font-size:1.4rem;line-height:1.3}h2{font-size:1.1rem;margin-top:2rem}
.text{white-space:pre-wrap}.text span{border-bottom:3px solid}
.failed{background:#fde7e9}.passed{background:#e6f4ea}
fieldset{border:1px solid #747775;border-radius:.4rem;line-height:2}label{margin-right:1rem;white-space:nowrap}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.4}
th,td{border:1px solid #c4c7c5;padding:.3rem .5rem;text-align:left;vertical-align:top}
.key{display:inline-block;width:1.2em;border-bottom:4px solid;margin-right:.3em}
.doubt{outline:2px dashed #b3261e}
a{color:#0b57d0}
"""


@dataclass(frozen=True, slots=True)
class _Shown:
    layer: str
    number: int
    mention: Mention


def render_view(text: str, facts: Facts, *, title: str = "thidua") -> str:
    """Give a self-contained page: the text with its layers, the links and the checks; everything is escaped.

    Boxes above the text switch layers off without any script.
    """
    doubted = {n for check in facts.checks if not check.passed for n in check.figures}
    parts = (
        "<!DOCTYPE html>",
        f'<html lang="vi"><head><meta charset="utf-8"><title>{escape(title)}</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<style>{_STYLE}{_layer_styles()}</style></head><body>",
        f"<main><h1>{escape(title)}</h1>",
        *_switches(facts),
        '<div class="text">',
        *_marked(text, _shown(facts), doubted),
        "</div>",
        *_about(facts, text),
        *_checks(facts, text),
        *_links(facts, text),
        "</main></body></html>",
    )
    return "\n".join(parts[:5]) + "".join(parts[5:]) + "\n"


def _layer_styles() -> str:
    rules = []
    for layer, (_, colour) in LAYERS.items():
        rules.append(f".{layer}{{border-color:{colour}!important}}")
        rules.append(f"main:has(#show-{layer}:not(:checked)) .text .{layer}{{border:0;outline:0}}")
    return "".join(rules)


def _switches(facts: Facts) -> Iterator[str]:
    yield "<fieldset><legend>Lớp</legend>"
    for layer, (name, _) in LAYERS.items():
        count = len(getattr(facts, layer))
        yield (
            f'<label><input type="checkbox" id="show-{layer}" checked>'
            f'<span class="key {layer}"></span>{name} ({count})</label> '
        )
    yield "</fieldset>"


def _shown(facts: Facts) -> list[_Shown]:
    """Give all mentions, outer ones before those inside them."""
    shown = [
        _Shown(layer, number, mention)
        for layer in LAYERS
        for number, mention in enumerate(getattr(facts, layer))
    ]
    return sorted(shown, key=lambda one: (one.mention.start, -one.mention.end))


def _marked(text: str, shown: Sequence[_Shown], doubted: Iterable[int]) -> Iterator[str]:
    """Give the text with a span for each mention; a mention that crosses another's end is cut in two there."""
    doubts = frozenset(doubted)
    open_: list[_Shown] = []
    at = 0
    waiting = list(reversed(shown))
    while waiting or open_:
        end = min((one.mention.end for one in open_), default=len(text) + 1)
        start = waiting[-1].mention.start if waiting else len(text) + 1
        if start < end:
            yield escape(text[at:start])
            at = start
            open_.append(waiting.pop())
            yield _opening(open_[-1], doubts, first=True)
            continue
        yield escape(text[at:end])
        at = end
        reopened = []
        while any(one.mention.end == end for one in open_):
            last = open_.pop()
            yield "</span>"
            if last.mention.end != end:
                reopened.append(last)
        for one in reversed(reopened):
            open_.append(one)
            yield _opening(one, doubts, first=False)
    yield escape(text[at:])


def _opening(one: _Shown, doubted: frozenset[int], *, first: bool) -> str:
    name, _ = LAYERS[one.layer]
    doubt = " doubt" if one.layer == "figures" and one.number in doubted else ""
    identity = f' id="{one.layer}-{one.number}"' if first else ""
    tip = escape(f"{name}: {_gist(one.mention)} [{one.mention.rule}]", quote=True)
    return f'<span class="{one.layer}{doubt}"{identity} title="{tip}">'


def _gist(mention: Mention) -> str:
    """Give the normal form of a mention in a few words."""
    found = []
    for field in GIST:
        value = getattr(mention, field, None)
        if isinstance(value, float):
            value = plain_number(value)
        if value not in (None, (), ""):
            found.append(f"{field}={', '.join(value) if isinstance(value, tuple) else value}")
    return "; ".join(found)


def _about(facts: Facts, text: str) -> Iterator[str]:
    article = facts.article
    if article is None:
        return
    body = "–"
    if article.organization is not None:
        one = facts.organizations[article.organization]
        body = text[one.start : one.end]
    rows = {
        "Thể loại": GENRES[article.genre],
        "Chủ thể": body,
        "Tỉnh": article.province or "–",
        "Chủ đề": ", ".join(TOPICS[topic] for topic in article.topics),
        "Hướng": OUTLOOKS[article.outlook],
    }
    yield "<h2>Bài viết</h2><table>"
    for name, value in rows.items():
        yield f"<tr><th scope='row'>{name}</th><td>{escape(value)}</td></tr>"
    yield "</table>"


def _checks(facts: Facts, text: str) -> Iterator[str]:
    yield "<h2>Phép kiểm</h2>"
    if not facts.checks:
        yield "<p>Không có phép tính nào để kiểm.</p>"
        return
    yield (
        "<table><tr><th scope='col'>Kết quả</th><th scope='col'>Loại</th>"
        "<th scope='col'>Bài nêu</th><th scope='col'>Tính ra</th><th scope='col'>Số liệu</th></tr>"
    )
    for check in sorted(facts.checks, key=lambda one: one.passed):
        yield _check_row(check, facts, text)
    yield "</table>"


def _check_row(check: Check, facts: Facts, text: str) -> str:
    state, word = ("passed", "khớp") if check.passed else ("failed", "LỆCH")
    used = ", ".join(_reference(facts, text, "figures", number) for number in check.figures)
    return (
        f'<tr class="{state}"><td>{word}</td><td>{CHECKS[check.kind.value]}</td>'
        f"<td>{plain_number(check.stated)}</td><td>{plain_number(check.reckoned)}</td><td>{used}</td></tr>"
    )


def _links(facts: Facts, text: str) -> Iterator[str]:
    yield f"<h2>Liên kết ({len(facts.links)})</h2><table>"
    yield (
        "<tr><th scope='col'>Từ</th><th scope='col'>Quan hệ</th><th scope='col'>Đến</th>"
        "<th scope='col'>Luật</th></tr>"
    )
    for link in facts.links:
        yield _link_row(link, facts, text)
    yield "</table>"


def _link_row(link: Link, facts: Facts, text: str) -> str:
    begin = _reference(facts, text, link.from_layer, link.from_index)
    end = _reference(facts, text, link.to_layer, link.to_index)
    relation = RELATIONS[link.relation.value]
    return f"<tr><td>{begin}</td><td>{relation}</td><td>{end}</td><td>{escape(link.rule)}</td></tr>"


def _reference(facts: Facts, text: str, layer: str, number: int) -> str:
    one: Mention = getattr(facts, layer)[number]
    words = " ".join(text[one.start : one.end].split())
    short = words if len(words) <= MAX_WORDS else words[:MAX_WORDS] + "…"
    return f'<a href="#{layer}-{number}">{escape(short)}</a>'
