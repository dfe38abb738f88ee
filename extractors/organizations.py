"""Organisations: unions of all levels, companies, authorities, schools."""

from collections.abc import Iterable

from extractors.body_names import BodyName, body_at
from extractors.document import Document
from extractors.entities import BodyType, Organization
from extractors.gazetteer import Gazetteer
from extractors.knowledge import Knowledge
from extractors.lexicon import Hit, Term, longest
from extractors.ontology import Ontology
from extractors.text import spelling
from extractors.tokens import TokenKind, Tokens, tokenize

TYPES = {
    "cong_doan": BodyType.UNION,
    "nha_nuoc": BodyType.STATE,
    "dang": BodyType.PARTY,
    "mat_tran": BodyType.ASSOCIATION,
    "doan_the": BodyType.ASSOCIATION,
    "luc_luong_vu_trang": BodyType.ARMED_FORCES,
    "bao_chi": BodyType.PRESS,
    "tai_chinh": BodyType.COMPANY,
}
# Offices of a person; the ontology lists them as grantors, they are no organisations.
OFFICES = frozenset(("chu-tich-nuoc", "thu-tuong-chinh-phu"))
# Organs within a body: "Ban Thường vụ LĐLĐ tỉnh" is the LĐLĐ, said more exactly.
ORGANS = (
    "Ban Thường vụ",
    "Ban Chấp hành",
    "Đoàn Chủ tịch",
    "Ủy ban Kiểm tra",
    "Thường trực",
    "BCH",
    "BTV",
)
FIXED_CONFIDENCE = 0.97
GRAMMAR_CONFIDENCE = 0.9


def organization_terms(ontology: Ontology) -> Iterable[Term]:
    """Give the names of the bodies that the ontology knows."""
    for entry in ontology.bodies:
        if entry.is_class or entry.id in OFFICES:
            continue
        for alias in entry.aliases:
            if len(alias) > 3 and not alias.islower():
                yield Term("body", alias, entry.id)
    for organ in ORGANS:
        yield Term("organ", organ, organ)


def find_organizations(document: Document, knowledge: Knowledge) -> tuple[Organization, ...]:
    """Find organisations in order of place; the longer of a known name and a name by grammar is kept."""
    tokens = document.tokens
    known = {hit.first: hit for hit in reversed(longest(_capitalised(document)))}
    found: list[Organization] = []
    for first, stop in document.sentences:
        index = first
        while index < stop:
            if tokens.kinds[index] != TokenKind.WORD or not tokens.words[index][0].isupper():
                index += 1
                continue
            body = body_at(tokens, index, stop)
            hit = known.get(index)
            if hit is not None and (body is None or hit.stop >= body.stop):
                found.append(_from_entry(tokens, hit, knowledge))
                index = hit.stop
            elif body is not None:
                found.append(_from_grammar(tokens, body, knowledge))
                index = body.stop
            else:
                index += 1
    return tuple(found)


def expand(name: str, ontology: Ontology) -> str:
    """Write out the abbreviations in a name: "LĐLĐ TP.HCM" gives "Liên đoàn Lao động thành phố HCM"."""
    tokens = tokenize(name)
    out, at = [], 0
    for index, word in enumerate(tokens.words):
        start = tokens.starts[index]
        if word == "." and index and tokens.words[index - 1].upper() in ("TP", "TX"):
            glued_on = index + 1 < len(tokens) and tokens.glued(index + 1)
            out.append(" " if glued_on else "")
        else:
            full = ontology.abbreviations.get(word.upper() if word in ("Tp", "Tx") else word)
            out.append(name[at:start] + (full or word))
        at = tokens.ends[index]
    return "".join(out) + name[at:]


def province_in(tokens: Tokens, first: int, stop: int, gazetteer: Gazetteer) -> str | None:
    """Give the last province named in a stretch, `None` where there is none."""
    for width_start in range(stop - 1, first, -1):
        for end in range(min(stop, width_start + 4), width_start, -1):
            if not tokens.words[width_start][0].isupper():
                continue
            name = gazetteer.provinces.get(" ".join(tokens.norms[width_start:end]))
            if name:
                return name
    return None


def _capitalised(document: Document) -> tuple[Hit, ...]:
    tokens = document.tokens
    return tuple(hit for hit in document.labelled("body") if tokens.words[hit.first][0].isupper())


def _from_entry(tokens: Tokens, hit: Hit, knowledge: Knowledge) -> Organization:
    entry = knowledge.bodies[hit.value]
    return Organization(
        start=tokens.starts[hit.first],
        end=tokens.ends[hit.stop - 1],
        rule="organization.ontology",
        confidence=FIXED_CONFIDENCE,
        name=entry.name,
        type=TYPES.get(entry.type, BodyType.OTHER),
        id=entry.id,
        province=province_in(tokens, hit.first, hit.stop, knowledge.gazetteer),
    )


def _from_grammar(tokens: Tokens, body: BodyName, knowledge: Knowledge) -> Organization:
    name = expand(tokens.text(body.first, body.stop), knowledge.ontology)
    return Organization(
        start=tokens.starts[body.first],
        end=tokens.ends[body.stop - 1],
        rule=f"organization.{body.type.value}",
        confidence=GRAMMAR_CONFIDENCE,
        name=name,
        type=body.type,
        id=knowledge.body_ids.get(spelling(name)),
        province=province_in(tokens, body.first, body.stop, knowledge.gazetteer),
    )
