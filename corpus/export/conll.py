"""CoNLL-U Plus with one BIO column a layer, by syllable or by word, and the place of each token in the text.

Columns: FORM CAMPAIGN FIGURE AWARD START END; a blank line between sentences, `# newdoc id` before a document. A word
of several syllables is joined by "_". BIO holds neither overlapping mentions of one layer nor a mention that begins
or ends inside a token.
"""

from collections.abc import Sequence
from pathlib import Path

from corpus.errors import CorpusError
from corpus.export.annotation import KIND_FIELD, in_order, make_mention
from corpus.export.token_cuts import Cut, Level, cut_tokens, fit
from corpus.measures import Mention, place
from corpus.records import LAYERS, Annotated

HEADER = "# global.columns = FORM CAMPAIGN FIGURE AWARD START END"
Reasons = dict[tuple[str, str, int, int], str]


def write_conll(documents: Sequence[Annotated], out: Path, *, level: Level) -> Reasons:
    """Write the file; give why single mentions could not be held."""
    reasons: Reasons = {}
    with out.open("w", encoding="utf-8", newline="\n") as file:
        file.write(HEADER + "\n")
        for document in documents:
            file.write(_render(document, level, reasons))
    return reasons


def read_conll(path: Path, texts: dict[str, str]) -> tuple[Annotated, ...]:
    """Read such a file back; `texts` are the documents' texts, since BIO files hold tokens alone."""
    found: list[Annotated] = []
    name: str | None = None
    rows: list[list[str]] = []
    for line in [*path.read_text("utf-8").split("\n"), "# newdoc id = "]:
        if line.startswith("# newdoc id = "):
            if name is not None:
                found.append(_document(name, rows, texts.get(name)))
            name, rows = line.removeprefix("# newdoc id = "), []
        elif line and not line.startswith("# "):
            rows.append(line.split("\t"))
    return tuple(found)


def _render(document: Annotated, level: Level, reasons: Reasons) -> str:
    text = document.text or ""
    if {"\n", "\r"} & set(document.id):
        raise CorpusError(f"{document.id!r}: an id with a line break")
    tokens = cut_tokens(text, level)
    tags = [_tags(document, layer, tokens, reasons) for layer in LAYERS]
    lines = [f"# newdoc id = {document.id}"]
    for number, (start, end) in enumerate(tokens):
        if number and "\n" in text[tokens[number - 1][1] : start]:
            lines.append("")
        form = "_".join(text[start:end].split()) or text[start:end]
        lines.append("\t".join([form, *(column[number] for column in tags), str(start), str(end)]))
    return "\n".join(lines) + "\n\n"


def _tags(document: Annotated, layer: str, tokens: Sequence[Cut], reasons: Reasons) -> list[str]:
    tags = ["O"] * len(tokens)
    # Long mentions first, so that of two that overlap the outer one is kept.
    ordered = sorted(
        document.layer(layer), key=lambda one: (place(one)[0] - place(one)[1], place(one)[0])
    )
    for mention in ordered:
        start, end = place(mention)
        where = (document.id, layer, start, end)
        fitting = fit(tokens, start, end)
        if fitting is None:
            reasons[where] = "it begins or ends inside a token"
            continue
        first, stop = fitting
        if any(tag != "O" for tag in tags[first:stop]):
            reasons[where] = "it overlaps another mention of its layer"
            continue
        kind = str(mention.get(KIND_FIELD[layer]) or "other")
        tags[first:stop] = [f"B-{kind}", *[f"I-{kind}"] * (stop - first - 1)]
    return tags


def _document(name: str, rows: Sequence[list[str]], text: str | None) -> Annotated:
    if text is None:
        raise CorpusError(f"{name}: no text is known for this document")
    mentions: dict[str, tuple[Mention, ...]] = {}
    for column, layer in enumerate(LAYERS, 1):
        spans: list[tuple[int, int, str]] = []
        for row in rows:
            tag, start, end = row[column], int(row[4]), int(row[5])
            if "_".join(text[start:end].split()) != row[0] and text[start:end] != row[0]:
                raise CorpusError(f"{name}: token {row[0]!r} does not stand at {start}..{end}")
            if tag.startswith("B-"):
                spans.append((start, end, tag[2:]))
            elif tag.startswith("I-"):
                if not spans or spans[-1][2] != tag[2:]:
                    raise CorpusError(f"{name}: {tag} at {start} continues nothing")
                spans[-1] = (spans[-1][0], end, tag[2:])
        mentions[layer] = in_order(
            [
                make_mention(text, start, end, {KIND_FIELD[layer]: kind})
                for start, end, kind in spans
            ]
        )
    return Annotated(id=name, text=text, mentions=mentions)
