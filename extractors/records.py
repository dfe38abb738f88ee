"""What extractors give: mentions with their place in the text, their normal form and their reason."""

from dataclasses import dataclass
from enum import StrEnum


class CampaignType(StrEnum):
    """Kinds of campaigns, as the annotation guideline names them."""

    PHONG_TRAO = "phong_trao"
    CUOC_VAN_DONG = "cuoc_van_dong"
    CHUONG_TRINH = "chuong_trinh"
    DOT_THI_DUA = "dot_thi_dua"
    HOI_THI = "hoi_thi"
    THANG = "thang"
    MO_HINH = "mo_hinh"
    QUY = "quy"
    OTHER = "other"


class FigureKind(StrEnum):
    """What sort of quantity a figure states."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    DURATION = "duration"
    AGE = "age"
    MEASURE = "measure"
    MULTIPLE = "multiple"


class Modifier(StrEnum):
    """How the text hedges a number."""

    EXACT = "exact"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    NEARLY = "nearly"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    INDEFINITE = "indefinite"


class AwardForm(StrEnum):
    """Forms of commendation."""

    HUAN_CHUONG = "huan_chuong"
    HUY_CHUONG = "huy_chuong"
    BANG_KHEN = "bang_khen"
    GIAY_KHEN = "giay_khen"
    CO_THI_DUA = "co_thi_dua"
    CO_LUU_NIEM = "co_luu_niem"
    DANH_HIEU = "danh_hieu"
    KY_NIEM_CHUONG = "ky_niem_chuong"
    GIAI_THUONG = "giai_thuong"
    GIAI = "giai"
    BANG_CHUNG_NHAN = "bang_chung_nhan"
    KHEN_THUONG = "khen_thuong"
    OTHER = "other"


class AwardStatus(StrEnum):
    """How real a conferral is."""

    CONFERRED = "conferred"
    PROPOSED = "proposed"
    PLANNED = "planned"
    GENERAL = "general"


class RecipientKind(StrEnum):
    """Who or what receives an award."""

    COLLECTIVE = "collective"
    INDIVIDUAL = "individual"
    ENTERPRISE = "enterprise"
    HOUSEHOLD = "household"
    WORK = "work"
    UNKNOWN = "unknown"


class DigitOwner(StrEnum):
    """What a run of digits in the text belongs to; each run has exactly one owner."""

    FIGURE = "figure"
    DATE = "date"
    YEAR = "year"
    PERIOD = "period"
    TIME = "time"
    ORDINAL = "ordinal"
    DOCUMENT = "document"
    PHONE = "phone"
    CODE = "code"
    ADDRESS = "address"
    NAME = "name"
    SCORE = "score"
    MODEL = "model"
    ANNIVERSARY = "anniversary"
    TERM = "term"
    FURNITURE = "furniture"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A place in the text as given."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty or reversed span: {self.start}..{self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Span):
    """A place that speaks for one field of a mention, such as the grantor of an award."""

    role: str
    """What it shows: "trigger", "unit", "modifier", "grantor", "recipient", "rank", "status" …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Span):
    """A span that an extractor found, with the rule that found it."""

    rule: str
    """Id of the rule or model, such as "campaign.quoted_list"."""
    confidence: float = 1.0
    """Between 0 and 1: the share of such mentions that are right, as calibrated on our own texts."""
    evidence: tuple[Evidence, ...] = ()
    """Further places that the rule used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign(Mention):
    """A named undertaking that people join."""

    type: CampaignType
    """Its kind."""
    id: str | None = None
    """Id in the ontology; None where the campaign does not stand there."""
    key: str
    """Stable key of the campaign: the ontology's id, or "moi-" and a hash of the folded name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Mention):
    """A stated quantity, such as "2.219" in "hơn 2.219 cá nhân"."""

    value: float
    """The number with its magnitude word applied: "2,5 triệu" is 2500000."""
    value_max: float | None = None
    """Upper end of a range. None where there is no range."""
    of: float | None = None
    """The total or target after a slash or "trên tổng số". None where there is none."""
    modifier: Modifier = Modifier.EXACT
    """The hedge before or around the number."""
    kind: FigureKind
    """The sort of quantity."""
    unit: str | None = None
    """What is counted or measured, as written; "VND" and the like for money. None where not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """A group that receives an award."""

    kind: RecipientKind
    """What sort of receiver it is."""
    count: float | None = None
    """How many. None where the text names them or gives no number."""
    names: tuple[str, ...] = ()
    """Names as written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Award(Mention):
    """A commendation that somebody confers, or is to confer, on somebody."""

    form: AwardForm
    """The form of commendation."""
    title: str | None = None
    """The proper name in it, without quotation marks."""
    rank: str | None = None
    """"nhat", "nhi", "ba", "khuyen_khich", "dac_biet", "A" …"""
    level: str | None = None
    """The level as written, such as "cấp cơ sở"."""
    grantor: str | None = None
    """Who confers, as written and whole. None where the text does not say."""
    recipients: tuple[Recipient, ...] = ()
    """Who receives, by kind."""
    status: AwardStatus = AwardStatus.CONFERRED
    """How real it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DigitRun(Span):
    """A number in the text, in digits or words, and what it belongs to."""

    owner: DigitOwner
    """What the number is part of."""
    rule: str
    """Id of the rule that decided it."""
