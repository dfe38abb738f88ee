"""Read articles with their facts as records for pages: names blanked, sentences quoted, links safe."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlite_utils import Database

from corpus.site.numbers import MODIFIERS, UNITS, render_in_words, render_number, render_said
from corpus.site.paths import article_page, entity_page
from corpus.site.quotes import (
    MAX_SENTENCE,
    Names,
    Span,
    blank_title,
    hide_name,
    make_quote,
    split_pieces,
)
from corpus.site.records import Award, Figure, Item, Piece, Quote, Ref, Sentence
from corpus.site.safety import clean_text, safe_link
from pipeline.dates import HANOI
from pipeline.private_people import read_private
from pipeline.rows import Row, Value
from pipeline.site_rows import SHOWN_BODY, TODAY, read_award_rows, read_figure_rows

STATUS = {
    "conferred": "đã tặng",
    "proposed": "đề nghị",
    "planned": "dự kiến",
    "general": "nói chung",
}
RECIPIENTS = {
    "collective": "tập thể",
    "individual": "cá nhân",
    "enterprise": "doanh nghiệp",
    "household": "hộ gia đình",
    "work": "công trình, tác phẩm",
    "unknown": "",
}
RANKS = {
    **{"nhat": "Nhất", "nhi": "Nhì", "ba": "Ba", "khuyen_khich": "Khuyến khích"},
    **{"dac_biet": "Đặc biệt", "tu": "Tư"},
}
VERDICTS = {"right": "đúng", "wrong": "sai", "edited": "đã sửa"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One article as the store has it."""

    row: Row
    """The article with names of source and provinces."""
    text: str
    """Its text as given."""
    private: tuple[Span, ...]
    """Names of private persons in it."""

    def hide(self, words: str, names: Names) -> str:
        """Blank the article's private names in words that were cut from it."""
        if names != "keep":
            for name in sorted({self.text[s:e] for s, e in self.private}, key=len, reverse=True):
                words = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", hide_name(name, names), words)
        return clean_text(words)


