"""The tables that hold how it was read and what people made of it: runs, reviews, claims, topics, releases."""

from pipeline.schema_language import Table, table

RUNS = table(
    "runs",
    "code",
    "Lượt chạy: mỗi lần ghi một dòng",
    "Runs: one row a call that writes",
    """
id INTEGER * | Số: của lượt | Number: of the run
started_at TEXT ! | Bắt đầu: giờ UTC | Started at: UTC time
finished_at TEXT | Kết thúc: giờ UTC | Finished at: UTC time; null where it was killed
command TEXT ! | Lệnh: động từ và tham số | Command: verb and arguments
version TEXT ! | Phiên bản: của thidua | Version: of thidua
config_hash TEXT | Băm cấu hình: SHA-256 | Hash of configuration: SHA-256
ontology_version TEXT | Danh mục: phiên bản | Ontology: its version
exit_code INTEGER | Mã thoát: 0 là tốt | Exit code: 0 is fine
ledger TEXT | Sổ: JSON nguồn, kết cục, địa chỉ | Ledger: JSON of source, outcome, addresses
""",
)

ISSUES = table(
    "issues",
    "code",
    "Sự cố: trang hay nguồn hỏng",
    "Issues: pages or sources that failed",
    """
id INTEGER * | Số: của sự cố | Number: of the issue
run_id INTEGER ! >runs.id | Lượt chạy: số | Run: its number
slug TEXT >sources.slug | Nguồn: mã | Source: its id
url TEXT ? | Địa chỉ: hay tên tệp | Address: or name of the file
kind TEXT ! ? | Loại: danh sách đóng | Kind: closed list | | bot_page
detail TEXT ! | Chi tiết: vì sao | Detail: why
at TEXT ! | Lúc: giờ UTC | At: UTC time
""",
)

RECORDS = table(
    "records",
    "code",
    "Bản ghi lưu trữ: mỗi trả lời giữ trong tệp WARC",
    "Archive records: each answer kept in a WARC file",
    """
record_id TEXT * | Mã bản ghi: trong tệp WARC | Record id: in the WARC file | | urn:uuid:…
file TEXT ! ? | Tệp WARC: tên trong kho | WARC file: its name in the archive
file_id TEXT ! | Băm đầu tệp: của bản ghi đầu | File id: hash of its first record
offset INTEGER ! | Vị trí: byte đầu | Offset: first byte | byte
length INTEGER ! | Độ dài: của bản ghi | Length: of the record | byte
sha256 TEXT ! | Băm: của bản ghi | Hash: of the record
request_length INTEGER ! | Độ dài câu hỏi: bản ghi kế tiếp | Length of the request: the record behind it | byte
request_sha256 TEXT ! | Băm câu hỏi: của bản ghi kế tiếp | Hash of the request: of the record behind it
kind TEXT ! | Loại: response, revisit, resource | Kind: response, revisit or resource
url TEXT ! ? | Địa chỉ: đã trả lời | Address: that answered
fetched_at TEXT ! | Lúc tải: giờ UTC | Fetched at: UTC time
payload_digest TEXT ! | Băm nội dung: như trên đường truyền | Digest of the payload: as on the wire
refers_to TEXT >records.record_id | Lặp lại: bản ghi đầy đủ | Refers to: the full record of a revisit
asked_url TEXT ! ? | Địa chỉ đã hỏi: trước chuyển hướng | Address asked: before redirects
purpose TEXT ! | Mục đích: danh mục hay bài | Purpose: listing or article
http_status INTEGER ! | Mã HTTP: của trả lời | HTTP status: of the answer
body_sha256 TEXT ! | Băm trang: SHA-256 của nội dung | Hash of the page: SHA-256 of the readable body
etag TEXT | ETag: của trả lời | ETag: of the answer
last_modified TEXT | Last-Modified: của trả lời | Last-Modified: of the answer
source_slug TEXT >sources.slug | Nguồn: mã | Source: its id
run_id INTEGER >runs.id | Lượt chạy: số | Run: its number
pruned_at TEXT | Xóa lúc: giờ UTC | Pruned at: UTC time; null while the archive has it
""",
)

ROBOTS = table(
    "robots",
    "code",
    "robots.txt: như đã đọc",
    "robots.txt: as it was read",
    """
origin TEXT * | Gốc: giao thức, máy chủ, cổng | Origin: scheme, host, port | | https://bao.example
state TEXT ! | Tình trạng: đã đọc, không có, không tới được | State: read, missing or unreachable
text TEXT ! | Nội dung: như đã đọc | Text: as read
fetched_at TEXT ! | Lúc tải: giờ UTC | Fetched at: UTC time
reason TEXT ! | Lý do: mã HTTP hay lỗi | Reason: status or error
""",
)

