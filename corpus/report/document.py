"""Write a short official report: A4, margins and type of Decree 30/2020/NĐ-CP, each number with its quoted source in a footnote.

The decree asks for Times New Roman, body text of 13 to 14 points, margins of 20-25 mm above and below, 30-35 mm
left and 15-20 mm right, and page numbers in the middle of the upper margin from the second page on.
"""

from io import BytesIO

from docx import Document
from docx.document import Document as Doc
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from corpus.report.footnotes import Footnotes
from corpus.site.numbers import render_change, render_day, render_number, render_percent
from corpus.site.records import Award, Claim, Overview
from corpus.site.safety import clean_text

FONT = "Times New Roman"
BODY = Pt(14)
SMALL = Pt(12)


def render_document(overview: Overview) -> bytes:
    """Give the bytes of the report as a first draft: heading, summary, shares, figures, awards, sources."""
    doc = Document()
    _set_page(doc)
    _set_type(doc)
    _head(doc, overview)
    _summary(doc, overview)
    _shares(doc, overview)
    notes = Footnotes(doc)
    _figures(doc, overview, notes)
    _awards(doc, overview, notes)
    _sources(doc, overview)
    buffer = BytesIO()
    doc.save(buffer)
    return buffer.getvalue()


def _set_page(doc: Doc) -> None:
    section = doc.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = number.add_run()
    run.font.size = BODY
    for kind, text in (("begin", None), (None, " PAGE "), ("end", None)):
        if kind:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        else:
            part = OxmlElement("w:instrText")
            part.set(qn("xml:space"), "preserve")
            part.text = text
        run._r.append(part)


def _set_type(doc: Doc) -> None:
    for name in ("Normal", "Heading 1", "Heading 2", "Title"):
        style = doc.styles[name]
        style.font.name = FONT
        style.font.size = BODY
        style.font.bold = name != "Normal"
        style.font.color.rgb = None
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{kind}"), FONT)
        for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        lang = OxmlElement("w:lang")
        lang.set(qn("w:val"), "vi-VN")
        style.element.get_or_add_rPr().append(lang)
    body = doc.styles["Normal"].paragraph_format
    body.space_after, body.line_spacing = Pt(6), 1.15


def _head(doc: Doc, overview: Overview) -> None:
    period = overview.period
    bounds = f"({', '.join(overview.bounds)})" if overview.bounds else ""
    for text, size in (
        ("BÁO CÁO", BODY),
        (f"{overview.title}, từ {render_day(period.since)} đến {render_day(period.until)}", BODY),
        *([(bounds, BODY)] if bounds else ()),
    ):
        line = doc.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = line.add_run(clean_text(text))
        run.bold, run.font.size = True, size


def _summary(doc: Doc, overview: Overview) -> None:
    failed = [one.ref.name for one in overview.health if one.status == "lỗi"]
    change = overview.articles - overview.articles_before
    word = "tăng" if change > 0 else "giảm" if change < 0 else "không đổi so với"
    compared = (
        f"{word} {render_number(abs(change))} bài so với kỳ trước" if change else "bằng kỳ trước"
    )
    text = (
        f"Trong {overview.period.days} ngày, các nguồn được theo dõi có {render_number(overview.articles)} bài "
        f"({compared}), nêu {render_number(overview.figures)} số liệu và "
        f"{render_number(sum(form.total for form in overview.forms))} lượt khen thưởng. "
        f"{overview.answered}/{len(overview.health)} nguồn trả lời"
    )
    text += f"; không trả lời: {', '.join(failed)}." if failed else "."
    _body(doc, text)


