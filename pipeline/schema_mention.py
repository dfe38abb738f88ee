"""The columns that all mentions share: place in the text, sentence, score, rule, evidence, runs."""

MENTION_PLACE = """
id TEXT * | Mã: băm của bài và vị trí | Id: hash of article and place | | {example}
article_id TEXT ! >articles.id | Bài: mã | Article: its id
start INTEGER ! | Đầu: ký tự đầu trong văn bản | Start: first code point in the text | ký tự
end INTEGER ! | Cuối: sau ký tự cuối | End: one past the last code point | ký tự
"""
MENTION_HEAD = (
    MENTION_PLACE + "text TEXT ! | Nguyên văn: từ đầu đến cuối | As written: from start to end\n"
)
MENTION_RUNS = """
extractor_id TEXT ! >extractors.id | Bộ trích xuất: mã | Extractor: its id
run_id INTEGER >runs.id | Lượt chạy: số | Run: that found it
ended_run INTEGER >runs.id | Lượt bỏ: số, rỗng nếu còn | Ended in run: its number; null while it stands
"""
MENTION_TAIL = (
    """
sentence_start INTEGER ! | Đầu câu: ký tự đầu | Start of sentence: first code point | ký tự
sentence_end INTEGER ! | Cuối câu: sau ký tự cuối | End of sentence: one past the last code point | ký tự
score REAL ! ? | Độ tin cậy: từ 0 đến 1 | Score: between 0 and 1
rule TEXT ! | Luật: đã tìm ra | Rule: that found it | | figure.count_noun
evidence TEXT ! | Bằng chứng: mảng JSON vai, đầu, cuối | Evidence: JSON array of role, start, end
"""
    + MENTION_RUNS
)
MENTION_CHECKS = ('0 <= "start" AND "start" < "end"', "score BETWEEN 0 AND 1")
