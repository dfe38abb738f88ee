"""The layer as a whole: order, overlap, rules, evidence, keys that spellings share. The specs hold the phenomena."""

import unicodedata
from itertools import pairwise

import pytest

from extractors.campaigns import campaign_terms, find_campaigns
from extractors.document import read_document
from extractors.lexicon import Lexicon
from extractors.ontology import load_ontology
from extractors.records import Campaign

LEXICON = Lexicon(campaign_terms(load_ontology()))


def campaigns_of(text: str) -> tuple[Campaign, ...]:
    return find_campaigns(read_document(text, LEXICON), load_ontology())


def test_mentions_come_in_order_and_do_not_overlap() -> None:
    text = (
        "Nhân Tháng Công nhân, LĐLĐ tỉnh tổng kết phong trào “Xưởng sạch”, trao 5 Mái ấm Công đoàn "
        "và khai mạc Hội thi thợ giỏi ngành May."
    )
    found = campaigns_of(text)
    assert [text[m.start : m.end] for m in found] == [
        "Tháng Công nhân",
        "Xưởng sạch",
        "Mái ấm Công đoàn",
        "Hội thi thợ giỏi ngành May",
    ]
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        pytest.param("Phong trào “Xưởng sạch” lan rộng.", "campaign.quoted", id="quoted"),
        pytest.param("Xã tổng kết phong trào đền ơn đáp nghĩa.", "campaign.known_after_trigger", id="known"),
        pytest.param("Sáng nay khai mạc Hội thi Người thợ khéo.", "campaign.named_event", id="event"),
        pytest.param("Họ trao 12 Mái ấm Công đoàn.", "campaign.known_name", id="known-name"),
        pytest.param("Công đoàn phát động “Ngày vì thợ lò”.", "campaign.launched", id="launched"),
        pytest.param("Xã thực hiện “Năm nâng chất bữa ăn ca”.", "campaign.theme_year", id="theme-year"),
    ],
)  # fmt: skip
def test_each_mention_names_its_rule(text: str, rule: str) -> None:
    (found,) = campaigns_of(text)
    assert found.rule == rule
    assert 0 < found.confidence <= 1


def test_the_head_is_given_as_evidence() -> None:
    text = "Công nhân hưởng ứng cuộc vận động “Nói lời hay”."
    (found,) = campaigns_of(text)
    assert [(text[e.start : e.end], e.role) for e in found.evidence] == [
        ("cuộc vận động", "trigger")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("phong trào “Văn hoá bến cảng”", "phong trào “Văn hóa bến cảng”", id="tone-mark"),
        pytest.param("phong trào “Văn hóa bến cảng”", 'phong trào "VĂN HÓA BẾN CẢNG"', id="capitals"),
        pytest.param("phong trào “Thợ trẻ - thợ giỏi”", "phong trào “Thợ trẻ, thợ giỏi”", id="dash"),
        pytest.param("Hội thi “Thợ lò khéo”", "Tại Hội thi Thợ lò khéo", id="marks"),
        pytest.param("phong trào “1 đổi 2”", "phong trào “01 đổi 2”", id="zero"),
    ],
)  # fmt: skip
def test_spellings_of_one_new_campaign_share_a_key(one: str, other: str) -> None:
    (first,), (second,) = campaigns_of(one), campaigns_of(other)
    assert first.key == second.key
    assert first.id is None


def test_two_new_campaigns_have_two_keys() -> None:
    first, second = campaigns_of("Các phong trào “Xưởng sạch”, “Xưởng xanh” lan rộng.")
    assert first.key != second.key


def test_a_short_form_takes_the_key_of_the_full_name() -> None:
    text = (
        "Thành phố phát động “Đợt thi đua cao điểm 45 ngày chào mừng đại hội”. Từng xưởng bám sát Đợt thi "
        "đua cao điểm này."
    )
    full, short = campaigns_of(text)
    assert (full.key, full.type) == (short.key, short.type)


def test_known_campaigns_have_their_id_as_key() -> None:
    (found,) = campaigns_of("Hưởng ứng Tháng Công nhân.")
    assert (found.id, found.key) == ("thang-cong-nhan", "thang-cong-nhan")


def test_decomposed_text_gives_the_same_campaign() -> None:
    text = "Hội viên ủng hộ Quỹ “Chắp cánh ước mơ”."
    (plain,) = campaigns_of(text)
    (decomposed,) = campaigns_of(unicodedata.normalize("NFD", text))
    assert (plain.key, plain.type) == (decomposed.key, decomposed.type)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "“", "“”", "phong trào", "phong trào “", "Quỹ", "Tháng", "\x00", "năm 2019”", "()“("],
)  # fmt: skip
def test_fragments_give_no_campaign(text: str) -> None:
    assert campaigns_of(text) == ()


def test_every_confidence_is_a_share() -> None:
    text = "Phong trào “A bê” và mô hình “Bê xê”, chương trình Tết Sum vầy, Quỹ Tấm lòng vàng."
    assert all(0 < m.confidence <= 1 for m in campaigns_of(text))
