"""Write annotations in another tool's format, read them back, and say what did not survive."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from corpus.errors import CorpusError
from corpus.export.annotation import ALL_LAYERS, Loss, Spot, Written, compare_back
from corpus.export.conll import read_conll, write_conll
from corpus.export.doccano import read_doccano, write_doccano
from corpus.export.inception import Form, read_inception, why_no_xml, write_inception
from corpus.export.labelstudio import read_labelstudio, write_labelstudio
from corpus.export.prodigy import read_prodigy, write_prodigy
from corpus.export.spacy_docs import read_docbin, write_docbin
from corpus.export.token_cuts import Level
from corpus.measures import place
from corpus.records import Annotated

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
    documents: Iterable[Annotated],
    out: Path,
    format_name: str,
    *,
    level: Level = "syllable",
    predicted: bool = True,
    layers: Sequence[str] = ALL_LAYERS,
) -> Written:
    """Write documents, read them back and compare; what the format cannot hold is named in the result.

    The documents are gone through twice, and never held all at once. `layers` are those that they are annotated in.
    """
    checked = _Checked(documents)
    reasons: dict[Spot, str] = {}
    if format_name == "conll":
        reasons = write_conll(checked, out, level=level, layers=layers)
        return compare_back(
            documents, read_conll(out, documents), with_fields=False, reasons=reasons
        )
    back: Iterable[Annotated]
    if format_name == "spacy":
        reasons = write_docbin(checked, out, level=level)
        back = read_docbin(out)
    elif format_name == "labelstudio":
        write_labelstudio(checked, out, predicted=predicted)
        back = read_labelstudio(out)
    elif format_name == "doccano":
        write_doccano(checked, out)
        back = read_doccano(out)
    elif format_name == "prodigy":
        write_prodigy(checked, out)
        back = read_prodigy(out)
    elif format_name in ("inception", "inception-json"):
        return _export_inception(checked, out, "xmi" if format_name == "inception" else "json")
    else:
        raise CorpusError(f"{format_name!r}: one of {', '.join(ANNOTATION_FORMATS)}")
    return compare_back(documents, back, with_fields=True, reasons=reasons)


def _export_inception(documents: Iterable[Annotated], out: Path, form: Form) -> Written:
    if out.exists() and any(out.iterdir()):
        raise CorpusError(f"{out}: the folder is not empty")
    reasons = write_inception(documents, out, form=form)
    gone = {
        one.id: why
        for one in documents
        if form == "xmi" and (why := why_no_xml(one.text or "")) is not None
    }
    back = _with_unwritten(documents, gone, read_inception(out, form=form))
    return _with_gone(compare_back(documents, back, with_fields=True, reasons=reasons), gone)


def _with_unwritten(
    documents: Iterable[Annotated], gone: Mapping[str, str], back: Iterator[Annotated]
) -> Iterator[Annotated]:
    """Put an empty document where one could not be written at all, so that its mentions count as lost."""
    for one in documents:
        if one.id in gone:
            yield Annotated(id=one.id, text=one.text, mentions={})
        else:
            yield from islice(back, 1)


def _with_gone(written: Written, gone: Mapping[str, str]) -> Written:
    """Name also the unwritten documents that had no mention to lose."""
    named = {loss.document for loss in written.losses}
    silent = tuple(
        Loss(document=one, layer="document", start=0, end=0, text="", reason=why)
        for one, why in gone.items()
        if one not in named
    )
    return replace(written, losses=written.losses + silent)


class _Checked:
    """Documents that are looked at before they are written, each time they are gone through."""

    def __init__(self, documents: Iterable[Annotated]) -> None:
        self._documents = documents

    def __iter__(self) -> Iterator[Annotated]:
        for one in self._documents:
            if one.text is None:
                raise CorpusError(f"{one.id}: a document without its text cannot be exported")
            for layer in ALL_LAYERS:
                for mention in one.layer(layer):
                    start, end = place(mention)
                    if not 0 <= start < end or one.text[start:end] != mention.get("text"):
                        raise CorpusError(f"{one.id}: {layer} at {start}..{end} is not its text")
            yield one
