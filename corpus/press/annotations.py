"""What a person found in the articles of the sample press, anchored by quotation.

`annotations/<paper>/<stem>.json` names each mention as `words before ⟦mention⟧ words after`; the whole
string must stand exactly once in the text of the article, so that nothing slips when a text changes.
"""

import json
from pathlib import Path
from typing import TypedDict, TypeVar

from corpus.errors import CorpusError
from corpus.press.articles import as_article
from corpus.press.gold_records import GoldAward, GoldCampaign, GoldDocument, GoldFigure
from corpus.press.records import PressArticle
from extractors.records import (
    AwardForm,
    AwardStatus,
    CampaignType,
    FigureKind,
    Modifier,
    Recipient,
    RecipientKind,
    Span,
)
from scrapers.article_text import article_text

FOLDER = Path(__file__).parent / "annotations"
SECOND_FOLDER = Path(__file__).parent / "second"
OPEN, CLOSE = "⟦", "⟧"
RANKS = {"nhat", "nhi", "ba", "khuyen_khich", "dac_biet", "A", "B", "C", None}

Placed = TypeVar("Placed", bound=Span)


class AnchorError(CorpusError):
    """An annotation whose words do not stand exactly once in the text; raised while gold is built."""


class _CampaignData(TypedDict):
    at: str
    type: str
    id: str | None


class _FigureData(TypedDict):
    at: str
    value: float
    value_max: float | None
    of: float | None
    modifier: str
    kind: str
    unit: str | None


class _RecipientData(TypedDict):
    kind: str
    count: float | None
    names: list[str]


class _AwardData(TypedDict):
    at: str
    form: str
    title: str | None
    rank: str | None
    level: str | None
    grantor: str | None
    recipients: list[_RecipientData]
    status: str


class _AnnotationData(TypedDict):
    campaigns: list[_CampaignData]
    figures: list[_FigureData]
    awards: list[_AwardData]


def annotate(article: PressArticle, *, folder: Path = FOLDER) -> GoldDocument:
    """Join an article with its annotation file; raise CorpusError where the two do not fit."""
    path = folder / article.paper / f"{article.stem}.json"
    try:
        data: _AnnotationData = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as err:
        raise CorpusError(f"{article.id}: nobody annotated it, {path.name} is missing") from err
    text = article_text(as_article(article))
    return GoldDocument(
        id=article.id,
        text=text,
        campaigns=_ordered([_campaign(text, item) for item in data["campaigns"]]),
        figures=_ordered([_figure(text, item) for item in data["figures"]]),
        awards=_ordered([_award(text, item) for item in data["awards"]]),
    )


def find_anchor(text: str, at: str) -> tuple[int, int]:
    """Give start and end of the mention that `at` quotes; raise AnchorError if it is not there once."""
    before, opened, rest = at.partition(OPEN)
    mention, closed, after = rest.partition(CLOSE)
    if not (opened and closed and mention):
        raise AnchorError(f"no {OPEN}mention{CLOSE} in {at!r}")
    places = text.count(before + mention + after)
    if places != 1:
        raise AnchorError(f"stands {places} times in the text: {at!r}")
    start = text.index(before + mention + after) + len(before)
    return start, start + len(mention)


def _ordered(mentions: list[Placed]) -> tuple[Placed, ...]:
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))


def _campaign(text: str, data: _CampaignData) -> GoldCampaign:
    start, end = find_anchor(text, data["at"])
    return GoldCampaign(
        start=start, end=end, text=text[start:end], type=CampaignType(data["type"]), id=data["id"]
    )


def _figure(text: str, data: _FigureData) -> GoldFigure:
    start, end = find_anchor(text, data["at"])
    return GoldFigure(
        start=start,
        end=end,
        text=text[start:end],
        value=data["value"],
        value_max=data["value_max"],
        of=data["of"],
        modifier=Modifier(data["modifier"]),
        kind=FigureKind(data["kind"]),
        unit=data["unit"],
    )


def _award(text: str, data: _AwardData) -> GoldAward:
    start, end = find_anchor(text, data["at"])
    if data["rank"] not in RANKS:
        raise CorpusError(f"unknown rank {data['rank']!r} at {data['at']!r}")
    return GoldAward(
        start=start,
        end=end,
        text=text[start:end],
        form=AwardForm(data["form"]),
        title=data["title"],
        rank=data["rank"],
        level=data["level"],
        grantor=data["grantor"],
        recipients=tuple(
            Recipient(kind=RecipientKind(r["kind"]), count=r["count"], names=tuple(r["names"]))
            for r in data["recipients"]
        ),
        status=AwardStatus(data["status"]),
    )
