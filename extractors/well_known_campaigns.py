"""Names of campaigns that every Vietnamese newspaper reader knows and that the ontology does not hold.

From common knowledge of the field: movements of the youth union, the women's union, schools, the army, the police,
hospitals, the Red Cross and charity. They have no id; the list serves to find them unquoted and to bound them.
"""

from extractors.records import CampaignType


def _names(lines: str) -> tuple[str, ...]:
    """Split names at the bars between them; a line break is a blank."""
    return tuple(" ".join(name.split()) for name in lines.split("|"))


WELL_KNOWN: dict[CampaignType, tuple[str, ...]] = {
    CampaignType.PHONG_TRAO: _names(
        """
        Ba trách nhiệm | Thanh niên 3 tốt | 3 trách nhiệm | Giúp bạn nghèo vượt khó | Nhà
        giáo mẫu mực | Nuôi con khỏe dạy con ngoan | Cờ ba nhất | Nông dân sản xuất, kinh
        doanh giỏi, đoàn kết giúp nhau làm giàu và giảm nghèo bền vững | Xây dựng nông thôn
        mới | Chung tay xây dựng nông thôn mới | Khuyến học, khuyến tài | Gia đình văn hóa |
        Hiến đất làm đường | Ngày thứ Bảy tình nguyện giải quyết thủ tục hành chính cho
        người dân | Ngày thứ Bảy xanh | Ôn lý luyện tay nghề, thi chọn thợ giỏi | Năng suất,
        chất lượng, hiệu quả | Năng suất cao, chất lượng tốt | Ngày công cao, năng suất giỏi
        | Làm theo lời Bác | Thi đua làm theo lời Bác | Tổ hợp lao động giỏi | Sạch làng tốt
        ruộng | Toàn dân tham gia phòng chống tội phạm | Đoàn kết, kỷ cương, sáng tạo | Tuổi
        trẻ giữ nước | Mỗi ngày một việc tốt | Thanh niên làm theo lời Bác | Tuổi trẻ học
        tập và làm theo Bác | Sinh viên tình nguyện | Tiết kiệm theo gương Bác | Nhà sạch
        vườn đẹp | Ánh sáng an ninh | Cổng trường an toàn giao thông | Chung tay cải cách
        thủ tục hành chính | Quần chúng tham gia bảo vệ an ninh Tổ quốc | Dạy giỏi, học giỏi
        | Dạy giỏi, học tốt | Trường giúp trường | Áo lụa tặng bà | Tấm áo tặng bạn | Nuôi
        heo đất | Vì đàn em thân yêu | Công trình măng non | Thắp nến tri ân | Mỗi tuần một
        việc tốt | Mỗi ngày làm một việc tốt | Mỗi tổ công đoàn một sáng kiến | Năng suất,
        chất lượng, an toàn | Người cao tuổi gương mẫu | Già làng mẫu mực | Nêu gương sáng |
        Bảo đảm an toàn giao thông | Xây dựng gia đình ấm no, bình đẳng, tiến bộ, hạnh phúc
        | Xây dựng gia đình ấm no, bình đẳng, hạnh phúc | Giúp nhau làm kinh tế | Giúp nhau
        xóa đói giảm nghèo | Giúp nhau phát triển kinh tế | Xóa nhà tranh tre | Xóa nhà dột
        nát | Vì biển đảo quê hương | Văn nghệ quần chúng tự quản | Xứ đạo bình yên | Tự
        phòng, tự quản, tự bảo vệ, tự hòa giải
        """
    ),
    CampaignType.CUOC_VAN_DONG: _names(
        """
        Ngày vì đồng bào bị chất độc da cam | Nói không với tiêu cực trong thi cử và bệnh
        tích trong giáo dục | Rèn luyện phẩm chất đạo đức phụ nữ Việt Nam | Vì Hoàng Sa -
        Trường Sa thân yêu | Đoàn kết sáng tạo | Xây dựng phong cách người cán bộ công đoàn
        | Toàn dân tham gia học tập | Nói không với thực phẩm bẩn | Văn hóa giao thông với
        bình yên sông nước | Toàn dân hiến máu tình nguyện | Đoàn kết xây dựng đời sống văn
        hóa | Xây dựng đời sống văn hóa ở khu dân cư | Xây dựng nếp sống văn hóa
        """
    ),
    CampaignType.CHUONG_TRINH: _names(
        """
        Thanh niên tình nguyện hè | Áo ấm mùa đông | Triệu phần quà san sẻ yêu thương | Vì
        tầm vóc Việt | Xuân yêu thương | Xuân ấm tình người | Cây mùa xuân | Vì mái ấm gia
        đình Việt | Chuyến xe mùa xuân | Chuyến xe yêu thương | Chuyến xe hạnh phúc | Nhịp
        cầu nhân ái | Ngôi nhà mơ ước | Thắp sáng ước mơ | Khăn hồng tình nguyện | Khát vọng
        Lạc Hồng | Tình nguyện mùa đông | Xây dựng nông thôn mới | Gia đình Việt | Chia sẻ
        cùng thầy cô | Thay lời tri ân | Hơi ấm mùa đông | Bữa sáng cho em | Nối vòng tay
        lớn | Vượt lên chính mình | Điều ước cho em | Nối trọn yêu thương | Em nuôi đồn biên
        phòng | Tiếp sức người bệnh | Tiếp bước cho em đến trường | Tiếp bước đến trường |
        Cùng em đến trường | Trung thu yêu thương | Vầng trăng yêu thương | Vầng trăng cho
        em | Bánh chưng xanh | Ngày hội bánh chưng xanh | Chợ Tết 0 đồng | Xuân gắn kết |
        Xuân đoàn kết | Xuân nhân ái - Tết yêu thương | Gắn kết yêu thương | Sưởi ấm mùa
        đông | Mùa đông ấm áp | Áo ấm cho em | Áo trắng đến trường | Xe đạp đến trường |
        Cõng chữ lên non | Ngân hàng máu sống | Giọt máu nghĩa tình | Mang âm nhạc đến bệnh
        viện | Xây dựng đô thị văn minh | Cà phê doanh nhân | Hát cho quê hương
        """
    ),
    CampaignType.THANG: _names(
        """
        Tháng Vì người nghèo | Tháng hành động quốc gia về dân số | Tuần lễ không khói thuốc
        | Tuần lễ quốc gia về an toàn vệ sinh lao động, phòng chống cháy nổ | Tuần lễ hồng
        EVN | Tuần lễ quốc gia phòng, chống thiên tai | Tháng Khuyến mại | Tháng tri ân
        khách hàng | Tháng tự hào hàng Việt | Tháng hoạt động cao điểm vì người nghèo |
        Tháng Dân số | Tháng An toàn vệ sinh thực phẩm | Tuần lễ thế giới nuôi con bằng sữa
        mẹ | Tuần lễ nuôi con bằng sữa mẹ | Tuần lễ áo dài Việt Nam | Tuần lễ Môi trường |
        Tuần lễ hồng | Tháng hành động vì chất lượng an toàn thực phẩm
        """
    ),
    CampaignType.MO_HINH: _names(
        """
        Mái ấm nghĩa tình | Mái ấm biên cương | Mái ấm khuyến học | Mái ấm nhân ái | Mái ấm
        Agribank | Mái ấm gia đình Việt | Mái ấm đồng đội | Mái ấm cho người nghèo nơi biên
        giới | Ngôi nhà trí tuệ | Bếp ăn tình thương | Nồi cháo tình thương | ATM gạo | Tủ
        bánh mì miễn phí | Tết vì người nghèo | Tết ấm tình thương | Siêu thị mini 0 đồng |
        Quầy hàng 0 đồng | Phiên chợ 0 đồng | Bếp ăn 0 đồng | Khu nhà trọ văn hóa | Nhà trọ
        văn hóa | Khu nhà trọ an toàn | Tủ sách công nhân | Điểm sinh hoạt văn hóa công nhân
        | Tết đoàn viên | Tết sẻ chia | Tết yêu thương | Tết ấm cho người nghèo | Tết cho
        người nghèo | Tủ quần áo 0 đồng | Mái ấm cho phụ nữ nghèo | Mái ấm khăn quàng đỏ |
        Nhà khăn quàng đỏ | Mái ấm chiến sĩ | Mái ấm Thanh niên | Dân quân tự vệ xung kích
        """
    ),
    CampaignType.QUY: _names(
        """
        Quỹ Khuyến học | Quỹ Bảo trợ trẻ em | Quỹ phòng, chống thiên tai |
        Quỹ vì phụ nữ nghèo | Quỹ Hy vọng | Quỹ Thiện Tâm | Quỹ Tấm lòng Việt | Quỹ Vì bạn
        nghèo | Quỹ Vì người lao động nghèo | Quỹ Nạn nhân chất độc da cam | Quỹ Vì tầm vóc
        Việt | Quỹ Ngày vì người nghèo | Quỹ Bảo trợ xã hội | Quỹ Nhân ái | Quỹ Chăm sóc
        người cao tuổi | Quỹ Bảo trợ nạn nhân chất độc da cam | Quỹ Tình thương | Quỹ Tình
        nghĩa | Quỹ Xóa đói giảm nghèo | Quỹ An sinh xã hội | Quỹ Trò nghèo vùng cao | Quỹ
        Vì Trường Sa | Quỹ Tấm lòng nhân ái | Quỹ Hỗ trợ ngư dân | Quỹ Đồng hành | Quỹ Ước
        mơ xanh | Quỹ Tương trợ | Quỹ Chung một tấm lòng | Quỹ Nghĩa tình Trường Sơn | Quỹ
        Vì học sinh nghèo | Quỹ Vì trẻ em nghèo | Quỹ Vì sự phát triển tài năng trẻ
        """
    ),
    CampaignType.HOI_THI: _names(
        """
        Robocon Việt Nam | Trạng nguyên nhỏ tuổi | Trạng nguyên Tiếng Việt | Violympic Toán |
        Giải Búa liềm vàng | Viết về đề tài công nhân, công đoàn | Liên hoan Tiếng hát công
        nhân | Tiếng hát công nhân viên chức lao động | Hội thi Cán bộ nữ công giỏi | Hội
        thi Báo cáo viên giỏi | Hội thi Tuyên truyền viên giỏi | Hội thi Bí thư chi bộ giỏi
        | Hội thi Giáo viên dạy giỏi | Hội thi Giáo viên giỏi | Hội thi Điều dưỡng giỏi |
        Hội khỏe công nhân viên chức lao động | Olympic các môn khoa học Mác - Lênin | Ánh
        sáng soi đường | Cuộc thi Sáng tạo kỹ thuật
        """
    ),
}