CLUSTERS = table(
    "clusters",
    "annotation",
    "Cụm bài: gần như trùng nhau",
    "Clusters: near-identical articles",
    """
id TEXT * | Mã: của cụm | Id: of the cluster
kind TEXT ! | Loại: đăng lại, bản in, AMP | Kind: reprint, print view, AMP
""",
)

CLAIMS = table(
    "claims",
    "annotation",
    "Sự việc: một điều nhiều bài nêu",
    "Claims: one fact behind many mentions",
    """
id TEXT * | Mã: của sự việc | Id: of the claim | | c-91aa02bb73cc
kind TEXT ! | Loại: như số liệu | Kind: as of the figure
unit_id TEXT >units.id | Đơn vị: mã | Unit: its id
value REAL ! | Giá trị: đã nhân nghìn, triệu, tỷ | Value: magnitude applied
value_max REAL | Giá trị trên: của khoảng | Upper value: of a range
modifier TEXT ! | Mức độ: hơn, gần, khoảng … | Modifier: more_than, nearly, about …
campaign_id TEXT >campaigns.id | Chiến dịch: mã | Campaign: its id
organization_id TEXT >organizations.id | Tổ chức: mã | Body: its id
period_from TEXT | Kỳ từ: ngày, tháng, năm | Period from: a day, month or year
period_to TEXT | Kỳ đến: ngày, tháng, năm | Period to: a day, month or year
first_article_id TEXT >articles.id | Bài đầu tiên: mã | First article: its id
contradicts_id TEXT >claims.id | Mâu thuẫn với: sự việc khác | Contradicts: another claim
of REAL +2 | Trên tổng số: mục tiêu hay tổng | Of: the total or target
""",
)

CLAIM_MENTIONS = table(
    "claim_mentions",
    "annotation",
    "Lần nêu sự việc: số liệu nào thuộc về",
    "Mentions of claims: which figures belong",
    """
claim_id TEXT * >claims.id | Sự việc: mã | Claim: its id
figure_id TEXT * >figures.id | Số liệu: mã | Figure: its id
sentence_key TEXT ? +2 | Khóa câu: băm của câu đã bỏ số, đăng lại thì giống | Sentence key: hash of the sentence without its numbers, equal for reprints
""",
)

REVIEWS = table(
    "reviews",
    "annotation",
    "Duyệt: ý kiến của người đọc",
    "Reviews: a person's verdicts",
    """
id TEXT * | Mã: băm của nội dung duyệt | Id: hash of the verdict
target_id TEXT ! ? | Mã được duyệt: số liệu, khen thưởng, chiến dịch | Target: id of a figure, award or campaign mention
verdict TEXT ! | Kết luận: right, wrong, edited | Verdict: right, wrong or edited
value TEXT | Giá trị đúng: JSON | Right value: JSON; null where it is not edited
seen TEXT | Giá trị đã xem: JSON | Value that was judged: JSON
note TEXT | Ghi chú: của người duyệt | Note: of the reviewer
reviewer TEXT ! | Người duyệt: tên hay mã | Reviewer: name or id
at TEXT ! | Lúc: giờ UTC | At: UTC time
""",
    checks=("verdict IN ('right', 'wrong', 'edited')",),
)

TOPICS = table(
    "topics",
    "annotation",
    "Chủ đề: tìm kiếm đã lưu",
    "Topics: saved searches",
    """
id TEXT * | Mã: của chủ đề | Id: of the topic
name TEXT ! | Tên: của chủ đề | Name: of the topic
query TEXT ! | Câu tìm: như gõ | Query: as typed
alias_set TEXT | Tên khác: mã danh mục | Alias set: id in the ontology
alert_at TEXT | Ngưỡng báo: số bài | Alert threshold: articles
owner TEXT | Của ai: tên hay hộp thư | Owner: name or mailbox
""",
)

TOPIC_HITS = table(
    "topic_hits",
    "annotation",
    "Bài trúng chủ đề: theo lượt chạy",
    "Topic hits: by run",
    """
topic_id TEXT * >topics.id | Chủ đề: mã | Topic: its id
article_id TEXT * >articles.id | Bài: mã | Article: its id
run_id INTEGER >runs.id | Lượt chạy: số | Run: its number
""",
)

