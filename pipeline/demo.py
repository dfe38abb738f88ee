"""The demo: serve the sample press on loopback, harvest it as any press, show the facts."""

from pathlib import Path

import click

from corpus.press.records import Paper, PlantedKind
from corpus.press.site import load_papers
from pipeline.errors import EXIT_FAILED, EXIT_OK, MisuseError
from pipeline.harvesting import HarvestOptions, harvest
from pipeline.invocation import Invocation, Lang
from pipeline.press_server import press_settings, serve_papers, source_of_paper
from pipeline.run import HarvestResult
from pipeline.store import Store, open_store
from pipeline.tables import Cell, emphasise, print_table
from pipeline.words import say
from scrapers.urls import canonical_url

SILENT = -2
DB_NAME = "thidua.db"
PLANTED_KINDS = {
    PlantedKind.BOT_CHECK: "bot_check",
    PlantedKind.NOT_FOUND: "http_status",
    PlantedKind.LOGIN_WALL: "login_wall",
}
"""What a harvest calls each planted failure."""


def run_demo(folder: Path, invocation: Invocation) -> int:
    """Run the demo into `folder`; give 0 when exactly the planted failures occurred."""
    papers = tuple(paper for paper in load_papers() if paper.articles)
    folder.mkdir(parents=True, exist_ok=True)
    db = folder / DB_NAME
    others = [path for path in folder.glob("*.db") if path != db]
    if others:
        raise MisuseError(
            f"{folder}: holds another database, {others[0].name}",
            "the demo's database is to be the one .db file in its folder",
            "name another folder with --dir",
        )
    with serve_papers(papers) as servers:
        result = harvest(
            db,
            HarvestOptions(),
            settings=press_settings(servers),
            # The planted failures are told below; as log lines they would look like real ones.
            invocation=Invocation(
                noise=invocation.noise or SILENT, log_format=invocation.log_format
            ),
            sources=tuple(source_of_paper(paper) for paper in papers),
        )
    if result.exit_code not in (EXIT_OK, EXIT_FAILED):
        return result.exit_code
    with open_store(db, read_only=True) as store:
        _show(store, papers, result, invocation.choose_lang())
        return _judge(store, papers)


def _show(store: Store, papers: tuple[Paper, ...], result: HarvestResult, lang: Lang) -> None:
    _heading(say("sources", lang))
    rows: list[list[Cell]] = []
    for paper in papers:
        entry = result.ledgers[paper.slug]
        failed = store.db.execute(
            "SELECT count(*) FROM urls WHERE source_slug = ? AND state = 'failed'", [paper.slug]
        ).fetchone()[0]
        rows.append([paper.name, entry["found"], entry["new"], failed])
    print_table([say(w, lang) for w in ("source", "found", "new", "failed")], rows, drawn=True)
    _heading(say("campaigns", lang))
    print_table(
        [say(w, lang) for w in ("campaign", "articles", "mentions")], _campaigns(store), drawn=True
    )
    _heading(say("awards", lang))
    print_table(
        [say(w, lang) for w in ("form", "grantor", "recipients", "status")],
        _awards(store, lang),
        drawn=True,
    )
    _heading(say("figures", lang))
    for value, unit, sentence in _figures(store):
        click.echo(f"  {emphasise(value)} {unit}")
        click.echo(f"    {sentence}")
    _heading(say("planted", lang))
    for row in store.db.query(
        "SELECT canonical, reason FROM urls WHERE state = 'failed' ORDER BY canonical"
    ):
        click.echo(f"  {row['reason']}: {row['canonical']}")
    click.echo()
    click.echo(f"{say('database', lang)}: {store.path}")
    click.echo(f"{say('next', lang)}: thidua search tet sum vay --db {_quoted(store.path)}")
    click.echo(f"      thidua status --db {_quoted(store.path)}")


def _heading(text: str) -> None:
    click.echo()
    click.echo(emphasise(text[0].upper() + text[1:]))


def _campaigns(store: Store) -> list[list[Cell]]:
    rows = store.db.execute(
        """SELECT c.name, count(DISTINCT m.article_id), count(*) FROM campaign_mentions m
           JOIN campaigns c ON c.id = m.campaign_id JOIN articles a ON a.id = m.article_id
           WHERE m.ended_run IS NULL AND a.is_current = 1
           GROUP BY c.id ORDER BY 2 DESC, 3 DESC, c.sort_key LIMIT 15"""
    )
    return [list(row) for row in rows.fetchall()]


def _awards(store: Store, lang: Lang) -> list[list[Cell]]:
    rows = store.db.execute(
        """SELECT m.text, m.grantor, (SELECT group_concat(coalesce(CAST(r.count AS INTEGER) || ' ', '') || r.kind,
             ', ') FROM award_recipients r WHERE r.award_id = m.id), m.status
           FROM awards m JOIN articles a ON a.id = m.article_id
           WHERE m.ended_run IS NULL AND a.is_current = 1
           ORDER BY m.status <> 'conferred', m.grantor IS NULL, a.published_on DESC, a.id, m.start LIMIT 12"""
    )
    return [list(row) for row in rows.fetchall()]


def _figures(store: Store) -> list[tuple[str, str, str]]:
    """Give ten figures from as many articles as there are, each with its sentence and the number marked."""
    rows = store.db.query(
        """SELECT * FROM (
             SELECT *, row_number() OVER (PARTITION BY kind ORDER BY nth, day DESC, id) AS turn FROM (
               SELECT m.*, a.text AS article_text, a.published_on AS day,
                 row_number() OVER (PARTITION BY a.id, m.kind ORDER BY m.unit IS NULL, -m.score, m.start) AS nth
               FROM figures m JOIN articles a ON a.id = m.article_id
               WHERE m.ended_run IS NULL AND a.is_current = 1))
           ORDER BY kind IN ('age', 'duration', 'multiple'), turn, kind, id LIMIT 10"""
    )
    shown = []
    for row in rows:
        text, start, end = row["article_text"], row["start"], row["end"]
        before = text[row["sentence_start"] : start].replace("\n", " ")
        after = text[end : row["sentence_end"]].replace("\n", " ")
        shown.append((text[start:end], row["unit"] or "", f"{before}[{text[start:end]}]{after}"))
    return shown


def _judge(store: Store, papers: tuple[Paper, ...]) -> int:
    """Give 0 where the pages that failed are exactly the planted ones, each with its own reason."""
    expected = {
        (canonical_url(f"https://{paper.host}{planted.path}"), PLANTED_KINDS[planted.kind])
        for paper in papers
        for planted in paper.planted
    }
    rows = store.db.query("SELECT canonical, reason FROM urls WHERE state = 'failed'")
    found = {(row["canonical"], row["reason"]) for row in rows}
    stored = store.db.execute("SELECT count(*) FROM articles WHERE is_current = 1").fetchone()[0]
    wanted = sum(len(paper.articles) for paper in papers)
    for kind, items in (("missing", expected - found), ("unexpected", found - expected)):
        for url, reason in sorted(items):
            click.echo(f"error: {kind} failure: {url} ({reason})", err=True)
    if stored != wanted:
        click.echo(f"error: {stored} articles stored, {wanted} were published", err=True)
    return EXIT_OK if expected == found and stored == wanted else EXIT_FAILED


def _quoted(path: Path) -> str:
    text = str(path)
    return f'"{text}"' if " " in text else text
