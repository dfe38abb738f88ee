"""Words that stand before or behind a person's name."""

from extractors.text import spelling

ADDRESSES = (
    *("ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cháu", "cụ", "mẹ", "đồng chí", "đ/c"),
    *("thầy", "thầy giáo", "cô giáo", "vợ chồng anh", "vợ chồng chị", "bạn", "nữ công nhân"),
)
# Forms of address that say what somebody does.
TEACHERS = ("cô giáo", "thầy giáo")
TITLES = (
    *(
        "thạc sĩ",
        "tiến sĩ",
        "phó giáo sư",
        "giáo sư",
        "pgs",
        "gs",
        "ts",
        "ths",
        "bs",
        "ks",
        "cử nhân",
    ),
    *(
        "nsnd",
        "nsưt",
        "nhà giáo ưu tú",
        "nhà giáo nhân dân",
        "thầy thuốc ưu tú",
        "đại tá",
        "thượng tá",
    ),
    *("trung tá", "thiếu tá", "đại úy", "thượng úy", "trung úy", "thiếu úy", "thượng tướng"),
    *("trung tướng", "thiếu tướng", "đại tướng", "chuẩn đô đốc", "phó đô đốc", "đô đốc"),
    *(
        "bác sĩ",
        "kỹ sư",
        "luật sư",
        "nhà báo",
        "nhạc sĩ",
        "nghệ sĩ",
        "ca sĩ",
        "dược sĩ",
        "điều dưỡng",
    ),
)
OFFICES = (
    *("chủ tịch", "phó chủ tịch", "phó chủ tịch thường trực", "quyền chủ tịch", "nguyên chủ tịch"),
    *("bí thư", "phó bí thư", "phó bí thư thường trực", "tổng bí thư", "bí thư đảng ủy"),
    *("giám đốc", "phó giám đốc", "tổng giám đốc", "phó tổng giám đốc", "giám đốc điều hành"),
    *(
        "trưởng ban",
        "phó trưởng ban",
        "trưởng phòng",
        "phó trưởng phòng",
        "phó phòng",
        "trưởng đoàn",
    ),
    *("hiệu trưởng", "phó hiệu trưởng", "viện trưởng", "cục trưởng", "phó cục trưởng", "vụ trưởng"),
    *(
        "chánh văn phòng",
        "phó chánh văn phòng",
        "bộ trưởng",
        "thứ trưởng",
        "thủ tướng",
        "phó thủ tướng",
    ),
    *("chủ tịch nước", "chủ tịch quốc hội", "đại biểu quốc hội"),
    *("ủy viên", "ủy viên thường vụ", "bí thư chi bộ", "cụm trưởng", "khối trưởng", "tổng thư ký"),
    *("thư ký", "phó viện trưởng", "trưởng nhóm"),
    *("phó chánh thanh tra", "chánh thanh tra", "chánh án", "phó tổng biên tập", "xưởng trưởng"),
    *("đội phó", "tổ phó", "đại đội trưởng", "tiểu đoàn trưởng", "phó thủ trưởng", "thủ trưởng"),
    *("phó tổ trưởng", "phó quản lý", "trưởng ca", "trưởng thôn", "trưởng khoa", "phó trưởng khoa"),
    *("chỉ huy phó", "trung đoàn trưởng", "lữ đoàn trưởng", "đồn trưởng", "thuyền trưởng"),
    *(
        "tổ trưởng",
        "tổ trưởng tổ công đoàn",
        "đội trưởng",
        "quản đốc",
        "phó quản đốc",
        "nhóm trưởng",
    ),
    *(
        "tổng biên tập",
        "chủ nhiệm",
        "phó chủ nhiệm",
        "kế toán trưởng",
    ),
    *("phó chủ tịch nước", "thủ tướng chính phủ", "phó thủ tướng thường trực", "bí thư thứ nhất"),
    *("thống đốc", "phó thống đốc", "tổng cục trưởng", "phó tổng cục trưởng", "chi cục trưởng"),
    *("phó tư lệnh", "tổng tham mưu trưởng", "sư đoàn trưởng", "kiểm soát trưởng"),
    *("chủ tịch hội đồng thành viên", "chủ tịch hội đồng quản trị"),
    *("máy trưởng", "bếp trưởng", "kíp trưởng", "trưởng kíp", "trưởng kíp mổ", "trưởng ca trực"),
    *("chỉ huy trưởng", "chính ủy", "phó chính ủy", "tư lệnh", "tham mưu trưởng", "trưởng công an"),
)
# Occupations and memberships: a name behind one of them needs a surname, as a place or body may follow too.
OCCUPATIONS = (
    *("công nhân", "thợ", "thợ máy", "thợ lò", "giáo viên", "nhân viên", "chuyên viên", "cán bộ"),
    *("đoàn viên", "học sinh", "sinh viên", "vận động viên", "huấn luyện viên", "nghiên cứu viên"),
    *("phóng viên", "biên tập viên", "bác tài", "tài xế", "lái xe", "nông dân", "ngư dân", "y tá"),
    *("chủ trọ", "chủ nhà trọ", "chủ tàu", "chủ xe", "chủ xưởng", "chủ cơ sở", "chủ doanh nghiệp"),
    *("hộ lý", "bảo vệ", "già làng", "nghệ nhân", "tác giả", "cầu thủ", "thí sinh", "học viên"),
    *("đại diện", "thợ hàn", "thợ điện", "thợ may", "thợ cơ khí", "thợ xây", "lao công", "kế toán"),
    *(
        "kỹ thuật viên",
        "hướng dẫn viên",
        "thủ kho",
        "ca sĩ",
        "vận hành viên",
        "an toàn vệ sinh viên",
    ),
)
# "TP Hồ Chí Minh", "đường Trần Phú", "giải thưởng Nguyễn Đức Cảnh": named after people, no people.
PLACE_RANKS = frozenset(
    spelling(one)
    for one in (
        *(
            "tp",
            "phố",
            "quận",
            "q",
            "huyện",
            "phường",
            "p",
            "xã",
            "trấn",
            "đường",
            "trường",
            "thpt",
        ),
        *("thcs", "tỉnh", "thưởng", "giải", "cầu", "bác", "tưởng", "khu", "ấp", "thôn", "sân"),
    )
)
