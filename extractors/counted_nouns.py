"""Nouns that union news counts, classifiers, and words that never begin a counted noun; all folded by `spelling`."""

from extractors.text import spelling


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    found = {
        tuple(spelling(w) for w in line.split()) for line in text.replace("\n", ",").split(",")
    }
    return tuple(sorted((p for p in found if p), key=lambda p: (-len(p), p)))


def _words(text: str) -> frozenset[str]:
    return frozenset(spelling(w) for w in text.split())


# People, bodies, works, gifts, events: what a number in this register counts.
_PEOPLE = """
người, người lao động, người dân, người nghèo, người thân, người bệnh, người có công, người con, người thợ, người khuyết tật, người cao tuổi,
cá nhân, cán nhân, gương cá nhân, đoàn viên, đoàn viên công đoàn, đoàn viên thanh niên, đoàn viên ưu tú, công đoàn viên, hội viên, đảng viên, thành viên,
công nhân, công nhân lao động, công nhân viên, công nhân viên chức, công nhân viên chức lao động, nữ công nhân, nam công nhân, nữ, nam, nữ đoàn viên,
nữ CNVCLĐ, nữ CNLĐ, nữ công nhân lao động, nữ lao động, nữ cán bộ, viên chức, công chức, cán bộ, cán bộ công đoàn, cán bộ đoàn, cán bộ công chức,
cán bộ nữ công, lao động, lao động nữ, lao động nghèo, nhân viên, nhân sự, nhân lực, nhân khẩu, quản lý, giám đốc, lãnh đạo,
CNLĐ, CNVCLĐ, CNVC-LĐ, CNVC, CBCNV, CBCNVC, CBCC, CBCCVC, CBCCVCLĐ, CBVC, CBGV, CBNV, CBCS, CBĐV, NLĐ, ĐV, ĐVCĐ, ĐVTV, ĐVTN, CN, LĐ, CB, HV, HS, HSSV, SV, GV, VĐV, HLV, BTV, PV, CBCĐ, NLĐ nghèo,
đồng chí, đ/c, đồng bào, đồng nghiệp, anh, chị, anh chị, chị em, anh em, anh chị em, ông, bà, bác, cô, chú, cô giáo, thầy, thầy cô, học trò, đứa, đứa con, đứa trẻ, thầy giáo, thầy cô giáo, cháu, cháu bé, em, em nhỏ, em học sinh,
bé, bạn, bạn trẻ, con, con em, trẻ, trẻ em, trẻ mồ côi, thiếu nhi, thiếu niên, thanh niên, thanh thiếu nhi, phụ nữ, học sinh, học sinh giỏi, học sinh nghèo, sinh viên, học viên, nghiên cứu sinh, giáo viên, giáo sư,
giảng viên, nhà giáo, nhà khoa học, nhà báo, nhà văn, nhà thơ, nhà đầu tư, nhà tài trợ, nhà thầu, nhà hảo tâm, nhà mạng, phóng viên, biên tập viên, kỹ sư, kỹ thuật viên, bác sĩ, y bác sĩ, y sĩ, y tá, điều dưỡng, dược sĩ, thạc sĩ, tiến sĩ, phó giáo sư,
thợ, thợ giỏi, thợ máy, thợ lặn, thí sinh, vận động viên, huấn luyện viên, trọng tài, tuyển thủ, cầu thủ, vũ công, tác giả, đồng tác giả, diễn viên, ca sĩ, nghệ sĩ, nghệ nhân, nhạc sĩ, họa sĩ, nhạc công, đạo diễn, chuyên gia, cố vấn,
đại biểu, đại biểu quốc hội, khách mời, khách hàng, khách, du khách, khán giả, cổ đông, hành khách, nông dân, ngư dân, ngư phủ, tiểu thương, lái xe, tài xế, bảo vệ, thuyền viên, thủy thủ, phi công, tiếp viên, chủ nhà trọ, chủ trọ,
chiến sĩ, cán bộ chiến sĩ, quân nhân, bộ đội, sĩ quan, hạ sĩ quan, cựu chiến binh, thương binh, thương bệnh binh, bệnh binh, liệt sĩ, mẹ, mẹ liệt sĩ, bà mẹ Việt Nam anh hùng, mẹ Việt Nam anh hùng, công an, cảnh sát, dân quân,
bệnh nhân, nạn nhân, phạm nhân, đối tượng, nghi phạm, bị can, bị cáo, trọng án, tình nguyện viên, cộng tác viên, báo cáo viên, tuyên truyền viên, hướng dẫn viên, an toàn vệ sinh viên, kiểm tra viên, hòa giải viên, tổ viên, xã viên, ủy viên, ủy viên ban chấp hành, phó chủ tịch, chủ tịch,
thân nhân, gia đình, gia đình công nhân, gia đình chính sách, hộ, hộ dân, hộ nghèo, hộ cận nghèo, hộ gia đình, hộ kinh doanh, hộ nông dân, cặp vợ chồng, cặp đôi, cặp, vợ chồng, mẹ con, bố con, cha con, bà cháu, ông bà, anh trai, con gái, con trai, chị gái, em gái, cô con gái,
phía, bên, vị, danh nhân, gương mặt, gương mặt tiêu biểu, gương mặt trẻ, gương, tấm gương, gương điển hình, gương người tốt, điển hình, điển hình tiên tiến, điển hình tiêu biểu, doanh nhân, chủ doanh nghiệp, nhân vật, tài năng, thủ khoa, đại diện, ứng viên, ứng cử viên, thương nhân, tổ trưởng, đội trưởng, cử tri, dân số, triệu phú, F0, F1, lực lượng, nhân công, thầy thuốc, hộ lý, dân, xã viên, lượt, lượt người, lượt đoàn viên,
công nhân giỏi, công nhân tiêu biểu, chiến sĩ thi đua, anh hùng lao động, nữ sinh, nam sinh, chủ hộ, chủ tàu, người mẹ, thạc sỹ, tỷ phú
"""
_BODIES = """
tập thể, tập thể lao động, đơn vị, đơn vị trực thuộc, đơn vị máu, cơ sở, cơ sở giáo dục, cơ sở đoàn, cơ sở sản xuất, tổ chức, tổ chức đảng, tổ chức cơ sở đảng, tổ chức công đoàn, tổ chức đoàn, chi bộ, đảng bộ, chi đoàn, chi hội, liên đoàn lao động, LĐLĐ, liên đoàn,
CĐCS, CĐ, công đoàn, công đoàn cơ sở, công đoàn cơ sở thành viên, công đoàn bộ phận, công đoàn cấp trên, công đoàn cấp trên cơ sở, công đoàn ngành, nghiệp đoàn, nghiệp đoàn cơ sở, tổ công đoàn, tổ nữ công, ban nữ công, doanh nghiệp, DN, DNNN, cty, công ty, công ty con, tổng công ty, tập đoàn,
cơ quan, trường, trường học, nhà trường, trường đại học, trường mầm non, trường tiểu học, bệnh viện, trạm, trạm y tế, trung tâm, trung tâm thảo luận, hợp tác xã, HTX, tổ hợp tác, tổ, tổ tự quản, tổ công nhân tự quản, tổ dân phố, tổ sản xuất, tổ đội, đội, đội thi, đội bóng, đội tuyển, đoàn, đoàn đại biểu, đoàn công tác, đoàn vận động viên, nhóm, nhóm tác giả, nhóm nghiên cứu, nhóm đối tượng,
câu lạc bộ, CLB, cụm, cụm thi đua, cụm công nghiệp, cụm dân cư, khối, khối thi đua, ngành, ngành nghề, địa phương, tỉnh, tỉnh thành, thành phố, tỉnh thành phố, quận, huyện, quận huyện, thị xã, xã, phường, xã phường, thị trấn, thôn, bản, làng, ấp, khu phố, xóm, khóm, buôn, đặc khu, khu dân cư, vùng, miền, khu vực, quốc gia, nước, châu lục, vùng lãnh thổ, bộ, bộ ngành, ban, ban ngành, sở, phòng, phòng ban, khoa, viện, vụ, cục, tổng cục, chi cục,
khu công nghiệp, khu chế xuất, khu kinh tế, KCN, KCX, KCN-KCX, khu nhà trọ, khu trọ, khu nhà ở, khu lưu trú, khu thiết chế, khu, nhà máy, xí nghiệp, phân xưởng, xưởng, dây chuyền, chuyền, chi nhánh, phòng giao dịch, văn phòng, đại lý, cửa hàng, siêu thị, gian hàng, quầy hàng, điểm cầu, điểm trường, điểm bán hàng, điểm bán, điểm giao dịch, điểm đến, điểm phục vụ, điểm sáng, điểm mới, điểm sinh hoạt, điểm nóng, điểm nghẽn, điểm vui chơi, đầu mối, mạng lưới, tờ báo, tòa soạn, cơ quan báo chí, đài, hãng, hãng thông tấn, thương hiệu, ngân hàng, tổ chức tín dụng, quỹ, tiểu ban, hội đồng, ban chỉ đạo, ban chấp hành, cấp, cấp hội, hội, cộng đồng, cộng đồng học tập, dòng họ, dòng họ học tập, cơ quan đơn vị, đồn, đồn biên phòng, trung đội, đại đội, tiểu đoàn, lữ đoàn, sư đoàn, trung đoàn, tàu, tàu cá, hải đội, nhà giàn, chốt, chốt kiểm dịch, lớp, lớp học, phòng học, trại, thư viện, nhà văn hóa, nhà trẻ, nhà thuốc, lò, mỏ, tổ máy, bếp ăn, bếp, sân, sân bóng, chợ, bến, ga, nông trường, lâm trường, ban tổ chức, thế giới
"""
_WORKS = """
sáng kiến, sáng kiến kinh nghiệm, sáng kiến cải tiến kỹ thuật, sáng kiến cải tiến, cải tiến, cải tiến kỹ thuật, đề tài, đề tài khoa học, đề tài nghiên cứu khoa học, đề tài nghiên cứu, đề án, dự án, giải pháp, giải pháp kỹ thuật, giải pháp hữu ích, công trình, công trình sản phẩm, điều khoản, thao tác, điểm, công trình phúc lợi, công trình thanh niên, công trình khoa học, công trình thi đua, hạng mục, hạng mục công trình, sản phẩm, phần việc, phần việc thanh niên,
mô hình, mô hình hay, ý tưởng, sáng chế, bằng sáng chế, phần mềm, tác phẩm, tác phẩm báo chí, bài, bài báo, bài dự thi, bài thi, bài viết, bài thơ, bài hát, ca khúc, bản nhạc, vở diễn, vở kịch, tiểu phẩm, kịch bản, hồ sơ, hồ sơ đề cử, đề xuất, kiến nghị, đề xuất kiến nghị, ý kiến, ý kiến góp ý, lượt ý kiến, câu hỏi, nội dung, chỉ tiêu, nhiệm vụ, nhiệm vụ trọng tâm, nhóm nhiệm vụ, nhóm giải pháp, mục tiêu, tiêu chí, tiêu chuẩn, quy định, điều kiện, yêu cầu, nguyên tắc, biện pháp, bước, khâu, khâu đột phá, đột phá, chủ đề, chủ trương, chính sách, chế độ, quyền lợi, lĩnh vực, mặt, mặt công tác, việc, việc làm, vị trí, vị trí việc làm, vị trí làm việc, công việc, đầu việc, đơn hàng, hợp đồng,
văn bản, tài liệu, tờ rơi, tờ gấp, ấn phẩm, cuốn sách, đầu máy, đầu xe, đầu kéo, đầu sách, quyển sách, cuốn, quyển, tập sách, tờ, trang, trang web, bản tin, chuyên mục, chuyên đề, phóng sự, phim, bộ phim, video, clip, bức ảnh, bức tranh, bức thư, tấm ảnh, ảnh, lá thư, lá cờ, lá đơn, đơn, đơn thư, đơn khiếu nại, tin, tin bài, tin nhắn, cuộc gọi, bản cam kết, bản đăng ký, bản thỏa ước, thỏa ước, thỏa ước lao động tập thể, TƯLĐTT, TULĐTT, bản TƯLĐTT, bản, thỏa thuận, thỏa thuận hợp tác, biên bản, giao ước, quyết định, nghị quyết, chỉ thị, nghị định, thông tư, điều luật, bộ luật, luật,
cuộc, cuộc họp, cuộc thi, cuộc đối thoại, cuộc kiểm tra, cuộc giám sát, cuộc thanh tra, cuộc vận động, cuộc đình công, cuộc ngừng việc, cuộc ngừng việc tập thể, cuộc tập huấn, cuộc gặp, cuộc tranh chấp, cuộc tranh chấp lao động, đợt, đợt thi đua, đợt kiểm tra, đợt phát động, phong trào, phong trào thi đua, phiên, phiên họp, phiên chợ, phiên thảo luận, hội nghị, hội nghị người lao động, hội thảo, hội thi, hội thao, hội diễn, hội chợ, hội thi tay nghề, tọa đàm, diễn đàn, đại hội, lễ, buổi, buổi lễ, buổi tuyên truyền, buổi tập huấn, buổi tọa đàm, buổi nói chuyện, buổi sinh hoạt, buổi đối thoại, buổi biểu diễn, buổi làm việc, buổi giao lưu, buổi học, lớp tập huấn, lớp đào tạo, lớp bồi dưỡng, khóa học, khóa tập huấn, khóa đào tạo, khóa, giải đấu, giải thể thao, môn, môn thi, môn thi đấu, môn thể thao, nội dung thi đấu, bộ môn, phần thi, phần, bảng, bảng đấu, bộ huy chương, trận, trận đấu, trận bóng, bàn thắng, bàn, quả bóng, hiệp, vòng, vòng đấu, vòng thi, lượt trận, tiết mục, tiết mục văn nghệ, màn, màn trình diễn, bộ trang phục, trò chơi, gian trưng bày, gian hàng ẩm thực, chương trình, chương trình nghệ thuật, hoạt động, sự kiện, kỳ đại hội, kỳ, kỳ họp, kỳ thi, nhiệm kỳ, khóa họp, thế hệ, lần, lượt, phát súng, phát đạn, kíp, ca trực, cơn bão, trận bão, lượt xem, lượt truy cập, lượng truy cập, lượt tương tác, lượt đăng ký, lượt bình chọn, lượt khách, lượt khám, lượt phương tiện, lượt CNVCLĐ, lượt công nhân,
vụ, vụ án, vụ việc, vụ tai nạn, vụ tai nạn lao động, vụ cháy, vụ vi phạm, vụ tranh chấp, ca, ca bệnh, ca mắc, ca nhiễm, ca tử vong, ca mổ, ca sản xuất, ca dương tính, trường hợp, tình huống, sự cố, lỗi, vi phạm, hành vi, lỗ hổng, nguyên nhân, lý do, hạn chế, tồn tại, bài học, bài học kinh nghiệm, yếu tố, nhân tố, vấn đề, nhóm vấn đề, thách thức, cơ hội, thế mạnh, ưu điểm, ý nghĩa, phương án, mức, mức lương, bậc, loại, loại hình, hình thức, dạng, kiểu, cách, thể loại, thủ tục, thủ tục hành chính, dịch vụ, tuyến, tuyến đường, con đường, đoạn đường, làn xe, nhịp, cây cầu, cầu, đường dây, trạm biến áp, đường hầm, giai đoạn, chặng, chặng đường, dấu mốc, cột mốc, kỷ lục, ngôi sao, cửa, kênh, kênh truyền hình, tập phim, số báo, vùng quê, chuyến, chuyến đi, chuyến xe, chuyến bay, chuyến tàu, chuyến công tác, chuyến biển, hải lý đường biển, ki-ốt, ki ốt, hiện vật
"""
_GIFTS = """
suất, suất quà, suất quà tết, suất học bổng, suất ăn, suất cơm, suất hỗ trợ, suất trợ cấp, suất vay, phần, phần quà, phần quà tết, phần thưởng, phần học bổng, quà, quà tặng, món quà, túi, túi quà, túi an sinh, túi thuốc, giỏ quà, hộp, hộp quà, hộp bánh, bộ quà, lì xì, phong bao, bao lì xì, gói quà, gói, gói hỗ trợ, gói thầu, gói cước, combo,
mái ấm, mái ấm công đoàn, mái ấm tình thương, mái nhà, nhà, nhà đại đoàn kết, nhà tình nghĩa, nhà tình thương, nhà đồng đội, nhà nhân ái, nhà công vụ, nhà tạm, nhà ở, nhà ở xã hội, nhà trọ, nhà vệ sinh, căn, căn nhà, căn nhà đại đoàn kết, căn nhà tình nghĩa, căn nhà tình thương, căn hộ, căn phòng, ngôi nhà, phòng, phòng trọ, phòng ở, gian, tòa nhà, tòa, block nhà, dãy nhà, dãy trọ, lô đất, nền đất, tầng, vé, vé xe, vé tàu, vé tàu xe, vé xe tết, vé máy bay, tấm vé, cặp vé, thẻ, thẻ bảo hiểm, thẻ bảo hiểm y tế, thẻ BHYT, thẻ đoàn viên, sổ, sổ tiết kiệm, sổ bảo hiểm, sổ BHXH, phiếu, phiếu mua hàng, phiếu quà tặng, phiếu khảo sát, voucher, coupon, mã giảm giá, sim, học bổng, giải thưởng,
xe, xe ô tô, ô tô, xe cứu thương, xe máy, xe mô tô, xe đạp, xe lăn, xe buýt, xe khách, xe tải, phương tiện, máy, máy tính, máy tính bảng, máy tính xách tay, laptop, máy thở, máy lọc nước, điện thoại, điện thoại thông minh, tivi, ti vi, tủ lạnh, tủ sách, tủ thuốc, quạt, nồi cơm điện, bộ bàn ghế, bộ máy tính, bộ đồ, bộ đồ bảo hộ, bộ quần áo, bộ đồ dùng, bộ dụng cụ, bộ hồ sơ, bộ sách, bộ kit, bộ test, bộ câu hỏi, bộ ấm chén, bộ, áo, áo phao, áo ấm, áo dài, áo mưa, chăn, chăn ấm, mền, chiếu, màn, balo, ba lô, cặp sách, mũ, mũ bảo hiểm, khăn, khẩu trang, khẩu trang y tế, găng tay, đôi, đôi giày, kính, chai, chai nước, bình, bình nước, lon, thùng, thùng mì, thùng mì tôm, thùng nước, thùng sữa, thùng hàng, thùng quà, bao, bao gạo, bao xi măng, can, hộp sữa, hộp khẩu trang, lọ, viên, viên gạch, viên thuốc, liều, liều vắc xin, liều vaccine, mũi, mũi tiêm, mũi vaccine, ống, kiện hàng, container, con bò, con bò giống, bò, bò giống, con lợn, con giống, con vật nuôi, con gà, cây, cây xanh, cây giống, cây con, cây cảnh, gốc, cành, bông hoa, đóa hoa, hoa, trái, trái cây, quả, bữa, bữa ăn, bữa cơm, mâm cơm, mâm cỗ, bánh, bánh chưng, bánh tét, chiếc bánh, chiếc bánh chưng, cặp bánh, cặp bánh chưng, đòn bánh tét, ổ bánh mì, ly, cốc, tô, tô phở, hũ, nhà bạt, chiếc, chiếc xe, chiếc xe đạp, chiếc áo, chiếc khẩu trang, chiếc cúp, chiếc máy tính, chiếc cặp, chiếc phao, cái, món, món ăn, mặt hàng, mặt hàng thiết yếu, nhu yếu phẩm, vật dụng, đồ dùng, trang thiết bị, thiết bị, dụng cụ, camera, đèn, bóng đèn, bể, bể bơi, giếng, giếng khoan, bồn nước, mét đường, cổng, tủ, giường, giường bệnh, băng ca, bảng tin, pa nô, panô, áp phích, băng rôn, băng zôn, khẩu hiệu, poster, tấm pano, tấm, tấm bằng, tấm huy chương, tấm thẻ, bức, lá, miếng, mẫu xét nghiệm, mẫu, xét nghiệm, test nhanh, túi máu, tủ đông, cột đèn, cột cờ, trạm quan trắc, cổ phiếu, cổ phần, trái phiếu, tài khoản, khoản, khoản vay, khoản vay ưu đãi, món vay, nguồn, ưu đãi, kho, kho hàng, đồng hồ, vali, tranh, bể nước, tàu thuyền, thuyền, hòm phiếu, hòm thư
"""
_AWARDS = """
huân chương, huân chương lao động, huy chương, huy chương vàng, huy chương bạc, huy chương đồng, HCV, HCB, HCĐ, cờ thi đua, cờ thi đua xuất sắc, cờ, cờ lưu niệm, bằng khen, giấy khen, bằng lao động sáng tạo, bằng, bằng chứng nhận, kỷ niệm chương, danh hiệu, giải, giải nhất, giải nhì, giải ba, giải tư, giải khuyến khích, giải phụ, giải đặc biệt, giải tập thể, giải cá nhân, giải đồng đội, giải đồng hạng, giải A, giải B, giải C, giải xuất sắc, giấy chứng nhận, chứng nhận, chứng chỉ, cúp, cúp vàng, huy hiệu, lẵng hoa, thủ khoa, quán quân, á quân, nghệ nhân ưu tú, nhà giáo ưu tú, thầy thuốc ưu tú, chiến sĩ thi đua cơ sở, chiến sĩ thi đua cấp cơ sở, lao động tiên tiến, công nhân giỏi thủ đô, kiện tướng, sao vàng, danh hiệu thi đua, khen thưởng, sản phẩm OCOP, thư khen, phần thưởng cao quý
"""
NOUNS: dict[str, tuple[tuple[str, ...], ...]] = {}
for _phrase in _phrases(",".join((_PEOPLE, _BODIES, _WORKS, _GIFTS, _AWARDS))):
    NOUNS[_phrase[0]] = (*NOUNS.get(_phrase[0], ()), _phrase)

