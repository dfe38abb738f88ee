"""CoNLL-U Plus with one BIO column a layer, by syllable or by word, and the place of each token in the text.

Columns: FORM, one for each layer (CAMPAIGN FIGURE AWARD ORGANIZATION …), START END; a blank line between sentences, `# newdoc id` before a document. A word
of several syllables is joined by "_". BIO holds neither overlapping mentions of one layer nor a mention that begins
or ends inside a token.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from corpus.errors import CorpusError
from corpus.export.annotation import (
    KIND_FIELD,
    LABELS,
    LAYER_OF,
    Spot,
    in_order,
    make_mention,
    with_kind,
)
from corpus.export.token_cuts import Cut, Level, cut_tokens, fit
from corpus.measures import Mention, place
from corpus.records import Annotated

HEADER = "# global.columns = "
NEW_DOCUMENT = "# newdoc id = "
Reasons = dict[Spot, str]


def write_conll(
    documents: Iterable[Annotated], out: Path, *, level: Level, layers: Sequence[str]
) -> Reasons:
    """Write the file with a column for each of some layers; give why single mentions could not be held."""
    reasons: Reasons = {}
    columns = ("FORM", *(LABELS[layer].upper() for layer in layers), "START", "END")
    with out.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f"{HEADER}{' '.join(columns)}\n")
        for document in documents:
            file.write(_render(document, level, layers, reasons))
    return reasons


def read_conll(path: Path, documents: Iterable[Annotated]) -> Iterator[Annotated]:
    """Read such a file back; `documents` are those it was made of, in order, since BIO files hold tokens alone."""
    texts = ((one.id, one.text) for one in documents)
    with path.open(encoding="utf-8", newline="\n") as file:
        layers = [LAYER_OF[name.lower()] for name in file.readline().split()[4:-2]]
        name: str | None = None
        rows: list[list[str]] = []
        for raw in chain(file, [NEW_DOCUMENT]):
            line = raw.removesuffix("\n")
            if line.startswith(NEW_DOCUMENT):
                if name is not None:
                    yield _document(name, rows, next(texts, None), layers)
                name, rows = line.removeprefix(NEW_DOCUMENT), []
            elif line and not line.startswith("# "):
                rows.append(line.split("\t"))


def _render(document: Annotated, level: Level, layers: Sequence[str], reasons: Reasons) -> str:
    text = document.text or ""
    if {"\n", "\r"} & set(document.id):
        raise CorpusError(f"{document.id!r}: an id with a line break")
    tokens = cut_tokens(text, level)
    tags = [_tags(document, layer, tokens, reasons) for layer in layers]
    lines = [f"{NEW_DOCUMENT}{document.id}"]
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
        kind = _kind(layer, mention)
        tags[first:stop] = [f"B-{kind}", *[f"I-{kind}"] * (stop - first - 1)]
    return tags


def _kind(layer: str, mention: Mention) -> str:
    """Give what stands behind "B-": the kind of a layer that has kinds, else the label of the layer."""
    if layer not in KIND_FIELD:
        return LABELS[layer]
    return str(mention.get(KIND_FIELD[layer]) or "other")


def _document(
    name: str,
    rows: Sequence[list[str]],
    known: tuple[str, str | None] | None,
    layers: Sequence[str],
) -> Annotated:
    if known is None or known[0] != name or known[1] is None:
        raise CorpusError(f"{name}: no text is known for this document")
    text = known[1]
    mentions: dict[str, tuple[Mention, ...]] = {}
    for column, layer in enumerate(layers, 1):
        spans: list[tuple[int, int, str]] = []
        for row in rows:
            tag, start, end = row[column], int(row[-2]), int(row[-1])
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
                make_mention(text, start, end, with_kind(layer, {}, kind))
                for start, end, kind in spans
            ]
        )
    return Annotated(id=name, text=text, mentions=mentions)
