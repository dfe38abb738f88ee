"""Verbs of conferral, receipt and praise, and their look-alikes."""

from enum import StrEnum

from extractors.phrase_table import phrases


class VerbKind(StrEnum):
    """How a verb ties an award to those who give and receive it."""

    GIVE = "give"
    """Y tặng Z cho X; X được Y tặng Z."""
    NAME = "name"
    """Y công nhận X là Z; X được công nhận Z."""
    RECEIVE = "receive"
    """X đạt Z."""
    BELONG = "belong"
    """Z thuộc về X."""
    PRAISE = "praise"
    """Y biểu dương X; X được biểu dương."""
    NONE = "none"
    """A look-alike."""


VERB_PHRASES: dict[str, VerbKind] = {
    **phrases(
        VerbKind.GIVE,
        (
            "tặng",
            "trao",
            "trao tặng",
            "tặng thưởng",
            "truy tặng",
            "phong tặng",
            "vinh tặng",
            "ban tặng",
            "trao truyền",
            "trao thưởng",
            "truy phong",
            "phát thưởng",
            "trao giải thưởng",
            "tặng kèm",
            "xét tặng",
            "ký tặng",
        ),
    ),
    **phrases(
        VerbKind.NAME,
        (
            "công nhận",
            "suy tôn",
            "bình chọn",
            "bầu chọn",
            "bình xét",
            "xét chọn",
            "tôn phong",
            "bầu là",
            "lựa chọn là",
            "chọn là",
            "xếp loại",
            "xếp hạng",
            "ghi nhận là",
            "trở thành",
        ),
    ),
    **phrases(
        VerbKind.RECEIVE,
        (
            "nhận",
            "đón nhận",
            "đạt",
            "đạt được",
            "đoạt",
            "đoạt được",
            "giành",
            "giành được",
            "dành",
            "dành được",
            "nhận được",
            "lĩnh",
            "ẵm",
            "giật",
            "lên ngôi",
            "mang về",
            "thu về",
            "xuất sắc giành",
        ),
    ),
    **phrases(
        VerbKind.BELONG, ("thuộc về", "về tay", "dành cho", "được trao cho", "trao cho", "gọi tên")
    ),
    **phrases(
        VerbKind.PRAISE,
        (
            "khen thưởng",
            "tuyên dương",
            "biểu dương",
            "vinh danh",
            "tôn vinh",
            "khen ngợi",
            "biểu dương khen thưởng",
        ),
    ),
    **phrases(
        VerbKind.NONE,
        (
            "trao đổi",
            "đạt thành tích",
            "đạt kết quả",
            "đạt được kết quả",
            "đạt được thành tích",
            "đạt chuẩn",
            "đạt chỉ tiêu",
            "đạt tỷ lệ",
            "đạt yêu cầu",
            "đạt mức",
            "đạt hiệu quả",
            "đạt doanh thu",
            "giành thắng lợi",
            "giành chiến thắng",
            "giành quyền",
            "dành thời gian",
            "dành nhiều",
            "nhận nhiệm vụ",
            "nhận hỗ trợ",
            "nhận tiền",
            "nhận lương",
            "nhận thưởng",
            "nhận chức",
            "nhận sự",
            "nhận ra",
            "nhận là",
            "nhận vào",
            "đón nhận Tết",
            "trao sổ",
            "trao nhà",
            "trao tiền",
            "trao học bổng",
            "trao hỗ trợ",
            "tặng sổ",
            "tặng nhà",
            "tặng tiền",
            "tặng vé",
            "trao vé",
            "trao vốn",
            "trao quyết định",
            "công nhận kết quả",
            "trao quyền",
            "trao truyền",
            "trao nhau",
            "trao gửi",
            "trao quà",
            "tặng quà",
            "trao tặng quà",
            "tặng hoa",
            "nhận thức",
            "nhận định",
            "nhận xét",
            "nhận thấy",
            "nhận diện",
            "nhận biết",
            "nhận lời",
            "nhận quà",
            "ghi nhận",
            "tiếp nhận",
            "đảm nhận",
            "xác nhận",
            "chứng nhận",
            "thừa nhận",
            "cảm nhận",
            "ký nhận",
            "giấy chứng nhận",
            "bằng chứng nhận",
            "diễn đạt",
            "truyền đạt",
            "chủ đạt",
            "phần thưởng",
            "giải thưởng",
            "thi đua khen thưởng",
            "thi đua, khen thưởng",
            "thi đua - khen thưởng",
            "thi đua – khen thưởng",
            "thi đua và khen thưởng",
            "bình xét thi đua khen thưởng",
            "khen thưởng kỷ luật",
            "khen thưởng, kỷ luật",
        ),
    ),
}
