"""Real drifts are flagged the same night, quiet nights are not: 28 synthetic nights and what follows."""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from scrapers.drift_history import Breach, BreachKind, find_breaches
from scrapers.holidays import is_quiet_day
from scrapers.night import FIELDS, RECENT, Night, NightCount, pool_nights, usual_layer
from scrapers.records import Article, ArticleKind, Block, BlockKind, FieldEvidence, Layer
from scrapers.tail_tests import share_tail, shift_tail

USUAL_SHARES = {
    "title": 1.0, "sapo": 0.97, "byline": 0.9, "published": 1.0, "section": 0.95, "tags": 0.6,
    "blocks": 1.0, "captions": 0.75, RECENT: 0.99,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """An invented paper: how much it publishes and how its pages look."""

    seed: int
    rate: float = 15.0
    """New articles on a working day."""
    weekend: float = 0.4
    """Share of that on Saturday and Sunday."""
    length: float = 2600.0
    """Characters of a body in the middle."""
    tet: bool = True
    """Whether it rests over Tết and on holidays."""

    def night(self, day: date, **change: float) -> Night:
        """Give a night as this paper has them; `change` overrides shares, `length`, `new`, `selector`."""
        rng = random.Random(f"{self.seed} {day} {sorted(change)}")
        rate = self.rate * (self.weekend if day.weekday() >= 5 else 1.0)
        rate *= rng.gammavariate(8.0, 1 / 8.0)
        if self.tet and is_quiet_day(day):
            rate *= 0.05
        new = int(change.get("new", poisson(rng, rate)))
        articles = sum(rng.random() < change.get("yield", 0.98) for _ in range(new))
        texts = sum(rng.random() < 0.85 for _ in range(articles))
        fields = {}
        for name, share in USUAL_SHARES.items():
            odd = share if share in (0.0, 1.0) else rng.betavariate(share * 40, (1 - share) * 40)
            fields[name] = sum(rng.random() < change.get(name, odd) for _ in range(texts))
        selector = change.get("selector", 0.995)
        layers: dict[str, int] = {}
        for name in FIELDS:
            kept = sum(rng.random() < selector for _ in range(fields[name]))
            layers[f"{name}:selector"] = kept
            layers[f"{name}:json_ld"] = fields[name] - kept
        middle = self.length * change.get("length", 1.0) * rng.lognormvariate(0, 0.08)
        lengths = tuple(int(middle * rng.lognormvariate(0, 0.5)) for _ in range(texts))
        return Night(
            day=day, new=new, fetched=new, articles=articles, texts=texts, fields=fields,
            layers=layers, lengths=lengths,
        )  # fmt: skip

    def nights(self, first: date, count: int) -> list[Night]:
        return [self.night(first + timedelta(days=n)) for n in range(count)]


def poisson(rng: random.Random, rate: float) -> int:
    count, passed = 0, rng.expovariate(1.0)
    while passed < rate:
        count, passed = count + 1, passed + rng.expovariate(1.0)
    return count


START = date(2025, 10, 6)
"""A Monday; the 28 nights end on Sunday, the drift comes on Monday night."""
DRIFT_NIGHT = START + timedelta(days=28)
DRIFTS: dict[str, tuple[dict[str, float], BreachKind, str]] = {
    "the class of the body is renamed": ({"selector": 0.0}, BreachKind.LAYER, "blocks"),
    "the body is halved": ({"length": 0.45}, BreachKind.LENGTH, "blocks"),
    "menus come into the body": ({"length": 2.4}, BreachKind.LENGTH, "blocks"),
    "the sapo is gone": ({"sapo": 0.0}, BreachKind.FIELD, "sapo"),
    "the date cannot be read": ({"published": 0.0, RECENT: 0.0}, BreachKind.FIELD, "published"),
    "day and month change places": ({RECENT: 0.1}, BreachKind.FIELD, RECENT),
    "authors are gone": ({"byline": 0.02}, BreachKind.FIELD, "byline"),
    "the feed is frozen": ({"new": 0}, BreachKind.SILENCE, "new"),
    "links lead to a login wall": ({"yield": 0.05}, BreachKind.YIELD, "articles"),
    "all addresses change": ({"new": 400}, BreachKind.FLOOD, "new"),
}


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize(("change", "kind", "what"), DRIFTS.values(), ids=DRIFTS.keys())
def test_a_real_drift_is_flagged_the_same_night(
    change: dict[str, float], kind: BreachKind, what: str, seed: int
) -> None:
    paper = Paper(seed=seed, rate=24 + 4 * seed)
    history = paper.nights(START, 28)
    breaches = find_breaches(paper.night(DRIFT_NIGHT, **change), history)
    assert (kind, what) in {(breach.kind, breach.what) for breach in breaches}
    assert find_breaches(paper.night(DRIFT_NIGHT), history) == ()


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    ("change", "kind", "within"),
    [
        pytest.param({"sapo": 0.0}, BreachKind.FIELD, 7, id="sapo-gone"),
        pytest.param({"length": 0.4}, BreachKind.LENGTH, 14, id="body-halved"),
        pytest.param({"new": 0}, BreachKind.SILENCE, 7, id="feed-frozen"),
    ],
)
def test_a_small_paper_is_flagged_before_long(
    change: dict[str, float], kind: BreachKind, within: int, seed: int
) -> None:
    paper = Paper(seed=seed, rate=3.0)
    history = paper.nights(START, 28)
    for after in range(within):
        night = paper.night(DRIFT_NIGHT + timedelta(days=after), **change)
        if kind in {breach.kind for breach in find_breaches(night, history)}:
            return
        history.append(night)
    pytest.fail(f"{kind} not flagged in {within} nights")