def _shares(doc: Doc, overview: Overview) -> None:
    _heading(doc, "1. Tỷ trọng theo phong trào, cuộc vận động")
    if not overview.shares:
        _body(doc, "Trong kỳ không bài nào nêu tên phong trào, cuộc vận động.")
        return
    table = doc.add_table(rows=1, cols=4)
    table.style = "Table Grid"
    heads = ("Phong trào, cuộc vận động", "Số bài", "Tỷ trọng", "So kỳ trước")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        _cell(cell.paragraphs[0], head, bold=True)
    _repeat_heading(table.rows[0]._tr)
    for share in overview.shares:
        row = table.add_row()
        _keep_whole(row._tr)
        values = (
            share.ref.name,
            render_number(share.count),
            render_percent(share.percent),
            render_change(share.change),
        )
        for number, (cell, value) in enumerate(zip(row.cells, values, strict=True)):
            _cell(cell.paragraphs[0], value, right=number > 0)
    for row in table.rows:
        for cell, width in zip(row.cells, (Mm(90), Mm(20), Mm(25), Mm(30)), strict=True):
            cell.width = width
    note = doc.add_paragraph()
    run = note.add_run(
        f"Mẫu số là {render_number(overview.pairs)} lượt bài – chiến dịch; bài nêu hai chiến dịch được tính cho cả hai."
    )
    run.italic, run.font.size = True, SMALL


def _figures(doc: Doc, overview: Overview, notes: Footnotes) -> None:
    _heading(doc, "2. Số liệu đáng chú ý")
    if not overview.claims:
        _body(doc, "Trong kỳ không bài nào nêu số liệu.")
    for claim in overview.claims:
        _claim(doc, claim, notes)


def _claim(doc: Doc, claim: Claim, notes: Footnotes) -> None:
    line = _item(doc)
    line.add_run(clean_text(claim.figure.said)).bold = True
    campaign = f"; {claim.figure.campaign.name}" if claim.figure.campaign else ""
    line.add_run(clean_text(f" ({claim.articles} bài, {claim.sources} nguồn{campaign})."))
    notes.add(line, claim.figure.quote, _where(claim.first.source.name, claim.first.day))
    for n, other in enumerate(claim.against):
        words = f"{'; ' if n else ' Cần kiểm tra: '}{other.source} nêu {other.said}"
        warning = line.add_run(clean_text(words))
        warning.bold = warning.italic = True
        notes.add(line, other.quote, _where(other.source, other.day))
    if claim.against:
        line.add_run(".")


def _awards(doc: Doc, overview: Overview, notes: Footnotes) -> None:
    _heading(doc, "3. Khen thưởng")
    if not overview.awards:
        _body(doc, "Trong kỳ không bài nào nêu khen thưởng.")
    for award in overview.awards:
        _award(doc, award, notes)


def _award(doc: Doc, award: Award, notes: Footnotes) -> None:
    line = _item(doc)
    line.add_run(clean_text(award.form.name)).bold = True
    rest = [
        f"“{award.title}”" if award.title and award.title != award.form.name else "",
        f"hạng {award.rank}" if award.rank else "",
        f"({award.status})",
        f"{award.grantor} tặng" if award.grantor else "",
        f"cho {award.recipients}" if award.recipients else "",
    ]
    line.add_run(" " + clean_text(" ".join(part for part in rest if part)) + ".")
    notes.add(line, award.quote, _where(award.source, award.day))


def _sources(doc: Doc, overview: Overview) -> None:
    _heading(doc, "4. Nguồn")
    for one in overview.health:
        reason = f" ({one.reason})" if one.reason else ""
        _body(doc, f"{one.ref.name}: {one.status}{reason}.")
    _body(doc, overview.stamp)


def _heading(doc: Doc, text: str) -> None:
    line = doc.add_paragraph()
    line.paragraph_format.space_before = Pt(10)
    line.paragraph_format.keep_with_next = True
    line.add_run(text).bold = True


def _item(doc: Doc) -> Paragraph:
    """Give a line of a list, with the dash that official papers use."""
    line = doc.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    line.paragraph_format.first_line_indent = Mm(10)
    line.add_run("- ")
    return line


def _where(source: str, day: str | None) -> str:
    return clean_text(f"{source}, {render_day(day)}" if day else source)


def _body(doc: Doc, text: str) -> None:
    line = doc.add_paragraph(clean_text(text))
    line.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    line.paragraph_format.first_line_indent = Mm(10)


def _cell(line: Paragraph, text: str, *, bold: bool = False, right: bool = False) -> None:
    run = line.add_run(clean_text(text))
    run.bold, run.font.size = bold, SMALL
    if right:
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _repeat_heading(row: CT_Row) -> None:
    row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _keep_whole(row: CT_Row) -> None:
    row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
