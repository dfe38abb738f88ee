"""Who gives and receives beside named organisations: bodies under a common name, those who act for one, callings."""

from extractors.phrase_table import words

# Bodies that receive or confer under a common name, which one the text leaves open; organisations they are only with
# a name behind them.
STANDING = (
    *("đoàn trường", "đoàn công ty", "nhà trường", "ban chấp hành đoàn", "tổ chức công đoàn"),
    *("hội đồng bình chọn", "hội đồng thi đua", "hội đồng thi đua khen thưởng", "hội đồng"),
    *("ban vận động", "ban chủ nhiệm", "ban biên tập", "ban chuyên môn", "tiểu ban"),
    *("các cấp công đoàn", "công đoàn các cấp", "CĐN", "CĐVC", "CĐNHVN"),
    *("ban tổ chức", "ban giám hiệu", "ban giám khảo", "ban thi đua khen thưởng", "ban liên lạc"),
    *("ban cán sự", "ban đại diện", "BTC", "BGH", "BGK", "trung ương đoàn"),
    *("chính phủ", "quốc hội", "nhà nước", "đảng, nhà nước", "đảng và nhà nước"),
    *("khoa học", "phân xưởng", "chi nhánh", "các cấp, các ngành", "các cấp các ngành"),
    *("các cấp, ngành", "các cấp", "các bộ, ngành", "bộ, ngành", "cấp trên"),
    *("cấp có thẩm quyền", "các cấp có thẩm quyền", "cơ quan có thẩm quyền", "VCCI", "Viettel"),
    *("bưu điện", "CSGT", "đội công đoàn", "các đội CĐ", "công an các tỉnh", "đảng bộ cơ quan"),
    *("trường đại học", "trường cao đẳng", "trường tiểu học", "trường trung học"),
    *("trường mầm non", "ngành giáo dục", "ngành y tế", "ngành điện", "ngành than"),
    *("ngành dầu khí", "ngành ngân hàng"),
)
# Common nouns that begin the name of a giver or receiver only before one: "tỉnh Nam Hà", "đội Phân xưởng Lò".
COMMON_NOUNS = (
    *("đảng", "nhà nước", "đoàn", "cảnh sát", "khoa", "đội", "tổ", "đài", "ngành", "tỉnh"),
    *("thành phố", "TP", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "thôn", "cụm"),
    *("khối", "vùng", "lực lượng", "đội tuyển", "quỹ", "đoàn kinh tế", "liên hiệp", "liên minh"),
    *("ủy ban", "tập thể", "đơn vị", "cơ quan", "nhóm", "ĐH", "THPT", "THCS", "mầm non"),
    *("tiểu học",),
)
# Organs behind which the body stands that they act for; beside those that are part of an organisation's name.
BOARDS = ("ban giám đốc", "ban lãnh đạo", "trung ương")
# Groups that are named after the body they belong to: "tập thể Công đoàn ngành", "đội Bệnh viện Hoa Ban".
GROUPS = ("tập thể", "đội", "đội tuyển", "tổ", "nhóm", "đơn vị")
# Firms in general.
FIRMS = ("doanh nghiệp",)
# Heads of firms after the law that awards count as collectives.
COLLECTIVES = frozenset(("hợp tác xã", "htx", "nông trường", "lâm trường"))
# Those who act for a body beside its officers.
BEARERS = (
    *(
        "lãnh đạo",
        "lãnh đạo Đảng, Nhà nước",
        "lãnh đạo Đảng và Nhà nước",
        "đại diện",
        "thường trực",
    ),
    *("viện trưởng viện kiểm sát", "hội đồng quản trị", "HĐQT"),
)
# What a receiver may be addressed as beside the forms of address and titles that stand before any person.
CALLINGS = (
    *("bé", "lão", "già làng", "y sĩ", "nghệ nhân", "nhà văn", "nhà thơ", "cầu thủ", "tài xế"),
    *("lái xe", "chiến sĩ", "binh nhất", "hạ sĩ", "trung sĩ", "thượng sĩ", "chuẩn úy", "nhà giáo"),
    *("giáo viên", "công nhân", "sinh viên", "học sinh", "VĐV", "vận động viên", "thí sinh"),
    *("xạ thủ", "tác giả", "phóng viên"),
)
# Common nouns that with a capital stand for a body named before, and what then follows: "Sở đã tặng".
WHOLE = words(
    "hội trường sở bộ đoàn ban phường quận huyện tỉnh ngành khoa viện cục phòng quỹ báo đảng"
)
AFTER_WHOLE = [
    ["đã"],
    ["vừa"],
    ["cũng"],
    ["tặng"],
    ["trao"],
    ["biểu"],
    ["khen"],
    ["tuyên"],
    ["tổ"],
    ["được"],
    ["và"],
    [","],
    ["sẽ"],
    ["còn"],
    ["vinh"],
    ["tôn"],
]
