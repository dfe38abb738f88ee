"""Three invented articles that touch every layer, two of them saying the same, and people to be looked for."""

import json
from pathlib import Path

from pipeline.cli import main

PEOPLE = ("Trần Thị Khuyến", "Ngô Văn Nhượng", "Lê Ngọc Lụa", "Phạm Hữu Oánh")
ARTICLES = (
    (
        "Đồng Nai: Trao 6.700 suất quà Tết Sum vầy",
        "Sáng 12/1, tại Khu công nghiệp Bến Gỗ, Liên đoàn Lao động tỉnh Đồng Nai tổ chức chương trình “Tết Sum vầy” "
        "năm 2026 theo Kế hoạch số 118/KH-LĐLĐ ngày 5/12/2025. Trong năm 2025, các cấp công đoàn tỉnh đã trao hơn "
        "6.700 suất quà cho đoàn viên khó khăn, trị giá 3,2 tỷ đồng. Trong 10 gia đình được thăm có 4 gia đình ở trọ, "
        "6 gia đình ở nhờ.\n"
        "Bà Trần Thị Khuyến, Phó Chủ tịch LĐLĐ tỉnh Đồng Nai, cho biết: “Chúng tôi không để đoàn viên nào bị bỏ lại "
        "phía sau khi Tết đến xuân về”.\n"
        "Dịp này, 12 tập thể và 25 cá nhân được Tổng Liên đoàn Lao động Việt Nam tặng Bằng khen; anh Ngô Văn Nhượng, "
        "công nhân Công ty TNHH May Sông Lam, nhận danh hiệu “Lao động giỏi”.",
    ),
    (
        "Chung tay vì đoàn viên, 6.700 suất quà được trao tại Đồng Nai",
        "Trong năm 2025, các cấp công đoàn tỉnh Đồng Nai đã trao hơn 6.700 suất quà cho đoàn viên khó khăn, trị giá "
        "3,2 tỷ đồng.\n"
        "“Tôi gắn bó với nhà máy đã mười bảy năm”, chị Lê Ngọc Lụa, công nhân Công ty TNHH May Sông Lam, nói.",
    ),
    (
        "Hơn 1.250 sáng kiến của thợ trẻ Thanh Hóa",
        "Ngày 3/3/2026, LĐLĐ tỉnh Thanh Hóa phát động phong trào thi đua “Lao động giỏi, lao động sáng tạo”. Ông Phạm "
        "Hữu Oánh, Chủ tịch LĐLĐ tỉnh, đề nghị mỗi công đoàn cơ sở có ít nhất 2 sáng kiến. Năm 2025, toàn tỉnh có "
        "1.250 sáng kiến, làm lợi 45 tỷ đồng; 30 công nhân được tặng Bằng Lao động sáng tạo.",
    ),
)


def make_layered_db(folder: Path) -> Path:
    """Import the articles with the packaged extractor; give the database."""
    rows = [
        {
            "id": f"tin-{number}",
            "title": title,
            "text": f"{title}\n{body}",
            "published": f"2026-03-1{number}",
            "url": f"https://bao{number}.example/tin-{number}.html",
        }
        for number, (title, body) in enumerate(ARTICLES)
    ]
    lines = folder / "articles.jsonl"
    lines.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    path = folder / "layered.db"
    if main(["import", str(lines), "--db", str(path)]) != 0:
        raise AssertionError("the articles were not imported")
    return path
