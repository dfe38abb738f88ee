"""The tables that hold what was read: addresses, pages, articles, mentions, and the lists they refer to."""

from pipeline.schema_language import Table, table
from pipeline.schema_layers import LAYER_TABLES
from pipeline.schema_mention import MENTION_CHECKS, MENTION_HEAD, MENTION_TAIL

SOURCES = table(
    "sources",
    "code",
    "Nguồn: báo và trang tin được theo dõi",
    "Sources: papers and portals that are watched",
    """
slug TEXT * | Mã nguồn: tên ngắn không dấu | Source id: short ASCII name | | laodong
name TEXT ! | Tên nguồn: tên bạn đọc quen gọi | Name: as readers know it | | Báo Lao Động
publisher TEXT | Cơ quan chủ quản: nơi xuất bản | Publisher: who publishes it
province_id TEXT >provinces.id | Tỉnh, thành: nơi nguồn thuộc về | Province: the one it belongs to; null for a national paper
kind TEXT | Nền tảng: hệ quản trị của trang | Platform: the system that makes its pages | | mastercms
homepage TEXT | Trang chủ: địa chỉ | Home page: its address
robots_decision TEXT | Quyết định robots: được phép, một phần, cấm | Robots decision: allowed, partly, refused
robots_read_at TEXT | Lúc đọc robots: giờ UTC | Robots read at: UTC time
terms_url TEXT | Điều khoản: địa chỉ | Terms: their address
terms_read_on TEXT | Ngày đọc điều khoản: theo giờ Hà Nội | Terms read on: day in Hà Nội
tdm_signal TEXT | Khai thác văn bản: tín hiệu cho phép hay cấm | Text mining signal: allowed or refused, as stated
merged_into TEXT >sources.slug | Sáp nhập vào: nguồn kế tục | Merged into: the source that goes on
valid_to TEXT | Đến ngày: ngày nguồn ngừng | Valid to: the day it ended
""",
)

PROVINCES = table(
    "provinces",
    "code",
    "Tỉnh, thành phố: trước và sau ngày 1/7/2025",
    "Provinces: before and after 1 July 2025",
    """
id TEXT * | Mã: tên không dấu | Id: ASCII name | | dong_nai
name TEXT ! | Tên: đầy đủ dấu | Name: with its marks | | Đồng Nai
kind TEXT | Loại: tỉnh hay thành phố | Kind: province or city
sort_key TEXT ! ? | Khóa sắp xếp: đúng thứ tự chữ cái tiếng Việt | Sort key: gives the Vietnamese order of letters
valid_from TEXT | Từ ngày: bắt đầu có | Valid from: the day it began
valid_to TEXT | Đến ngày: ngừng có | Valid to: the day it ended
""",
)

PROVINCE_MAP = table(
    "province_map",
    "code",
    "Tỉnh cũ và tỉnh mới: sắp xếp năm 2025",
    "Old and new provinces: the 2025 mergers",
    """
old_id TEXT * >provinces.id | Tỉnh cũ: mã | Old province: its id
new_id TEXT * >provinces.id | Tỉnh mới: mã | New province: its id
on_day TEXT ! | Ngày sắp xếp: theo nghị quyết | Day of the change: by the resolution | | 2025-07-01
""",
)

ORGANIZATIONS = table(
    "organizations",
    "code",
    "Tổ chức: công đoàn các cấp và cơ quan trao tặng",
    "Bodies: unions of all levels and grantors",
    """
id TEXT * | Mã: tên không dấu | Id: ASCII name | | tong_ldld
name TEXT ! | Tên: đầy đủ | Name: whole | | Tổng Liên đoàn Lao động Việt Nam
kind TEXT | Loại: kiểu tổ chức | Kind: sort of body
level TEXT | Cấp: trung ương, tỉnh, cơ sở | Level: central, provincial, grassroots
province_id TEXT >provinces.id | Tỉnh, thành: nơi đóng | Province: where it is
parent_id TEXT >organizations.id | Cấp trên: tổ chức quản lý | Parent: the body above it
valid_from TEXT | Từ ngày: bắt đầu có | Valid from: the day it began
valid_to TEXT | Đến ngày: ngừng có | Valid to: the day it ended
""",
)