DIGESTS = table(
    "digests",
    "code",
    "Bản tin: đã gửi",
    "Digests: that were sent",
    """
id TEXT * | Mã: của bản tin | Id: of the digest
topic_id TEXT >topics.id | Chủ đề: mã | Topic: its id; null for all
since_run INTEGER >runs.id | Từ lượt: số | Since run: its number
until_run INTEGER >runs.id | Đến lượt: số | Until run: its number
sent_at TEXT | Gửi lúc: giờ UTC | Sent at: UTC time
sha256 TEXT | Băm: của bản tin | Hash: of the digest
""",
)

RELEASES = table(
    "releases",
    "code",
    "Bản phát hành: của bộ dữ liệu",
    "Releases: of the data set",
    """
version TEXT * | Phiên bản: của bản phát hành | Version: of the release
built_at TEXT ! | Dựng lúc: giờ UTC | Built at: UTC time
parent TEXT >releases.version | Bản trước: phiên bản | Parent: the version before
doi TEXT | DOI: của bản này | DOI: of this version
concept_doi TEXT | DOI chung: của mọi bản | Concept DOI: of all versions
manifest_sha256 TEXT ! | Băm kê khai: SHA-256 | Hash of the manifest: SHA-256
""",
)

RELEASE_MEMBERS = table(
    "release_members",
    "code",
    "Thuộc bản phát hành: bài nào",
    "Members of a release: which articles",
    """
version TEXT * >releases.version | Phiên bản: của bản phát hành | Version: of the release
article_id TEXT * >articles.id | Bài: mã | Article: its id
""",
)

TOMBSTONES = table(
    "tombstones",
    "code",
    "Bia mộ: cái đã gỡ theo yêu cầu",
    "Tombstones: what was taken down",
    """
target_id TEXT * | Mã: bài hay địa chỉ đã gỡ | Target: article or address taken down
reason TEXT ! | Lý do: của yêu cầu | Reason: of the request
requested_on TEXT ! | Ngày yêu cầu: theo giờ Hà Nội | Requested on: day in Hà Nội
effective_release TEXT | Từ bản: phát hành nào | Effective release: from which version
""",
)

DESCRIPTIONS: tuple[Table, ...] = (
    table(
        "_tables", "code", "Các bảng: mô tả", "Tables: described",
        """
name TEXT * | Tên: của bảng hay khung nhìn | Name: of the table or view
title_vi TEXT ! | Tiêu đề: tiếng Việt | Title: Vietnamese
title_en TEXT ! | Tiêu đề Anh: tiếng Anh | Title: English
description_vi TEXT ! | Mô tả: tiếng Việt | Description: Vietnamese
description_en TEXT ! | Mô tả Anh: tiếng Anh | Description: English
since INTEGER ! | Từ lược đồ: phiên bản | Since: schema version
licence TEXT ! | Giấy phép: của ai | Licence: code, annotation or publisher
""",
    ),
    table(
        "_columns", "code", "Các cột: mô tả", "Columns: described",
        """
table_name TEXT * >_tables.name | Bảng: tên | Table: its name
name TEXT * | Tên: của cột | Name: of the column
position INTEGER ! | Thứ tự: từ 1 | Position: from 1
title_vi TEXT ! | Tiêu đề: tiếng Việt | Title: Vietnamese
title_en TEXT ! | Tiêu đề Anh: tiếng Anh | Title: English
description_vi TEXT ! | Mô tả: tiếng Việt | Description: Vietnamese
description_en TEXT ! | Mô tả Anh: tiếng Anh | Description: English
unit TEXT | Đơn vị: của giá trị | Unit: of its values
example TEXT | Ví dụ: một giá trị | Example: one value
since INTEGER ! | Từ lược đồ: phiên bản | Since: schema version
licence TEXT ! | Giấy phép: của ai | Licence: code, annotation or publisher
""",
    ),
    table(
        "_meta", "code", "Thông tin chung: của cơ sở dữ liệu", "General facts: of the database",
        """
key TEXT * | Khóa: tên | Key: its name
value TEXT ! | Giá trị: chữ | Value: text
""",
    ),
)  # fmt: skip

WORK_TABLES: tuple[Table, ...] = (
    RUNS, ISSUES, RECORDS, ROBOTS, CLUSTERS, CLAIMS, CLAIM_MENTIONS, REVIEWS, TOPICS, TOPIC_HITS, DIGESTS, RELEASES,
    RELEASE_MEMBERS, TOMBSTONES, *DESCRIPTIONS,
)  # fmt: skip