# Printed forms of campaigns of the ontology that it does not list.
MORE_ALIASES: dict[str, tuple[str, ...]] = {
    "200000-tui-an-sinh": ("200.000 túi an sinh công đoàn",),
    "ca-nuoc-chung-tay-xoa-nha-tam": ("Xóa nhà tạm", "Xóa nhà tạm, nhà dột nát", "Xóa nhà dột nát"),
    "phat-huy-sang-kien-cai-tien-ky-thuat": (
        "Phát huy sáng kiến, hợp lý hóa sản xuất",
        "Phát huy sáng kiến cải tiến kỹ thuật",
        "Sáng kiến, cải tiến kỹ thuật",
    ),
    "toan-dan-bao-ve-an-ninh-to-quoc": (
        "Bảo vệ an ninh Tổ quốc",
        "Quần chúng bảo vệ an ninh Tổ quốc",
        "TDBVANTQ",
    ),
    "quy-tam-long-vang": ("Quỹ Xã hội từ thiện Tấm lòng vàng Lao Động", "Quỹ Xã hội Tấm lòng vàng"),
    "thang-hanh-dong-atvsld": (
        "Tháng hành động quốc gia về an toàn, vệ sinh lao động",
        "Tháng An toàn, vệ sinh lao động",
        "Tháng hành động An toàn vệ sinh lao động",
    ),
    "nguoi-viet-nam-uu-tien-dung-hang-viet-nam": ("Người Việt ưu tiên dùng hàng Việt",),
    "toan-dan-doan-ket-xay-dung-doi-song-van-hoa": (
        "Xây dựng đời sống văn hóa ở khu dân cư",
        "TDĐKXDĐSVH",
    ),
    "lao-dong-gioi-lao-dong-sang-tao": ("Lao động giỏi, sáng tạo", "Thi đua lao động sáng tạo"),
    "vi-nguoi-ngheo-khong-de-ai-bi-bo-lai-phia-sau": (
        "Chung tay vì người nghèo - Không để ai bị bỏ lại phía sau",
    ),
    "xay-dung-to-chuc-cong-doan-vung-manh": (
        "Xây dựng công đoàn cơ sở vững mạnh",
        "Xây dựng CĐCS vững mạnh",
    ),
    "hien-mau-tinh-nguyen": ("Hiến máu nhân đạo", "Hiến máu cứu người"),
    "nha-dai-doan-ket": ("Đại đoàn kết",),
}