CAMPAIGNS = table(
    "campaigns",
    "code",
    "Chiến dịch: phong trào, cuộc vận động, chương trình có tên",
    "Campaigns: named movements, mobilisations, programmes",
    """
id TEXT * | Mã: theo danh mục, hoặc "moi-" với tên chưa có | Id: of the ontology, or "moi-" for a name not in it | | tet_sum_vay
name TEXT ! | Tên: như thường viết | Name: as usually written | | Tết Sum vầy
short_name TEXT | Tên ngắn: để làm tiêu đề bảng | Short name: for headings
type TEXT ! ? | Loại: phong trào, cuộc vận động, chương trình … | Type: as in the annotation guideline | | mo_hinh
owner_id TEXT >organizations.id | Cơ quan chủ trì: tổ chức phát động | Owner: the body that runs it
started_on TEXT | Bắt đầu: ngày, tháng hoặc năm | Started: a day, month or year
ended_on TEXT | Kết thúc: ngày, tháng hoặc năm | Ended: a day, month or year
sort_key TEXT ! ? | Khóa sắp xếp: đúng thứ tự chữ cái tiếng Việt | Sort key: gives the Vietnamese order of letters
""",
)

CAMPAIGN_ALIASES = table(
    "campaign_aliases",
    "code",
    "Tên khác của chiến dịch: mọi cách viết",
    "Other names of campaigns: all spellings",
    """
alias_key TEXT * | Khóa: tên đã bỏ dấu | Key: the folded name
campaign_id TEXT * >campaigns.id | Chiến dịch: mã | Campaign: its id
alias TEXT ! | Tên khác: như viết | Other name: as written
valid_from TEXT | Từ ngày: bắt đầu dùng | Valid from: first use
valid_to TEXT | Đến ngày: thôi dùng | Valid to: last use
""",
)

AWARD_FORMS = table(
    "award_forms",
    "code",
    "Hình thức khen thưởng: bằng khen, cờ thi đua …",
    "Forms of award: certificates, flags …",
    """
id TEXT * | Mã: theo hướng dẫn gán nhãn | Id: as in the annotation guideline | | bang_khen
name TEXT ! | Tên: tiếng Việt | Name: in Vietnamese | | Bằng khen
category TEXT | Nhóm: họ hình thức | Category: family of forms
level TEXT | Cấp: cấp quyết định | Level: who decides
legal_basis TEXT | Căn cứ: văn bản pháp luật | Legal basis: the law or decree
sort_key TEXT ! ? | Khóa sắp xếp: thứ tự trong bảng | Sort key: order in tables
""",
)

UNITS = table(
    "units",
    "code",
    "Đơn vị: cái được đếm hay đo",
    "Units: what is counted or measured",
    """
id TEXT * | Mã: đơn vị viết thường | Id: the unit in lower case | | suất quà
name TEXT ! | Tên: như viết trong bài | Name: as written | | suất quà
dimension TEXT ! ? | Đại lượng: đếm, tiền, phần trăm … | Dimension: count, money, percent …
ucum TEXT | Mã UCUM: với đơn vị đo chuẩn | UCUM code: for standard units | | kg
vnd_factor REAL | Đổi ra đồng: với tiền Việt Nam là 1 | Factor to VND: 1 for đồng | VND
""",
)

EXTRACTORS = table(
    "extractors",
    "code",
    "Bộ trích xuất: phiên bản đã dùng",
    "Extractors: versions that were used",
    """
id TEXT * | Mã: tên và phiên bản | Id: name and version | | thidua-0.1.0
name TEXT ! | Tên: của bộ trích xuất | Name: of the extractor
version TEXT ! | Phiên bản: theo gói | Version: of the package
rules_hash TEXT | Băm của luật: mã nguồn và danh mục | Hash of rules: code and ontology
""",
)

