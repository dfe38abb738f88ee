"""The words that announce a campaign ("phong trào thi đua", "hội thi") and those that announce something else ("mục tiêu")."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractors.document import Document
from extractors.lexicon import Hit, Term, longest
from extractors.records import CampaignType

HEAD = "campaign_head"
BARRIER = "campaign_barrier"

# Triggers stand before the name and stay outside its span, unless they stand inside its quotation marks.
_TRIGGERS: dict[CampaignType, tuple[str, ...]] = {
    CampaignType.PHONG_TRAO: (
        *("phong trào thi đua yêu nước", "phong trào thi đua đặc biệt", "phong trào thi đua"),
        *("phong trào hành động cách mạng", "phong trào", "phòng trào", "thi đua"),
    ),
    CampaignType.CUOC_VAN_DONG: ("vận động", "cuộc vận động", "các cuộc vận động", "cvđ"),
    CampaignType.CHUONG_TRINH: (
        *("chương trình thi đua", "chương trình hành động", "chương trình", "chuỗi chương trình"),
        *("sân chơi", "chuỗi hoạt động", "hoạt động", "sự kiện", "chuỗi sự kiện", "chuyên mục"),
        *("gameshow", "game show", "đêm nhạc", "đêm nghệ thuật", "cuộc bình chọn"),
        *("thực hiện chuyên đề", "tham gia chuyên đề", "triển khai chuyên đề"),
        *("hưởng ứng chuyên đề", "duy trì chuyên đề"),
    ),
    CampaignType.DOT_THI_DUA: (
        "chiến dịch",
        "đợt cao điểm",
        "đợt sinh hoạt chính trị",
        "đợt 1",
        "đợt 2",
        "đợt 3",
    ),
    CampaignType.MO_HINH: ("mô hình", "mô hình điểm", "mô hình hay", "cách làm", "cách làm hay"),
}
# Inside heads belong to a name that is not quoted: "Hội thi thợ giỏi", "Tháng Công nhân".
SPORTS = (
    *(
        "bóng đá",
        "bóng chuyền",
        "bóng bàn",
        "bóng rổ",
        "bóng ném",
        "cầu lông",
        "quần vợt",
        "tennis",
    ),
    *("pickleball", "golf", "việt dã", "chạy", "marathon", "bơi", "cờ vua", "cờ tướng", "kéo co"),
    *("điền kinh", "đua thuyền", "thể thao", "vô địch", "futsal", "võ", "xe đạp", "billiards"),
    *("vovinam", "karate", "taekwondo", "judo", "bắn cung", "bắn nỏ", "bắn súng", "aerobic"),
    *("cờ", "đá cầu", "cầu mây", "bi sắt", "bida", "bowling", "đua ghe", "đua ghe ngo", "bơi chải"),
    *(
        "vật",
        "vật dân tộc",
        "dân vũ",
        "khiêu vũ",
        "thể dục",
        "bán marathon",
        "half marathon",
        "yoga",
    ),
    *("cờ người", "bóng gỗ", "patin", "teqball", "ba môn phối hợp", "esports", "thể thao điện tử"),
    *("đẩy gậy", "leo núi", "đua xe đạp", "chạy bộ", "chạy việt dã", "lân sư rồng", "đi bộ"),
)
_INSIDE: dict[CampaignType, tuple[str, ...]] = {
    CampaignType.HOI_THI: (
        *("hội thi", "cuộc thi", "hội thao", "hội diễn", "liên hoan", "hội khỏe", "hội khoẻ"),
        *("hội giảng", "kỳ thi tay nghề", "đại hội thể thao", "cuộc đua xe đạp"),
        *("đại hội thể dục thể thao", "đại hội tdtt", "hội trại", "ngày chạy olympic"),
        *(f"giải {sport}" for sport in SPORTS),
        *("giải báo chí", "cuộc thi viết", "cuộc thi ảnh", "cuộc thi tìm hiểu", "cúp", "olympic"),
    ),
    CampaignType.CHUONG_TRINH: (
        *("ngày hội", "đêm hội", "lễ hội", "festival", "ngày thứ bảy", "hành trình", "phiên chợ"),
        *("chương trình mục tiêu quốc gia", "chuyến xe", "chuyến tàu", "chuyến bay", "gala"),
        *("chợ tết", "hội chợ", "hội xuân", "ngày chủ nhật", "ngày thứ 7"),
    ),
    CampaignType.THANG: (
        *("tháng hành động", "tháng cao điểm", "tháng", "tuần lễ", "tuần hành động"),
        *("tuần lễ quốc gia", "tháng hoạt động cao điểm", "tuần cao điểm"),
    ),
    CampaignType.DOT_THI_DUA: (
        *("đợt thi đua cao điểm", "đợt thi đua đặc biệt", "đợt thi đua", "đợt thi đua nước rút"),
    ),
    CampaignType.MO_HINH: ("mái ấm", "tết"),
    CampaignType.QUY: ("quỹ", "học bổng", "quĩ"),
}
# What governs a quoted name that is no campaign, by kind.
_BARRIERS: dict[str, tuple[str, ...]] = {
    "motto": (
        *(
            "mục tiêu",
            "chủ đề",
            "chủ đề năm",
            "phương châm",
            "khẩu hiệu",
            "thông điệp",
            "tinh thần",
        ),
        *(
            "quan điểm",
            "tiêu chí",
            "châm ngôn",
            "nội dung",
            "chủ điểm",
            "tư tưởng chủ đạo",
            "cụm từ",
        ),
        *("tỷ lệ", "tôn chỉ", "truyền thống", "nguyên tắc", "đạo lý", "khẩu ngữ", "dòng chữ"),
        *("câu hỏi", "từ khóa", "tình trạng", "hiện tượng", "kiểu", "slogan", "bài toán", "chữ"),
        *("phương án", "chiến lược", "triết lý", "bí quyết", "biện pháp", "khái niệm"),
    ),
    "saying": (
        *(
            "lời dạy",
            "lời kêu gọi",
            "cho biết",
            "nói",
            "nhấn mạnh",
            "chia sẻ",
            "khẳng định",
            "tâm sự",
        ),
        *("phát biểu", "bày tỏ", "cho rằng", "kể", "cho hay", "căn dặn", "dạy", "bộc bạch", "hỏi"),
        *("trả lời", "nhắn nhủ", "bảo", "lời bác", "câu nói", "thổ lộ", "nhận xét", "đánh giá"),
        *(
            "trao đổi",
            "phân tích",
            "nêu rõ",
            "giãi bày",
            "tiết lộ",
            "giải thích",
            "than thở",
        ),
        *("rằng", "cười", "đáp", "kêu", "reo", "than", "khoe", "dặn", "nhắc", "hô", "kêu gọi"),
        *("thừa nhận", "lý giải", "quả quyết", "động viên", "trăn trở", "hồ hởi", "khoe"),
        *("khuyên", "ví", "mệnh danh là", "được coi là", "coi là", "xem là", "xem như", "gọi là"),
    ),
    "document": (
        *("nghị quyết", "chỉ thị", "đề án", "luật", "kế hoạch số", "quyết định", "nghị định"),
        *(
            "thông tư",
            "quy chế",
            "báo cáo",
            "điều lệ",
            "hướng dẫn",
            "văn kiện",
            "kết luận",
            "bộ luật",
        ),
        *("quy định", "bộ tiêu chí", "dự thảo", "công văn", "thông báo", "văn bản", "bộ quy tắc"),
    ),
    "event": (
        *("hội nghị", "hội thảo", "tọa đàm", "đại hội", "diễn đàn", "hội nghị tập huấn", "lớp"),
        *(
            "chuyên đề",
            "khóa học",
            "kỳ họp",
            "buổi nói chuyện",
            "phiên họp",
            "talkshow",
            "đối thoại",
        ),
        *("trò chơi", "phần thi", "tiểu phẩm", "tiết mục", "màn", "vòng thi", "trại", "hội đàm"),
        *("triển lãm", "lễ kỷ niệm", "buổi lễ"),
    ),
    "award": (
        *("danh hiệu", "giải thưởng", "bằng khen", "giấy khen", "kỷ niệm chương", "huy hiệu", "cờ"),
        *(
            "huân chương",
            "huy chương",
            "bằng",
            "đạt",
            "đoạt",
            "giành",
            "đoạt giải",
            "đạt giải",
            "giải",
        ),
        *("giải nhất", "giải nhì", "giải ba", "trở thành", "tặng thưởng", "tấm gương", "điển hình"),
        *("gương", "đạt chuẩn", "công nhận", "cúp vàng", "biển", "bảng vàng", "phong tặng"),
        *("tuyên dương", "biểu dương", "vinh danh", "tôn vinh", "xứng danh", "tiêu chuẩn", "bảng"),
    ),
    "work": (
        *("sáng kiến", "đề tài", "giải pháp", "cuốn sách", "sách", "ca khúc", "bài hát", "bộ phim"),
        *("phim", "vở", "vở kịch", "tác phẩm", "bài viết", "bài thơ", "bài báo", "công trình"),
        *("câu chuyện", "bài", "tạp chí", "dự án", "luận án", "đề cương", "vở diễn", "bản tin"),
        *("tranh", "bức ảnh", "tập thơ", "sản phẩm", "phần mềm", "ứng dụng", "tham luận", "clip"),
        *("hát", "múa", "ca cảnh", "thẻ", "gói vay", "gói", "dịch vụ", "khuyến mại", "khuyến mãi"),
        *("chuyên trang", "tượng đài", "nhãn hiệu", "thương hiệu", "album", "tập sách", "kịch bản"),
    ),
    "body": (
        *("công ty", "trung tâm", "nhà hàng", "khu", "ban nhạc", "nhóm", "đội", "đường dây"),
        *("bị can", "tội", "tội danh", "khách sạn", "quán", "chợ", "trường", "câu lạc bộ", "clb"),
    ),
}


@dataclass(frozen=True, slots=True)
class Head:
    """What a word that announces campaigns says about them."""

    type: CampaignType
    """The type of the campaigns it announces."""
    inside: bool
    """Whether it belongs to an unquoted name."""


def _heads() -> Iterator[tuple[str, Head]]:
    for inside, table in ((False, _TRIGGERS), (True, _INSIDE)):
        for kind, phrases in table.items():
            for phrase in phrases:
                yield phrase, Head(kind, inside)


HEADS: dict[str, Head] = dict(_heads())


def head_terms() -> Iterable[Term]:
    """Give the phrases that announce campaigns or keep them away."""
    for phrase in HEADS:
        yield Term(HEAD, phrase, phrase)
    for kind, phrases in _BARRIERS.items():
        for phrase in phrases:
            yield Term(BARRIER, phrase, kind)


@dataclass(frozen=True, slots=True)
class Governors:
    """The heads and barriers of a document, by the token they begin or end at."""

    heads: tuple[Hit, ...]
    """The heads, leftmost longest, in order."""
    starting: dict[int, Hit]
    """Heads by their first token."""
    ending: dict[int, Hit]
    """Heads by one past their last token."""
    barriers: dict[int, Hit]
    """Barriers by one past their last token."""


def find_governors(document: Document) -> Governors:
    """Find the heads and barriers of a document; a barrier that contains or overlaps a longer head gives way."""
    heads = tuple(
        _as_written(document, hit)
        for hit in longest(document.labelled(HEAD))
        if not _is_congress(document, hit)
    )
    inside = {index for hit in heads for index in range(hit.first, hit.stop)}
    barriers = {
        hit.stop: _certificate(document, hit)
        for hit in longest(document.labelled(BARRIER))
        if hit.first not in inside and hit.stop - 1 not in inside
    }
    return Governors(
        heads=heads,
        starting={hit.first: hit for hit in heads},
        ending={hit.stop: hit for hit in heads},
        barriers=barriers,
    )


def _is_congress(document: Document, hit: Hit) -> bool:
    """Say whether a contest is seen where "Đại hội thi đua" stands."""
    after = document.tokens.norms[hit.stop : hit.stop + 1]
    return hit.value == "hội thi" and after == ["đua"]


def _certificate(document: Document, hit: Hit) -> Hit:
    """Tell "bằng" alone, a certificate or a preposition, from what names awards at a distance."""
    alone = document.tokens.words[hit.first] == "bằng" and hit.stop - hit.first == 1
    return Hit(hit.first, hit.stop, "certificate") if alone else hit


def _as_written(document: Document, hit: Hit) -> Hit:
    """Leave a capitalised "Thi đua" after "Phong trào" to the name: "Phong trào Thi đua quyết thắng"."""
    words = document.tokens.words
    if hit.value == "phong trào thi đua" and words[hit.stop - 2] == "Thi":
        return Hit(hit.first, hit.stop - 2, "phong trào")
    return hit
