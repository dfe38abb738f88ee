"""The tables of the further layers: bodies, people, places, times, documents, quotations, links, checks, articles."""

from pipeline.schema_language import Table, table
from pipeline.schema_mention import (
    MENTION_CHECKS,
    MENTION_HEAD,
    MENTION_PLACE,
    MENTION_RUNS,
    MENTION_TAIL,
)

# Nobody queues these for review, so nothing asks for them by score.
_TAIL = MENTION_TAIL.replace("score REAL ! ?", "score REAL !")

ORGANIZATION_MENTIONS = table(
    "organization_mentions",
    "annotation",
    "Lần nhắc tổ chức: mỗi chỗ một dòng",
    "Mentions of bodies: one row a place",
    MENTION_HEAD.format(example="tc-81b2c3d4e5f60718")
    + """
organization_id TEXT >organizations.id | Tổ chức: mã, rỗng nếu bài chỉ gọi chung | Body: its id; null where the words name none of its own
name TEXT ! | Tên: đã viết đủ chữ tắt | Name: abbreviations expanded | | Liên đoàn Lao động tỉnh Đồng Nai
type TEXT ! | Loại: công đoàn, doanh nghiệp, cơ quan nhà nước … | Type: union, company, state …
province_id TEXT >provinces.id | Tỉnh, thành: theo tên lúc đó | Province: as named at the time
"""
    + _TAIL,
    checks=MENTION_CHECKS,
    since=2,
)

PERSON_MENTIONS = table(
    "person_mentions",
    "annotation",
    "Lần nhắc người: tên chỉ có trong văn bản, ở đây là vị trí và băm",
    "Mentions of people: the name stands in the text alone; here its place and a keyed hash",
    MENTION_PLACE.format(example="ng-81b2c3d4e5f60718")
    + """
name_hash TEXT ! ? | Băm của tên: có khóa riêng của cơ sở dữ liệu này | Hash of the name: with a key of this database alone
role TEXT | Chức danh: như viết | Role: office or occupation as written | | Phó Chủ tịch
unit TEXT | Nơi làm việc: như viết | Unit: body the person belongs to, as written
"""
    + _TAIL,
    checks=MENTION_CHECKS,
    since=2,
)

PLACE_MENTIONS = table(
    "place_mentions",
    "annotation",
    "Lần nhắc địa danh: lúc đó và ngày nay",
    "Mentions of places: then and today",
    MENTION_HEAD.format(example="dd-81b2c3d4e5f60718")
    + """
name TEXT ! | Tên: cách viết thường dùng | Name: in the usual spelling
level TEXT ! | Cấp: tỉnh, huyện, xã | Level: country, province, district, commune
province_id TEXT >provinces.id | Tỉnh, thành: trước 1/7/2025 | Province: before 1 July 2025
today TEXT ! | Ngày nay: mảng JSON tên tỉnh hay xã | Today: JSON array of province or communes
"""
    + _TAIL,
    checks=MENTION_CHECKS,
    since=2,
)

TIME_MENTIONS = table(
    "time_mentions",
    "annotation",
    "Lần nhắc thời gian: ngày và kỳ",
    "Mentions of times: dates and periods",
    MENTION_HEAD.format(example="tg-81b2c3d4e5f60718")
    + """
period_from TEXT | Kỳ từ: ngày, tháng, năm | Period from: a day, month or year | | 2024-05
period_to TEXT | Kỳ đến: ngày, tháng, năm | Period to: a day, month or year
relative INTEGER ! | Tính từ ngày đăng: 1 hay 0 | Relative: 1 where reckoned from the day of publication
"""
    + _TAIL,
    checks=MENTION_CHECKS,
    since=2,
)

DOCUMENT_MENTIONS = table(
    "document_mentions",
    "annotation",
    "Lần nhắc văn bản: luật, nghị quyết, quyết định …",
    "Mentions of documents: laws, resolutions, decisions …",
    MENTION_HEAD.format(example="vb-81b2c3d4e5f60718")
    + """
kind TEXT ! | Loại: như viết | Kind: as written | | Quyết định
number TEXT ? | Số, ký hiệu: như viết | Number: as written | | 999/QĐ-TLĐ
dated_on TEXT | Ngày ký: ngày, tháng hoặc năm | Dated on: a day, month or year
issuer TEXT | Nơi ban hành: như viết | Issuer: as written
"""
    + _TAIL,
    checks=MENTION_CHECKS,
    since=2,
)