URLS = table(
    "urls",
    "code",
    "Địa chỉ: mọi trang từng thấy và tình trạng",
    "Addresses: every page ever seen and its state",
    """
id INTEGER * | Số: của địa chỉ | Number: of the address
url TEXT ! | Địa chỉ: như đã thấy | Address: as first seen
canonical TEXT ! ? | Địa chỉ chuẩn: bỏ phần theo dõi | Canonical address: without trackers
source_slug TEXT >sources.slug | Nguồn: mã | Source: its id
state TEXT ! ? | Tình trạng: thấy, đã lưu, hỏng … | State: discovered, stored, duplicate, filtered, refused, failed, gone
reason TEXT | Lý do: vì sao hỏng hay bị loại | Reason: why it failed or was left out
attempts INTEGER ! | Số lần thử: đã tải | Attempts: fetches so far
found_in TEXT | Thấy ở: danh mục, RSS, sơ đồ trang | Found in: listing, feed or sitemap
first_seen_run INTEGER >runs.id | Lượt thấy đầu: số | First seen in run: its number
last_seen_run INTEGER >runs.id | Lượt đổi cuối: số | Last changed in run: its number
next_try_at TEXT | Thử lại từ: giờ UTC | Next try at: UTC time; null where it is not to be tried again
duplicate_of INTEGER >urls.id | Trùng với: địa chỉ khác | Duplicate of: another address
gone_at TEXT | Mất từ: giờ UTC | Gone at: UTC time
""",
)

PAGES = table(
    "pages",
    "code",
    "Trang: nội dung đã tải, theo mã băm",
    "Pages: what was fetched, by hash",
    """
sha256 TEXT * | Băm: SHA-256 của nội dung | Hash: SHA-256 of the bytes
url_id INTEGER >urls.id | Địa chỉ: số | Address: its number
fetched_at TEXT ! | Lúc tải: giờ UTC | Fetched at: UTC time
http_status INTEGER | Mã HTTP: của trả lời | HTTP status: of the answer; null for a file
content_type TEXT | Kiểu: như máy chủ nói | Content type: as stated
bytes INTEGER ! | Cỡ: số byte | Size: of the bytes | byte
record_id TEXT >records.record_id | Bản ghi: trong kho lưu | Record: in the archive; null for a file
file_name TEXT | Tên tệp: với trang được nhập | File name: of an imported page
run_id INTEGER >runs.id | Lượt chạy: số | Run: its number
""",
)

PAGE_BODIES = table(
    "page_bodies",
    "publisher",
    "Nội dung trang nhập: nén bằng zlib",
    "Bodies of imported pages: zlib-compressed",
    """
page_sha256 TEXT * >pages.sha256 | Trang: băm | Page: its hash
body BLOB ! | Nội dung: đã nén | Body: compressed
""",
)

