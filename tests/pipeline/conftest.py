"""Small extractors and documents of our own, so that tests of the store need no language model."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from corpus.press.records import Paper, Response
from corpus.press.site import load_papers
from extractors.facts import Facts
from extractors.records import (
    Award,
    AwardForm,
    Campaign,
    CampaignType,
    Figure,
    FigureKind,
    Recipient,
    RecipientKind,
)
from pipeline.ids import hash_bytes
from pipeline.press_server import PaperServer
from pipeline.records import Document, PageCopy
from pipeline.store import Store, open_store
from scrapers.article_text import article_text
from scrapers.records import Article, ArticleKind, Block, BlockKind

AT = datetime(2025, 11, 19, 2, 30, tzinfo=UTC)


class PlainExtractor:
    """Finds "N suất quà", "Tết Sum vầy" and "Bằng khen": enough to fill every table."""

    def __init__(self, factor: float = 1.0) -> None:
        self.factor = factor

    def extract_all(self, text: str, *, published: date | None = None) -> Facts:
        return self.extract(text)

    def extract(self, text: str) -> Facts:
        campaigns = tuple(
            Campaign(
                start=m.start(),
                end=m.end(),
                rule="test.campaign",
                type=CampaignType.MO_HINH,
                key="moi-tet-sum-vay",
            )
            for m in re.finditer("Tết Sum vầy", text)
        )
        figures = tuple(
            Figure(
                start=m.start(1),
                end=m.end(1),
                rule="test.figure",
                value=float(m[1].replace(".", "")) * self.factor,
                kind=FigureKind.COUNT,
                unit="suất quà",
            )
            for m in re.finditer(r"([\d.]*\d) suất quà", text)
        )
        awards = tuple(
            Award(
                start=m.start(),
                end=m.end(),
                rule="test.award",
                form=AwardForm.BANG_KHEN,
                grantor="LĐLĐ tỉnh",
                recipients=(Recipient(kind=RecipientKind.COLLECTIVE, count=6),),
            )
            for m in re.finditer("Bằng khen", text)
        )
        return Facts(campaigns=campaigns, figures=figures, awards=awards)


@pytest.fixture
def extractor() -> PlainExtractor:
    return PlainExtractor()


@pytest.fixture
def make_extractor() -> Callable[..., PlainExtractor]:
    return PlainExtractor


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "union.db", create=True) as opened:
        yield opened


@pytest.fixture
def make_document(extractor: PlainExtractor) -> Callable[..., Document]:
    def make(
        number: int = 1,
        *,
        title: str = "Tết Sum vầy đến với đoàn viên Đồng Nai",
        paragraph: str = "Dịp này, các cấp công đoàn trao 1.200 suất quà cho đoàn viên khó khăn.",
        url: str | None = "https://bao.example/tin-{n}.html",
        published: str | None = "2025-11-19T06:05:00+07:00",
        source: str = "bao_vi_du",
    ) -> Document:
        article = Article(
            source=source,
            layout="test",
            kind=ArticleKind.NEWS,
            title=title,
            published=published,
            blocks=(Block(kind=BlockKind.PARAGRAPH, text=paragraph),),
        )
        text = article_text(article)
        body = f"<html>{number}<p>{text}".encode()
        return Document(
            article=article,
            text=text,
            page=PageCopy(sha256=hash_bytes(body), size=len(body), fetched_at=AT, body=body),
            canonical=url.format(n=number) if url else None,
            facts=extractor.extract(text),
        )

    return make


@pytest.fixture
def serve() -> Iterator[Callable[..., PaperServer]]:
    running: list[PaperServer] = []

    def start(
        paper: Paper | None = None, answer: Callable[[str, str], Response] | None = None
    ) -> PaperServer:
        server = PaperServer(paper or load_papers()[0], answer)
        server.start()
        running.append(server)
        return server

    yield start
    for server in running:
        server.stop()


@pytest.fixture
def write_config() -> Callable[..., Path]:
    return _write_config


def _write_config(folder: Path, *servers: PaperServer) -> Path:
    lines = ["[harvest]", "hosts_at_once = 2"]
    for server in servers:
        lines += [f"[sources.{server.paper.slug}]", f'base_url = "{server.base_url}"']
    for server in servers:
        paper = server.paper
        lines += ["[[source]]", f'slug = "{paper.slug}"', f'home = "{paper.home}"']
        lines += [f'platform = "{paper.platform}"', f"feeds = {json.dumps(paper.feeds)}"]
        lines += [f"sitemaps = {json.dumps(paper.sitemaps)}"]
        lines += [f"sections = {json.dumps([section.path for section in paper.sections])}"]
    path = folder / "thidua.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path
