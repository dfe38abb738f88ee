"""The configuration: found in one documented order, every key known, every value with its origin.

Order, first found wins: `--config`, THIDUA_CONFIG, thidua.toml here or in a folder above,
$XDG_CONFIG_HOME/thidua/thidua.toml, /etc/thidua/thidua.toml. An option goes before the environment, the
environment before the file, the file before the default. Secrets stand in the environment or in files that
a key ending in `_file` names, never in the configuration itself.
"""

import hashlib
import json
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from pipeline.errors import ConfigError

FILE_NAME = "thidua.toml"
ENVIRONMENT = {
    "THIDUA_DB": ("store", "db"),
    "THIDUA_USER_AGENT": ("harvest", "user_agent"),
    "THIDUA_CONTACT": ("harvest", "contact"),
    "THIDUA_PING_URL": ("notify", "ping_url"),
    "THIDUA_SMTP_PASSWORD": ("notify", "smtp_password"),
}
"""Variables and the keys they set; THIDUA_LANG and THIDUA_LOG_FORMAT are options of the command itself."""

_DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*([smhd]?)")
_SECONDS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86400}


def parse_duration(text: str | float) -> float:
    """Read "45m", "26h", "2d" or plain seconds as seconds; raise `ValueError` on anything else."""
    match = _DURATION.fullmatch(str(text).strip())
    if match is None:
        raise ValueError(f"no duration: {text!r}; write 45m, 26h or 2d")
    return float(match[1]) * _SECONDS[match[2]]


