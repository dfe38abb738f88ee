"""A harvest over papers whose servers have every fault: each is told, and all other papers are taken in whole."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.documents import Extractor
from pipeline.store import open_store
from scrapers.limits import Limits
from tests.scrapers.fault_server import Answer, FaultServer, fault_server, fixed, reply
from tests.scrapers.faults import BOT_CHECK, FAULTS, LIMITS, routes_of, silent

GOOD = 2
"""Sound articles of each paper; a faulty one has one broken article beside them."""
PARAGRAPH = (
    "Công đoàn cơ sở Xí nghiệp Dệt Sông Lam trao 120 suất quà cho đoàn viên khó khăn tại buổi gặp mặt, "
    "đồng thời phát động đợt thi đua nước rút với mục tiêu hoàn thành kế hoạch sản xuất trước thời hạn. "
)
ROBOTS = {
    "robots 500": fixed(status=500),
    "robots that are a web page": fixed(BOT_CHECK),
    "robots that say nothing": silent,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """The servers by slug, and what each is to come to."""

    servers: dict[str, FaultServer]
    kinds: dict[str, str | None]
    stored: dict[str, int]


def article(number: int) -> bytes:
    return (
        f"<html><head><title>Bản tin số {number}</title>"
        '<meta property="article:published_time" content="2025-11-19T08:00:00+07:00"></head>'
        f"<body><article><h1>Xí nghiệp Dệt Sông Lam trao quà đợt {number}</h1>"
        f"<p>{PARAGRAPH}</p><p>{PARAGRAPH * 2}</p></article></body></html>"
    ).encode()


def paths(slug: str, *, broken: bool) -> list[str]:
    good = [
        f"/xi-nghiep-det-song-lam-trao-qua-{slug.replace('_', '-')}-{100 + n}.html"
        for n in range(GOOD)
    ]
    return [*good, "/trang"] if broken else good


def routes(slug: str, answer: Answer | None, robots: Answer | None) -> dict[str, Answer]:
    found = {path: fixed(article(n)) for n, path in enumerate(paths(slug, broken=False))}
    items = "".join(
        f"<item><title>Tin</title><link>https://{slug.replace('_', '-')}.example{path}</link></item>"
        for path in paths(slug, broken=answer is not None)
    )
    found["/tin.rss"] = fixed(f'<rss version="2.0"><channel>{items}</channel></rss>'.encode())
    found |= routes_of(answer) if answer is not None else {}
    return found | ({"/robots.txt": robots} if robots is not None else {})


@pytest.fixture
def press() -> Iterator[Press]:
    with ExitStack() as stack:
        servers: dict[str, FaultServer] = {}
        kinds: dict[str, str | None] = {}
        stored: dict[str, int] = {}

        def add(
            slug: str, kind: str | None, count: int, answer: Answer | None, robots: Answer | None
        ) -> None:
            servers[slug] = stack.enter_context(fault_server(routes(slug, answer, robots)))
            kinds[slug], stored[slug] = kind, count

        for n in range(3):
            add(f"lanh_{n}", None, GOOD, None, None)
        for n, (answer, kind) in enumerate(FAULTS.values()):
            add(f"loi_{n}", kind, GOOD, answer, None)
        for n, robots in enumerate(ROBOTS.values()):
            add(f"cam_{n}", "robots", 0, None, robots)
        day = reply(status=429, headers=("Retry-After: 86400",))
        add("nghi_mot_ngay", "http_status", GOOD, lambda asked: day, None)
        yield Press(servers=servers, kinds=kinds, stored=stored)


def configure(folder: Path, press: Press) -> Path:
    lines = ["[harvest]", "hosts_at_once = 64"]
    for slug, server in press.servers.items():
        lines += [f"[sources.{slug}]", f'base_url = "{server.origin}"']
    for slug in press.servers:
        home = f"https://{slug.replace('_', '-')}.example"
        lines += ["[[source]]", f'slug = "{slug}"', f'home = "{home}"', 'feeds = ["/tin.rss"]']
    path = folder / "thidua.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def fast_limits(**given: float) -> Limits:
    return replace(LIMITS, **given)  # type: ignore[arg-type]  # handed through


def test_every_fault_is_told_and_all_other_papers_are_taken_in_whole(
    tmp_path: Path,
    press: Press,
    extractor: Extractor,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("pipeline.harvesting.make_extractor", lambda: extractor)
    monkeypatch.setattr("pipeline.run.Limits", fast_limits)
    config, db = configure(tmp_path, press), tmp_path / "union.db"
    assert main(["--config", str(config), "harvest", *press.servers, "--db", str(db)]) == 1
    told = capsys.readouterr().err
    with open_store(db, read_only=True) as store:
        rows = store.db.execute(
            "SELECT s.slug, count(a.id) FROM sources s LEFT JOIN articles a ON a.source_slug = s.slug "
            "AND a.is_current = 1 GROUP BY s.slug"
        ).fetchall()
        issues = store.db.execute("SELECT slug, kind FROM issues").fetchall()
        (text,) = store.db.execute("SELECT ledger FROM runs").fetchone()
    assert {slug: count for slug, count in rows if slug in press.stored} == press.stored
    for slug, ledger in json.loads(text).items():
        kind = press.kinds[slug]
        settled = sum(len(ids) for reasons in ledger["urls"].values() for ids in reasons.values())
        assert ledger["found"] == settled, slug
        if kind is None:
            assert ledger["status"] == "ok", ledger
        elif kind == "robots":
            assert ledger["status"] == "failed"
            assert slug in told
            assert not any(path.endswith(".html") for path in press.servers[slug].paths())
        else:
            expected = "refused" if kind.startswith("robots") else "failed"
            assert list(ledger["urls"][expected]) == [kind], slug
            assert (slug, kind) in issues


def test_a_second_harvest_asks_for_nothing_that_is_known(
    tmp_path: Path,
    press: Press,
    extractor: Extractor,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pipeline.harvesting.make_extractor", lambda: extractor)
    monkeypatch.setattr("pipeline.run.Limits", fast_limits)
    config = configure(tmp_path, press)
    sound = [slug for slug, kind in press.kinds.items() if kind is None]
    command = ["--config", str(config), "harvest", *sound, "--db", str(tmp_path / "union.db")]
    assert main(command) == 0
    before = {slug: len(press.servers[slug].log) for slug in sound}
    assert main(command) == 0
    asked = {slug: press.servers[slug].paths()[before[slug] :] for slug in sound}
    assert asked == {slug: ["/tin.rss"] for slug in sound}


def test_views_of_one_article_are_one_article_with_duplicates(
    tmp_path: Path, extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.harvesting.make_extractor", lambda: extractor)
    main_view = "/xi-nghiep-det-song-lam-trao-qua-dot-mot-20964.html"
    views = [
        main_view,
        f"{main_view}?amp=1",
        f"{main_view}?view=print",
        f"{main_view}?utm_source=zalo",
    ]
    items = "".join(
        f"<item><title>Tin</title><link>https://lanh.example{view}</link></item>" for view in views
    )
    served: dict[str, Answer] = {view: fixed(article(1)) for view in views}
    served["/tin.rss"] = fixed(f'<rss version="2.0"><channel>{items}</channel></rss>'.encode())
    with fault_server(served) as server:
        press = Press(servers={"lanh": server}, kinds={}, stored={})
        config, db = configure(tmp_path, press), tmp_path / "union.db"
        assert main(["--config", str(config), "harvest", "lanh", "--db", str(db)]) == 0
    with open_store(db, read_only=True) as store:
        articles = store.db.execute("SELECT count(*) FROM articles").fetchone()[0]
        states = store.db.execute(
            "SELECT state, count(*) FROM urls GROUP BY 1 ORDER BY 1"
        ).fetchall()
    assert articles == 1
    assert states == [("duplicate", 2), ("stored", 1)], "the tracker is no address of its own"
