"""Write annotations in another tool's format, read them back, and say what did not survive."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from corpus.errors import CorpusError
from corpus.export.annotation import Loss, Written, compare_back
from corpus.export.conll import read_conll, write_conll
from corpus.export.doccano import read_doccano, write_doccano
from corpus.export.inception import Form, read_inception, why_no_xml, write_inception
from corpus.export.labelstudio import read_labelstudio, write_labelstudio
from corpus.export.prodigy import read_prodigy, write_prodigy
from corpus.export.spacy_docs import read_docbin, write_docbin
from corpus.export.token_cuts import Level
from corpus.measures import place
from corpus.records import LAYERS, Annotated

ANNOTATION_FORMATS: dict[str, str] = {
    "conll": ".conllup",
    "spacy": ".spacy",
    "labelstudio": ".json",
    "doccano": ".jsonl",
    "prodigy": ".jsonl",
    "inception": "",
    "inception-json": "",
}
"""Format to the ending of its file; "" for a folder."""


def export_annotations(
    documents: Sequence[Annotated],
    out: Path,
    format_name: str,
    *,
    level: Level = "syllable",
    predicted: bool = True,
) -> Written:
    """Write documents, read them back and compare; what the format cannot hold is named in the result."""
    _check(documents)
    reasons: dict[tuple[str, str, int, int], str] = {}
    if format_name == "conll":
        reasons = write_conll(documents, out, level=level)
        back = read_conll(out, {one.id: one.text or "" for one in documents})
        return compare_back(documents, back, with_fields=False, reasons=reasons)
    if format_name == "spacy":
        reasons = write_docbin(documents, out, level=level)
        back = read_docbin(out)
    elif format_name == "labelstudio":
        write_labelstudio(documents, out, predicted=predicted)
        back = read_labelstudio(out)
    elif format_name == "doccano":
        write_doccano(documents, out)
        back = read_doccano(out)
    elif format_name == "prodigy":
        write_prodigy(documents, out)
        back = read_prodigy(out)
    elif format_name in ("inception", "inception-json"):
        if out.exists() and any(out.iterdir()):
            raise CorpusError(f"{out}: the folder is not empty")
        form: Form = "xmi" if format_name == "inception" else "json"
        reasons = write_inception(documents, out, form=form)
        gone = _unwritten(documents, form)
        back = (*(read_inception(out) if len(gone) < len(documents) else ()), *gone)
        return _with_gone(compare_back(documents, back, with_fields=True, reasons=reasons), gone)
    else:
        raise CorpusError(f"{format_name!r}: one of {', '.join(ANNOTATION_FORMATS)}")
    return compare_back(documents, back, with_fields=True, reasons=reasons)


def _unwritten(documents: Sequence[Annotated], form: Form) -> tuple[Annotated, ...]:
    """Stand in for the documents that could not be written at all, so that their mentions count as lost."""
    return tuple(
        Annotated(id=one.id, text=one.text, mentions={})
        for one in documents
        if form == "xmi" and why_no_xml(one.text or "")
    )


def _with_gone(written: Written, gone: Sequence[Annotated]) -> Written:
    """Name also the unwritten documents that had no mention to lose."""
    named = {loss.document for loss in written.losses}
    silent = tuple(
        Loss(
            document=one.id,
            layer="document",
            start=0,
            end=len(one.text or ""),
            text="",
            reason=why_no_xml(one.text or "") or "",
        )
        for one in gone
        if one.id not in named
    )
    return replace(written, losses=written.losses + silent)


def _check(documents: Sequence[Annotated]) -> None:
    for one in documents:
        if one.text is None:
            raise CorpusError(f"{one.id}: a document without its text cannot be exported")
        for layer in LAYERS:
            for mention in one.layer(layer):
                start, end = place(mention)
                if not 0 <= start < end or one.text[start:end] != mention.get("text"):
                    raise CorpusError(f"{one.id}: {layer} at {start}..{end} is not its text")
