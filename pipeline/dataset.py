"""The data set in Python: `open_dataset("union.db")` or `open_dataset("thidua-2026.11")`.

from pipeline.dataset import open_dataset

data = open_dataset("union.db")
data.figures()[0].value                # typed records
data.frame("figures")                  # a pandas DataFrame
for doc in data.docs(): doc.spans["figures"]   # spaCy Docs
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.dataset_records import (
    ArticleFactsRecord,
    ArticleRecord,
    AwardRecord,
    CampaignRecord,
    CheckRecord,
    ClaimRecord,
    DocumentRecord,
    FigureRecord,
    LinkRecord,
    OrganizationRecord,
    PersonRecord,
    PlaceRecord,
    QuotationRecord,
    TimeRecord,
    make_records,
)
from corpus.errors import CorpusError
from corpus.export.annotation import in_order
from corpus.export.links import LINKS, End
from corpus.export.token_cuts import Level
from corpus.measures import Mention, place
from corpus.personal_names import Names
from corpus.records import Annotated
from corpus.release.manifest import open_release
from corpus.tables import Cell, DataTable
from pipeline.dataset_columns import Policy
from pipeline.dataset_documents import (
    FURTHER_TABLES,
    LAYER_TABLES,
    RENAMED,
    SPEAKER,
    make_further,
    make_links,
    read_documents,
)
from pipeline.dataset_tables import read_tables
from pipeline.errors import MisuseError
from pipeline.review import JUDGED
from pipeline.spool import Spool
from pipeline.store import open_store

if TYPE_CHECKING:
    import pandas as pd
    from spacy.tokens import Doc

DTYPES = {"string": "string", "integer": "Int64", "number": "Float64"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """The tables and documents of a data set; rows and documents are read when they are gone through."""

    path: Path
    """The database or the folder of the release."""
    version: str | None
    """Version of the release. None for a database."""
    tables: tuple[DataTable, ...]
    """Its tables."""
    documents: Iterable[Annotated]
    """Its articles with text and mentions, as often as one goes through them; none for a release without texts."""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the tables."""
        return tuple(table.name for table in self.tables)

    def table(self, name: str) -> DataTable:
        """Give a table; raise `CorpusError` where there is none of this name."""
        found = next((table for table in self.tables if table.name == name), None)
        if found is None:
            raise CorpusError(f"{self.path}: no table {name!r}; there are {', '.join(self.names)}")
        return found

    def rows(self, name: str) -> tuple[dict[str, Cell], ...]:
        """Give the rows of a table as objects."""
        return tuple(self.table(name).records())

    def articles(self) -> tuple[ArticleRecord, ...]:
        """Give the articles."""
        return make_records(self.table("articles"), ArticleRecord)

    def campaign_mentions(self) -> tuple[CampaignRecord, ...]:
        """Give the mentions of campaigns."""
        return make_records(self.table("campaign_mentions"), CampaignRecord)

    def figures(self) -> tuple[FigureRecord, ...]:
        """Give the figures."""
        return make_records(self.table("figures"), FigureRecord)

    def awards(self) -> tuple[AwardRecord, ...]:
        """Give the awards."""
        return make_records(self.table("awards"), AwardRecord)

    def claims(self) -> tuple[ClaimRecord, ...]:
        """Give the claims."""
        return make_records(self.table("claims"), ClaimRecord)

    def organizations(self) -> tuple[OrganizationRecord, ...]:
        """Give the mentions of bodies."""
        return make_records(self.table("organization_mentions"), OrganizationRecord)

    def people(self) -> tuple[PersonRecord, ...]:
        """Give the places where people are named; who they are only where names are kept."""
        return make_records(self.table("person_mentions"), PersonRecord)

    def places(self) -> tuple[PlaceRecord, ...]:
        """Give the mentions of places."""
        return make_records(self.table("place_mentions"), PlaceRecord)

    def times(self) -> tuple[TimeRecord, ...]:
        """Give the mentions of times."""
        return make_records(self.table("time_mentions"), TimeRecord)

    def documents_named(self) -> tuple[DocumentRecord, ...]:
        """Give the mentions of laws, decisions and other documents."""
        return make_records(self.table("document_mentions"), DocumentRecord)

    def quotations(self) -> tuple[QuotationRecord, ...]:
        """Give the quotations."""
        return make_records(self.table("quotation_mentions"), QuotationRecord)

    def links(self) -> tuple[LinkRecord, ...]:
        """Give which mention belongs to which."""
        return make_records(self.table("mention_links"), LinkRecord)

    def checks(self) -> tuple[CheckRecord, ...]:
        """Give the sums and shares that were reckoned again."""
        return make_records(self.table("checks"), CheckRecord)

    def article_facts(self) -> tuple[ArticleFactsRecord, ...]:
        """Give what each article as a whole is."""
        return make_records(self.table("article_facts"), ArticleFactsRecord)

    def frame(self, name: str) -> "pd.DataFrame":
        """Give a table as a pandas DataFrame with types that know missing values; raise `CorpusError` without pandas."""
        try:
            import pandas as pd
        except ImportError as err:
            raise CorpusError("frames need the extra: pip install 'thidua[frames]'") from err
        table = self.table(name)
        # One pass: the rows may lie on disk.
        cells = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
        columns = {
            column.name: pd.Series(list(values), dtype=DTYPES[column.kind])
            for column, values in zip(table.columns, cells, strict=True)
        }
        return pd.DataFrame(columns)

    def docs(self, *, level: Level = "syllable") -> Iterator["Doc"]:
        """Give each article as a spaCy Doc with a span group for each layer: campaigns, figures, awards, people …

        Raise `CorpusError` for a release without texts. A mention that fits no token is in no span group.
        """
        import spacy

        from corpus.export.spacy_docs import make_doc

        if self.version is not None and "text" not in self.table("articles").names:
            raise CorpusError(f"{self.path}: a release without texts has no Docs")
        vocab = spacy.blank("xx").vocab
        for document in self.documents:
            yield make_doc(document, vocab, level=level)[0]


