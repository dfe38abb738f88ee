"""INCEpTION: a folder with `TypeSystem.xml` and each document as UIMA CAS, in XMI or in JSON.

UIMA counts UTF-16 units, for Java does. XML cannot carry most control characters, not even escaped: a document with
one cannot be held as XMI; as JSON it can.
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from lxml import etree

from corpus.errors import CorpusError
from corpus.export.annotation import (
    ALL_LAYERS,
    FIELDS,
    LISTS,
    NUMBERS,
    fields_of,
    in_order,
    make_mention,
)
from corpus.export.json_lines import Object
from corpus.export.links import LINKS, End, links_of, make_link
from corpus.export.offsets import Utf16
from corpus.export.uima_types import (
    ANNOTATION,
    LAYER_OF_TYPE,
    METADATA,
    RELATION,
    RELATION_FEATURES,
    TYPES,
    feature_name,
    features_of,
    render_type_system,
)
from corpus.measures import Mention, place
from corpus.records import Annotated
from extractors.output import Json

Form = Literal["xmi", "json"]
Reasons = dict[tuple[str, str, int, int], str]
XMI, CAS, TCAS = "http://www.omg.org/XMI", "http:///uima/cas.ecore", "http:///uima/tcas.ecore"
FIRST = 3
"""Id of the first mention: the text is 1, what is known of the document 2."""
ENDS = ("Dependent", "Governor")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_XML = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
Feature = dict[str, str | float]


def write_inception(documents: Iterable[Annotated], out: Path, *, form: Form) -> Reasons:
    """Write the folder; give why mentions of single documents could not be held."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "TypeSystem.xml").write_bytes(render_type_system())
    reasons: Reasons = {}
    for number, document in enumerate(documents, 1):
        path = out / f"{number:07d}-{_file_name(document.id)}.{form}"
        why = why_no_xml(document.text or "") if form == "xmi" else None
        if why is not None:
            reasons |= {
                (document.id, layer, *place(one)): why
                for layer in ALL_LAYERS
                for one in document.layer(layer)
            }
            continue
        path.write_bytes(_render_xmi(document) if form == "xmi" else _render_json(document))
    return reasons


def why_no_xml(text: str) -> str | None:
    """Say which letter of a text XML cannot carry; None where it can carry all."""
    found = _NOT_XML.search(text)
    return f"the text holds U+{ord(found.group()):04X}, which XML cannot carry" if found else None


def read_inception(folder: Path, *, form: Form | None = None) -> Iterator[Annotated]:
    """Read all CAS files of a folder, or one file; the document's id is its metadata's, else the name of the file.

    Raise `CorpusError` where there is none, unless `form` says that we wrote the folder ourselves.
    """
    forms = (form,) if form else ("xmi", "json")
    paths = [path for one in forms for path in sorted(folder.glob(f"*.{one}"))]
    if folder.is_file():
        paths = [folder]
    if not paths and form is None:
        raise CorpusError(f"{folder}: no .xmi and no .json in it")
    return (_read_xmi(path) if path.suffix == ".xmi" else _read_json(path) for path in paths)


def _file_name(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9.-]+", "_", name)[-80:].strip("_") or "document"


def _annotations(document: Annotated) -> Iterator[tuple[str, int, int, Feature]]:
    """Give (type, begin, end, features) of every mention, in UTF-16 units."""
    way = Utf16(document.text or "")
    for layer in ALL_LAYERS:
        for mention in document.layer(layer):
            start, end = place(mention)
            said = fields_of(layer, mention)
            features: Feature = {
                feature_name(layer, name): _write_value(name, value)
                for name, value in said.items()
                if value not in (None, [])
            }
            yield TYPES[layer], way.units(start), way.units(end), features


def _relations(document: Annotated, first: int) -> Iterator[tuple[int, int, int, int, str]]:
    """Give (begin, end, id of the dependent, id of the governor, relation); mentions are numbered from `first`."""
    way = Utf16(document.text or "")
    numbers: dict[End, int] = {}
    for layer in ALL_LAYERS:
        for mention in document.layer(layer):
            numbers.setdefault((layer, *place(mention)), first)
            first += 1
    for link in links_of(document):
        _, start, end = link.source
        ends = numbers[link.source], numbers[link.target]
        yield way.units(start), way.units(end), *ends, link.relation


