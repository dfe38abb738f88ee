"""The Vietnamese views: what people open in a table, each heading a Vietnamese word."""

from dataclasses import dataclass

from pipeline.digest_marks import LAST_RUN
from pipeline.schema_language import Licence

_SENTENCE = "substr(a.text, m.sentence_start + 1, min(m.sentence_end - m.sentence_start, 300))"
_LINK = "coalesce(u.url, p.file_name)"
_MODIFIERS = (
    ("exact", "chính xác"), ("more_than", "hơn"), ("less_than", "dưới"), ("nearly", "gần"), ("about", "khoảng"),
    ("at_least", "ít nhất"), ("at_most", "tối đa"), ("indefinite", "ước chừng"),
)  # fmt: skip
_KINDS = (
    ("count", "số lượng"), ("money", "tiền"), ("percent", "phần trăm"), ("duration", "thời gian"),
    ("age", "tuổi"), ("measure", "đo lường"), ("multiple", "số lần"),
)  # fmt: skip
_STATUS = (
    ("conferred", "đã tặng"), ("proposed", "đề nghị"), ("planned", "dự kiến"), ("general", "nói chung"),
)  # fmt: skip
_VERDICTS = (("right", "đúng"), ("wrong", "sai"), ("edited", "đã sửa"))


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One view as declared."""

    name: str
    """Its name in SQL."""
    vi: str
    """Vietnamese description; the part before the first colon is the title."""
    en: str
    """English description, likewise."""
    licence: Licence
    """Whose words it shows."""
    columns: dict[str, str]
    """Heading to English description."""
    sql: str
    """Its SELECT."""


def _say(column: str, words: tuple[tuple[str, str], ...]) -> str:
    whens = " ".join(f"WHEN '{code}' THEN '{word}'" for code, word in words)
    return f"CASE {column} {whens} ELSE {column} END"


_BODY = """coalesce(o.name, (SELECT t.name FROM mention_links l JOIN organization_mentions t ON t.id = l.to_id
              WHERE l.from_id = m.id AND l.relation = '{relation}' AND l.ended_run IS NULL LIMIT 1))"""
_PERIOD = """CASE WHEN {row}.period_from = {row}.period_to THEN {row}.period_from
              WHEN coalesce({row}.period_from, {row}.period_to) IS NOT NULL
              THEN coalesce({row}.period_from, '') || '/' || coalesce({row}.period_to, '') END"""
_STATED = """FROM claim_mentions cm JOIN figures f ON f.id = cm.figure_id
              JOIN articles a ON a.id = f.article_id
              WHERE cm.claim_id = k.id AND f.ended_run IS NULL AND a.is_current = 1"""
_LAST_REVIEW = "(SELECT r.verdict FROM reviews r WHERE r.target_id = m.id ORDER BY r.at DESC, r.id DESC LIMIT 1)"

VIEWS: tuple[View, ...] = (
    View(
        name="current_articles",
        vi="Bài hiện hành: bản mới nhất của mỗi địa chỉ",
        en="Current articles: the newest version at each address",
        licence="publisher",
        columns={
            "id": "Article id", "title": "Title", "source_slug": "Source id", "published_on": "Published on",
            "text_sha256": "Hash of the text",
        },
        sql="SELECT id, title, source_slug, published_on, text_sha256 FROM articles WHERE is_current = 1",
    ),
    View(
        name="run_sources",
        vi="Nguồn theo lượt chạy: từ sổ của lượt",
        en="Sources by run: from the ledger of the run",
        licence="code",
        columns={
            "run_id": "Run number", "slug": "Source id", "status": "ok or failed", "found": "Addresses found",
            "fetched": "Pages fetched", "new": "New articles", "changed": "New versions", "failed": "Failed pages",
            "bytes": "Bytes fetched", "reason": "Why it failed", "last_good_run": "Last good run before",
        },
        sql="""SELECT r.id AS run_id, s.key AS slug, s.value ->> 'status' AS status, s.value ->> 'found' AS found,
            s.value ->> 'fetched' AS fetched, s.value ->> 'new' AS new, s.value ->> 'changed' AS changed,
            s.value ->> 'failed' AS failed, s.value ->> 'bytes' AS bytes, s.value ->> 'reason' AS reason,
            s.value ->> 'last_good_run' AS last_good_run
            FROM runs r, json_each(r.ledger) s""",
    ),
    View(
        name="ledger",
        vi="Sổ địa chỉ: mỗi địa chỉ của lượt có đúng một kết cục",
        en="Ledger: each address of a run has exactly one outcome",
        licence="code",
        columns={
            "run_id": "Run number", "slug": "Source id", "outcome": "stored, duplicate, unchanged, refused, "
            "filtered, failed or pending", "reason": "Why", "url_id": "Address number",
        },
        sql="""SELECT r.id AS run_id, s.key AS slug, o.key AS outcome, w.key AS reason, u.value AS url_id
            FROM runs r, json_each(r.ledger) s, json_each(s.value, '$.urls') o, json_each(o.value) w,
            json_each(w.value) u""",
    ),
    View(
        name="bai_viet",
        vi="Bài viết: bản mới nhất",
        en="Articles: newest versions",
        licence="publisher",
        columns={
            "Tiêu đề": "Title", "Nguồn": "Source", "Tỉnh/thành": "Province", "Chiến dịch": "Campaigns: JSON array",
            "Ngày": "Published on", "Liên kết": "Link", "Mã": "Article id",
        },
        sql=f"""SELECT a.title AS "Tiêu đề", s.name AS "Nguồn", v.name AS "Tỉnh/thành",
            (SELECT json_group_array(name) FROM (SELECT DISTINCT c.name FROM campaign_mentions m
              JOIN campaigns c ON c.id = m.campaign_id
              WHERE m.article_id = a.id AND m.ended_run IS NULL ORDER BY m.start)) AS "Chiến dịch",
            a.published_on AS "Ngày", {_LINK} AS "Liên kết", a.id AS "Mã"
            FROM articles a JOIN sources s ON s.slug = a.source_slug LEFT JOIN pages p ON p.sha256 = a.page_sha256
            LEFT JOIN urls u ON u.id = a.url_id LEFT JOIN provinces v ON v.id = a.province_id
            WHERE a.is_current = 1""",
    ),
    View(
        name="so_lieu",
        vi="Số liệu: trong các bài mới nhất",
        en="Figures: of the newest versions",
        licence="annotation",
        columns={
            "Số": "Value", "Đến": "Upper value", "Trên tổng": "Of the total", "Đơn vị": "Unit", "Mức độ": "Modifier",
            "Loại": "Kind", "Chiến dịch": "Campaign", "Đơn vị thực hiện": "Body", "Kỳ": "Period: begin and end",
            "Tỉnh/thành": "Province", "Câu gốc": "Sentence", "Mở tại câu": "Link", "Kiểm": "Check: khớp, or lệch "
            "where the sums of the article do not come out", "Duyệt": "Verdict", "Mã": "Figure id",
        },
        sql=f"""SELECT m.value AS "Số", m.value_max AS "Đến", m.of AS "Trên tổng", m.unit AS "Đơn vị",
            {_say("m.modifier", _MODIFIERS)} AS "Mức độ", {_say("m.kind", _KINDS)} AS "Loại",
            c.name AS "Chiến dịch", {_BODY.format(relation="organization")} AS "Đơn vị thực hiện",
            {_PERIOD.format(row="m")} AS "Kỳ", v.name AS "Tỉnh/thành", {_SENTENCE} AS "Câu gốc",
            {_LINK} AS "Mở tại câu", (SELECT CASE min(k.passed) WHEN 1 THEN 'khớp' WHEN 0 THEN 'lệch' END
              FROM check_figures x JOIN checks k ON k.id = x.check_id
              WHERE x.figure_id = m.id AND k.ended_run IS NULL) AS "Kiểm",
            {_say(_LAST_REVIEW, _VERDICTS)} AS "Duyệt", m.id AS "Mã"
            FROM figures m JOIN articles a ON a.id = m.article_id LEFT JOIN pages p ON p.sha256 = a.page_sha256
            LEFT JOIN urls u ON u.id = a.url_id LEFT JOIN campaigns c ON c.id = m.campaign_id
            LEFT JOIN organizations o ON o.id = m.organization_id
            LEFT JOIN provinces v ON v.id = coalesce(m.province_id, a.province_id)
            WHERE m.ended_run IS NULL AND a.is_current = 1""",
    ),
    View(
        name="so_lieu_gop",
        vi="Số liệu gộp: mỗi sự việc một dòng, không tính trùng bài đăng lại",
        en="Merged figures: one row a claim, reprints counted once",
        licence="annotation",
        columns={
            "Số": "Value", "Đến": "Upper value", "Trên tổng": "Of the total", "Đơn vị": "Unit", "Mức độ": "Modifier",
            "Chiến dịch": "Campaign", "Đơn vị thực hiện": "Body", "Kỳ": "Period: begin and end", "Số nguồn": "Sources",
            "Số bài": "Articles", "Bài đầu tiên": "First article", "Có mâu thuẫn?": "Contradicted: có or không",
            "Mã": "Claim id",
        },
        sql=f"""SELECT k.value AS "Số", k.value_max AS "Đến", k."of" AS "Trên tổng", n.name AS "Đơn vị",
            {_say("k.modifier", _MODIFIERS)} AS "Mức độ", c.name AS "Chiến dịch", o.name AS "Đơn vị thực hiện",
            {_PERIOD.format(row="k")} AS "Kỳ",
            (SELECT count(DISTINCT a.source_slug) {_STATED}) AS "Số nguồn",
            (SELECT count(DISTINCT a.id) {_STATED}) AS "Số bài", b.title AS "Bài đầu tiên",
            CASE WHEN k.contradicts_id IS NULL THEN 'không' ELSE 'có' END AS "Có mâu thuẫn?", k.id AS "Mã"
            FROM claims k LEFT JOIN units n ON n.id = k.unit_id LEFT JOIN campaigns c ON c.id = k.campaign_id
            LEFT JOIN organizations o ON o.id = k.organization_id
            LEFT JOIN articles b ON b.id = k.first_article_id WHERE EXISTS (SELECT 1 {_STATED})""",
    ),
    View(
        name="khen_thuong",
        vi="Khen thưởng: trong các bài mới nhất",
        en="Awards: of the newest versions",
        licence="annotation",
        columns={
            "Hình thức": "Form", "Tên riêng": "Title", "Hạng": "Rank", "Cấp": "Level", "Cơ quan tặng": "Grantor",
            "Cơ quan tặng (tên đủ)": "Grantor: its whole name", "Chiến dịch": "Campaign", "Kỳ": "Period: begin and end",
            "Đối tượng": "Recipients: JSON array of kind and count", "Tình trạng": "Status", "Câu gốc": "Sentence",
            "Mở tại câu": "Link", "Duyệt": "Verdict", "Mã": "Award id",
        },
        sql=f"""SELECT f.name AS "Hình thức", m.title AS "Tên riêng", m.rank AS "Hạng", m.level AS "Cấp",
            m.grantor AS "Cơ quan tặng", {_BODY.format(relation="grantor")} AS "Cơ quan tặng (tên đủ)",
            c.name AS "Chiến dịch", {_PERIOD.format(row="m")} AS "Kỳ",
            (SELECT json_group_array(json_object('loai', r.kind, 'so_luong', r.count)) FROM award_recipients r
              WHERE r.award_id = m.id) AS "Đối tượng",
            {_say("m.status", _STATUS)} AS "Tình trạng", {_SENTENCE} AS "Câu gốc", {_LINK} AS "Mở tại câu",
            {_say(_LAST_REVIEW, _VERDICTS)} AS "Duyệt", m.id AS "Mã"
            FROM awards m JOIN articles a ON a.id = m.article_id JOIN award_forms f ON f.id = m.form_id
            LEFT JOIN organizations o ON o.id = m.grantor_id LEFT JOIN campaigns c ON c.id = m.campaign_id
            LEFT JOIN pages p ON p.sha256 = a.page_sha256 LEFT JOIN urls u ON u.id = a.url_id
            WHERE m.ended_run IS NULL AND a.is_current = 1""",
    ),
    View(
        name="ty_trong_chien_dich",
        vi="Tỷ trọng chiến dịch: 28 ngày gần nhất so với 28 ngày trước đó",
        en="Share of campaigns: the last 28 days against the 28 before",
        licence="annotation",
        columns={
            "Chiến dịch": "Campaign", "Số bài": "Articles", "Tỷ trọng (%)": "Share of all articles with a campaign",
            "Kỳ trước": "Articles in the period before", "Chênh": "Difference", "Số nguồn": "Sources in the period",
            "Số tỉnh": "Provinces of today in the period",
        },
        sql="""WITH last_day AS (SELECT max(published_on) AS d FROM articles WHERE length(published_on) = 10),
            bounds AS (SELECT date(d, '-27 days') AS since, date(d, '-55 days') AS before FROM last_day),
            hits AS (SELECT DISTINCT m.campaign_id, a.id, a.source_slug,
                coalesce(x.new_id, a.province_id) AS province_id, a.published_on >= b.since AS now
              FROM bounds b JOIN articles a ON a.published_on >= b.before
              LEFT JOIN province_map x ON x.old_id = a.province_id
              JOIN campaign_mentions m ON m.article_id = a.id
              WHERE a.is_current = 1 AND length(a.published_on) = 10 AND m.ended_run IS NULL),
            total AS (SELECT count(*) AS n FROM hits WHERE now)
            SELECT c.name AS "Chiến dịch", sum(h.now) AS "Số bài",
            round(100.0 * sum(h.now) / nullif((SELECT n FROM total), 0), 1) AS "Tỷ trọng (%)",
            sum(NOT h.now) AS "Kỳ trước", sum(h.now) - sum(NOT h.now) AS "Chênh",
            count(DISTINCT CASE WHEN h.now THEN h.source_slug END) AS "Số nguồn",
            count(DISTINCT CASE WHEN h.now THEN h.province_id END) AS "Số tỉnh"
            FROM hits h JOIN campaigns c ON c.id = h.campaign_id GROUP BY c.id ORDER BY 2 DESC, c.sort_key""",
    ),
    View(
        name="moi_tu_ban_tin_truoc",
        vi="Mới từ bản tin trước: bài chưa có trong bản tin đã gửi",
        en="New since the last digest: articles not in a sent digest",
        licence="publisher",
        columns={
            "Tiêu đề": "Title", "Nguồn": "Source", "Ngày": "Published on", "Liên kết": "Link", "Mã": "Article id",
        },
        sql=f"""SELECT a.title AS "Tiêu đề", s.name AS "Nguồn", a.published_on AS "Ngày", {_LINK} AS "Liên kết",
            a.id AS "Mã" FROM articles a JOIN sources s ON s.slug = a.source_slug
            LEFT JOIN pages p ON p.sha256 = a.page_sha256 LEFT JOIN urls u ON u.id = a.url_id
            WHERE a.is_current = 1
            AND a.first_seen_run > {LAST_RUN}""",
    ),
    View(
        name="phu_tin",
        vi="Phủ tin: nguồn theo tuần, kèm tình trạng",
        en="Coverage: source by week, with its state",
        licence="code",
        columns={
            "Nguồn": "Source", "Tuần": "Week: year and number", "Số lượt": "Runs", "Thấy": "Found", "Tải": "Fetched",
            "Mới": "New", "Lỗi": "Failed pages", "Tình trạng": "State: tốt or lỗi",
        },
        sql="""SELECT coalesce(s.name, rs.slug) AS "Nguồn", strftime('%Y-%W', r.started_at) AS "Tuần",
            count(*) AS "Số lượt", sum(rs.found) AS "Thấy", sum(rs.fetched) AS "Tải", sum(rs.new) AS "Mới",
            sum(rs.failed) AS "Lỗi", CASE WHEN sum(rs.status = 'ok') THEN 'tốt' ELSE 'lỗi' END AS "Tình trạng"
            FROM run_sources rs JOIN runs r ON r.id = rs.run_id LEFT JOIN sources s ON s.slug = rs.slug
            GROUP BY rs.slug, 2""",
    ),
    View(
        name="suc_khoe_nguon",
        vi="Sức khỏe nguồn: lần tốt gần nhất và số bài mỗi tuần",
        en="Health of sources: last good run and articles a week",
        licence="code",
        columns={
            "Nguồn": "Source", "Lần tốt gần nhất": "Last good run", "Bài/tuần": "Articles a week, last 28 days",
            "Tình trạng": "State of the last run", "Lý do": "Why it failed", "Mã": "Source id",
        },
        sql="""WITH seen AS (SELECT rs.slug, rs.status, rs.reason, r.started_at, rs.new,
                row_number() OVER (PARTITION BY rs.slug ORDER BY r.id DESC) AS back
              FROM run_sources rs JOIN runs r ON r.id = rs.run_id)
            SELECT coalesce(s.name, x.slug) AS "Nguồn",
            max(CASE WHEN x.status = 'ok' THEN x.started_at END) AS "Lần tốt gần nhất",
            round(sum(CASE WHEN x.started_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-28 days') THEN x.new END)
              / 4.0, 1) AS "Bài/tuần",
            CASE max(CASE WHEN x.back = 1 THEN x.status END) WHEN 'ok' THEN 'tốt' ELSE 'lỗi' END AS "Tình trạng",
            max(CASE WHEN x.back = 1 THEN x.reason END) AS "Lý do", x.slug AS "Mã"
            FROM seen x LEFT JOIN sources s ON s.slug = x.slug GROUP BY x.slug""",
    ),
)  # fmt: skip
