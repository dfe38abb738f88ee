"""The UIMA type system of our layers, for INCEpTION: a custom span layer each, a feature a field."""

from lxml import etree

from corpus.export.annotation import FIELDS, NUMBERS

STRING, DOUBLE = "uima.cas.String", "uima.cas.Double"
TYPES = {
    "campaigns": "webanno.custom.Campaign",
    "figures": "webanno.custom.Figure",
    "awards": "webanno.custom.Award",
    "organizations": "webanno.custom.Organization",
    "people": "webanno.custom.Person",
    "places": "webanno.custom.Place",
    "times": "webanno.custom.Time",
    "documents": "webanno.custom.Document",
    "quotations": "webanno.custom.Quotation",
}
RELATION = "webanno.custom.Link"
ANNOTATION = "uima.tcas.Annotation"
RELATION_FEATURES = {"Dependent": ANNOTATION, "Governor": ANNOTATION, "relation": STRING}
"""INCEpTION's relation layers lead from the dependent, which belongs to the governor."""
LAYER_OF_TYPE = {name: layer for layer, name in TYPES.items()}
# "type", "begin", "of" and the like are words of UIMA or of Java.
FEATURE_NAMES = {"type": "campaignType", "id": "ontologyId", "of": "ofTotal", "value": "amount"}
FEATURE_NAMES |= {"value_max": "amountMax", "begin": "periodFrom", "until": "periodTo"}
OWN_NAMES = {("organizations", "type"): "bodyType", ("places", "level"): "placeLevel"}
METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
METADATA_FEATURES = ("documentId", "documentTitle")
NAMESPACE = "http://uima.apache.org/resourceSpecifier"


def feature_name(layer: str, field: str) -> str:
    """Give what a field of a layer is called in UIMA."""
    return OWN_NAMES.get((layer, field)) or FEATURE_NAMES.get(field, field)


def features_of(layer: str) -> dict[str, str]:
    """Give feature → its range, in order."""
    return {
        feature_name(layer, name): DOUBLE if name in NUMBERS else STRING for name in FIELDS[layer]
    }


def render_type_system() -> bytes:
    """Give the type system description that INCEpTION imports as layers."""
    root = etree.Element(f"{{{NAMESPACE}}}typeSystemDescription", nsmap={None: NAMESPACE})
    types = _under(root, "types")
    for layer, name in TYPES.items():
        _type(types, name, ANNOTATION, features_of(layer))
    _type(types, RELATION, ANNOTATION, RELATION_FEATURES)
    _type(types, METADATA, "uima.tcas.DocumentAnnotation", dict.fromkeys(METADATA_FEATURES, STRING))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _type(parent: etree._Element, name: str, above: str, features: dict[str, str]) -> None:
    described = _under(parent, "typeDescription")
    _under(described, "name").text = name
    _under(described, "description").text = ""
    _under(described, "supertypeName").text = above
    listed = _under(described, "features")
    for feature, kind in features.items():
        one = _under(listed, "featureDescription")
        _under(one, "name").text = feature
        _under(one, "description").text = ""
        _under(one, "rangeTypeName").text = kind


def _under(parent: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