def _write_value(name: str, value: Json) -> str | float:
    if name in NUMBERS and isinstance(value, (int, float)):
        return float(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _render_xmi(document: Annotated) -> bytes:
    text = document.text or ""
    names = {"xmi": XMI, "cas": CAS, "custom": "http:///webanno/custom.ecore"}
    package, _, metadata = METADATA.rpartition(".")
    names["type"] = f"http:///{package.replace('.', '/')}.ecore"
    root = etree.Element(f"{{{XMI}}}XMI", nsmap=names)
    root.set(f"{{{XMI}}}version", "2.0")
    members: list[int] = []

    def add(tag: str, number: int, /, **values: str) -> None:
        node = etree.SubElement(root, tag)
        node.set(f"{{{XMI}}}id", str(number))
        for key, value in values.items():
            node.set(key, value)

    add(f"{{{CAS}}}NULL", 0)
    length = str(Utf16(text).units(len(text)))
    about = {"documentId": document.id, "documentTitle": document.id, "language": "vi"}
    members.append(2)
    add(f"{{{names['type']}}}{metadata}", 2, sofa="1", begin="0", end=length, **about)
    for number, (kind, begin, end, features) in enumerate(_annotations(document), FIRST):
        tag = f"{{{names['custom']}}}{kind.rpartition('.')[2]}"
        values = {key: _number_text(value) for key, value in features.items()}
        add(tag, number, sofa="1", begin=str(begin), end=str(end), **values)
        members.append(number)
    relations = list(_relations(document, FIRST))
    for number, (begin, end, dependent, governor, relation) in enumerate(
        relations, members[-1] + 1
    ):
        ends = {"Dependent": str(dependent), "Governor": str(governor), "relation": relation}
        tag = f"{{{names['custom']}}}{RELATION.rpartition('.')[2]}"
        add(tag, number, sofa="1", begin=str(begin), end=str(end), **ends)
        members.append(number)
    sofa = {"sofaNum": "1", "sofaID": "_InitialView", "mimeType": "text", "sofaString": text}
    add(f"{{{CAS}}}Sofa", 1, **sofa)
    view = etree.SubElement(root, f"{{{CAS}}}View", sofa="1")
    view.set("members", " ".join(map(str, members)))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _number_text(value: str | float) -> str:
    return value if isinstance(value, str) else repr(value)


def _read_xmi(path: Path) -> Annotated:
    try:
        root = etree.fromstring(path.read_bytes(), _NO_XML)
    except etree.XMLSyntaxError as err:
        raise CorpusError(f"{path}: not XML: {err}") from err
    text, name = None, path.stem
    spans: list[tuple[str, int, int, Object]] = []
    for node in root:
        local = etree.QName(node).localname
        if local == "Sofa" and node.get("sofaID") == "_InitialView":
            text = node.get("sofaString", "")
        elif local == "DocumentMetaData":
            name = node.get("documentId") or name
        elif etree.QName(node).namespace == "http:///webanno/custom.ecore":
            spans.append(
                (local, int(node.get("begin", 0)), int(node.get("end", 0)), dict(node.attrib))
            )
    return _document(path, name, text, spans)


def _render_json(document: Annotated) -> bytes:
    text = document.text or ""
    length = Utf16(text).units(len(text))
    rows: list[Object] = [
        {
            "%ID": 1,
            "%TYPE": "uima.cas.Sofa",
            "sofaNum": 1,
            "sofaID": "_InitialView",
            "mimeType": "text",
            "sofaString": text,
        },
        {
            "%ID": 2,
            "%TYPE": METADATA,
            "@sofa": 1,
            "begin": 0,
            "end": length,
            "language": "vi",
            "documentId": document.id,
            "documentTitle": document.id,
        },
    ]
    for number, (kind, begin, end, features) in enumerate(_annotations(document), FIRST):
        rows.append(
            {"%ID": number, "%TYPE": kind, "@sofa": 1, "begin": begin, "end": end, **features}
        )
    for begin, end, dependent, governor, relation in _relations(document, FIRST):
        ends = {"@Dependent": dependent, "@Governor": governor, "relation": relation}
        place_of = {"@sofa": 1, "begin": begin, "end": end}
        rows.append({"%ID": len(rows) + 1, "%TYPE": RELATION, **place_of, **ends})
    cas = {
        "%TYPES": _json_types(),
        "%FEATURE_STRUCTURES": rows,
        "%VIEWS": {
            "_InitialView": {"%SOFA": 1, "%MEMBERS": [row["%ID"] for row in rows[1:]]},
        },
    }
    return (json.dumps(cas, ensure_ascii=False, indent=1) + "\n").encode()


def _json_types() -> Object:
    types: Object = {}
    metadata = dict.fromkeys(("documentId", "documentTitle"), "uima.cas.String")
    listed = [(TYPES[layer], ANNOTATION, features_of(layer)) for layer in ALL_LAYERS]
    listed.append((RELATION, ANNOTATION, RELATION_FEATURES))
    for name, above, features in [*listed, (METADATA, "uima.tcas.DocumentAnnotation", metadata)]:
        types[name] = {"%NAME": name, "%SUPER_TYPE": above} | {
            feature: {"%NAME": feature, "%RANGE": kind} for feature, kind in features.items()
        }
    return types


def _read_json(path: Path) -> Annotated:
    try:
        cas = json.loads(path.read_bytes().decode("utf-8-sig"))
        rows = cas["%FEATURE_STRUCTURES"]
    except (ValueError, KeyError, TypeError) as err:
        raise CorpusError(f"{path}: no UIMA CAS in JSON: {err}") from err
    text, name = None, path.stem
    spans: list[tuple[str, int, int, Object]] = []
    for row in rows:
        if row["%TYPE"] == "uima.cas.Sofa":
            text = row.get("sofaString", "")
        elif row["%TYPE"] == METADATA:
            name = row.get("documentId") or name
        elif row["%TYPE"].startswith("webanno.custom."):
            spans.append((row["%TYPE"].rpartition(".")[2], row["begin"], row["end"], row))
    return _document(path, name, text, spans)


def _document(
    path: Path, name: str, text: str | None, spans: Iterable[tuple[str, int, int, Object]]
) -> Annotated:
    if text is None:
        raise CorpusError(f"{path}: no text in it")
    way = Utf16(text)
    mentions: dict[str, list[Mention]] = {layer: [] for layer in (*ALL_LAYERS, LINKS)}
    numbers: dict[str, End] = {}
    relations: list[Object] = []
    for local, begin, end, features in spans:
        if f"webanno.custom.{local}" == RELATION:
            relations.append(features)
            continue
        layer = LAYER_OF_TYPE.get(f"webanno.custom.{local}")
        if layer is None:
            continue  # a layer of the project that is none of ours
        said = {
            field: _read_value(field, features[feature])
            for field in FIELDS[layer]
            for feature in [feature_name(layer, field)]
            if features.get(feature) not in (None, "")
        }
        start, stop = way.points(begin), way.points(end)
        mentions[layer].append(make_mention(text, start, stop, fields_of(layer, said)))
        numbers[_number(features)] = (layer, start, stop)
    for one in relations:
        ends = [numbers.get(str(one.get(name, one.get(f"@{name}")))) for name in ENDS]
        if ends[0] is None or ends[1] is None:
            raise CorpusError(f"{path}: a relation between annotations that are not there")
        mentions[LINKS].append(make_link(text, str(one.get("relation")), ends[0], ends[1]))
    return Annotated(
        id=name, text=text, mentions={key: in_order(rows) for key, rows in mentions.items()}
    )


def _number(features: Object) -> str:
    """Give the id of a feature structure, in XMI or in JSON."""
    return str(features.get(f"{{{XMI}}}id", features.get("%ID")))


def _read_value(name: str, value: Json) -> Json:
    if name in NUMBERS:
        return float(str(value))
    if name in LISTS:
        found: Json = json.loads(str(value))
        return found
    return str(value)