ARTICLES = table(
    "articles",
    "publisher",
    "Bài viết: mỗi bản một dòng",
    "Articles: one row a version",
    """
id TEXT * | Mã bài: băm của địa chỉ và trang | Article id: hash of address and page | | a-3f2a9c01d4e5
title TEXT | Tiêu đề: như trên trang | Title: as on the page
source_slug TEXT ! >sources.slug | Nguồn: mã | Source: its id
external_id TEXT ? | Mã ngoài: của trang hay tệp JSONL | External id: of the site or the JSONL line
kind TEXT ! | Dạng: tin, phỏng vấn, ảnh, video | Kind: news, interview, photo, video | | news
layout TEXT | Bố cục: cách đọc trang | Layout: how the page was read | | mastercms.2026
page_sha256 TEXT ! >pages.sha256 | Trang: băm | Page: its hash
url_id INTEGER >urls.id | Địa chỉ: số | Address: its number
version INTEGER ! | Bản: thứ mấy của địa chỉ | Version: its number at the address
previous_id TEXT >articles.id | Bản trước: mã bài | Previous version: article id
is_current INTEGER ! | Bản mới nhất: 1 hay 0 | Newest version: 1 or 0
published_at TEXT | Đăng lúc: giờ UTC | Published at: UTC time; null where only a day is known
published_on TEXT ? | Ngày đăng: theo giờ Hà Nội | Published on: day in Hà Nội | | 2025-11-19
published_raw TEXT | Ngày in trên trang: nguyên văn | Date as printed
modified_at TEXT | Sửa lúc: giờ UTC | Modified at: UTC time
kicker TEXT | Dòng trên tít: nguyên văn | Kicker: the line above the title
sapo TEXT | Sapo: đoạn dẫn | Lead: below the title
byline TEXT | Tác giả: như in | Byline: as printed
section TEXT | Chuyên mục: hẹp nhất | Section: the narrowest
tags TEXT ! | Thẻ: mảng JSON | Tags: JSON array
province_id TEXT >provinces.id | Tỉnh, thành: của bài | Province: of the article
lang TEXT ! | Ngôn ngữ: mã ISO 639 | Language: ISO 639 code | | vi
cluster_id TEXT >clusters.id | Cụm: các bài gần như trùng | Cluster: near-identical articles
first_seen_run INTEGER >runs.id | Lượt thấy đầu: số | First seen in run: its number
warnings TEXT ! | Cảnh báo: mảng JSON | Warnings: JSON array
text_sha256 TEXT ! ? | Băm văn bản: SHA-256 | Hash of the text: SHA-256
captions TEXT ! | Chú thích ảnh: mảng JSON | Captions: JSON array
body_parts TEXT ! | Các phần: mảng JSON tên, đầu, cuối | Parts: JSON array of name, start, end
text TEXT ! | Văn bản: nguyên văn, vị trí đếm theo đó | Text: as given; offsets count its code points
""",
)

ARTICLE_SEARCH = table(
    "article_search",
    "publisher",
    "Văn bản để tìm: dạng có dấu và không dấu",
    "Text for search: with and without marks",
    """
id INTEGER * | Số: của dòng | Number: of the row
article_id TEXT ! >articles.id | Bài: mã | Article: its id
title TEXT ! | Tiêu đề: một cách viết dấu | Title: one spelling of tone marks
body TEXT ! | Nội dung: một cách viết dấu | Body: one spelling of tone marks
title_fold TEXT ! | Tiêu đề không dấu: chữ thường | Title without marks: lower case
body_fold TEXT ! | Nội dung không dấu: chữ thường | Body without marks: lower case
""",
)

CAMPAIGN_MENTIONS = table(
    "campaign_mentions",
    "annotation",
    "Lần nhắc chiến dịch: mỗi chỗ một dòng",
    "Mentions of campaigns: one row a place",
    MENTION_HEAD.format(example="cd-81b2c3d4e5f6")
    + """
campaign_id TEXT ! >campaigns.id | Chiến dịch: mã | Campaign: its id
type TEXT ! | Loại: như trong bài | Type: as in the article
"""
    + MENTION_TAIL,
    checks=MENTION_CHECKS,
)

FIGURES = table(
    "figures",
    "annotation",
    "Số liệu: mỗi con số nêu trong bài",
    "Figures: each quantity stated",
    MENTION_HEAD.format(example="so-4f2a81b2c3d4")
    + """
value REAL ! ? | Giá trị: đã nhân nghìn, triệu, tỷ | Value: magnitude applied
value_max REAL | Giá trị trên: của khoảng | Upper value: of a range
of REAL | Trên tổng số: mục tiêu hay tổng | Of: the total or target
modifier TEXT ! ? | Mức độ: hơn, gần, khoảng … | Modifier: more_than, nearly, about …
kind TEXT ! ? | Loại: đếm, tiền, phần trăm … | Kind: count, money, percent …
unit_id TEXT >units.id | Đơn vị: mã | Unit: its id
unit TEXT | Đơn vị: như viết | Unit as written
noun TEXT | Danh từ: được đếm | Noun: that is counted
campaign_id TEXT >campaigns.id | Chiến dịch: số liệu thuộc về | Campaign: the figure belongs to
organization_id TEXT >organizations.id | Tổ chức: thực hiện | Body: that did it
period_from TEXT | Kỳ từ: ngày, tháng, năm | Period from: a day, month or year
period_to TEXT | Kỳ đến: ngày, tháng, năm | Period to: a day, month or year
province_id TEXT >provinces.id +2 | Tỉnh, thành: nơi số liệu nói đến, tên trước 1/7/2025 | Province: the figure speaks of, as named before 1 July 2025
"""
    + MENTION_TAIL,
    checks=MENTION_CHECKS,
)

