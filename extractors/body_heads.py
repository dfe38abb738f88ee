"""Words that names of organisations begin with, and what each may be followed by."""

from extractors.entities import BodyType

# Heads after which a name follows; longer ones are tried first.
HEADS: dict[BodyType, tuple[str, ...]] = {
    BodyType.UNION: (
        "tổng liên đoàn lao động",
        "tổng liên đoàn",
        "tổng lđlđ",
        "tlđ",
        "tlđlđ",
        "lđlđvn",
        "tlđlđvn",
        "tổng lđlđvn",
        "tổng công đoàn",
        "liên đoàn lao động",
        "lđlđ",
        "công đoàn cơ sở",
        "cđcs",
        "công đoàn",
        "cđ",
        "nghiệp đoàn cơ sở",
        "nghiệp đoàn",
        "hội đồng thi đua - khen thưởng",
        "hội đồng thi đua, khen thưởng",
        "hội đồng thi đua và khen thưởng",
        "cụm thi đua",
        "khối thi đua",
        "cụm số",
    ),
    BodyType.STATE: (
        "ủy ban nhân dân",
        "ubnd",
        "hội đồng nhân dân",
        "hđnd",
        "văn phòng",
        "bảo hiểm xã hội",
        "bhxh",
        "kho bạc nhà nước",
        "tòa án nhân dân",
        "tòa án",
        "viện kiểm sát",
        "kho bạc",
        "viện kiểm sát nhân dân",
        "chi cục",
        "tổng cục",
        "cục",
        "vụ",
        "sở",
        "bộ",
        "thanh tra",
        "ban quản lý",
        "hội đồng bình xét",
        "hội đồng tiền lương",
        "kiểm toán nhà nước",
        "nhnn",
        "phòng",
    ),
    BodyType.PARTY: (
        "tỉnh ủy",
        "thành ủy",
        "huyện ủy",
        "quận ủy",
        "thị ủy",
        "đảng ủy",
        "đảng bộ",
        "chi bộ",
        "ban tuyên giáo",
        "ban tổ chức trung ương",
        "ban dân vận",
        "ban nội chính",
        "bộ chính trị",
        "ban bí thư",
        "thường trực tỉnh ủy",
    ),
    BodyType.COMPANY: (
        "tổng công ty",
        "tổng cty",
        "công ty",
        "cty",
        "tập đoàn",
        "nhà máy",
        "xí nghiệp",
        "ngân hàng",
        "hợp tác xã",
        "htx",
        "doanh nghiệp tư nhân",
        "dntn",
        "tct",
        "khách sạn",
        "siêu thị",
        "nhà khách",
        "nông trường",
        "lâm trường",
    ),
    BodyType.SCHOOL: (
        "trường",
        "đại học",
        "học viện",
        "cao đẳng",
        "phòng giáo dục và đào tạo",
        "phòng gd&đt",
    ),
    BodyType.HOSPITAL: ("bệnh viện", "trung tâm y tế", "trạm y tế", "viện pasteur"),
    BodyType.ARMED_FORCES: (
        "công an",
        "cơ quan cảnh sát điều tra",
        "bộ chỉ huy",
        "bộ tư lệnh",
        "ban chỉ huy",
        "quân khu",
        "quân đoàn",
        "quân chủng",
        "sư đoàn",
        "lữ đoàn",
        "trung đoàn",
        "tiểu đoàn",
        "đồn biên phòng",
        "bộ đội biên phòng",
        "vùng cảnh sát biển",
        "hải đội",
        "hải đoàn",
        "biên đội",
        "đại đội",
    ),
    BodyType.ASSOCIATION: (
        "hội liên hiệp phụ nữ",
        "hội lhpn",
        "hội phụ nữ",
        "hội nông dân",
        "hội cựu chiến binh",
        "hội chữ thập đỏ",
        "hội doanh nhân trẻ",
        "hội khuyến học",
        "đoàn luật sư",
        "hội luật gia",
        "hội nhà báo",
        "hội người cao tuổi",
        "hội cựu thanh niên xung phong",
        "hội",
        "hiệp hội",
        "liên hiệp các hội",
        "liên minh hợp tác xã",
        "mặt trận tổ quốc",
        "mttq",
        "ủy ban mttq",
        "ủy ban mặt trận tổ quốc",
        "đoàn thanh niên",
        "đoàn tncs",
        "tỉnh đoàn",
        "thành đoàn",
        "huyện đoàn",
        "quận đoàn",
        "đoàn xã",
        "đoàn phường",
        "đoàn khối",
        "hội đồng đội",
        "hội sinh viên",
        "hội liên hiệp thanh niên",
        "hội lhtn",
        "hội doanh nhân",
        "ubmttq",
        "ủy ban trung ương mttq",
        "ủy ban trung ương mặt trận tổ quốc",
        "câu lạc bộ",
        "clb",
    ),
    BodyType.PRESS: (
        "báo",
        "tạp chí",
        "đài phát thanh và truyền hình",
        "đài truyền hình",
        "đài pt-th",
    ),
    BodyType.OTHER: (
        "trung tâm",
        "viện",
        "nhà văn hóa",
        "cung văn hóa",
        "nhà xuất bản",
        "cung thiếu nhi",
        "bảo tàng",
        "thư viện",
        "ban",
        "ban chỉ đạo",
        "hội đồng sáng kiến",
        "hội đồng trọng tài lao động",
    ),
}

