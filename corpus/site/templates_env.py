"""The templates: everything escaped, an unknown name is an error."""

import base64
import hashlib
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from corpus import personal_names
from corpus.site import charts, numbers

FOLDER = Path(__file__).parent / "templates"


def render_template(name: str, **values: object) -> str:
    """Fill one template."""
    return environment().get_template(name).render(**values)


def read_asset(name: str) -> str:
    """Give a file of the templates' folder as it is."""
    return (FOLDER / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def hash_templates() -> str:
    """Give a hash of all templates and of the code that fills them; pages made by others are made again."""
    digest = hashlib.sha256()
    blanking = Path(personal_names.__file__)
    for path in (*sorted(FOLDER.iterdir()), *sorted(FOLDER.parent.glob("*.py")), blanking):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def hash_for_csp(text: str) -> str:
    """Give the source expression by which a policy allows one inline style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Give the environment of all templates of this room."""
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters |= {
        "number": numbers.render_number,
        "percent": numbers.render_percent,
        "day": numbers.render_day,
        "short_day": numbers.render_short_day,
        "weekday": numbers.render_weekday,
        "week": numbers.render_week,
        "whole_day": numbers.render_whole_day,
        "change": numbers.render_change,
    }
    made.globals |= {
        "make_bars": charts.make_bars,
        "make_spark": charts.make_spark,
        "grade": charts.grade,
    }
    return made
