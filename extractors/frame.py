"""Facts as a table for pandas users; pandas is theirs to install."""

from typing import TYPE_CHECKING

from extractors.errors import ExtractError
from extractors.facts import Facts
from extractors.output import all_to_json

if TYPE_CHECKING:
    import pandas


def facts_frame(facts: Facts, text: str, *, layer: str = "figures") -> "pandas.DataFrame":
    """Give one layer as a data frame, one row a mention; raises `ExtractError` where pandas is not installed."""
    try:
        import pandas
    except ImportError as err:
        raise ExtractError(
            "a frame needs pandas, which is not installed: pip install pandas"
        ) from err
    layers = all_to_json(facts, text)
    rows = layers.get(layer)
    if not isinstance(rows, list):
        known = ", ".join(name for name, value in layers.items() if isinstance(value, list))
        raise ValueError(f"no layer {layer!r}; there are {known}")
    return pandas.DataFrame([row for row in rows if isinstance(row, dict)])