QUOTATION_MENTIONS = table(
    "quotation_mentions",
    "annotation",
    "Lời trích dẫn: lời chỉ có trong văn bản, ở đây là vị trí",
    "Quotations: the words stand in the text alone; here their place",
    MENTION_PLACE.format(example="td-81b2c3d4e5f60718")
    + """
person_id TEXT >person_mentions.id | Người nói: mã lần nhắc | Speaker: id of the mention of the person
speaker_hash TEXT | Băm tên người nói: có khóa như băm của tên | Hash of the speaker: keyed as that of a name
"""
    + _TAIL,
    checks=MENTION_CHECKS,
    since=2,
)

MENTION_LINKS = table(
    "mention_links",
    "annotation",
    "Liên kết: cái nào thuộc về cái nào",
    "Links: which mention belongs to which",
    """
id TEXT * | Mã: băm của liên kết | Id: hash of the link | | lk-81b2c3d4e5f60718
article_id TEXT ! >articles.id | Bài: mã | Article: its id
relation TEXT ! | Quan hệ: chiến dịch, tổ chức, nơi, kỳ, phần của … | Relation: campaign, organization, place, period, part_of, recipient_count, grantor
from_id TEXT ! ? | Từ: mã số liệu hay khen thưởng | From: id of a figure or award
to_id TEXT ! | Đến: mã lần nhắc | To: id of the mention it belongs to
score REAL ! | Độ tin cậy: từ 0 đến 1 | Score: between 0 and 1
rule TEXT ! | Luật: đã nối | Rule: that linked them | | link.clause
evidence TEXT ! | Bằng chứng: mảng JSON vai, đầu, cuối | Evidence: JSON array of role, start, end
"""
    + MENTION_RUNS,
    checks=("score BETWEEN 0 AND 1",),
    since=2,
)

CHECKS = table(
    "checks",
    "annotation",
    "Phép kiểm: tính lại các tổng và tỷ lệ bài nêu",
    "Checks: sums and shares that the article states, reckoned again",
    """
id TEXT * | Mã: băm của phép kiểm | Id: hash of the check | | ks-81b2c3d4e5f60718
article_id TEXT ! >articles.id | Bài: mã | Article: its id
kind TEXT ! | Loại: phần, kế hoạch, tỷ trọng, tổng | Kind: parts, plan, share, list_sum
passed INTEGER ! ? | Khớp: 1 hay 0 | Passed: 1 where it comes out as stated
stated REAL ! | Bài nêu: giá trị | Stated: what the article says
reckoned REAL ! | Tính được: giá trị | Reckoned: what comes out
figure_id TEXT ! >figures.id | Số liệu được kiểm: mã | Figure: the stated one
rule TEXT ! | Luật: đã tính | Rule: that reckoned it | | check.sum
"""
    + MENTION_RUNS,
    since=2,
)

CHECK_FIGURES = table(
    "check_figures",
    "annotation",
    "Số liệu của phép kiểm: theo thứ tự",
    "Figures of checks: in order, the stated one first",
    """
check_id TEXT * >checks.id | Phép kiểm: mã | Check: its id
n INTEGER * | Thứ tự: từ 1 | Order: from 1
figure_id TEXT ! >figures.id | Số liệu: mã | Figure: its id
""",
    since=2,
)

ARTICLE_FACTS = table(
    "article_facts",
    "annotation",
    "Bài nói gì: thể loại, tổ chức, tỉnh, chủ đề",
    "What articles are: genre, body, province, topics",
    """
article_id TEXT * >articles.id | Bài: mã | Article: its id
genre TEXT ! ? | Thể loại: tin, phỏng vấn, báo cáo, kế hoạch … | Genre: news, interview, report, plan, statistics, portrait, notice, caption
organization_id TEXT >organizations.id | Tổ chức: bài nói về | Body: the article is about; null for none with a name of its own
province_id TEXT >provinces.id | Tỉnh, thành: theo tên trước 1/7/2025 | Province: as named before 1 July 2025
topics TEXT ! | Chủ đề: mảng JSON | Topics: JSON array of fields of emulation and union work
outlook TEXT ! ? | Hướng: kết quả, kế hoạch, cả hai | Outlook: results, plan, both or none
extractor_id TEXT ! >extractors.id | Bộ trích xuất: mã | Extractor: its id
run_id INTEGER >runs.id | Lượt chạy: số | Run: that read it
""",
    since=2,
)

LAYER_TABLES: tuple[Table, ...] = (
    ORGANIZATION_MENTIONS, PERSON_MENTIONS, PLACE_MENTIONS, TIME_MENTIONS, DOCUMENT_MENTIONS, QUOTATION_MENTIONS,
    MENTION_LINKS, CHECKS, CHECK_FIGURES, ARTICLE_FACTS,
)  # fmt: skip
