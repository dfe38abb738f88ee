"""What Datasette 0.65 is told of the database: Vietnamese titles, facets, canned queries, hidden tables."""

from collections.abc import Iterator

from pipeline.schema_content import CONTENT_TABLES
from pipeline.schema_language import Table, title_of
from pipeline.schema_work import WORK_TABLES
from pipeline.views import VIEWS, View

# Any document of JSON; Datasette reads it as metadata.
Json = str | int | bool | list["Json"] | dict[str, "Json"]

FACETS: dict[str, list[str]] = {
    "bai_viet": ["Nguồn", "Tỉnh/thành", "Chiến dịch"],
    "so_lieu": ["Loại", "Mức độ", "Chiến dịch", "Duyệt"],
    "khen_thuong": ["Hình thức", "Tình trạng", "Hạng", "Duyệt"],
    "phu_tin": ["Nguồn", "Tình trạng"],
    "suc_khoe_nguon": ["Tình trạng"],
    "articles": ["source_slug", "province_id", "published_on"],
    "figures": ["kind", "modifier", "campaign_id"],
    "awards": ["form_id", "status"],
}
HIDDEN = ("page_bodies", "article_search", "_sqlite_migrations")
"""Tables that say nothing to a reader; full texts are not browsed by accident."""

QUERIES: dict[str, tuple[str, str, str]] = {
    "so_lieu_co_cau": (
        "Số liệu kèm câu văn",
        "Số liệu của một chiến dịch, số trong câu được đánh dấu. Để trống để lấy tất cả.",
        """SELECT m.value AS "Số", m.unit AS "Đơn vị", c.name AS "Chiến dịch", a.published_on AS "Ngày",
  json_object('text', substr(a.text, m.sentence_start + 1, m.sentence_end - m.sentence_start),
    'start', m.start - m.sentence_start, 'end', m.end - m.sentence_start) AS "Câu gốc", m.id AS "Mã"
FROM figures m JOIN articles a ON a.id = m.article_id LEFT JOIN campaigns c ON c.id = m.campaign_id
WHERE a.is_current = 1 AND m.ended_run IS NULL
  AND (:chien_dich = '' OR c.name LIKE '%' || :chien_dich || '%')
ORDER BY a.published_on DESC LIMIT 500""",
    ),
    "khen_thuong_co_cau": (
        "Khen thưởng kèm câu văn",
        "Mỗi lần nêu khen thưởng, hình thức được đánh dấu trong câu.",
        """SELECT f.name AS "Hình thức", m.grantor AS "Cơ quan tặng", m.status AS "Tình trạng", a.published_on AS "Ngày",
  json_object('text', substr(a.text, m.sentence_start + 1, m.sentence_end - m.sentence_start),
    'start', m.start - m.sentence_start, 'end', m.end - m.sentence_start) AS "Câu gốc", m.id AS "Mã"
FROM awards m JOIN articles a ON a.id = m.article_id JOIN award_forms f ON f.id = m.form_id
WHERE a.is_current = 1 AND m.ended_run IS NULL ORDER BY a.published_on DESC LIMIT 500""",
    ),
    "bai_theo_ngay": (
        "Bài theo khoảng ngày",
        "Ngày viết như 2025-11-19.",
        """SELECT "Tiêu đề", "Nguồn", "Chiến dịch", "Ngày", "Liên kết" FROM bai_viet
WHERE "Ngày" BETWEEN :tu_ngay AND :den_ngay ORDER BY "Ngày" DESC LIMIT 1000""",
    ),
    "mau_thuan": (
        "Sự việc có mâu thuẫn",
        "Hai nguồn nêu hai số cho cùng một việc.",
        """SELECT * FROM so_lieu_gop WHERE "Có mâu thuẫn?" = 'có'""",
    ),
}
"""Name to title, description and SQL."""


def make_metadata(database: str) -> dict[str, Json]:
    """Give the metadata of one database by the name Datasette has for it."""
    tables: dict[str, Json] = {}
    for declared in (*CONTENT_TABLES, *WORK_TABLES):
        tables[declared.name] = _table(declared)
    for view in VIEWS:
        tables[view.name] = _view(view)
    for name in HIDDEN:
        known = tables.get(name)
        tables[name] = (known if isinstance(known, dict) else {}) | {"hidden": True}
    queries: dict[str, Json] = {
        name: {"title": title, "description": words, "sql": sql}
        for name, (title, words, sql) in QUERIES.items()
    }
    return {
        "title": "Bản tin thi đua",
        "description": "Phong trào, số liệu, khen thưởng trong tin công đoàn; mỗi giá trị kèm câu văn.",
        "databases": {database: {"title": "Dữ liệu", "tables": tables, "queries": queries}},
    }


def _table(declared: Table) -> dict[str, Json]:
    entry: dict[str, Json] = {
        "title": title_of(declared.vi),
        "description": declared.vi,
        "columns": {column.name: column.vi for column in declared.columns},
    }
    return entry | dict(_facets(declared.name))


def _view(view: View) -> dict[str, Json]:
    entry: dict[str, Json] = {"title": title_of(view.vi), "description": view.vi}
    return entry | dict(_facets(view.name))


def _facets(name: str) -> Iterator[tuple[str, Json]]:
    if name in FACETS:
        yield "facets", list(FACETS[name])
