"""Which campaign of the ontology a name stands for, and which names stand for none of it."""

import pytest

from extractors.campaign_index import index_names
from extractors.campaign_lookup import link_name
from extractors.campaign_names import name_of
from extractors.ontology import load_ontology
from extractors.records import CampaignType

P, C, H, Q = (
    CampaignType.PHONG_TRAO,
    CampaignType.CHUONG_TRINH,
    CampaignType.HOI_THI,
    CampaignType.QUY,
)


@pytest.mark.parametrize(
    ("name", "kind", "id_"),
    [
        pytest.param("Lao động sáng tạo", P, "lao-dong-gioi-lao-dong-sang-tao", id="half-a-name"),
        pytest.param("Thi đua Quyết thắng", P, "thi-dua-quyet-thang", id="with-its-head"),
        pytest.param("quyết thắng", P, "thi-dua-quyet-thang", id="without-its-head"),
        pytest.param(
            "Vinh quang Việt Nam - Vững bước",
            C,
            "vinh-quang-viet-nam-chuong-trinh",
            id="with-the-theme-of-a-year",
        ),
        pytest.param("Cán bộ CĐCS giỏi", H, "hoi-thi-can-bo-cong-doan-gioi", id="contest-in-marks"),
        pytest.param(
            "Hội thi thợ giỏi ngành Than", H, "hoi-thi-tho-gioi", id="contest-of-a-branch"
        ),
        pytest.param("mái ấm công đoàn", Q, "mai-am-cong-doan", id="fund-of-a-scheme"),
        pytest.param(
            "Cán bộ, công chức, viên chức nói khong với tiêu cực",
            P,
            "cbccvc-noi-khong-voi-tieu-cuc",
            id="slip-of-the-pen",
        ),
        pytest.param("Ca sản xuất không lỗi", P, None, id="a-new-name"),
        pytest.param("xây dựng nông thôn mới", C, None, id="another-type-of-the-same-words"),
        pytest.param(
            "Đợt thi đua cao điểm 100 ngày", CampaignType.DOT_THI_DUA, None, id="another-drive"
        ),
        pytest.param(
            "Ngày vì người nghèo", P, "ngay-vi-nguoi-ngheo", id="a-longer-name-is-another"
        ),
        pytest.param("Hội thao công nhân, viên chức, lao động", H, None, id="joiners-are-no-name"),
        pytest.param("Tết vì người nghèo", CampaignType.MO_HINH, None, id="a-tet-is-no-fund"),
        pytest.param("Giải bóng đá CNVCLĐ Cúp Mùa Xuân", H, None, id="another-cup"),
    ],
)
def test_link_name(name: str, kind: CampaignType, id_: str | None) -> None:
    assert link_name(name_of(name), kind, index_names(load_ontology())) == id_


def test_the_index_is_built_once() -> None:
    assert index_names(load_ontology()) is index_names(load_ontology())
