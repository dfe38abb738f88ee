"""Groups of campaigns: spellings of one name together, different campaigns never."""

import json
from pathlib import Path

import pytest

from corpus.campaign_groups import NamedCampaign, b_cubed, bare_name, group_campaigns
from extractors.extract import load_extractor

GOLD = Path(__file__).parents[2] / "corpus" / "press" / "gold.jsonl"


def mention(name: str, id_: str | None = None) -> NamedCampaign:
    return NamedCampaign(article="a", name=name, key=f"moi-{name}", id=id_)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Người thợ quê tôi", "Cuộc thi Người thợ quê tôi", id="head"),
        pytest.param("Giọt hồng người thợ", "GIỌT HỒNG NGƯỜI THỢ", id="case"),
        pytest.param("Hoà nhịp ca ba", "Hòa nhịp ca ba", id="tone-mark"),
        pytest.param("Sáng - Xanh - Gọn xưởng", "Sáng, xanh, gọn xưởng", id="signs"),
        pytest.param("Hội thao thợ mỏ lần thứ VII", "Hội thao thợ mỏ năm 2022", id="edition"),
        pytest.param("Thắp sáng thương hiệu thợ", "Thắp sáng thươnng hiệu thợ", id="slip"),
    ],
)
def test_spellings_of_one_name_are_one_group(one: str, other: str) -> None:
    assert len(group_campaigns((mention(one), mention(other)))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Ca ba xanh", "Ca hai xanh", id="another-word"),
        pytest.param("80 ngày nước rút", "90 ngày nước rút", id="another-number"),
        pytest.param("Xưởng sạch", "Xưởng sạch, nhà xanh", id="longer"),
        pytest.param("Thợ giỏi ngành may", "Thợ giỏi ngành mía", id="short-word-differs"),
        pytest.param("Quỹ Vì thợ", "Vì đất", id="heads-alone-differ"),
    ],
)
def test_two_campaigns_are_two_groups(one: str, other: str) -> None:
    assert len(group_campaigns((mention(one), mention(other)))) == 2


def test_the_id_of_the_ontology_decides() -> None:
    groups = group_campaigns((mention("LĐG, LĐST", "a"), mention("Lao động giỏi", "a")))
    assert [(group.key, group.mentions) for group in groups] == [("a", (0, 1))]


def test_bare_name_leaves_a_name_that_is_only_a_head() -> None:
    assert bare_name("Ngày hội") == "ngày hội"


def test_the_campaigns_of_the_press_are_grouped_as_in_the_gold() -> None:
    mentions, gold = [], []
    for line in GOLD.read_text("utf-8").splitlines():
        row = json.loads(line)
        known = {(c["start"], c["end"]): c["id"] or c["text"] for c in row["campaigns"]}
        for one in load_extractor().extract(row["text"]).campaigns:
            label = known.get((one.start, one.end))
            if label:
                name = row["text"][one.start : one.end]
                mentions.append(NamedCampaign(article=row["id"], name=name, key=one.key, id=one.id))
                gold.append(label)
    labels = [""] * len(mentions)
    for group in group_campaigns(mentions):
        for number in group.mentions:
            labels[number] = group.key
    assert b_cubed(labels, gold)[2] >= 0.95


def test_b_cubed_of_one_wrong_merge() -> None:
    precision, recall, _ = b_cubed("aab", "xyz")
    assert precision == pytest.approx(2 / 3)
    assert recall == 1.0
