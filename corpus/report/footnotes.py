"""True footnotes of a Word document: each holds the quoted sentence, who printed it, and a link to it.

python-docx has no footnotes of its own; the part is made as ECMA-376, part 1, 17.11 describes it.
"""

from docx.document import Document as Doc
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from corpus.site.records import Quote
from corpus.site.safety import clean_text

SIZE = Pt(11)
_SEPARATORS = f"""<w:footnotes {nsdecls("w", "r")}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
</w:footnotes>"""


class Footnotes:
    """The footnotes of one document, numbered as they come."""

    def __init__(self, doc: Doc) -> None:
        part = doc.part
        if part.package is None:
            raise ValueError("a document without a package has no place for footnotes")
        self._part = XmlPart(
            PackURI("/word/footnotes.xml"),
            CONTENT_TYPE.WML_FOOTNOTES,
            parse_xml(_SEPARATORS),
            part.package,
        )
        part.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)
        self._last = 0
        _declare_separators(doc)

    def add(self, line: Paragraph, quote: Quote, where: str) -> None:
        """Put a reference at the end of a paragraph, and the quoted sentence at the foot of its page."""
        self._last += 1
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(self._last))
        run = line.add_run()
        run.font.superscript = True
        run._r.append(reference)
        self._write(quote, where)

    def _write(self, quote: Quote, where: str) -> None:
        note = OxmlElement("w:footnote")
        note.set(qn("w:id"), str(self._last))
        paragraph = OxmlElement("w:p")
        note.append(paragraph)
        self._part.element.append(note)
        line = Paragraph(paragraph, self._part)
        line.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        line.paragraph_format.space_after = Pt(2)
        line.paragraph_format.line_spacing = 1.0
        number = line.add_run()
        number.font.superscript, number.font.size = True, SIZE
        number._r.append(OxmlElement("w:footnoteRef"))
        _say(line, " “")
        for piece in quote.pieces:
            run = _say(line, piece.text)
            run.bold = piece.kind == "mark"
            run.italic = piece.kind == "name"
        _say(line, f"” ({where})" if where else "”")
        if quote.link:
            _say(line, " ")
            self._link(line, quote.link, "mở tại câu")

    def _link(self, line: Paragraph, address: str, words: str) -> None:
        relation = self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), relation)
        run = _say(line, words)
        run.underline = True
        link.append(run._r)
        line._p.append(link)


def _say(line: Paragraph, words: str) -> Run:
    run = line.add_run(clean_text(words))
    run.font.size = SIZE
    return run


def _declare_separators(doc: Doc) -> None:
    """Name the two separators in the settings, where the schema wants them: before `compat`."""
    names = OxmlElement("w:footnotePr")
    for number in ("-1", "0"):
        one = OxmlElement("w:footnote")
        one.set(qn("w:id"), number)
        names.append(one)
    settings: BaseOxmlElement = doc.settings.element
    after = settings.find(qn("w:compat"))
    if after is None:
        raise ValueError("the template's settings have no w:compat")
    after.addprevious(names)