def test_false_alarms_stay_under_one_in_thirty_publisher_months() -> None:
    """A longer run (seeds 100 to 159, 300 publisher-months) gave three nights with an alarm."""
    alarms, nights = [], 0
    for seed in range(15):
        paper = Paper(
            seed=seed, rate=(1, 3, 8, 15, 40)[seed % 5], weekend=(0.1, 0.4, 1.0)[seed % 3]
        )
        run = paper.nights(date(2025, 10, 1), 28 + 150)
        for at in range(28, len(run)):
            nights += 1
            breaches = find_breaches(run[at], run[:at])
            alarms += [(seed, run[at].day, breach) for breach in breaches]
    months = nights / 30
    assert months == 75
    assert len({(seed, day) for seed, day, _ in alarms}) <= months / 30, alarms


@pytest.mark.parametrize("seed", range(6))
def test_weekends_tet_and_holidays_are_no_drift(seed: int) -> None:
    paper = Paper(seed=seed, rate=25.0, weekend=0.0)
    tet = paper.nights(date(2026, 1, 12), 60)
    quiet = [replace(n, new=0, fetched=0, articles=0, texts=0, fields={}, layers={}, lengths=()) if is_quiet_day(n.day) else n for n in tet]  # fmt: skip
    silent = [n.day for n in quiet if not n.new]
    assert date(2026, 2, 17) in silent
    assert len(silent) > 20
    for at in range(28, len(quiet)):
        assert find_breaches(quiet[at], quiet[:at]) == (), quiet[at].day


def test_a_feed_that_freezes_before_tet_is_flagged_after_it() -> None:
    paper = Paper(seed=1, rate=25.0)
    nights = paper.nights(date(2026, 1, 12), 33)
    flagged = None
    for n in range(14):
        night = paper.night(date(2026, 2, 14) + timedelta(days=n), new=0)
        if find_breaches(night, nights):
            flagged = night.day
            break
        nights.append(night)
    assert flagged == date(2026, 2, 26), "the first working night after the quiet days"


def test_a_breached_night_is_no_measure_for_the_next() -> None:
    paper = Paper(seed=3, rate=20.0)
    history = paper.nights(START, 28)
    for after in range(10):
        night = paper.night(DRIFT_NIGHT + timedelta(days=after), sapo=0.0)
        if night.texts >= 3:
            assert find_breaches(night, history), night.day
        history.append(replace(night, breached=True))


