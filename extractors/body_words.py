"""Words that names of organisations begin with, go on with and are joined by."""

from extractors.entities import BodyType

# Heads after which a name follows; longer ones are tried first.
HEADS: dict[BodyType, tuple[str, ...]] = {
    BodyType.UNION: (
        "tổng liên đoàn lao động",
        "tổng liên đoàn",
        "tổng lđlđ",
        "tlđ",
        "tlđlđ",
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
        "câu lạc bộ",
    ),
    BodyType.PRESS: (
        "báo",
        "tạp chí",
        "đài phát thanh và truyền hình",
        "đài truyền hình",
        "đài pt-th",
        "cổng thông tin điện tử",
        "cổng thông tin",
        "cổng tin",
        "trang tin điện tử",
        "trang tin",
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

# Fields of work that names go on with; written with one capital ("Cao su"), several ("Y Tế") or none ("ngành y tế").
FIELDS = (
    *("lao động", "thương binh", "xã hội", "giáo dục", "đào tạo", "y tế", "nội vụ", "ngoại giao"),
    *("giao thông", "vận tải", "xây dựng", "nông nghiệp", "nông thôn", "phát triển nông thôn"),
    *("tài nguyên", "môi trường", "văn hóa", "thể thao", "du lịch", "khoa học", "công nghệ"),
    *("tài chính", "truyền thông", "thông tin", "công thương", "công nghiệp", "thương mại"),
    *("tuyên giáo", "tổ chức", "dân vận", "kiểm tra", "nữ công", "tư pháp", "kinh tế", "hạ tầng"),
    *("viên chức", "công chức", "nhân dân", "nhà nước", "quân sự", "quân đội", "biên phòng"),
    *("cảnh sát", "an ninh", "hải quân", "phòng không", "không quân", "công an", "quốc phòng"),
    *("dệt may", "da giày", "may mặc", "điện lực", "điện tử", "điện nước", "dầu khí", "than"),
    *("khoáng sản", "cao su", "cà phê", "chè", "mía đường", "thủy sản", "lâm nghiệp", "bưu điện"),
    *("viễn thông", "hàng không", "hàng hải", "đường sắt", "đường bộ", "cảng", "cấp nước"),
    *("thoát nước", "cấp thoát nước", "môi trường đô thị", "công trình đô thị", "cây xanh"),
    *("xăng dầu", "hóa chất", "phân bón", "xi măng", "thép", "cơ khí", "lắp máy", "giấy", "gỗ"),
    *("bia", "rượu", "nước giải khát", "thực phẩm", "đầu tư", "sản xuất", "kinh doanh"),
    *("dịch vụ", "xuất nhập khẩu", "bảo hiểm", "ngân hàng", "chính sách", "thuế", "hải quan"),
    *("kho bạc", "thống kê", "kế hoạch", "quản lý", "bảo vệ", "chăm sóc", "sức khỏe"),
    *("dược", "dược phẩm", "vật tư", "thiết bị", "chế biến", "xây lắp", "thủy lợi", "thủy điện"),
    *("bộ đội", "biên tập", "hữu nghị", "khuyến tài", "chính sách - pháp luật", "pháp luật"),
    *("chính trị", "trung ương", "nội chính", "chỉ huy", "nghề cá", "xe ôm", "thủ công"),
    *("giao dịch", "chứng khoán", "bách khoa", "sư phạm", "ngoại thương", "ngoại ngữ", "mỹ thuật"),
    *("âm nhạc", "sân khấu", "điện ảnh", "dân tộc", "tôn giáo", "gia đình", "trẻ em", "dân số"),
    *("phòng cháy", "chữa cháy", "cứu nạn", "cứu hộ", "lương thực", "thuốc lá", "dệt", "nông lâm"),
    *("kho vận", "cơ điện", "bao bì", "vi mạch", "may", "nhựa", "gạch", "điện", "nước", "đúc"),
    *("kiểm sát", "tổng hợp", "hành chính", "kế toán", "chính phủ", "cơ sở", "phụ nữ", "nông dân"),
    *("cựu chiến binh", "thanh niên", "thiếu niên", "nhi đồng", "người lao động", "công nhân"),
    *("hợp tác xã", "khuyến học", "chữ thập đỏ", "người cao tuổi", "luật gia", "nhà báo"),
    *("công trình", "kỹ thuật", "nghiên cứu", "ứng dụng", "kiểm định", "kiểm soát", "điều dưỡng"),
    *(
        "quản lý lao động ngoài nước",
        "quản lý thị trường",
        "quản lý đường bộ",
        "quốc gia",
        "toàn quốc",
    ),
    *("thi hành án", "thi hành án dân sự", "quan hệ lao động", "tiền lương", "việc làm"),
    *("an toàn lao động", "an toàn thực phẩm", "an toàn giao thông", "tư vấn", "tư vấn pháp luật"),
    *("dịch vụ việc làm", "giới thiệu việc làm", "giáo dục nghề nghiệp", "bảo trợ xã hội"),
    *("cảnh sát giao thông", "cảnh sát hình sự", "cảnh sát điều tra", "quản lý xuất nhập cảnh"),
    *("kiểm lâm", "chăn nuôi", "thú y", "trồng trọt", "đăng kiểm", "đường thủy nội địa"),
    *("sở hữu trí tuệ", "đo lường", "khí tượng thủy văn", "xúc tiến thương mại", "bảo hiểm y tế"),
    *(
        "nhân lực",
        "quốc tế",
        "gạch ngói",
        "dệt kim",
        "pháp chế",
        "gốm sứ",
        "thức ăn chăn nuôi",
        "đông lạnh",
    ),
    *("bốc xếp", "xích lô", "vận tải hành khách", "giúp việc gia đình"),
    *("công binh", "pháo binh", "bộ binh", "thiết giáp", "đặc công", "nhựa đường"),
    *("nhiệt điện", "truyền tải điện", "chiếu sáng", "công ích", "vệ sinh", "vườn thú", "xe khách"),
)
# Sorts of legal form, school and seat that stand between the head and the proper name.
SORTS = (
    *(
        "trách nhiệm hữu hạn",
        "cổ phần",
        "một thành viên",
        "hai thành viên",
        "liên doanh",
        "tư nhân",
    ),
    *("tnhh", "cp", "mtv", "tm", "tmcp", "dv", "sx", "xnk", "xd", "tnhh mtv", "tm dv"),
    *("tiểu học", "mầm non", "mẫu giáo", "trung học cơ sở", "trung học phổ thông", "thcs", "thpt"),
    *(
        "phổ thông dân tộc nội trú",
        "đại học",
        "cao đẳng",
        "trung cấp",
        "đh",
        "ptdtnt",
        "dạy nghề",
        "nghề",
    ),
    *("đa khoa", "khu vực", "phụ sản", "nhi", "tâm thần", "phục hồi chức năng", "y học cổ truyền"),
    *("tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu"),
    *("ngành", "khối", "cơ sở", "các", "khu công nghiệp", "khu chế xuất", "khu kinh tế", "kcn"),
    *(
        "khu công nghệ cao",
        "cụm công nghiệp",
        "chuyên",
        "số",
        "và",
        "công ty",
        "tổng công ty",
    ),
    *("chi nhánh", "cơ quan", "văn phòng", "trường", "bệnh viện", "nhà máy", "xí nghiệp", "phòng"),
)
SIGNS = frozenset("-–&.")
# A body may be named by its rank alone: "UBND tỉnh", "LĐLĐ Thành phố"; which one it is follows from the text.
BARE_RANKS = (
    *("tỉnh", "thành phố", "tp", "huyện", "quận", "thị xã", "xã", "phường", "đặc khu", "thị trấn"),
)
BARE_HEADS = frozenset(
    (
        *("liên đoàn lao động", "lđlđ", "ủy ban nhân dân", "ubnd", "hội đồng nhân dân", "hđnd"),
        *("công an", "công đoàn", "hội nông dân", "hội phụ nữ", "mttq", "tòa án nhân dân"),
        *("viện kiểm sát nhân dân", "đảng bộ", "đảng ủy", "bảo hiểm xã hội", "bhxh", "hội lhpn"),
        *("hội cựu chiến binh", "hội chữ thập đỏ", "mặt trận tổ quốc", "đoàn thanh niên"),
        *("trung tâm y tế", "trạm y tế", "nghiệp đoàn nghề cá"),
        *("ủy ban mttq", "ủy ban mặt trận tổ quốc"),
    )
)
# Zones that a union or a board of management may be named by, with or without their own names.
ZONES = (
    *("khu công nghiệp", "khu chế xuất", "khu kinh tế", "khu công nghệ cao", "cụm công nghiệp"),
    *(
        "khu công nghiệp và chế xuất",
        "khu chế xuất và công nghiệp",
        "kcn",
        "kcx",
        "kcn và chế xuất",
    ),
)
ZONE_HEADS = frozenset(("công đoàn", "cđ", "ban quản lý"))
# A union may be named by the sort of its house alone: "Chủ tịch Công đoàn công ty".
HOUSES = (
    "công ty",
    "tổng công ty",
    "xí nghiệp",
    "nhà máy",
    "tập đoàn",
    "bệnh viện",
    "nhà trường",
    "trường",
)
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
        "chính sách pháp luật",
        "tuyên giáo - nữ công",
    )
)
# Fields that follow another one in small letters: "Ban Chính sách pháp luật", "Phòng Tổ chức hành chính". Fields that
# are verbs as well are left out: "Sở Y tế kiểm tra …".
SECOND_FIELDS = ("pháp luật", "hành chính", "tổng hợp", "công nghệ")
# What may stand before the number of a numbered body.
NUMBERED = frozenset(
    (
        *("số", "quận", "phường", "khu vực", "đoàn", "khu", "vùng", "trường", "chủng", "đội"),
        *("thpt", "thcs", "học"),
    )
)
# Heads that a number alone may tell apart: "Nông trường 4", "Xí nghiệp 2".
NUMBERED_HEADS = frozenset(("nông trường", "lâm trường", "xí nghiệp", "nhà máy"))
# Legal forms, behind which a firm says what it does in one capital and small letters: "CP Nhân lực quốc tế Sao Kim".
LEGAL_ENDS = frozenset(("tnhh", "cp", "mtv", "phần", "viên", "hạn", "tm", "dv", "sx", "xnk"))
# A lower-case syllable between two capitals that ends a name: "Công ty May tặng Cờ".
NO_SECOND_SYLLABLE = frozenset(
    (
        *("tặng", "trao", "và", "của", "tại", "với", "được", "đã", "có", "là", "tổ", "phối", "ở"),
        *("do", "cho", "nhận", "đạt", "thưởng", "hỗ", "ủng", "góp", "vừa", "sẽ", "cùng", "hiện"),
        *("phát", "đề", "khen", "mừng", "ký", "về", "trong", "từ", "đến", "vào", "nên", "thì"),
        *("mà", "bị", "để", "mở", "dự", "theo", "cả", "thăm", "gồm", "thuộc", "nằm", "còn"),
        *("tên", "hạng", "đón", "mang", "gặp", "mời", "giành", "thắng", "ra", "không", "như"),
        *("xét", "chọn", "bàn", "giao", "lập", "thành", "tuyên", "biểu", "vinh", "tôn", "nói"),
    )
)