Seconds = Annotated[float, BeforeValidator(parse_duration)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class StorePart(_Part):
    """[store]: where things lie."""

    db: Path = Path("thidua.db")
    archive: Path | None = None
    keep_pages_days: int = Field(default=365, ge=1)
    max_disk_gb: float = Field(default=20, gt=0)
    keep_backups: int = Field(default=7, ge=1)


class HarvestPart(_Part):
    """[harvest]: what is fetched and how."""

    sources: tuple[str, ...] = ()
    max_time: Seconds | None = None
    contact: str | None = None
    user_agent: str = "thidua/0.1"
    hosts_at_once: int = Field(default=8, ge=1, le=64)
    stop_after_known: int = Field(default=20, ge=1)
    full_fetch_days: int = Field(default=7, ge=1)


class NotifyPart(_Part):
    """[notify]: who hears of a run."""

    on: Literal["failure", "always", "never"] = "failure"
    mail_to: tuple[str, ...] = ()
    mail_from: str = "thidua@localhost"
    smtp_host: str = "localhost"
    smtp_port: int = 25
    smtp_user: str | None = None
    smtp_password: str | None = Field(default=None, repr=False)
    smtp_password_file: Path | None = None
    ping_url: str | None = Field(default=None, repr=False)
    ping_file: Path | None = None


class DigestPart(_Part):
    """[digest]: who reads the digest."""

    to: tuple[str, ...] = ()
    at_least_daily: bool = True
    provinces: Literal["today", "as_written"] = "today"


class PrivacyPart(_Part):
    """[privacy]: what leaves the house."""

    names: Literal["drop", "initials", "keep"] = "drop"
    reason: str | None = None


class SourcePart(_Part):
    """[sources.<slug>]: what differs for one source."""

    base_url: str | None = None
    cookies_file: Path | None = None
    delay_s: float | None = Field(default=None, ge=0)


class Settings(_Part):
    """The whole configuration."""

    store: StorePart = StorePart()
    harvest: HarvestPart = HarvestPart()
    notify: NotifyPart = NotifyPart()
    digest: DigestPart = DigestPart()
    privacy: PrivacyPart = PrivacyPart()
    sources: dict[str, SourcePart] = {}
    # Any: a source of the user's own is checked by the room that reads it.
    source: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A configuration and where each of its values comes from."""

    settings: Settings
    """The values."""
    path: Path | None
    """The file. None where none was found."""
    origins: Mapping[str, str]
    """Dotted key to "file …" or "environment …"; a key that is absent has its default."""


_SECRET_IN_FILE = {("notify", "smtp_password"), ("notify", "ping_url")}


def load_settings(named: Path | None = None) -> Settings:
    """Give the configuration; raise `ConfigError` where a key or value is wrong."""
    return load_with_origins(named).settings


def load_with_origins(named: Path | None = None) -> Loaded:
    """Give the configuration with the origin of each value."""
    path = find_config(named)
    table = _read(path) if path else {}
    origins = {".".join(keys): f"file {path}" for keys, _ in _leaves(table)}
    for section, key in _SECRET_IN_FILE:
        if key in table.get(section, {}):
            raise ConfigError(
                f"{path}: {section}.{key} is a secret",
                "a secret never stands in the configuration",
                f"use {key.removesuffix('_url')}_file, or the environment",
            )
    if path:
        _resolve_paths(table, path.parent)
    for variable, (section, key) in ENVIRONMENT.items():
        value = os.environ.get(variable)
        if value:
            table.setdefault(section, {})[key] = value
            origins[f"{section}.{key}"] = f"environment {variable}"
    return Loaded(settings=_check(table, path), path=path, origins=origins)


def find_config(named: Path | None = None) -> Path | None:
    """Give the file that counts; None where there is none."""
    if named is not None:
        return named
    variable = os.environ.get("THIDUA_CONFIG")
    if variable:
        path = Path(variable)
        if not path.is_file():
            raise ConfigError(
                f"{path}: no such file", "THIDUA_CONFIG names it", "correct or unset it"
            )
        return path
    return next((path for path in _usual_places() if path.is_file()), None)


def hash_settings(settings: Settings) -> str:
    """Give a hash of all values but the secrets."""
    hidden = {"notify": {"smtp_password", "ping_url"}}
    text = settings.model_dump_json(exclude=hidden)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _usual_places() -> Iterator[Path]:
    here = Path.cwd()
    for folder in (here, *here.parents):
        yield folder / FILE_NAME
    home = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    yield Path(home) / "thidua" / FILE_NAME
    yield Path("/etc/thidua") / FILE_NAME


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as err:
        raise ConfigError(
            f"{path}: {err}", "the file is no TOML", "correct the line it names"
        ) from err
    except OSError as err:
        raise ConfigError(f"{path}: {err.strerror}", "", "check the permissions") from err


def _leaves(table: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from (((key, *rest), leaf) for rest, leaf in _leaves(value))
        else:
            yield (key,), value


def _resolve_paths(table: dict[str, Any], folder: Path) -> None:
    # A relative path in the file is relative to the file.
    for section in [table, *(v for v in table.values() if isinstance(v, dict))]:
        for key, value in section.items():
            if isinstance(value, str) and (key in {"db", "archive"} or key.endswith("_file")):
                section[key] = str(folder / value)
    for part in table.get("sources", {}).values():
        if isinstance(part, dict) and isinstance(part.get("cookies_file"), str):
            part["cookies_file"] = str(folder / part["cookies_file"])


def _check(table: dict[str, Any], path: Path | None) -> Settings:
    try:
        return Settings.model_validate(table)
    except ValidationError as err:
        first = err.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        if first["type"] == "extra_forbidden":
            near = _nearest(first["loc"])
            hint = f"did you mean {near}?" if near else "thidua config show lists every key"
            raise ConfigError(
                f"{path}: unknown key {where}", "it would have no effect", hint
            ) from err
        shown = "" if where.startswith("notify.smtp_password") else f" (found {first['input']!r})"
        raise ConfigError(f"{path or 'environment'}: {where}{shown}", first["msg"]) from err


def _nearest(location: tuple[int | str, ...]) -> str | None:
    model: type[BaseModel] | None = Settings
    known: list[str] = []
    for part in location[:-1]:
        field = model.model_fields.get(str(part)) if model else None
        model = field.annotation if field and isinstance(field.annotation, type) else None
        if model is not None and not issubclass(model, BaseModel):
            model = None
    if model is None and location[0] == "sources":
        model = SourcePart
    if model is not None:
        known = list(model.model_fields)
    near = get_close_matches(str(location[-1]), known, n=1, cutoff=0.5)
    return ".".join([*(str(part) for part in location[:-1]), near[0]]) if near else None


def list_values(settings: Settings) -> list[tuple[str, str]]:
    """Give every dotted key with its value as TOML would have it; secrets are hidden."""
    hidden = {"notify.smtp_password", "notify.ping_url"}
    table = settings.model_dump(mode="json")
    own = table.pop("source")
    values = [
        (
            ".".join(keys),
            "(hidden)"
            if ".".join(keys) in hidden and value
            else json.dumps(value, ensure_ascii=False),
        )
        for keys, value in _leaves(table)
    ]
    return values + [
        (f"source.{number}.{key}", json.dumps(value, ensure_ascii=False))
        for number, item in enumerate(own)
        for key, value in item.items()
    ]