def open_dataset(path: str | Path, *, names: Names = "drop") -> Dataset:
    """Open a database or a release; `names` says what is done with personal names of a database.

    Raise `MisuseError` where there is nothing, `StoreError` or `CorpusError` where it is none of ours.
    """
    where = Path(path)
    if where.is_dir():
        release = open_release(where)
        documents = _ReleaseDocuments(release.tables)
        return Dataset(
            path=where, version=release.version, tables=release.tables, documents=documents
        )
    if not where.exists():
        raise MisuseError(f"{where}: no database and no release there")
    with open_store(where, read_only=True) as store, store.snapshot() as shot:
        tables = read_tables(shot, Spool(), Policy(names=names))
    return Dataset(path=where, version=None, tables=tables, documents=_StoreDocuments(where, names))


class _StoreDocuments:
    """The documents of a database, which is opened each time they are gone through."""

    def __init__(self, path: Path, names: Names) -> None:
        self._path, self._names = path, names

    def __iter__(self) -> Iterator[Annotated]:
        with open_store(self._path, read_only=True) as store, store.snapshot() as shot:
            yield from read_documents(shot, names=self._names)


class _ReleaseDocuments:
    """The documents of a release with texts; of another one there are none."""

    def __init__(self, tables: tuple[DataTable, ...]) -> None:
        self._tables = tables

    def __iter__(self) -> Iterator[Annotated]:
        return _documents_of(self._tables)


def _documents_of(tables: tuple[DataTable, ...]) -> Iterator[Annotated]:
    """Make the annotated documents of a release that has the texts."""
    by_name = {table.name: table for table in tables}
    if "text" not in by_name["articles"].names:
        return
    texts = {row["id"]: str(row["text"]) for row in by_name["articles"].records()}
    mentions, ends = _mentions_of(by_name)
    people: dict[object, str] = {}
    for layer, name in FURTHER_TABLES.items():
        for row in by_name[name].records():
            mention = make_further(layer, row, texts[row["article_id"]], people)
            mentions.setdefault((row["article_id"], layer), []).append(mention)
            ends[str(row["id"])] = (layer, *place(mention))
            if layer == "people":
                people[row["id"]] = str(mention["text"])
    links = _links_of(by_name)
    for row in by_name["articles"].records():
        text = str(row["text"])
        own = {
            layer: in_order(mentions.get((row["id"], layer), []))
            for layer in (*LAYER_TABLES, *FURTHER_TABLES)
        }
        yield Annotated(
            id=str(row["id"]),
            text=text,
            mentions=own | {LINKS: make_links(text, links.get(row["id"], ()), ends)},
            about={"source": str(row["source_slug"])},
        )


def _links_of(by_name: Mapping[str, DataTable]) -> dict[Cell, list[tuple[str, str, str]]]:
    """Give article → (relation, id, id) of its links, the speakers of quotations among them."""
    links: dict[Cell, list[tuple[str, str, str]]] = {}
    for row in by_name["mention_links"].records():
        link = (str(row["relation"]), str(row["from_id"]), str(row["to_id"]))
        links.setdefault(row["article_id"], []).append(link)
    for row in by_name["quotation_mentions"].records():
        if row["person_id"] is not None:
            said = (SPEAKER, str(row["id"]), str(row["person_id"]))
            links.setdefault(row["article_id"], []).append(said)
    return links


def _mentions_of(
    by_name: Mapping[str, DataTable],
) -> tuple[dict[tuple[Cell, str], list[Mention]], dict[str, End]]:
    """Give (article, layer) → campaigns, figures and awards, and id → place of each."""
    recipients: dict[Cell, list[Mention]] = {}
    for row in by_name["award_recipients"].records():
        group: Mention = {"kind": row["kind"], "count": row["count"], "names": []}
        recipients.setdefault(row["award_id"], []).append(group)
    mentions: dict[tuple[Cell, str], list[Mention]] = {}
    ends: dict[str, End] = {}
    for layer, name in LAYER_TABLES.items():
        for row in by_name[name].records():
            mention: Mention = {key: row[key] for key in ("start", "end", "text")}
            mention |= {RENAMED.get(key, key): row[key] for key in JUDGED[name]}
            if layer == "awards":
                mention["recipients"] = [*recipients.get(row["id"], [])]
            mentions.setdefault((row["article_id"], layer), []).append(mention)
            ends[str(row["id"])] = (layer, *place(mention))
    return mentions, ends