AWARDS = table(
    "awards",
    "annotation",
    "Khen thưởng: mỗi lần nêu một dòng",
    "Awards: one row a mention",
    MENTION_HEAD.format(example="kt-c3d4e5f60718")
    + """
form_id TEXT ! >award_forms.id | Hình thức: mã | Form: its id
title TEXT | Tên riêng: không ngoặc kép | Title: without quotation marks
rank TEXT | Hạng: nhất, nhì, ba … | Rank: nhat, nhi, ba …
level TEXT | Cấp: như viết | Level: as written
grantor TEXT | Nơi tặng: như viết | Grantor: as written
grantor_id TEXT >organizations.id | Nơi tặng: mã | Grantor: its id
status TEXT ! ? | Tình trạng: đã tặng, đề nghị, dự kiến, nói chung | Status: conferred, proposed, planned, general
year INTEGER | Năm: của phần thưởng | Year: of the award
campaign_id TEXT >campaigns.id +2 | Chiến dịch: khen thưởng thuộc về | Campaign: the award belongs to
period_from TEXT +2 | Kỳ từ: ngày, tháng, năm | Period from: a day, month or year
period_to TEXT +2 | Kỳ đến: ngày, tháng, năm | Period to: a day, month or year
province_id TEXT >provinces.id +2 | Tỉnh, thành: tên trước 1/7/2025 | Province: as named before 1 July 2025
"""
    + MENTION_TAIL,
    checks=MENTION_CHECKS,
)

AWARD_RECIPIENTS = table(
    "award_recipients",
    "annotation",
    "Đối tượng được khen: theo loại",
    "Recipients of awards: by kind",
    """
award_id TEXT * >awards.id | Khen thưởng: mã | Award: its id
n INTEGER * | Thứ tự: từ 1 | Order: from 1
kind TEXT ! | Loại: tập thể, cá nhân … | Kind: collective, individual …
count REAL | Số lượng: rỗng nếu không nêu | Count: null where not stated
name_hash TEXT | Băm của tên: không giữ tên trần | Hash of the names: no plain name is kept
""",
)

MENTION_VERSIONS = table(
    "mention_versions",
    "annotation",
    "Giá trị cũ: của một lần nhắc",
    "Former values: of a mention",
    """
target_id TEXT * | Mã: của lần nhắc | Id: of the mention
n INTEGER * | Thứ tự: từ 1 | Order: from 1
run_id INTEGER >runs.id | Lượt tìm ra: số | Found in run: its number
ended_run INTEGER >runs.id | Lượt thay: số | Replaced in run: its number
extractor_id TEXT >extractors.id | Bộ trích xuất: mã | Extractor: its id
fields TEXT ! | Các trường: JSON | Fields: JSON
""",
)

CONTENT_TABLES: tuple[Table, ...] = (
    SOURCES, PROVINCES, PROVINCE_MAP, ORGANIZATIONS, CAMPAIGNS, CAMPAIGN_ALIASES, AWARD_FORMS, UNITS,
    EXTRACTORS, URLS, PAGES, PAGE_BODIES, ARTICLES, ARTICLE_SEARCH, CAMPAIGN_MENTIONS, FIGURES, AWARDS,
    AWARD_RECIPIENTS, MENTION_VERSIONS, *LAYER_TABLES,
)  # fmt: skip
