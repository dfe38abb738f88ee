"""A text read once: working copy, tokens, sentences, quotes and lexicon hits, for all rules to share."""

from bisect import bisect_right
from dataclasses import dataclass

from extractors.lexicon import Hit, Lexicon
from extractors.quotes import Quote, find_quotes
from extractors.sentences import find_sentences
from extractors.text import TextLayer, make_layer
from extractors.tokens import Tokens, tokenize


@dataclass(frozen=True, slots=True)
class Document:
    """What every rule reads; token indices everywhere, code points of the working text only in results."""

    layer: TextLayer
    """The text as given and its working copy."""
    tokens: Tokens
    """The tokens of the working copy."""
    sentences: tuple[tuple[int, int], ...]
    """Token ranges of the sentences."""
    quotes: tuple[Quote, ...]
    """Quoted stretches."""
    hits: dict[str, tuple[Hit, ...]]
    """Lexicon hits by label."""

    def labelled(self, label: str) -> tuple[Hit, ...]:
        """Give the hits of one label, `()` where there are none."""
        return self.hits.get(label, ())

    def sentence_at(self, index: int) -> int:
        """Give the number of the sentence that holds a token (the one before it for a line break)."""
        return max(bisect_right(self.sentences, (index, len(self.tokens) + 1)) - 1, 0)

    def token_at(self, offset: int) -> int:
        """Give the index of the token that holds, or else precedes, a code point of the working text."""
        return max(bisect_right(self.tokens.starts, offset) - 1, 0)


def read_document(text: str, lexicon: Lexicon) -> Document:
    """Read a text once for all rules."""
    layer = make_layer(text)
    tokens = tokenize(layer.work)
    return Document(
        layer=layer,
        tokens=tokens,
        sentences=find_sentences(tokens),
        quotes=find_quotes(tokens),
        hits=lexicon.find(tokens),
    )