class ItemReader:
    """Reads items by id."""

    def __init__(self, db: Database, *, names: Names) -> None:
        self._db = db
        self._names = names

    def items(
        self,
        ids: Sequence[str],
        *,
        facts: int | None = None,
        lead: bool = True,
        page: bool = False,
        full: bool = False,
    ) -> tuple[Item, ...]:
        """Give the articles in the order of `ids`; `facts` bounds the figures and awards of each.

        With `page` they carry what their own pages show: the figures by sentence, and with `full` the whole text.
        """
        if not ids:
            return ()
        sources = self._sources(ids)
        told = lead or facts != 0
        figures = _by_article(read_figure_rows(self._db, ids) if told else ())
        awards = _by_article(read_award_rows(self._db, ids) if told else ())
        campaigns = self._refs(
            ids,
            """SELECT DISTINCT m.article_id, c.id, c.name FROM campaign_mentions m JOIN campaigns c ON c.id = m.campaign_id
               WHERE m.ended_run IS NULL AND m.article_id IN (SELECT value FROM json_each(?)) ORDER BY m.start""",
            "chien-dich",
        )
        bodies = self._refs(
            ids,
            f"""SELECT m.article_id, o.id, o.name FROM organization_mentions m JOIN organizations o ON o.id = m.organization_id
                WHERE m.ended_run IS NULL AND {SHOWN_BODY} AND m.article_id IN (SELECT value FROM json_each(?))
                ORDER BY m.start""",
            "to-chuc",
        )
        return tuple(
            self._item(
                sources[one],
                campaigns=campaigns.get(one, ()),
                bodies=bodies.get(one, ()),
                figures=figures.get(one, [])[:facts],
                awards=awards.get(one, [])[:facts],
                lead=_choose_lead(figures.get(one, []), awards.get(one, []), sources[one]),
                page=page,
                full=full,
            )
            for one in ids
            if one in sources
        )

    def figures(self, rows: Iterable[Row]) -> tuple[Figure, ...]:
        """Give figures of rows that `read_figure_rows` gave."""
        wanted = list(rows)
        sources = self._sources(list({str(row["article_id"]) for row in wanted}))
        return tuple(self._figure(row, sources[str(row["article_id"])]) for row in wanted)

    def awards(self, rows: Iterable[Row]) -> tuple[Award, ...]:
        """Give awards of rows that `read_award_rows` gave."""
        wanted = list(rows)
        sources = self._sources(list({str(row["article_id"]) for row in wanted}))
        return tuple(self._award(row, sources[str(row["article_id"])]) for row in wanted)

    def _sources(self, ids: Sequence[str]) -> dict[str, Source]:
        rows = list(
            self._db.query(
                f"""SELECT a.id, a.title, a.external_id, a.text, a.published_on, a.published_at,
                      a.source_slug, s.name AS source, u.canonical AS url, w.id AS written_id, w.name AS written,
                      t.id AS today_id, t.name AS today
                    FROM articles a JOIN sources s ON s.slug = a.source_slug LEFT JOIN urls u ON u.id = a.url_id
                    LEFT JOIN provinces w ON w.id = a.province_id LEFT JOIN provinces t ON t.id = {TODAY}
                    WHERE a.id IN (SELECT value FROM json_each(?))""",
                [json.dumps(list(ids))],
            )
        )
        texts = {str(row["id"]): str(row["text"]) for row in rows}
        private = read_private(self._db, texts) if self._names != "keep" else {}
        return {
            str(row["id"]): Source(
                row=row,
                text=str(row["text"]),
                private=private.get(str(row["id"]), ()),
            )
            for row in rows
        }

    def _refs(self, ids: Sequence[str], sql: str, kind: str) -> dict[str, tuple[Ref, ...]]:
        found: dict[str, dict[str, Ref]] = {}
        for article_id, key, name in self._db.execute(sql, [json.dumps(list(ids))]):
            ref = Ref(id=key, name=clean_text(name), page=entity_page(kind, key))
            found.setdefault(article_id, {}).setdefault(key, ref)
        return {article_id: tuple(refs.values()) for article_id, refs in found.items()}

    def _item(
        self,
        source: Source,
        *,
        campaigns: tuple[Ref, ...],
        bodies: tuple[Ref, ...],
        figures: Sequence[Row],
        awards: Sequence[Row],
        lead: Row | None,
        page: bool,
        full: bool,
    ) -> Item:
        row = source.row
        item = Item(
            id=str(row["id"]),
            page=article_page(str(row["id"])),
            title=self._title(source),
            source=Ref(
                id=str(row["source_slug"]),
                name=clean_text(str(row["source"])),
                page=entity_page("nguon", str(row["source_slug"])),
            ),
            day=_words(row["published_on"]),
            hour=_hour(_words(row["published_at"])),
            link=safe_link(_words(row["url"])),
            province_written=_province(row["written_id"], row["written"]),
            province_today=_province(row["today_id"], row["today"]),
            campaigns=campaigns,
            bodies=bodies,
            figures=tuple(self._figure(one, source) for one in figures),
            awards=tuple(self._award(one, source) for one in awards),
            lead=self._quote(lead, source) if lead is not None else None,
        )
        if page:
            item = replace(item, sentences=self._sentences(figures, item.figures, source))
        return replace(item, full_text=self._marked(source)) if full else item

    def _sentences(
        self, rows: Sequence[Row], figures: Sequence[Figure], source: Source
    ) -> tuple[Sentence, ...]:
        """Gather figures by sentence; one that is too long to be shown whole is quoted for each figure."""
        groups: dict[tuple[int, ...], list[tuple[Row, Figure]]] = {}
        for row, figure in zip(rows, figures, strict=True):
            place = _int(row["sentence_start"]), _int(row["sentence_end"])
            long = place[1] - place[0] > MAX_SENTENCE
            key = (*place, _int(row["start"])) if long else place
            groups.setdefault(key, []).append((row, figure))
        return tuple(
            Sentence(
                quote=self._quote(group[0][0], source, also=[row for row, _ in group[1:]]),
                figures=tuple(figure for _, figure in group),
            )
            for group in groups.values()
        )

    def _title(self, source: Source) -> str:
        title = str(source.row["title"] or source.row["external_id"] or source.row["id"])
        if source.text.startswith(title):
            inside = [span for span in source.private if span[1] <= len(title)]
            return blank_title(title, private=inside, names=self._names)
        return blank_title(source.hide(title, self._names), private=(), names=self._names)

    def _marked(self, source: Source) -> tuple[Piece, ...]:
        marks = [
            (start, end)
            for table in ("campaign_mentions", "figures", "awards")
            for start, end in self._db.execute(
                f"SELECT start, end FROM {table} WHERE article_id = ? AND ended_run IS NULL",
                [source.row["id"]],
            )
        ]
        whole = (0, len(source.text))
        return split_pieces(
            source.text, whole, marks=marks, private=source.private, names=self._names
        )

    def _figure(self, row: Row, source: Source) -> Figure:
        unit = source.hide(str(row["unit"] or ""), self._names)
        value = float(row["value"] or 0)
        return Figure(
            id=str(row["id"]),
            article_id=str(row["article_id"]),
            value=value,
            said=render_said(
                value,
                value_max=_number(row["value_max"]),
                of=_number(row["of"]),
                unit=unit,
                kind=str(row["kind"]),
                modifier=str(row["modifier"]),
            ),
            in_words=render_in_words(value, unit) if row["value_max"] is None else "",
            unit=UNITS.get(unit, unit),
            kind=str(row["kind"]),
            modifier=MODIFIERS[str(row["modifier"])] or "chính xác",
            campaign=_campaign(row),
            verdict=VERDICTS.get(str(row["verdict"]), ""),
            quote=self._quote(row, source),
            source=clean_text(str(source.row["source"])),
            day=_words(source.row["published_on"]),
        )

    def _award(self, row: Row, source: Source) -> Award:
        form = str(row["form_id"])
        return Award(
            id=str(row["id"]),
            article_id=str(row["article_id"]),
            form=Ref(id=form, name=str(row["form"]), page=entity_page("hinh-thuc", form)),
            title=source.hide(str(row["title"] or ""), self._names),
            rank=RANKS.get(str(row["rank"] or ""), str(row["rank"] or "")),
            grantor=source.hide(str(row["grantor"] or ""), self._names),
            recipients=_recipients(str(row["recipients"])),
            status=STATUS[str(row["status"])],
            verdict=VERDICTS.get(str(row["verdict"]), ""),
            quote=self._quote(row, source),
            source=clean_text(str(source.row["source"])),
            day=_words(source.row["published_on"]),
            page=article_page(str(row["article_id"])),
        )

    def _quote(self, row: Row, source: Source, *, also: Sequence[Row] = ()) -> Quote:
        return make_quote(
            source.text,
            (_int(row["start"]), _int(row["end"])),
            (_int(row["sentence_start"]), _int(row["sentence_end"])),
            private=source.private,
            names=self._names,
            url=_words(source.row["url"]),
            also=[(_int(one["start"]), _int(one["end"])) for one in also],
        )


