"""Terms of the field that keep their Vietnamese name in the code, spelled in ASCII, and what they mean."""

from typing import NamedTuple


class Term(NamedTuple):
    """An identifier, the Vietnamese term, and its meaning in English."""

    identifier: str
    vietnamese: str
    english: str


# An identifier is looked up here and never made from text at run time: "bằng" and "bảng" would both give "bang".
GLOSSARY: tuple[Term, ...] = (
    Term("phong_trao", "phong trào thi đua", "emulation movement"),
    Term("cuoc_van_dong", "cuộc vận động", "mobilisation"),
    Term("chuong_trinh", "chương trình", "programme"),
    Term("dot_thi_dua", "đợt thi đua", "emulation drive"),
    Term("hoi_thi", "hội thi, hội thao", "contest, sports meeting"),
    Term("thang", "tháng, tuần lễ hành động", "action month or week"),
    Term("mo_hinh", "mô hình", "model, welfare scheme"),
    Term("quy", "quỹ", "fund that people are called on to join"),
    Term("huan_chuong", "Huân chương", "order"),
    Term("huy_chuong", "Huy chương", "medal"),
    Term("bang_khen", "Bằng khen", "certificate of merit"),
    Term("giay_khen", "Giấy khen", "certificate of commendation, below bằng khen"),
    Term("co_thi_dua", "Cờ thi đua", "emulation flag"),
    Term("co_luu_niem", "Cờ lưu niệm", "commemorative flag"),
    Term("danh_hieu", "danh hiệu", "title"),
    Term("ky_niem_chuong", "Kỷ niệm chương", "commemorative medal"),
    Term("giai_thuong", "giải thưởng", "named prize"),
    Term("giai", "giải", "place in a contest"),
    Term(
        "bang_chung_nhan", "bằng, giấy chứng nhận", "certificate, Bằng Lao động sáng tạo included"
    ),
    Term("khen_thuong", "khen thưởng, tuyên dương", "praise or reward with no form named"),
    Term("ldld", "Liên đoàn Lao động", "labour federation"),
    Term("cdcs", "công đoàn cơ sở", "grassroots union"),
    Term("doan_vien", "đoàn viên", "union member"),
    Term("sapo", "sapo", "lead of an article, below its headline"),
)