def test_a_night_that_took_in_years_at_once_is_no_measure() -> None:
    paper = Paper(seed=4, rate=20.0)
    first = paper.night(START - timedelta(days=1), new=2000, sapo=0.3, length=0.5)
    history = [first, *paper.nights(START, 28)]
    assert find_breaches(paper.night(DRIFT_NIGHT), history) == ()
    kinds = {breach.kind for breach in find_breaches(paper.night(DRIFT_NIGHT, new=400), history)}
    assert BreachKind.FLOOD in kinds


def test_too_little_history_gives_no_verdict_but_a_night_without_articles_does() -> None:
    paper = Paper(seed=3, rate=20.0)
    history = paper.nights(START, 5)
    assert find_breaches(paper.night(DRIFT_NIGHT, sapo=0.0), history) == ()
    (only,) = find_breaches(paper.night(DRIFT_NIGHT, **{"yield": 0.0}), history)
    assert only.kind is BreachKind.YIELD


def test_a_breach_says_what_was_found_and_what_is_usual() -> None:
    paper = Paper(seed=2, rate=20.0)
    night = paper.night(DRIFT_NIGHT, sapo=0.0)
    (breach,) = find_breaches(night, paper.nights(START, 28))
    assert breach == Breach(
        kind=BreachKind.FIELD,
        what="sapo",
        reason=f"sapo: 0 of {night.texts} articles, usually {breach.reason[-3:]}",
    )
    assert breach.reason[-3:] in {"95%", "96%", "97%", "98%", "99%"}


@pytest.mark.parametrize(
    ("bounds", "flagged"), [((200, 900), True), ((5, 20), True), ((20, 300), False)]
)
def test_declared_bounds_a_week(bounds: tuple[int, int], flagged: bool) -> None:
    history = Paper(seed=1, rate=15.0).nights(START, 28)
    night = Paper(seed=1, rate=15.0).night(DRIFT_NIGHT)
    kinds = {breach.kind for breach in find_breaches(night, history, per_week=bounds)}
    assert (BreachKind.PER_WEEK in kinds) is flagged


def article(kind: ArticleKind = ArticleKind.NEWS, published: str | None = "2025-11-03") -> Article:
    return Article(
        source="vi_du",
        layout="mastercms.2021",
        kind=kind,
        title="Thợ giỏi",
        published=published,
        blocks=(Block(kind=BlockKind.PARAGRAPH, text="x" * 100),),
        fields=(
            FieldEvidence(field="title", layer=Layer.SELECTOR, where="h1", raw=""),
            FieldEvidence(field="title", layer=Layer.META, where="og:title", raw=""),
        ),
    )


def test_the_count_of_a_night() -> None:
    read = [
        article(),
        article(published="2025-03-11"),
        article(published=None),
        article(ArticleKind.PHOTO),
    ]
    count = NightCount(date(2025, 11, 3))
    for each in read:
        count.add(each)
    night = count.close(new=6, fetched=5)
    assert (night.new, night.fetched, night.articles, night.texts) == (6, 5, 4, 3)
    assert night.fields == {"title": 3, "published": 2, "blocks": 3, RECENT: 1}
    assert night.layers == {"title:selector": 3}
    assert night.lengths == (100, 100, 100)
    assert usual_layer("title", [night]) is Layer.SELECTOR
    assert usual_layer("sapo", [night]) is None
    pooled, rest = pool_nights(night, [night, night], texts=5)
    assert (pooled.texts, pooled.fields["title"], len(rest)) == (6, 6, 1)


def test_share_tail() -> None:
    assert share_tail(10, 10, earlier=50, earlier_of=50) == pytest.approx(1.0)
    assert share_tail(0, 10, earlier=50, earlier_of=50) < 1e-9
    assert share_tail(5, 10, earlier=25, earlier_of=50) > 0.3
    thousands = share_tail(8, 10, earlier=9_990, earlier_of=10_000)
    assert thousands == pytest.approx(share_tail(8, 10, earlier=80, earlier_of=80))


def test_shift_tail() -> None:
    usual = [float(n) for n in range(100)]
    assert shift_tail([48.0, 51.0, 49.5], usual) > 0.5
    assert shift_tail([-5.0] * 12, usual) < 1e-6
    assert shift_tail([500.0] * 12, usual) < 1e-6
    assert shift_tail([], usual) == 1.0
