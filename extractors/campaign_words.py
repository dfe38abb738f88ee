"""Small word classes that the rules for campaigns share, by `spelling`."""

from extractors.text import spelling


def spelled(words: str) -> frozenset[str]:
    """Give the words of a line as a set, each by `spelling`."""
    return frozenset(spelling(word) for word in words.split())


def paired(pairs: str) -> frozenset[tuple[str, ...]]:
    """Give the pairs of a line, written with a bar between the two words, as a set, each word by `spelling`."""
    return frozenset(tuple(map(spelling, pair.split("/"))) for pair in pairs.split())


# Words after a head or inside a gap that tell a clause from a name: "hội thi đã diễn ra", "chương trình có".
VERBAL = spelled(
    "đã đang sẽ được bị vẫn cũng đều còn mới vừa là có không chưa này đó trên nêu nhằm để khi nếu mà thì "
    "diễn thu kéo bắt kết nhận đạt giúp"
)
# Signs and words between the members of a list.
JOINTS = spelled("và hay hoặc cùng với & , ; / – — - … .") | frozenset("“”\"'")
# Words that open a list after a head.
LISTERS = (
    spelled("như gồm")
    | {":"}
    | {spelling(w) for w in ("là", "điển", "nổi", "trọng", "cụ", "tiêu", "đặc", "đó")}
)
# What ends an unquoted name.
NAME_ENDS = spelled(
    "do tại ở vào được đã đang sẽ là nhằm để khi nếu mà thì có này đó nói nêu trên nhưng cũng còn vừa đều "
    "bằng qua giữa sau trước bởi nơi đến tới gắn của các những mỗi đạt như gồm bao cấp từ cho trong chào "
    "hướng hôm rất sôi vẫn gây thuộc trao luôn ngay lần giai nhiệm không-chỉ tuy vì-vậy bên ngoài cùng "
    "tặng trích trị nhận phối khai bế họp góp ông bà anh chị đồng-chí lan"
)
# Two words that end it together.
PAIR_ENDS = frozenset(
    (spelling(a), spelling(b))
    for a, b in (
        *(
            ("diễn", "ra"),
            ("hiện", "nay"),
            ("hiện", "có"),
            ("hiện", "đang"),
            ("tiếp", "tục"),
            ("khởi", "tranh"),
            ("lồng", "ghép"),
            ("thường", "niên"),
            ("khép", "lại"),
            ("họp", "báo"),
            ("công", "bố"),
            ("mở", "màn"),
            ("thu", "hút"),
            ("kéo", "dài"),
            ("bắt", "đầu"),
            ("kết", "thúc"),
        ),
        *(("nhân", "dịp"), ("nhân", "kỷ"), ("thành", "công"), ("theo", "đó"), ("mang", "tên")),
        *(("mang", "chủ"), ("tổ", "chức"), ("phát", "động"), ("thông", "qua"), ("ra", "mắt")),
        *(("không", "chỉ"), ("đợt", "này"), ("mùa", "thứ"), ("quy", "tụ"), ("vinh", "danh")),
        *(("tôn", "vinh"), ("chính", "thức"), ("đồng", "thời"), ("trở", "thành"), ("đi", "vào")),
        *(("sắp", "tới"), ("sắp", "diễn"), ("dự", "kiến"), ("giúp", "đỡ"), ("hỗ", "trợ")),
        *(("ngày", "càng"), ("triển", "khai"), ("kể", "từ"), ("năm", "nay"), ("năm", "ngoái")),
        *(("cùng", "với"), ("và", "các"), ("theo", "chủ"), ("với", "chủ"), ("với", "sự")),
    )
)
# Before "thi đua" these make it no trigger: "Cờ thi đua", "khối thi đua".
NO_TRIGGER = spelled(
    "cờ cơ khối cụm hiệu sĩ ban đồng tác khen giao xét khí nước phong không tích chức"
)
# Bodies, places and branches of work that a contest or a fund belongs to: "Hội thi thợ giỏi ngành Dệt may".
BODY_WORDS = spelled(
    "ngành tỉnh huyện quận xã phường thị thành thủ bản thôn ấp xóm khu tổng công trường bệnh toàn "
    "liên đơn doanh cơ tập bộ cấp quốc trung tp tx cđcs lđlđ cđ cao học hội"
)
# Groups of persons a contest is held for: "Giải cầu lông các câu lạc bộ", "Hội thao các nghiệp đoàn".
GROUP_WORDS = spelled("câu clb nghiệp đội nhóm lực cụm khối làng dân môn gia lứa nữ chi phòng ban")
# Verbs that begin a new clause after "và".
VERBS = spelled(
    "trao tổng phát tổ ra kí công tuyên biểu khen đạt giành đoạt các những nhiều được đã đang sẽ có là xây hỗ "
    "tặng giúp giải ủng đóng thăm chi tiếp nhận mua đến gặp dự cho chúc động hưởng tham thực triển gắn đẩy nâng "
    "góp đưa thành đề chuẩn bàn khởi sơ một chào kỉ mừng đón truyền vận đứng xếp về mang lọt vào đi gây thu ghi chia tiến nhân rút lập"
)
# Words that end a name elsewhere and belong to it before these: "Tiếp bước em đến trường", "Trái tim cho em".
INNER_PAIRS = frozenset(
    (spelling(a), spelling(b))
    for a, b in (
        *(("đến", "trường"), ("tới", "trường"), ("cho", "em"), ("cho", "trẻ"), ("cùng", "em")),
        *(("cho", "người"), ("của", "em"), ("gắn", "kết"), ("các", "em"), ("trao", "yêu")),
    )
)
# Words that names of funds begin with.
FUND_WORDS = spelled(
    "vì khuyến bảo tấm mái tình đền xã từ nhân nghĩa chăm ủng phòng vắc tương trợ xóa ngày trái hy thiện "
    "học hỗ đồng bạn an ấm chia yêu tiếp nạn hoàng trường vừ phụ tuổi thắp ước niềm hạt ngôi nụ khát mổ phẫu"
)
# Words of two syllables one of which ends names or begins clauses by itself: "khai thác", "chính trị", "khoa học và công nghệ".
COMPOUNDS = paired(
    "chính/trị quản/trị điều/trị giá/trị công/khai công/bằng tiếng/anh chủ/nhiệm trách/nhiệm kinh/qua "
    "khai/thác khai/khoáng khai/giảng trong/sạch trong/sáng hướng/dẫn hướng/nghiệp cấp/cứu cấp/dưỡng "
    "giai/điệu giai/cấp nhận/thức anh/hùng anh/ngữ bà/mẹ bà/con ông/bà bao/bì từ/thiện như/ý lan/can "
    "qua/mạng qua/internet trên/mạng trên/internet trên/biển trên/sông dân/anh tinh/anh thảm/khốc "
    "công/nghệ công/nhân công/tác công/đoàn công/an công/chức công/nghiệp công/lí công/cộng xây/dựng "
    "thành/đạt thực/phẩm thực/hành tiếp/thị đón/xuân giải/trí giải/pháp tổ/trưởng chuẩn/mực hưởng/thụ "
    "truyền/thông truyền/thống động/vật vận/tải dự/án đóng/tàu kỉ/luật kỉ/cương kí/ức kí/họa phát/triển "
    "phát/minh phát/thanh ra/đa tiếp/viên có/ích có/văn trung/thu mùa/thu khuyến/tài nhân/tài tài/năng tài/chính"
)
# Parts of a day, and what makes them a time: "sáng nay", "chiều qua", "tối 12/5".
DAY_PARTS = spelled("sáng trưa chiều tối đêm ngày mùng")
DAYS = spelled("nay qua mai ngày hôm mùng cùng thứ kia")
# After a word or two of a name these go on with it before a common word: "Đồng hành cùng người thầy".
BINDING = {spelling("cùng"): 3, spelling("những"): 3} | dict.fromkeys(
    spelled("cho để với vì của từ"), 2
)
