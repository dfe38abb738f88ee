"""Words that names of organisations go on with, are joined by and end at."""

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
    *(
        "chính sách xã hội",
        "khai thác",
        "vận hành",
        "sửa chữa",
        "bảo dưỡng",
        "vật liệu",
        "vật liệu xây dựng",
        "doanh nghiệp",
    ),
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
        "ptdt nội trú",
        "ptdt bán trú",
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
# Levels that name no body but all or any of them: "Công đoàn cấp trên trực tiếp cơ sở", "CĐCS khu vực nhà nước".
LEVELS = (
    *("cấp trên trực tiếp cơ sở", "cấp trên trực tiếp", "cấp trên cơ sở", "cấp trên", "các cấp"),
    *("khu vực nhà nước", "khu vực ngoài nhà nước", "khu vực doanh nghiệp", "cấp cơ sở"),
    *("khu vực hành chính sự nghiệp",),
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
# Legal forms, behind which a firm says what it does in one capital and small letters: "CP Nhân lực quốc tế Sao Kim".
LEGAL_ENDS = frozenset(("tnhh", "cp", "mtv", "phần", "viên", "hạn", "tm", "dv", "sx", "xnk"))
# Capitals behind a body or its rank that begin the name of what it confers: "LĐLĐ tỉnh | Bằng khen".
CONFERRED = (
    *("bằng khen", "giấy khen", "cờ thi đua", "cờ truyền thống", "huân chương", "huy chương"),
    *("huy hiệu", "kỷ niệm chương", "kỉ niệm chương", "danh hiệu", "bằng lao động sáng tạo"),
)
# What a block of a party, union or youth is made of: "Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh".
BLOCKS = (
    *(
        "các cơ quan",
        "các cơ quan và doanh nghiệp",
        "cơ quan và doanh nghiệp",
        "cơ quan",
        "doanh nghiệp",
    ),
    *("các cơ quan, doanh nghiệp", "các doanh nghiệp", "các cơ quan - doanh nghiệp"),
)
# Measures that a number behind a body counts, beside the nouns that news counts: "Công ty 8 năm liền".
MEASURES = (
    *(
        "năm",
        "tháng",
        "tuần",
        "ngày",
        "giờ",
        "phút",
        "trăm",
        "nghìn",
        "ngàn",
        "triệu",
        "tỷ",
        "chục",
    ),
    *("mét", "km", "ha", "tấn", "kg", "đồng", "tuổi"),
)
# What ends a name in a headline all in capitals, where no letter tells it.
SHOUTED_ENDS = (
    *(
        "tặng",
        "trao",
        "tổ",
        "tổng",
        "và",
        "của",
        "tại",
        "với",
        "được",
        "đã",
        "có",
        "là",
        "cho",
        "nhận",
    ),
    *(
        "đạt",
        "hội",
        "ra",
        "khen",
        "vinh",
        "tôn",
        "biểu",
        "tuyên",
        "hỗ",
        "ủng",
        "chúc",
        "đón",
        "nhiệm",
    ),
    *(
        "lần",
        "thứ",
        "họp",
        "phiên",
        "năm",
        "sẽ",
        "vừa",
        "từ",
        "đến",
        "về",
        "ở",
        "thăm",
        "trong",
        "để",
        "vì",
        "theo",
        "các",
    ),
)
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
