"""Annotations out and back: whatever the text is made of, every span returns or is named as lost."""

import json
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from weakref import ref

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import CorpusError
from corpus.export.annotation import ALL_LAYERS, FIELDS, LABELS, compare_back, make_mention
from corpus.export.annotation_export import ANNOTATION_FORMATS, export_annotations
from corpus.export.annotation_import import READERS
from corpus.export.doccano import read_doccano
from corpus.export.inception import read_inception
from corpus.export.labelstudio import read_labelstudio, render_config, write_labelstudio
from corpus.export.links import LINKS, End, links_of, make_link
from corpus.export.offsets import Utf16, find_span
from corpus.export.spacy_docs import read_docbin
from corpus.export.token_cuts import cut_syllables, cut_words
from corpus.measures import Mention, place
from corpus.press.benchmark import load_press
from corpus.records import Annotated
from extractors.output import Json

LAYERS = ("campaigns", "figures", "awards")
FURTHER = tuple(layer for layer in ALL_LAYERS if layer not in LAYERS)
PIECES = (
    "Công đoàn", "đoàn viên", "LĐLĐ TP.HCM", "1.200 suất quà", "2,5 triệu", "“Tết Sum vầy”", '"Bằng khen"', "‘’", "…",
    " ", "  ", "\u00a0", "\t", "\n", "\r\n", "\u2028", "\u200b", "\ufeff", "👷🏽‍♀️", "🏅", "\U0001d7d3", "Ð", "hoà", "(50%)", "_", "#", "<b>&amp;",
)  # fmt: skip
HOLDS_EVERYTHING = ("labelstudio", "prodigy", "inception", "inception-json")
FIELD_VALUES: dict[str, st.SearchStrategy[Json]] = {
    "type": st.sampled_from(["phong_trao", "union"]),
    "id": st.sampled_from([None, "tet-sum-vay"]),
    "value": st.sampled_from([0, 50, 2.5, 1e12]),
    "value_max": st.sampled_from([None, 60]),
    "of": st.sampled_from([None, 1500]),
    "modifier": st.sampled_from(["exact", "more_than"]),
    "kind": st.sampled_from(["count", "money", "percent"]),
    "unit": st.sampled_from([None, "suất quà", "“hộp\tsữa”"]),
    "form": st.sampled_from(["bang_khen", "danh_hieu"]),
    "title": st.sampled_from([None, "Lao động giỏi"]),
    "rank": st.sampled_from([None, "nhat"]),
    "level": st.sampled_from([None, "cấp cơ sở"]),
    "grantor": st.sampled_from([None, "LĐLĐ tỉnh"]),
    "recipients": st.sampled_from([[], [{"kind": "collective", "count": 6, "names": ["Tổ 1"]}]]),
    "status": st.sampled_from(["conferred", "planned"]),
    "name": st.sampled_from([None, "Liên đoàn Lao động tỉnh Đồng Nai", "<tên>"]),
    "role": st.sampled_from([None, "Phó Chủ tịch"]),
    "today": st.sampled_from([[], ["Đồng Nai"], ["Phường “A”", "Xã B"]]),
    "begin": st.sampled_from([None, "2025", "2025-11"]),
    "until": st.sampled_from([None, "2025-11-19"]),
    "number": st.sampled_from([None, "118/KH-LĐLĐ"]),
    "dated": st.sampled_from([None, "2025-12-05"]),
    "issuer": st.sampled_from([None, "Chính phủ"]),
    "speaker": st.sampled_from([None, "■■■ ■■", "Lụa"]),
}
SPECIAL = {("places", "level"): ["province", "commune"]}


def field_values(layer: str, name: str) -> st.SearchStrategy[Json]:
    if (layer, name) in SPECIAL:
        return st.sampled_from(SPECIAL[layer, name])
    return FIELD_VALUES[name]


@st.composite
def documents(draw: st.DrawFn) -> Annotated:
    text = "".join(draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14)))
    if draw(st.booleans()):
        text = unicodedata.normalize("NFD", text)
    mentions: dict[str, tuple[Mention, ...]] = {}
    for layer in draw(st.lists(st.sampled_from(ALL_LAYERS), unique=True)):
        rows = []
        for _ in range(draw(st.integers(1, 3))):
            start = draw(st.integers(0, len(text) - 1))
            end = draw(st.integers(start + 1, len(text)))
            fields = {name: draw(field_values(layer, name)) for name in FIELDS[layer]}
            rows.append(make_mention(text, start, end, fields))
        mentions[layer] = tuple(rows)
    ends: list[End] = [(layer, *place(one)) for layer in mentions for one in mentions[layer]]
    if ends:
        names, marked = st.sampled_from(["campaign", "speaker"]), st.sampled_from(ends)
        links = draw(st.lists(st.tuples(names, marked, marked), max_size=3))
        mentions[LINKS] = tuple(make_link(text, *one) for one in links)
    return Annotated(id="báo/tin 1", text=text, mentions=mentions)