# The noun after one of these belongs to the unit: "lượt người", "căn nhà", "bộ hồ sơ".
CLASSIFIERS = _words(
    "lượt suất phần căn chiếc bộ cuốn quyển tấm gói đợt vụ ca cặp đôi tốp đội đoàn cuộc buổi lớp bức lá tờ bản chuyến phiên vị "
    "con cây cái ngôi tòa thùng hộp túi bao chai viên liều mũi khối nhóm điểm tổ cụm khu mức loại món đôi vòng trận lần ngành nhà "
    "phòng môn người nữ nam giải kỳ khóa"
)
# One of these takes the next word into the unit whatever it is: "chiếc đèn lồng".
OPEN_CLASSIFIERS = _words(
    "căn chiếc bộ cuốn quyển tấm bức lá tờ con cây cái suất túi vị lượt phần hộp môn"
)
# Verbs of two syllables that begin like a noun: "77 phát động" is no count.
VERBS = frozenset(
    p
    for p in _phrases(
        "phát động, phát biểu, phát huy, phát triển, phát hiện, phát hành, phát sinh, phát thưởng, ban hành, đề nghị, hỗ trợ, thi đua,"
        "đầu tư, thu hút, thu nhập, chủ động, chủ trì, chủ yếu, thể hiện, xây dựng, báo cáo, liên quan, liên tiếp, liên tục, bảo đảm,"
        "đảm bảo, vận động, quyết định tặng, mở rộng, mang về, trình diễn, kết nạp, kết thúc, diễn ra, phục vụ, đóng góp, sử dụng,"
        "sản xuất, kinh doanh, đăng ký, bước vào, tiếp tục, tiếp nhận, góp phần, ký kết, chăm lo, chia sẻ, nỗ lực, giải quyết, thu được"
    )
)
# Nouns that are verbs as well: after a name they go on with the sentence, "Công ty May 10 tổ chức …".
AMBIGUOUS = frozenset(
    p
    for p in _phrases(
        "tổ chức, lãnh đạo, đại diện, đề xuất, kiến nghị, hoạt động, quản lý, yêu cầu, quyết định, lao động, bảo vệ, thi công, thi đấu"
    )
)
# No counted noun begins with one of these.
NO_NOUN = _words(
    "và một năm hoặc hay cũng vẫn còn thì mà là của do tại ở trong ngoài với để từ đến tới theo về cho vào ra lên xuống khi nếu vì bởi "
    "này đó kia ấy nọ đây đã đang sẽ được bị có không chưa chỉ đều như nhưng song tuy nên trên dưới trước sau giữa qua "
    "so cùng nhằm gồm rồi nữa thôi quá rất hơn nhất đạt chiếm tăng giảm hiện vừa mới lại phải cần nhờ trao tặng gửi nhận dành "
    "tham thuộc toàn cả mỗi mọi từng các những nhiều ít đầu cuối gần khoảng dự diễn bằng tức nghĩa bao vượt trở "
    "nằm bắt ngay sang đi làm hoàn triển thực phối đại vinh đánh góp tuyên gặp đưa giúp thể thu chủ ủng hỗ xây khánh "
    "tỉ triệu nghìn ngàn trăm chục vạn liên liền tiếp thứ dài rộng cao nặng lớn nhỏ mới cũ tốt đẹp già sâu xa nhanh chậm cạnh khác riêng chung dù mong muốn quyết hưởng báo vui chào kính xin nói biết cho"
) - _words("đại báo chủ thu thể hỗ xây chào vui nhiều giải ban phát")
