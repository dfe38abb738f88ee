"""What corpus raises."""


class CorpusError(Exception):
    """Base of the errors of this room: a data set, gold file or export that is broken or would be."""
