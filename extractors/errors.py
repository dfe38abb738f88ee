"""What extractors raise."""


class ExtractError(Exception):
    """Base of the errors of this room: a text that cannot be read, or broken package data."""


class OntologyError(ExtractError):
    """The packaged ontology is damaged or contradicts itself; raised when it is loaded."""


class NumberError(ExtractError):
    """A string handed to `parse_number` is no number of the Vietnamese notation."""
