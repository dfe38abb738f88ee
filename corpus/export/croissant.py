"""Croissant 1.1: the data set for machine learning tools, and with each extracted value where it was quoted from.

The record sets read the CSV files. A field that was extracted from an article carries an annotation: a field with
`prov:wasQuotedFrom`, read from the same row's quote or words, as version 1.1 proposes for the provenance of single values.
References between tables stand in the Data Package alone: mlcroissant 1.1 joins over them and fails where one is null.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from corpus.export.datapackage import LICENCES, About, FileFacts
from corpus.tables import DataColumn, DataTable

Descriptor = dict[str, Any]  # Any: a JSON document of several layers
TYPES = {"string": "sc:Text", "integer": "sc:Integer", "number": "sc:Float"}
CONTEXT: Descriptor = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "annotation": "cr:annotation",
    "arrayShape": "cr:arrayShape",
    "isArray": "cr:isArray",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataBiases": "cr:dataBiases",
    "dataCollection": "cr:dataCollection",
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "excludes": "cr:excludes",
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "personalSensitiveInformation": "cr:personalSensitiveInformation",
    "prov": "http://www.w3.org/ns/prov#",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "readLines": "cr:readLines",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
    "unArchive": "cr:unArchive",
    "value": "cr:value",
}
EXTRACTED = {
    "campaign_mentions": ("quote", ("text", "campaign_id", "type")),
    "figures": ("quote", ("text", "value", "value_max", "of", "modifier", "kind", "unit")),
    "awards": ("quote", ("text", "form_id", "title", "rank", "level", "grantor", "status")),
    "organization_mentions": ("text", ("organization_id", "name", "type", "province_id")),
    "place_mentions": ("text", ("name", "level", "province_id", "today")),
    "time_mentions": ("text", ("period_from", "period_to", "relative")),
    "document_mentions": ("text", ("kind", "number", "dated_on", "issuer")),
}
"""Table to the column with the article's words, and the columns whose values were read in them."""


def render_croissant(
    about: About, tables: Sequence[DataTable], files: Mapping[str, FileFacts], *, citation: str
) -> Descriptor:
    """Give the JSON-LD document; `files` gives the CSV file of each table."""
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        "name": about.name,
        "description": about.description,
        "version": about.version,
        "datePublished": about.released_on,
        "keywords": list(about.keywords),
        "inLanguage": ["vi"],
        "license": " ".join(LICENCES.values()),
        "citeAs": citation,
        "url": f"https://{about.name}.example/",
        "creator": {"@type": "sc:Organization", "name": "thidua"},
        "distribution": [_file(table, files[table.name]) for table in tables],
        "recordSet": [_record_set(table) for table in tables],
    }


def _file(table: DataTable, file: FileFacts) -> Descriptor:
    return {
        "@type": "cr:FileObject",
        "@id": f"{table.name}.csv",
        "name": f"{table.name}.csv",
        "description": table.title,
        "contentUrl": file.path,
        "contentSize": f"{file.bytes} B",
        "encodingFormat": "text/csv",
        "sha256": file.sha256,
    }


def _record_set(table: DataTable) -> Descriptor:
    words, quoted = EXTRACTED.get(table.name, ("", ()))
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": f"{table.title} ({table.title_vi}). {LICENCES[table.licence]}",
        "key": [{"@id": f"{table.name}/{name}"} for name in table.keys],
        "field": [
            _field(table, column, words=words if column.name in quoted else None)
            for column in table.columns
        ],
    }


def _field(table: DataTable, column: DataColumn, *, words: str | None) -> Descriptor:
    field: Descriptor = {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": f"{table.name}/{column.name}",
        "description": column.description,
        "dataType": TYPES[column.kind],
        "source": _source(table.name, column.name),
    }
    if words is not None:
        field["annotation"] = {
            "@type": "cr:Field",
            "@id": f"{table.name}/{column.name}/quoted_from",
            "name": f"{table.name}/{column.name}/quoted_from",
            "description": "The words of the article that the value was read in",
            "dataType": "sc:Text",
            "equivalentProperty": "prov:wasQuotedFrom",
            "source": _source(table.name, words),
        }
    return field


def _source(table: str, column: str) -> Descriptor:
    return {"fileObject": {"@id": f"{table}.csv"}, "extract": {"column": column}}