# Heads that are common nouns too: without a capital of their own they begin a name only before one.
NOUN_HEADS = frozenset(
    (
        *("bộ", "sở", "phòng", "cục", "vụ", "viện", "ban", "hội", "trường", "công an", "báo"),
        *("văn phòng", "câu lạc bộ", "clb", "hiệp hội", "tạp chí", "đại học", "nông trường"),
        *("lâm trường", "thanh tra", "thư viện", "bảo tàng", "siêu thị", "nhà khách", "cao đẳng"),
        *("nhà văn hóa", "cung văn hóa", "cung thiếu nhi", "cụm thi đua", "khối thi đua", "cụm số"),
    )
)
# Heads that a field in small letters tells apart: "bộ y tế", "Sở giao thông vận tải".
FIELD_HEADS = frozenset(("bộ", "sở", "lực lượng", "cảnh sát"))
# Heads behind which a rank alone tells which body is meant: "UBND tỉnh", "LĐLĐ Thành phố".
BARE_HEADS = frozenset(
    (
        *("liên đoàn lao động", "lđlđ", "ủy ban nhân dân", "ubnd", "hội đồng nhân dân", "hđnd"),
        *("công an", "công đoàn", "hội nông dân", "hội phụ nữ", "mttq", "tòa án nhân dân"),
        *("viện kiểm sát nhân dân", "đảng bộ", "đảng ủy", "bảo hiểm xã hội", "bhxh", "hội lhpn"),
        *("hội cựu chiến binh", "hội chữ thập đỏ", "mặt trận tổ quốc", "đoàn thanh niên"),
        *("trung tâm y tế", "trạm y tế", "nghiệp đoàn nghề cá", "hội khuyến học", "hội nhà báo"),
        *("bộ đội biên phòng", "hội người cao tuổi", "ủy ban mttq", "ủy ban mặt trận tổ quốc"),
        *(
            "liên minh hợp tác xã",
            "hội doanh nhân trẻ",
            "hội sinh viên",
            "hội liên hiệp thanh niên",
        ),
        *("hội lhtn", "hội doanh nhân", "hội đồng đội", "ubmttq", "hội lhpn", "hiệp hội"),
        *("hội cựu thanh niên xung phong", "hội luật gia", "đoàn tncs", "hội liên hiệp phụ nữ"),
        *("ban chỉ đạo", "tlđ", "cđ", "bộ chỉ huy", "ban chỉ huy", "chi bộ"),
    )
)
# Heads that a zone may follow without its own name.
ZONE_HEADS = frozenset(("công đoàn", "cđ", "ban quản lý"))
# Heads that stand whole without any name behind them.
WHOLE = frozenset(
    (
        "tlđ",
        "tổng liên đoàn",
        "bộ chính trị",
        "ban bí thư",
        "tỉnh ủy",
        "thành ủy",
        "huyện ủy",
        "quận ủy",
        "thị ủy",
        "tỉnh đoàn",
        "thành đoàn",
        "huyện đoàn",
        "quận đoàn",
        "lđlđvn",
        "tlđlđvn",
        "tổng lđlđvn",
        "nhnn",
    )
)
# Organs of a body: with the body behind them they are one name of it.
ORGANS = (
    *("ban thường vụ", "ban chấp hành", "đoàn chủ tịch", "ủy ban kiểm tra", "thường trực", "bch"),
    *("btv", "hội đồng thi đua - khen thưởng", "hội đồng thi đua, khen thưởng", "văn phòng"),
    *("ban tuyên giáo", "ban dân vận", "ban tổ chức", "ban nữ công", "ban chính sách - pháp luật"),
)
# Boards that act for one event or body and are named by their task alone; they tell nobody apart.
NAMELESS = frozenset(
    (
        *("tổ chức", "giám khảo", "biên tập", "giám đốc", "giám hiệu", "chấp hành", "thường vụ"),
        *("quản lý", "lãnh đạo", "chỉ đạo", "liên lạc", "vận động", "chủ nhiệm", "đại diện"),
    )
)
# Boards within a union, when no other body is named beside them.
UNION_BOARDS = frozenset(
    (
        "nữ công",
        "chính sách",
        "tổ chức - kiểm tra",
        "chính sách - pháp luật",
        "tuyên giáo - nữ công",
    )
)
# Heads that a number alone may tell apart: "Nông trường 4", "Xí nghiệp 2".
NUMBERED_HEADS = frozenset(
    (
        *("nông trường", "lâm trường", "xí nghiệp", "nhà máy", "phân xưởng", "xưởng", "vùng"),
        *("đội", "tổ", "cụm", "khối", "hải đội", "đại đội", "biên đội", "hải đoàn", "quận"),
        "công ty",
        *("phường", "viện", "trường", "bệnh viện"),
    )
)
