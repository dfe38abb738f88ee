"""What a text as a whole is: its genre, the body and province it is about, its topics, whether it looks back or ahead."""

from collections import Counter
from collections.abc import Iterable, Sequence

from extractors.document import Document
from extractors.entities import ArticleFacts, BodyType, Organization, Place, PlaceLevel, Quotation
from extractors.lexicon import Term
from extractors.records import Award, Campaign, Figure

TOPICS: dict[str, tuple[str, ...]] = {
    "thi_dua": (
        "phong trào thi đua",
        "thi đua yêu nước",
        "đợt thi đua",
        "giao ước thi đua",
        "thi đua",
    ),
    "khen_thuong": (
        "khen thưởng",
        "bằng khen",
        "giấy khen",
        "cờ thi đua",
        "tuyên dương",
        "vinh danh",
    ),
    "sang_kien": ("sáng kiến", "cải tiến kỹ thuật", "lao động sáng tạo", "giá trị làm lợi"),
    "cham_lo": (
        "suất quà",
        "tặng quà",
        "mái ấm",
        "hỗ trợ đoàn viên",
        "tết sum vầy",
        "phúc lợi",
        "chăm lo",
    ),
    "an_toan": (
        "an toàn vệ sinh lao động",
        "atvslđ",
        "an toàn lao động",
        "tai nạn lao động",
        "bảo hộ lao động",
    ),
    "phap_luat": (
        "thỏa ước lao động tập thể",
        "hợp đồng lao động",
        "tư vấn pháp luật",
        "đối thoại",
        "tranh chấp",
    ),
    "phat_trien_doan_vien": (
        "kết nạp",
        "phát triển đoàn viên",
        "thành lập công đoàn cơ sở",
        "kết nạp mới",
    ),
    "van_the": ("hội thao", "hội diễn", "văn nghệ", "giải bóng đá", "hội thi", "liên hoan"),
    "nu_cong": ("nữ công", "giỏi việc nước", "lao động nữ", "ngày quốc tế phụ nữ", "nữ công nhân"),
    "dao_tao": ("tập huấn", "bồi dưỡng", "đào tạo nghề", "nâng cao tay nghề", "tuyên truyền"),
    "dai_hoi": ("đại hội", "hội nghị ban chấp hành", "nhiệm kỳ", "bầu cử"),
}
PLAN_WORDS = (
    *(
        "phấn đấu",
        "dự kiến",
        "sẽ",
        "chỉ tiêu",
        "kế hoạch",
        "mục tiêu",
        "phát động",
        "trong thời gian tới",
    ),
    *("sắp tới", "hướng tới", "đăng ký"),
)
RESULT_WORDS = (
    *("đã", "đạt", "tổng kết", "sơ kết", "kết quả", "được", "hoàn thành", "trao tặng", "vừa"),
    *("qua 5 năm", "năm qua", "thời gian qua"),
)
FEW_WORDS = 60


def article_terms() -> Iterable[Term]:
    """Give the words that tell topics and outlook."""
    for topic, phrases in TOPICS.items():
        for phrase in phrases:
            yield Term("topic", phrase, topic)
    for word in PLAN_WORDS:
        yield Term("outlook", word, "plan")
    for word in RESULT_WORDS:
        yield Term("outlook", word, "results")


def read_article_facts(
    document: Document,
    *,
    organizations: Sequence[Organization],
    places: Sequence[Place],
    quotations: Sequence[Quotation],
    figures: Sequence[Figure],
    awards: Sequence[Award],
    campaigns: Sequence[Campaign],
) -> ArticleFacts:
    """Read what the text as a whole is."""
    subject = find_subject(organizations)
    return ArticleFacts(
        genre=_genre(document, quotations, figures),
        organization=subject,
        province=_province(organizations, places, subject),
        topics=_topics(document, campaigns, awards),
        outlook=_outlook(document),
    )


def find_subject(organizations: Sequence[Organization]) -> int | None:
    """Give the first mention of the body named most, the headline and lead counting more; unions first."""
    weights: Counter[str] = Counter()
    first: dict[str, int] = {}
    for number, one in enumerate(organizations):
        key = one.id or one.name
        first.setdefault(key, number)
        weight = 3 if number < 2 else 1
        weights[key] += weight * (2 if one.type is BodyType.UNION else 1)
    if not weights:
        return None
    best = max(weights, key=lambda key: (weights[key], -first[key]))
    return first[best] if weights[best] >= 4 else None


def _genre(document: Document, quotations: Sequence[Quotation], figures: Sequence[Figure]) -> str:
    length = len(document.tokens)
    if length < FEW_WORDS:
        return "notice" if length > 25 else "caption"
    answers = sum(one.rule == "quotation.answer" for one in quotations)
    if answers >= 2:
        return "interview"
    title = document.tokens.norm(0, min(length, 25))
    outlook = Counter(hit.value for hit in document.labelled("outlook"))
    if outlook["plan"] >= 6 and outlook["plan"] > outlook["results"]:
        return "plan"
    if len(figures) / length > 0.06:
        return "statistics"
    if "tổng kết" in title or "sơ kết" in title or "kết quả" in title:
        return "report"
    spoken = sum(one.end - one.start for one in quotations)
    if spoken > 0.35 * len(document.tokens.work):
        return "portrait"
    return "news"


def _province(
    organizations: Sequence[Organization], places: Sequence[Place], subject: int | None
) -> str | None:
    if subject is not None and organizations[subject].province:
        return organizations[subject].province
    votes: Counter[str] = Counter()
    for place in places:
        if place.province:
            votes[place.province] += 2 if place.level is PlaceLevel.PROVINCE else 1
    votes.update(one.province for one in organizations if one.province)
    if not votes:
        return None
    (best, most), *rest = votes.most_common(2)
    return best if not rest or most > rest[0][1] else None


def _topics(
    document: Document, campaigns: Sequence[Campaign], awards: Sequence[Award]
) -> tuple[str, ...]:
    votes = Counter(hit.value for hit in document.labelled("topic"))
    votes["khen_thuong"] += 2 * len(awards)
    votes["thi_dua"] += sum(one.type.value in ("phong_trao", "dot_thi_dua") for one in campaigns)
    return tuple(topic for topic in TOPICS if votes[topic] >= 2)


def _outlook(document: Document) -> str:
    votes = Counter(hit.value for hit in document.labelled("outlook"))
    plan, results = votes["plan"], votes["results"]
    if plan + results < 2:
        return "none"
    if plan >= 2 and results >= 2 and min(plan, results) * 2 >= max(plan, results):
        return "both"
    return "plan" if plan > results else "results"
