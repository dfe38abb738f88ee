"""spaCy: Docs with one span group a layer, and a DocBin of them.

Tokens are syllables or words of the text as given, blanks included, so that `doc.text` is the text to the letter.
`doc.user_data["thidua"]` holds the id and, as JSON, every field of the mentions.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import CorpusError
from corpus.export.annotation import (
    ALL_LAYERS,
    FIELDS,
    fields_of,
    in_order,
    label_of,
    make_mention,
    split_label,
    with_kind,
)
from corpus.export.links import LINKS, links_of, make_link
from corpus.export.token_cuts import Cut, Level, cut_tokens, fit
from corpus.measures import Mention, place
from corpus.records import Annotated

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

Reasons = dict[tuple[str, str, int, int], str]
NOT_A_TOKEN = "it begins or ends inside a token"


def make_doc(document: Annotated, vocab: "Vocab", *, level: Level) -> tuple["Doc", Reasons]:
    """Make the Doc of a document; give why single mentions are not in it."""
    from spacy.tokens import Doc, Span

    text = document.text or ""
    tokens = tuple(_cover(text, cut_tokens(text, level)))
    words = [text[start:end] for start, end, _ in tokens]
    doc = Doc(vocab, words=words, spaces=[space for _, _, space in tokens])
    if doc.text != text:
        raise CorpusError(f"{document.id}: spaCy gives another text back")
    cuts = [(start, end) for start, end, _ in tokens]
    reasons: Reasons = {}
    said: dict[str, list[object]] = {}
    for layer in ALL_LAYERS:
        group = []
        said[layer] = []
        for mention in document.layer(layer):
            start, end = place(mention)
            fitting = fit(cuts, start, end)
            if fitting is None:
                reasons[document.id, layer, start, end] = NOT_A_TOKEN
                continue
            group.append(Span(doc, *fitting, label=label_of(layer, mention)))
            said[layer].append([start, end, fields_of(layer, mention)])
        doc.spans[layer] = group
    doc.user_data["thidua"] = {
        "id": document.id,
        "mentions": json.dumps(said, ensure_ascii=False),
        "links": json.dumps([[one.relation, one.source, one.target] for one in links_of(document)]),
        **document.about,
    }
    return doc, reasons


def write_docbin(documents: Iterable[Annotated], out: Path, *, level: Level) -> Reasons:
    """Write a DocBin that `spacy train` and `DocBin().from_disk` read."""
    import spacy
    from spacy.tokens import DocBin

    vocab = spacy.blank("xx").vocab
    # Words and blanks alone: a Doc of ours has no tags, heads or lemmas to keep.
    bin_ = DocBin(attrs=["ORTH"], store_user_data=True)
    reasons: Reasons = {}
    for document in documents:
        doc, lost = make_doc(document, vocab, level=level)
        bin_.add(doc)
        reasons |= lost
    bin_.to_disk(out)
    return reasons


def read_docbin(path: Path) -> Iterator[Annotated]:
    """Read a DocBin that `write_docbin` wrote."""
    import spacy
    from spacy.tokens import DocBin

    vocab = spacy.blank("xx").vocab
    return (read_doc(doc) for doc in DocBin().from_disk(path).get_docs(vocab))


def read_doc(doc: "Doc") -> Annotated:
    """Give the annotations of a Doc: its span groups, with the fields kept beside them."""
    kept = doc.user_data.get("thidua")
    if not isinstance(kept, dict):
        raise CorpusError("a Doc without the data of thidua")
    known = json.loads(str(kept["mentions"]))
    mentions: dict[str, tuple[Mention, ...]] = {}
    for layer in ALL_LAYERS:
        fields = list(known.get(layer, ()))
        rows = []
        for span in doc.spans.get(layer, ()):
            at = (span.start_char, span.end_char)
            said = next((one for one in fields if (one[0], one[1]) == at), None)
            if said is not None:
                fields.remove(said)
            values = dict.fromkeys(FIELDS[layer]) | (said[2] if said else {})
            kind = split_label(span.label_)[1]
            rows.append(
                make_mention(doc.text, *at, with_kind(layer, fields_of(layer, values), kind))
            )
        mentions[layer] = in_order(rows)
    links = json.loads(str(kept.get("links") or "[]"))
    mentions[LINKS] = tuple(make_link(doc.text, *one) for one in links)
    return Annotated(id=str(kept["id"]), text=doc.text, mentions=mentions)


def _cover(text: str, tokens: Sequence[Cut]) -> Iterator[tuple[int, int, bool]]:
    """Give tokens and the stretches between them as (start, end, whether one blank follows)."""
    at = 0
    for start, end in (*tokens, (len(text), len(text))):
        if at < start:
            yield at, start, False
        if start < end:
            blank = text[end : end + 1] == " "
            yield start, end, blank
            at = end + blank
