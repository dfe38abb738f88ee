"""The pipe component `thidua`: `nlp.add_pipe("thidua")` puts all layers into `doc.spans` and extensions.

`doc.spans["thidua"]` holds every mention, labelled by its layer; `doc.spans["thidua_figures"]` and the like one layer
each. `span._.thidua` is the record behind a span, `doc._.thidua` all facts. Set `doc._.thidua_published` before the
component runs (or give the pipeline a text through `nlp.make_doc`) where relative dates are to be reckoned.
"""

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from extractors.extract import Extractor, load_extractor
from extractors.records import Mention

KEY = "thidua"
LAYERS = (
    *("campaigns", "figures", "awards", "organizations", "people", "places", "times"),
    *("documents", "quotations"),
)


class ThiduaComponent:
    """Reads each document with one shared extractor."""

    def __init__(self, extractor: Extractor) -> None:
        """Keep the extractor; it is read-only."""
        self._extractor = extractor

    def __call__(self, doc: Doc) -> Doc:
        """Add spans and extensions to a document; token borders widen a span that cuts a token."""
        facts = self._extractor.extract_all(doc.text, published=doc._.thidua_published)
        doc._.thidua = facts
        every: list[Span] = []
        for layer in LAYERS:
            spans = [_span(doc, layer, one) for one in getattr(facts, layer)]
            doc.spans[f"{KEY}_{layer}"] = SpanGroup(doc, name=f"{KEY}_{layer}", spans=spans)
            every += spans
        doc.spans[KEY] = SpanGroup(doc, name=KEY, spans=every)
        return doc


def make_thidua(nlp: Language, name: str) -> ThiduaComponent:
    """Make the component; the entry point `spacy_factories` names this function."""
    for holder, extension in ((Doc, "thidua"), (Doc, "thidua_published"), (Span, "thidua")):
        if not holder.has_extension(extension):
            holder.set_extension(extension, default=None)
    return ThiduaComponent(load_extractor())


def _span(doc: Doc, layer: str, mention: Mention) -> Span:
    span = doc.char_span(mention.start, mention.end, label=layer, alignment_mode="expand")
    if span is None:
        raise ValueError(
            f"no tokens at {mention.start}..{mention.end} of a text of {len(doc.text)}"
        )
    span._.thidua = mention
    return span


Language.factory(KEY, func=make_thidua)
