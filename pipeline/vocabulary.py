"""Fill the lists that mentions refer to: award forms and the packaged ontology."""

import hashlib

from sqlite_utils import Database

from extractors.ontology import Ontology, load_ontology
from extractors.records import AwardForm, CampaignType
from extractors.text import fold
from pipeline.sort_key import sort_key

AWARD_FORM_NAMES: dict[AwardForm, str] = {
    AwardForm.HUAN_CHUONG: "Huân chương",
    AwardForm.HUY_CHUONG: "Huy chương",
    AwardForm.BANG_KHEN: "Bằng khen",
    AwardForm.GIAY_KHEN: "Giấy khen",
    AwardForm.CO_THI_DUA: "Cờ thi đua",
    AwardForm.CO_LUU_NIEM: "Cờ lưu niệm",
    AwardForm.DANH_HIEU: "Danh hiệu",
    AwardForm.KY_NIEM_CHUONG: "Kỷ niệm chương",
    AwardForm.GIAI_THUONG: "Giải thưởng",
    AwardForm.GIAI: "Giải",
    AwardForm.BANG_CHUNG_NHAN: "Bằng chứng nhận",
    AwardForm.KHEN_THUONG: "Khen thưởng",
    AwardForm.OTHER: "Hình thức khác",
}
TYPE_ALIASES = {"thang_hanh_dong": CampaignType.THANG}
"""The ontology's name for a type of the guideline."""


def fill_vocabulary(db: Database) -> bool:
    """Bring the lists to the packaged ontology; say whether anything was written."""
    ontology = load_ontology()
    version = ontology_version(ontology)
    stored = list(db.query("SELECT value FROM _meta WHERE key = 'ontology'"))
    if stored and stored[0]["value"] == version:
        return False
    with db.atomic():
        _fill_forms(db)
        _fill_campaigns(db, ontology)
        _fill_bodies(db, ontology)
        _fill_provinces(db, ontology)
        db.table("_meta").upsert({"key": "ontology", "value": version}, pk="key")
    return True


def ontology_version(ontology: Ontology) -> str:
    """Give a hash of all entries."""
    return hashlib.sha256(repr(ontology).encode()).hexdigest()[:16]


def campaign_type(name: str) -> CampaignType | None:
    """Give the guideline's type of an ontology entry; None for prizes and anniversaries."""
    if name in TYPE_ALIASES:
        return TYPE_ALIASES[name]
    return CampaignType(name) if name in set(CampaignType) else None


def _fill_forms(db: Database) -> None:
    db.table("award_forms").upsert_all(
        (
            {"id": str(form), "name": name, "sort_key": f"{position:02d}"}
            for position, (form, name) in enumerate(AWARD_FORM_NAMES.items(), 1)
        ),
        pk="id",
    )


def _fill_campaigns(db: Database, ontology: Ontology) -> None:
    known = [(entry, campaign_type(entry.type)) for entry in ontology.campaigns]
    db.table("campaigns").upsert_all(
        (
            {
                "id": entry.id,
                "name": entry.name,
                "type": str(kind),
                "sort_key": sort_key(entry.name),
            }
            for entry, kind in known
            if kind is not None
        ),
        pk="id",
    )
    aliases = {
        (fold(alias), entry.id): alias
        for entry, kind in known
        if kind is not None
        for alias in entry.aliases
    }
    db.table("campaign_aliases").upsert_all(
        (
            {"alias_key": key, "campaign_id": campaign, "alias": alias}
            for (key, campaign), alias in aliases.items()
        ),
        pk=("alias_key", "campaign_id"),
    )


def _fill_bodies(db: Database, ontology: Ontology) -> None:
    db.table("organizations").upsert_all(
        (
            {"id": body.id, "name": body.name, "kind": body.type, "level": body.level}
            for body in ontology.bodies
        ),
        pk="id",
    )


def _fill_provinces(db: Database, ontology: Ontology) -> None:
    change = "2025-07-01"
    today = {province.today for province in ontology.provinces}
    old_names = {province.name for province in ontology.provinces}
    rows = [
        {
            "id": province_id(province.name),
            "name": province.name,
            "kind": province.kind,
            "sort_key": sort_key(province.name),
            "valid_from": None,
            "valid_to": None if province.name in today else change,
        }
        for province in ontology.provinces
    ]
    rows += [
        {
            "id": province_id(name),
            "name": name,
            "kind": None,
            "sort_key": sort_key(name),
            "valid_from": change,
            "valid_to": None,
        }
        for name in sorted(today - old_names)
    ]
    db.table("provinces").upsert_all(rows, pk="id")
    db.table("province_map").upsert_all(
        (
            {
                "old_id": province_id(province.name),
                "new_id": province_id(province.today),
                "on_day": change,
            }
            for province in ontology.provinces
        ),
        pk=("old_id", "new_id"),
    )


def province_id(name: str) -> str:
    """Give the id of a province: its folded name with underscores."""
    return "_".join(fold(name).replace("-", " ").replace("–", " ").split())
