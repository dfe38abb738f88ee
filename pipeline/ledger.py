"""The closed ledger of one source in one run: each address has exactly one outcome and one reason."""

from dataclasses import dataclass, field
from typing import Literal

from pipeline.runs import SourceLedger

Outcome = Literal["stored", "duplicate", "unchanged", "refused", "filtered", "failed", "pending"]


class LedgerError(Exception):
    """The counts of a run do not add up: a bug of ours; raised when the ledger is closed."""


@dataclass(slots=True, kw_only=True)
class Ledger:
    """What one source did in one run, as it grows."""

    slug: str
    """The source."""
    found: int = 0
    """Addresses that discovery gave or that were due."""
    outcomes: dict[int, tuple[Outcome, str]] = field(default_factory=dict)
    """Number of the address to its outcome and reason."""
    new: int = 0
    """New articles."""
    changed: int = 0
    """New versions of known articles."""
    figures: int = 0
    """Figures stored."""
    awards: int = 0
    """Awards stored."""
    problems: list[str] = field(default_factory=list)
    """What makes the source a failed one, the first being the reason that is printed."""
    complete: bool = True
    """False where the run was bounded or stopped, so that the next one asks for whole listings."""
    night: dict[str, object] | None = None
    """The night in the numbers later ones are held against. None for a bounded, stopped or first run."""
    requests: int = 0
    """Requests sent."""
    bytes: int = 0
    """Bytes received."""

    def settle(self, url_id: int, outcome: Outcome, reason: str) -> None:
        """Write the outcome of an address; a second one is a bug."""
        if url_id in self.outcomes:
            raise LedgerError(f"{self.slug}: address {url_id} has two outcomes")
        self.outcomes[url_id] = (outcome, reason)

    def count(self, outcome: Outcome) -> int:
        """Give the number of addresses with an outcome."""
        return sum(found == outcome for found, _ in self.outcomes.values())

    @property
    def failed(self) -> bool:
        """True where the source failed."""
        return bool(self.problems)

    def give_up(self) -> None:
        """Close the books after an error of ours: what was found and not settled is not counted as found."""
        self.found = len(self.outcomes)
        self.complete = False

    def close(self, *, last_good_run: int | None) -> SourceLedger:
        """Give the entry for the line of the run; raise `LedgerError` where a residue is left."""
        if self.found != len(self.outcomes):
            raise LedgerError(f"{self.slug}: {self.found} found, {len(self.outcomes)} settled")
        urls: dict[str, dict[str, list[int]]] = {}
        for number, (outcome, reason) in sorted(self.outcomes.items()):
            urls.setdefault(outcome, {}).setdefault(reason, []).append(number)
        return SourceLedger(
            status="failed" if self.failed else "ok",
            found=self.found,
            fetched=self.requests,
            new=self.new,
            changed=self.changed,
            failed=self.count("failed"),
            bytes=self.bytes,
            figures=self.figures,
            awards=self.awards,
            reason=self.problems[0] if self.problems else None,
            complete=self.complete,
            last_good_run=last_good_run,
            night=self.night,
            urls=urls,
        )