class Tracked(Annotated):
    __slots__ = ("__weakref__",)


def out_path(folder: str, format_name: str) -> Path:
    return Path(folder) / f"out{ANNOTATION_FORMATS[format_name]}"


@pytest.mark.parametrize("format_name", HOLDS_EVERYTHING)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(document=documents())
def test_every_span_and_field_returns(format_name: str, document: Annotated) -> None:
    with TemporaryDirectory() as folder:
        written = export_annotations([document], out_path(folder, format_name), format_name)
    assert written.losses == ()
    assert written.spans == sum(len(document.layer(layer)) for layer in ALL_LAYERS)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(document=documents())
def test_doccano_loses_nothing_but_doubles(document: Annotated) -> None:
    with TemporaryDirectory() as folder:
        written = export_annotations([document], out_path(folder, "doccano"), "doccano")
    for loss in written.losses:
        assert loss.layer != LINKS
        same = [
            one
            for one in document.layer(loss.layer)
            if (one["start"], one["end"]) == (loss.start, loss.end)
        ]
        assert len(same) > 1


@pytest.mark.parametrize("format_name", ["conll", "spacy"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(document=documents())
def test_spans_that_fit_no_token_are_named(format_name: str, document: Annotated) -> None:
    with TemporaryDirectory() as folder:
        written = export_annotations([document], out_path(folder, format_name), format_name)
    total = sum(len(document.layer(layer)) for layer in ALL_LAYERS)
    lost = [loss for loss in written.losses if loss.layer != LINKS]
    assert written.spans + len(lost) == total
    begins, ends = map(set, zip(*cut_syllables(document.text or "") or [(-1, -1)], strict=True))
    for loss in lost:
        inside_token = loss.start not in begins or loss.end not in ends
        assert inside_token or format_name == "conll", loss
        assert ("token" in loss.reason) == inside_token or "overlaps" in loss.reason


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(document=documents())
def test_words_cover_the_syllables_without_overlap(document: Annotated) -> None:
    text = document.text or ""
    for tokens in (cut_syllables(text), cut_words(text)):
        assert all(a[1] <= b[0] for a, b in pairwise(tokens))
        left = "".join(text[a[1] : b[0]] for a, b in pairwise(tokens))
        assert not left.strip(" \t\r\n\u00a0\u2028\u200b\ufeff\u200d")


@settings(max_examples=80, deadline=None)
@given(text=st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_utf16_is_what_the_encoding_says(text: str) -> None:
    way = Utf16(text)
    for at in range(len(text) + 1):
        assert way.units(at) == len(text[:at].encode("utf-16-le")) // 2
        assert way.points(way.units(at)) == at


def test_an_offset_inside_a_letter_is_refused() -> None:
    with pytest.raises(CorpusError, match="no place between two letters"):
        Utf16("🏅 nhất").points(1)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param(4, 7, id="code-points"),
        pytest.param(5, 8, id="utf16-units"),
        pytest.param(3, 6, id="line-ends-counted-once"),
    ],
)
def test_the_marked_words_decide_what_was_counted(start: int, end: int) -> None:
    assert find_span("🏅\r\n 50 suất", start, end, "50 ") == (4, 7)


def test_words_that_stand_nowhere_near_are_refused() -> None:
    with pytest.raises(CorpusError, match="not '70'"):
        find_span("trao 50 suất", 5, 7, "70")


def test_a_control_character_is_named_where_xml_cannot_carry_it(tmp_path: Path) -> None:
    text = "trao\x0b50 suất quà"
    fifty = make_mention(text, 5, 7, {"value": 50, "kind": "count"})
    document = Annotated(id="a", text=text, mentions={"figures": (fifty,)})
    lost = export_annotations([document], tmp_path / "xmi", "inception").losses
    assert [(loss.text, "U+000B" in loss.reason) for loss in lost] == [("50", True)]
    empty = Annotated(id="b", text=text, mentions={})
    lost = export_annotations([empty], tmp_path / "empty", "inception").losses
    assert [(loss.document, loss.layer) for loss in lost] == [("b", "document")]
    assert export_annotations([document], tmp_path / "json", "inception-json").losses == ()


@pytest.mark.parametrize("layers", [LAYERS, FURTHER], ids=["guideline", "further"])
@pytest.mark.parametrize("format_name", sorted(ANNOTATION_FORMATS))
def test_the_press_survives_every_format(
    format_name: str, layers: tuple[str, ...], tmp_path: Path
) -> None:
    press = load_press(layers=layers)
    written = export_annotations(press, out_path(str(tmp_path), format_name), format_name)
    assert (written.documents, written.losses) == (len(press), ())
    assert written.spans == sum(len(one.layer(layer)) for one in press for layer in layers)


def linked() -> Annotated:
    text = "🏅 LĐLĐ tỉnh trao 50 suất quà"
    union = make_mention(text, 2, 11, {"type": "union", "name": "Liên đoàn Lao động tỉnh"})
    fifty = make_mention(text, 17, 19, {"value": 50, "kind": "count", "unit": "suất quà"})
    link = make_link(text, "organization", ("figures", 17, 19), ("organizations", 2, 11))
    layers: dict[str, tuple[Mention, ...]] = {
        "organizations": (union,),
        "figures": (fifty,),
        LINKS: (link,),
    }
    return Annotated(id="a", text=text, mentions=layers)


@pytest.mark.parametrize("format_name", sorted({*ANNOTATION_FORMATS} - {"conll"}))
def test_a_link_comes_back(format_name: str, tmp_path: Path) -> None:
    readers = {"spacy": read_docbin, **READERS, "inception-json": read_inception}
    path = out_path(str(tmp_path), format_name)
    assert export_annotations([linked()], path, format_name).losses == ()
    (back,) = readers[format_name](path)
    assert links_of(back) == links_of(linked())
    assert len(links_of(back)) == 1


def test_a_link_goes_with_an_end_that_no_token_holds(tmp_path: Path) -> None:
    text = "LĐLĐ trao 50 suất"
    half = make_mention(text, 10, 11, {"value": 5, "kind": "count"})
    union = make_mention(text, 0, 4, {"type": "union"})
    link = make_link(text, "organization", ("figures", 10, 11), ("organizations", 0, 4))
    layers: dict[str, tuple[Mention, ...]] = {
        "organizations": (union,),
        "figures": (half,),
        LINKS: (link,),
    }
    document = Annotated(id="a", text=text, mentions=layers)
    lost = export_annotations([document], tmp_path / "a.spacy", "spacy").losses
    assert [(one.layer, one.reason) for one in lost] == [
        ("figures", "it begins or ends inside a token"),
        (LINKS, "its organization is lost with one of its ends"),
    ]


def test_a_relation_to_nothing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "tasks.json"
    write_labelstudio([linked()], path, predicted=True)
    path.write_text(
        path.read_text("utf-8").replace('"to_id": "organization-1"', '"to_id": "x"'), "utf-8"
    )
    with pytest.raises(CorpusError, match="regions that are not there"):
        list(read_labelstudio(path))


def test_bio_has_a_column_for_each_annotated_layer(tmp_path: Path) -> None:
    text = "Chị Lụa ở Đồng Nai"
    person = make_mention(text, 4, 7, {"role": None})
    place = make_mention(text, 10, 18, {"level": "province"})
    document = Annotated(id="a", text=text, mentions={"people": (person,), "places": (place,)})
    out = tmp_path / "a.conllup"
    export_annotations([document], out, "conll", layers=("people", "places"))
    lines = out.read_text("utf-8").splitlines()
    assert lines[0].split()[-5:] == ["FORM", "PERSON", "PLACE", "START", "END"]
    tags = {line.split("\t")[0]: line.split("\t")[1:3] for line in lines if "\t" in line}
    assert (tags["Lụa"], tags["Nai"]) == (["B-person", "O"], ["O", "I-province"])


def test_documents_are_never_held_all_at_once(tmp_path: Path) -> None:
    given: list[ref[Annotated]] = []
    most = 0

    class Many:
        def __iter__(self) -> Iterator[Annotated]:
            nonlocal most
            for number in range(200):
                one = Tracked(id=str(number), text="trao 50 suất quà", mentions={})
                given.append(ref(one))
                most = max(most, sum(known() is not None for known in given))
                yield one

    for format_name in ("labelstudio", "doccano", "prodigy", "conll", "inception"):
        path = out_path(str(tmp_path), format_name)
        out = path.with_name(f"{format_name}{path.suffix}")
        assert export_annotations(Many(), out, format_name).documents == 200
    assert most < 10


def test_words_lose_spans_that_end_inside_one(tmp_path: Path) -> None:
    written = export_annotations(load_press(), tmp_path / "a.conllup", "conll", level="word")
    assert written.losses
    assert {loss.reason for loss in written.losses} == {"it begins or ends inside a token"}
    assert all(loss.text for loss in written.losses)


def test_what_was_never_written_is_a_fault_and_no_loss() -> None:
    one = make_mention("50 suất", 0, 2, {"value": 50, "kind": "count"})
    empty = Annotated(id="a", text="50 suất", mentions={})
    full = Annotated(id="a", text="50 suất", mentions={"figures": (one,)})
    with pytest.raises(CorpusError, match="never written"):
        compare_back([empty], [full], with_fields=True)
    with pytest.raises(CorpusError, match="did not come back"):
        compare_back([full], [], with_fields=True)


def test_a_span_moved_in_label_studio_comes_back(tmp_path: Path) -> None:
    text = "🏅 Tặng Bằng khen cho 6 tập thể"
    fifty = make_mention(text, 7, 16, {"form": "bang_khen", "status": "conferred"})
    path = tmp_path / "tasks.json"
    write_labelstudio(
        [Annotated(id="a", text=text, mentions={"awards": (fifty,)})], path, predicted=True
    )
    tasks = json.loads(path.read_text("utf-8"))
    result = tasks[0].pop("predictions")[0]["result"]
    for item in result:  # as a browser counts
        item["value"] |= {"start": item["value"]["start"] + 1, "end": item["value"]["end"] + 1}
    tasks[0]["annotations"] = [{"result": []}, {"result": result}]
    path.write_text(json.dumps(tasks), "utf-8")
    (award,) = next(read_labelstudio(path)).layer("awards")
    assert (award["start"], award["text"], award["form"]) == (7, "Bằng khen", "bang_khen")


def test_the_interface_of_label_studio_has_a_control_for_each_field() -> None:
    config = render_config()
    for layer, label in LABELS.items():
        assert all(f'name="{label}_{name}"' in config for name in FIELDS[layer])


def test_a_label_changed_in_doccano_changes_the_kind_alone(tmp_path: Path) -> None:
    text = "trao 50 suất quà"
    fifty = make_mention(text, 5, 7, {"value": 50, "kind": "money", "unit": "suất quà"})
    path = tmp_path / "a.jsonl"
    export_annotations(
        [Annotated(id="a", text=text, mentions={"figures": (fifty,)})], path, "doccano"
    )
    path.write_text(
        path.read_text("utf-8").replace('[5, 7, "figure/money"]]', '[5, 7, "figure/count"]]', 1),
        "utf-8",
    )
    (figure,) = next(read_doccano(path)).layer("figures")
    assert (figure["kind"], figure["value"], figure["unit"]) == ("count", 50, "suất quà")


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xmi"
    path.write_text("<not-closed", "utf-8")
    with pytest.raises(CorpusError, match="not XML"):
        list(read_inception(path))
    path.write_text("[{}]", "utf-8")
    for read in (read_labelstudio, read_doccano):
        with pytest.raises(CorpusError, match=r"a\.xmi"):
            list(read(path))


def test_cas_files_load_in_the_library_for_them(tmp_path: Path) -> None:
    cassis = pytest.importorskip("cassis", reason="dkpro-cassis is not installed")
    text = "🏅 trao 50 suất quà"
    fifty = make_mention(text, 7, 9, {"value": 50, "kind": "count", "unit": "suất quà"})
    document = Annotated(id="a", text=text, mentions={"figures": (fifty,)})
    export_annotations([document], tmp_path / "xmi", "inception")
    types = cassis.load_typesystem((tmp_path / "xmi" / "TypeSystem.xml").read_text("utf-8"))
    (path,) = (tmp_path / "xmi").glob("*.xmi")
    cas = cassis.load_cas_from_xmi(path.read_text("utf-8"), typesystem=types)
    (figure,) = cas.select("webanno.custom.Figure")
    assert figure.get_covered_text() == "50"


def test_relations_join_annotations_in_the_library_for_cas_files(tmp_path: Path) -> None:
    cassis = pytest.importorskip("cassis", reason="dkpro-cassis is not installed")
    for format_name in ("inception", "inception-json"):
        export_annotations([linked()], tmp_path / format_name, format_name)
    types = cassis.load_typesystem((tmp_path / "inception" / "TypeSystem.xml").read_text("utf-8"))
    (xmi,) = (tmp_path / "inception").glob("*.xmi")
    (plain,) = (tmp_path / "inception-json").glob("*.json")
    for cas in (
        cassis.load_cas_from_xmi(xmi.read_text("utf-8"), typesystem=types),
        cassis.load_cas_from_json(plain.read_text("utf-8")),
    ):
        (link,) = cas.select("webanno.custom.Link")
        assert link.relation == "organization"
        ends = (link.Dependent.get_covered_text(), link.Governor.get_covered_text())
        assert ends == ("50", "LĐLĐ tỉnh")
