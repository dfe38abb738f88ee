"""Run an evaluation and show it."""

import json
from dataclasses import dataclass
from pathlib import Path

import click

from corpus.breakdown import Line, break_down, score_lines
from corpus.error_list import Error, list_errors, render_errors
from corpus.evaluate import interval, score_documents
from corpus.evaluation_report import errors_to_json, lines_to_json, render_page
from corpus.gold import file_hash
from corpus.measures import FULL, HEADLINE, MEASURES
from corpus.press.benchmark import ENTITIES_GOLD
from corpus.press.build_gold import GOLD
from corpus.press.page_layouts import with_layouts
from corpus.records import LAYERS
from extractors.output import Json
from pipeline.errors import EXIT_FAILED, EXIT_OK, MisuseError
from pipeline.gold_arguments import FURTHER, PRESS, load_gold, load_system
from pipeline.tables import Cell, print_table

COLUMNS = ("measure", "part", "precision", "recall", "f1", "low", "high", "gold", "predicted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mean:
    """A mean over three measures."""

    name: str
    """"headline" or "full"."""
    f1: float
    """The mean of their F1."""
    low: float
    """Lower end of the 95 % bootstrap interval."""
    high: float
    """Its upper end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Scores and errors of one system on one gold."""

    gold: str
    """The gold as named on the command line."""
    predicted: str
    """The system as named there."""
    documents: int
    """Documents in the gold."""
    lines: tuple[Line, ...]
    """All measures, then the parts asked for."""
    means: tuple[Mean, ...]
    """Headline and full; `()` for a gold of the further layers."""
    errors: tuple[Error, ...]
    """Every error."""

    def as_json(self, errors: int) -> dict[str, Json]:
        """Give one document with stable keys and the first errors."""
        means: list[Json] = [
            {"name": m.name, "f1": round(m.f1, 6), "f1_low": m.low, "f1_high": m.high}
            for m in self.means
        ]
        return {
            "schema_version": 1,
            "gold": self.gold,
            "predicted": self.predicted,
            "documents": self.documents,
            "means": means,
            "scores": lines_to_json(self.lines),
            "error_count": len(self.errors),
            "errors": errors_to_json(self.errors[:errors]),
        }

    def render_html(self) -> str:
        """Give one page with everything."""
        title = f"{self.predicted} against {self.gold}"
        return render_page(title, self.documents, self.lines, self.errors)


def evaluate(gold: str, predicted: str, *, by: tuple[str, ...]) -> Evaluation:
    """Score a system on a gold, as a whole and in parts."""
    known, layers = load_gold(gold)
    if "layout" in by:
        known = with_layouts(known)
    given = load_system(predicted, known, layers)
    lines = list(score_lines(known, given, layers))
    for part in by:
        lines += break_down(known, given, part, layers)
    means: tuple[Mean, ...] = ()
    if set(LAYERS) <= set(layers):
        score = score_documents(known, given, MEASURES)
        means = tuple(
            Mean(name=name, f1=score.mean(group), low=low, high=high)
            for name, group in (("headline", HEADLINE), ("full", FULL))
            for low, high in [interval(score, group)]
        )
    return Evaluation(
        gold=gold,
        predicted=predicted,
        documents=len(known),
        lines=tuple(lines),
        means=means,
        errors=list_errors(known, given, layers),
    )


def print_evaluation(found: Evaluation, errors: int) -> None:
    """Print scores as a table and the first errors below it."""
    rows: list[list[Cell]] = [
        [
            line.measure,
            line.part if line.by == "all" else f"{line.by}={line.part}",
            *(round(x, 3) for x in (line.counts.precision, line.counts.recall, line.counts.f1)),
            round(line.low, 3),
            round(line.high, 3),
            line.counts.gold,
            line.counts.predicted,
        ]
        for line in found.lines
    ]
    rows += [
        [m.name, "all", None, None, round(m.f1, 3), round(m.low, 3), round(m.high, 3), None, None]
        for m in found.means
    ]
    print_table(COLUMNS, rows)
    if errors:
        click.echo(render_errors(found.errors[:errors]))


def check_floors(found: Evaluation, floors: Path | None) -> int:
    """Give exit code 1 and say which measures lie below their floor; 0 without floors."""
    if floors is None:
        return EXIT_OK
    wanted = _floors_of(floors, found.gold)
    reached = {line.measure: line.counts.f1 for line in found.lines if line.by == "all"}
    reached |= {mean.name: mean.f1 for mean in found.means}
    unknown = sorted(wanted.keys() - reached.keys())
    if unknown:
        raise MisuseError(f"{floors}: no measure {', '.join(unknown)} was taken")
    low = [
        f"{name}: {reached[name]:.3f}, floor {float(floor):.3f}"
        for name, floor in wanted.items()
        if reached[name] < float(floor)
    ]
    for line in low:
        click.echo(f"below its floor: {line}", err=True)
    return EXIT_FAILED if low else EXIT_OK


def _floors_of(path: Path, gold: str) -> dict[str, float]:
    """Read measure → least F1: a plain object, or an object of golds from which the one with this gold's hash is taken."""
    try:
        stored = json.loads(path.read_text("utf-8"))
    except ValueError as err:
        raise MisuseError(f"{path}: not JSON: {err}") from err
    if not isinstance(stored, dict) or not stored:
        raise MisuseError(f"{path}: not an object of measure to least F1")
    if not all(isinstance(one, dict) for one in stored.values()):
        return {str(name): float(floor) for name, floor in stored.items()}
    packaged = {PRESS: GOLD, FURTHER: ENTITIES_GOLD}
    path_of_gold = packaged.get(gold, Path(gold))
    digest = file_hash(path_of_gold) if path_of_gold.is_file() else ""
    for one in stored.values():
        if one.get("sha256") == digest:
            return {str(name): float(floor) for name, floor in one["floors"].items()}
    raise MisuseError(f"{path}: no floors for {gold}", "floors hold for one state of a gold alone")