def _campaign(row: Row) -> Ref | None:
    if row["campaign_id"] is None:
        return None
    key = str(row["campaign_id"])
    return Ref(id=key, name=clean_text(str(row["campaign"])), page=entity_page("chien-dich", key))


def _province(key: object, name: object) -> Ref | None:
    if key is None:
        return None
    return Ref(id=str(key), name=str(name), page=entity_page("tinh", str(key)))


def _recipients(text: str) -> str:
    parts = [
        f"{render_number(count)} {RECIPIENTS[kind]}".strip()
        if count is not None
        else RECIPIENTS[kind]
        for kind, count in json.loads(text)
    ]
    return ", ".join(part for part in parts if part)


def _hour(published_at: str | None) -> str:
    if published_at is None:
        return ""
    return datetime.fromisoformat(published_at).astimezone(HANOI).strftime("%H:%M")


def _by_article(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(str(row["article_id"]), []).append(row)
    return found


def _choose_lead(figures: Sequence[Row], awards: Sequence[Row], source: Source) -> Row | None:
    """Choose the sentence for lists: a campaign's figure, a conferred award, the largest sum or count; no title."""
    title = str(source.row["title"] or "")
    after = len(title) if source.text.startswith(title) else 0
    told = [row for row in figures if row["verdict"] != "wrong" and _int(row["start"]) >= after]
    counted = [row for row in told if row["kind"] in ("count", "money")]
    bound = [row for row in counted if row["campaign_id"] is not None]
    given = [
        row
        for row in awards
        if row["status"] == "conferred"
        and row["verdict"] != "wrong"
        and _int(row["start"]) >= after
        and row["grantor"] is not None
    ]
    largest = sorted(counted, key=lambda row: -float(row["value"] or 0))
    return next(iter((*bound, *given, *largest, *told)), None)


def _int(value: Value) -> int:
    return int(value or 0)


def _words(value: Value) -> str | None:
    return None if value is None else str(value)


def _number(value: Value) -> float | None:
    return None if value is None else float(value)
