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
        Ba đảm đang | Ba sẵn sàng | Ba trách nhiệm | Ba nhất | Năm xung phong | Thanh niên
        tình nguyện | Tuổi trẻ sáng tạo | Tuổi trẻ xung kích bảo vệ Tổ quốc | Năm xung kích
        phát triển kinh tế - xã hội và bảo vệ Tổ quốc | Sáng tạo trẻ | Bốn đồng hành với
        thanh niên lập thân, lập nghiệp | 5 xung kích, 4 đồng hành | Sinh viên 5 tốt | Học
        sinh 3 tốt | Học sinh 3 rèn luyện | Thanh niên 3 tốt | 3 trách nhiệm | Nghìn việc
        tốt | Kế hoạch nhỏ | Nói lời hay làm việc tốt | Thiếu nhi Việt Nam thi đua làm theo
        5 điều Bác Hồ dạy | Uống nước nhớ nguồn | Giúp bạn nghèo vượt khó | Vòng tay bè bạn
        | Vở sạch chữ đẹp | Đôi bạn cùng tiến | Xây dựng trường học thân thiện, học sinh
        tích cực | Nhà giáo mẫu mực | Giỏi việc trường, đảm việc nhà | Giỏi việc nước đảm
        việc nhà | Nuôi con khỏe dạy con ngoan | Xây dựng gia đình 5 không, 3 sạch | 5
        không, 3 sạch | Năm không ba sạch | Phụ nữ giúp nhau làm kinh tế | Phụ nữ giúp nhau
        phát triển kinh tế gia đình | Xây dựng người phụ nữ Việt Nam thời đại mới | Cờ ba
        nhất | Nông dân thi đua sản xuất kinh doanh giỏi | Nông dân sản xuất kinh doanh giỏi
        | Nông dân sản xuất, kinh doanh giỏi, đoàn kết giúp nhau làm giàu và giảm nghèo bền
        vững | Cựu chiến binh gương mẫu | Tuổi cao gương sáng | Quân đội chung sức xây dựng
        nông thôn mới | Quân đội chung tay vì người nghèo | Thi đua Quyết thắng | Vì an ninh
        Tổ quốc | Vì nước quên thân, vì dân phục vụ | Công an nhân dân học tập, thực hiện
        sáu điều Bác Hồ dạy | Học tập, thực hiện 6 điều Bác Hồ dạy | Toàn dân phòng cháy,
        chữa cháy | Toàn dân rèn luyện thân thể theo gương Bác Hồ vĩ đại | Lá lành đùm lá
        rách | Tương thân tương ái | Xây dựng nông thôn mới | Chung sức xây dựng nông thôn
        mới | Chung tay xây dựng nông thôn mới | Gia đình hiếu học | Khuyến học, khuyến tài
        | Xây dựng gia đình học tập, dòng họ học tập, cộng đồng học tập | Gia đình văn hóa |
        Hiến đất làm đường | Chống rác thải nhựa | Ngày thứ Bảy tình nguyện | Ngày Chủ nhật
        xanh | Ngày thứ Bảy tình nguyện giải quyết thủ tục hành chính cho người dân | Ngày
        thứ Bảy xanh | Học tập và làm theo tấm gương đạo đức Hồ Chí Minh | Phát huy sáng
        kiến, cải tiến kỹ thuật | Thực hành tiết kiệm, chống lãng phí | Người tốt, việc tốt
        | Giỏi một nghề, biết nhiều việc | Giỏi một việc, biết nhiều việc | Ôn lý thuyết,
        luyện tay nghề, thi thợ giỏi | Ôn lý luyện tay nghề, thi chọn thợ giỏi | Ôn lý
        thuyết, luyện tay nghề | Luyện tay nghề, thi thợ giỏi | Năng suất, chất lượng, hiệu
        quả | Năng suất cao, chất lượng tốt | Ngày công cao, năng suất giỏi | Dạy tốt, học
        tốt | Hai tốt | Kỷ cương, tình thương, trách nhiệm | Lương y như từ mẫu | Làm theo
        lời Bác | Thi đua làm theo lời Bác | Tổ hợp lao động giỏi | Sạch làng tốt ruộng |
        Đổi mới, sáng tạo trong dạy và học | Đổi mới sáng tạo trong quản lý, giảng dạy và
        học tập | Toàn dân tham gia phòng chống tội phạm | Đoàn kết, kỷ cương, sáng tạo |
        Thanh niên lập nghiệp | Tuổi trẻ giữ nước | Tuổi trẻ chung tay xây dựng nông thôn
        mới | Tết trồng cây | Tết trồng cây đời đời nhớ ơn Bác Hồ | Mỗi ngày một việc tốt |
        Thanh niên làm theo lời Bác | Tuổi trẻ học tập và làm theo Bác | Tôi yêu Tổ quốc tôi
        | Sinh viên tình nguyện | Trí thức trẻ tình nguyện | Cựu chiến binh giúp nhau làm
        kinh tế giỏi | Cựu chiến binh giúp nhau giảm nghèo | Ngày tiết kiệm vì phụ nữ nghèo
        | Tiết kiệm theo gương Bác | Nhà sạch vườn đẹp | Thắp sáng đường quê | Ánh sáng
        đường quê | Ánh sáng an ninh | Tiếng kẻng an ninh | Camera an ninh | Cổng trường an
        toàn giao thông | Chung tay cải cách thủ tục hành chính | Quần chúng tham gia bảo vệ
        an ninh Tổ quốc | Dạy giỏi, học giỏi | Dạy giỏi, học tốt | Trường giúp trường | Áo
        lụa tặng bà | Tấm áo tặng bạn | Nuôi heo đất | Vì đàn em thân yêu | Công trình măng
        non | Thắp nến tri ân | Thầy thuốc trẻ làm theo lời Bác | Mỗi tuần một việc tốt |
        Mỗi ngày làm một việc tốt | Mỗi ngày một tin tốt, mỗi tuần một câu chuyện đẹp | Mỗi
        tổ công đoàn một sáng kiến | Năng suất, chất lượng, an toàn | Người cao tuổi gương
        mẫu | Già làng mẫu mực | Nêu gương sáng | Bảo đảm an toàn giao thông | Xây dựng gia
        đình ấm no, bình đẳng, tiến bộ, hạnh phúc | Xây dựng gia đình ấm no, bình đẳng, hạnh
        phúc | Giúp nhau làm kinh tế | Giúp nhau xóa đói giảm nghèo | Giúp nhau phát triển
        kinh tế | Xây dựng xã hội học tập | Gia đình học tập | Dòng họ học tập | Xóa nhà
        tranh tre | Xóa nhà dột nát | Tết trồng cây đời đời nhớ ơn Bác | Vì biển đảo quê
        hương | Văn nghệ quần chúng tự quản | Xứ đạo bình yên | Tự phòng, tự quản, tự bảo
        vệ, tự hòa giải
        """
    ),
    CampaignType.CUOC_VAN_DONG: _names(
        """
        Ngày vì người nghèo | Ngày vì đồng bào bị chất độc da cam | Hai không | Phát huy
        truyền thống, cống hiến tài năng, xứng danh Bộ đội Cụ Hồ | Xây dựng gia đình 5 không
        3 sạch | Nói không với tiêu cực trong thi cử và bệnh tích trong giáo dục | Nói không
        với tiêu cực trong thi cử và bệnh thành tích trong giáo dục | Mỗi thầy cô giáo là
        một tấm gương đạo đức, tự học và sáng tạo | Rèn luyện phẩm chất đạo đức phụ nữ Việt
        Nam | Mỗi tổ chức, mỗi cá nhân gắn với một địa chỉ nhân đạo | Góp đá xây Trường Sa |
        Vì Hoàng Sa - Trường Sa thân yêu | Đoàn kết sáng tạo | Xây dựng phong cách người cán
        bộ công đoàn | Toàn dân tham gia học tập | Xây dựng phong cách người Công an nhân
        dân bản lĩnh, nhân văn, vì nhân dân phục vụ | Nói không với thực phẩm bẩn | Văn hóa
        giao thông với bình yên sông nước | Toàn dân hiến máu tình nguyện | Đoàn kết xây
        dựng đời sống văn hóa | Xây dựng đời sống văn hóa ở khu dân cư | Nâng cao y đức |
        Mỗi đoàn viên một việc làm tốt | Xây dựng nếp sống văn hóa | Người Hà Nội thanh
        lịch, văn minh
        """
    ),
    CampaignType.CHUONG_TRINH: _names(
        """
        Tiếp sức mùa thi | Tiếp sức đến trường | Xuân tình nguyện | Mùa hè xanh | Hoa phượng
        đỏ | Thanh niên tình nguyện hè | Áo ấm mùa đông | Đông ấm | Cặp lá yêu thương | Trái
        tim cho em | Nâng bước em tới trường | Hũ gạo tình thương | Xuân biên phòng ấm lòng
        dân bản | Tháng Ba biên giới | Một triệu cây xanh cho Trường Sa | Một triệu lá cờ Tổ
        quốc cùng ngư dân bám biển | Tự hào cờ Tổ quốc | Một triệu lá cờ Tổ quốc | Đồng hành
        cùng phụ nữ biên cương | Mẹ đỡ đầu | Triệu phần quà san sẻ yêu thương | Vì tầm vóc
        Việt | Bữa cơm có thịt | Cơm có thịt | Xuân yêu thương | Xuân ấm tình người | Cây
        mùa xuân | Hành trình đỏ | Lễ hội Xuân hồng | Chủ nhật Đỏ | Mỗi xã một sản phẩm |
        Mỗi xã phường một sản phẩm | Giọt hồng blouse trắng | Vì mái ấm gia đình Việt |
        Chuyến xe mùa xuân | Chuyến xe yêu thương | Chuyến xe hạnh phúc | Nhịp cầu nhân ái |
        Ngôi nhà mơ ước | Thắp sáng ước mơ | Khăn hồng tình nguyện | Khát vọng Lạc Hồng |
        Tình nguyện mùa đông | Xây dựng nông thôn mới | Gia đình Việt | Chia sẻ cùng thầy cô
        | Thay lời tri ân | Hơi ấm mùa đông | Giờ Trái đất | Làm cho thế giới sạch hơn | Bữa
        sáng cho em | Nối vòng tay lớn | Vượt lên chính mình |
        Sữa học đường | Điều ước cho em | Nối trọn yêu thương | Thầy giáo quân hàm xanh |
        Con nuôi đồn biên phòng | Em nuôi đồn biên phòng | Hành quân xanh | Kỳ nghỉ hồng |
        Tiếp sức người bệnh | Tiếp bước cho em đến trường | Tiếp bước đến trường | Nâng bước
        em đến trường | Cùng em đến trường | Trung thu yêu thương | Vầng trăng yêu thương |
        Vầng trăng cho em | Bánh chưng xanh | Ngày hội bánh chưng xanh | Gian hàng 0 đồng |
        Chợ Tết 0 đồng | Xuân gắn kết | Xuân đoàn kết | Xuân nhân ái - Tết yêu thương | Gắn
        kết yêu thương | Sưởi ấm mùa đông | Mùa đông ấm | Mùa đông ấm áp | Áo ấm cho em | Áo
        trắng đến trường | Xe đạp đến trường | Cõng chữ lên non | Ngân hàng máu sống | Giọt
        máu nghĩa tình | Mang âm nhạc đến bệnh viện | Xây dựng đô thị văn minh | Cà phê
        doanh nhân | Hát cho quê hương
        """
    ),
    CampaignType.THANG: _names(
        """
        Tháng Thanh niên | Tháng hành động vì trẻ em | Tháng Nhân đạo | Tháng Vì người nghèo
        | Tháng hành động phòng, chống ma túy | Tháng An toàn giao thông | Tháng hành động
        vì môi trường | Tháng hành động quốc gia về dân số | Tháng hành động quốc gia phòng,
        chống HIV/AIDS | Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo
        lực trên cơ sở giới | Tháng hành động vì chất lượng vệ sinh an toàn thực phẩm |
        Tháng hành động vì an toàn thực phẩm | Tuần lễ quốc gia An toàn vệ sinh lao động -
        Phòng chống cháy nổ | Tuần lễ không khói thuốc | Tuần lễ quốc gia về an toàn vệ sinh
        lao động, phòng chống cháy nổ | Tuần lễ hồng EVN | Tuần lễ hưởng ứng học tập suốt
        đời | Tuần lễ học tập suốt đời | Tuần lễ Biển và Hải đảo Việt Nam | Tuần lễ quốc gia
        nước sạch và vệ sinh môi trường | Tuần lễ quốc gia không thuốc lá | Tuần lễ quốc gia
        phòng, chống thiên tai | Tháng Khuyến mại | Tháng tri ân khách hàng | Tháng tự hào
        hàng Việt | Tháng hoạt động cao điểm vì người nghèo | Tháng Dân số | Tháng An toàn
        vệ sinh thực phẩm | Tuần lễ Dinh dưỡng và phát triển | Tuần lễ thế giới nuôi con
        bằng sữa mẹ | Tuần lễ nuôi con bằng sữa mẹ | Tuần lễ áo dài | Tuần lễ áo dài Việt Nam | Tuần lễ Môi trường |
        Tuần lễ hồng | Tháng hành động vì người cao tuổi | Tháng hành động vì chất lượng an
        toàn thực phẩm | Tháng cao điểm vì người nghèo | Tháng cao điểm Vì người nghèo
        """
    ),
    CampaignType.MO_HINH: _names(
        """
        Mái ấm tình thương | Mái ấm nghĩa tình | Mái ấm biên cương | Mái ấm khuyến học | Mái
        ấm nhân ái | Mái ấm Agribank | Mái ấm gia đình Việt | Mái ấm đồng đội | Mái ấm cho
        người nghèo nơi biên giới | Tết Sum vầy | Ngôi nhà trí tuệ | Bếp ăn tình thương |
        Nồi cháo tình thương | ATM gạo | Tủ bánh mì miễn phí | Tết vì người nghèo | Tết nhân
        ái | Tết ấm tình thương | Tết vì người nghèo và nạn nhân chất độc da cam | Siêu thị
        mini 0 đồng | Quầy hàng 0 đồng | Phiên chợ 0 đồng | Bếp ăn 0 đồng | Khu nhà trọ văn
        hóa | Nhà trọ văn hóa | Khu nhà trọ an toàn | Tủ sách công nhân | Điểm sinh hoạt văn
        hóa công nhân | Tết đoàn viên | Tết sẻ chia | Tết yêu thương | Tết ấm cho người
        nghèo | Tết cho người nghèo | Tủ quần áo 0 đồng | Mái ấm cho phụ nữ nghèo | Mái ấm
        khăn quàng đỏ | Nhà khăn quàng đỏ | Mái ấm chiến sĩ | Mái ấm Thanh niên | Dân quân
        tự vệ xung kích
        """
    ),
    CampaignType.QUY: _names(
        """
        Quỹ Vì người nghèo | Quỹ Bảo trợ trẻ em | Quỹ Bảo trợ trẻ em Việt Nam | Quỹ Khuyến
        học | Quỹ vì phụ nữ nghèo | Quỹ Hy vọng | Quỹ Thiện Tâm | Quỹ Tấm lòng Việt | Quỹ Vì
        bạn nghèo | Quỹ Vì người lao động nghèo | Quỹ phòng, chống thiên tai | Quỹ Nạn nhân
        chất độc da cam | Quỹ Vì tầm vóc Việt | Quỹ Ngày vì người nghèo | Quỹ Bảo trợ xã hội
        | Quỹ Khuyến học Việt Nam | Quỹ Nhân ái | Quỹ Chăm sóc người cao tuổi | Quỹ Trái tim
        cho em | Quỹ học bổng Vừ A Dính | Học bổng Vừ A Dính | Quỹ Bảo trợ nạn nhân chất độc
        da cam | Quỹ Vì Trường Sa thân yêu | Quỹ Tình thương | Quỹ Tình nghĩa | Quỹ Xóa đói
        giảm nghèo | Quỹ An sinh xã hội | Quỹ Trò nghèo vùng cao | Quỹ Vì Trường Sa | Quỹ
        Tấm lòng nhân ái | Quỹ Hỗ trợ ngư dân | Quỹ Đồng hành | Quỹ Ước mơ xanh | Quỹ Tương trợ | Quỹ Chung một tấm lòng | Quỹ
        Nghĩa tình Trường Sơn | Quỹ Hỗ trợ nông dân | Quỹ Vì học sinh nghèo | Quỹ Vì trẻ em
        nghèo | Quỹ Vì sự phát triển tài năng trẻ
        """
    ),
    CampaignType.HOI_THI: _names(
        """
        Đường lên đỉnh Olympia | Hội khỏe Phù Đổng | Rung chuông vàng | Giải Búa liềm vàng |
        Viết về đề tài công nhân, công đoàn | Liên hoan Tiếng hát công nhân | Tiếng hát công
        nhân viên chức lao động | Hội thi Tin học trẻ | Hội thi Cán bộ nữ công giỏi | Hội
        thi Báo cáo viên giỏi | Hội thi Tuyên truyền viên giỏi | Hội thi Bí thư chi bộ giỏi
        | Hội thi Giáo viên dạy giỏi | Hội thi Giáo viên giỏi | Hội thi Điều dưỡng giỏi |
        Hội khỏe công nhân viên chức lao động | Hội thi Nhà nông đua tài | Olympic các môn
        khoa học Mác - Lênin | Ánh sáng soi đường | Cuộc thi Sáng tạo thanh thiếu niên nhi
        đồng | Cuộc thi Sáng tạo kỹ thuật
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
    ),
    "quy-tam-long-vang": ("Quỹ Xã hội từ thiện Tấm lòng vàng Lao Động", "Quỹ Xã hội Tấm lòng vàng"),
    "thang-hanh-dong-atvsld": (
        "Tháng hành động quốc gia về an toàn, vệ sinh lao động",
        "Tháng An toàn, vệ sinh lao động",
        "Tháng hành động An toàn vệ sinh lao động",
    ),
    "nguoi-viet-nam-uu-tien-dung-hang-viet-nam": ("Người Việt ưu tiên dùng hàng Việt",),
    "toan-dan-doan-ket-xay-dung-doi-song-van-hoa": ("Xây dựng đời sống văn hóa ở khu dân cư",),
    "lao-dong-gioi-lao-dong-sang-tao": ("Lao động giỏi, sáng tạo", "Thi đua lao động sáng tạo"),
    "hien-mau-tinh-nguyen": ("Hiến máu nhân đạo", "Hiến máu cứu người"),
    "nha-dai-doan-ket": ("Đại đoàn kết",),
}
