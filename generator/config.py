"""What the user may choose, checked whole, so that all mistakes come at once. Must not know stages or MkDocs."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, ValidationInfo

from generator import executors, problems
from generator.problems import Problem

CONTENT = "content"
CACHE = ".cache/call-archive"


def _from_base(value: object, info: ValidationInfo) -> object:
    """Read a path as one from the folder of the configuration file."""
    if not isinstance(value, str | Path) or not str(value).strip():
        raise ValueError("a path")
    base = (info.context or {}).get("base", Path())
    return Path(base, Path(value).expanduser())


def _folder(path: Path) -> Path:
    """Refuse a content folder that is not there: that is no empty archive."""
    if not path.is_dir():
        raise ValueError("a folder")
    return path


def _or_off(value: object, info: ValidationInfo) -> object:
    """Let `off`, `false` and `no` switch something off, which YAML may have made a boolean already."""
    off = value is False or value is None or (isinstance(value, str) and value.lower() in {"off", "false", "no"})
    return None if off else _from_base(value, info)


def _none(value: object) -> object:
    """Let `off`, `false` and an empty value say `none`, as YAML may have read them."""
    return "none" if value is None or value is False or value in ("off", "no", "false") else value


def _executor(name: str, info: ValidationInfo) -> str:
    """Refuse an executor that is not to be had."""
    executors.check(name, Path((info.context or {}).get("base", Path())))
    return name


def _scheduler(address: str, info: ValidationInfo) -> str:
    """Refuse an address that no executor wants, and none where one does."""
    if "executor" in info.data:
        executors.check_scheduler(info.data["executor"], address)
    return address


class Settings(BaseModel):
    """What the user chose. Every field is an option of the plugin in mkdocs.yml, save those that say otherwise."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    content: Annotated[Path, BeforeValidator(_from_base), AfterValidator(_folder)] = Field(
        Path(CONTENT), description="a folder of transcripts that is there"
    )
    jobs: int = Field(0, ge=0, le=256, strict=True, description="a whole number of processes; 0 for as many as useful")
    executor: Annotated[str, AfterValidator(_executor)] = Field(
        executors.PROCESSES, description="processes, dask or module:factory"
    )
    """What reads and understands calls: processes of this machine, a Dask cluster, or what a factory gives."""
    scheduler: Annotated[str, AfterValidator(_scheduler)] = Field(
        "", validate_default=True, description="the address of a Dask scheduler"
    )
    cache: Annotated[Path | None, BeforeValidator(_or_off)] = Field(Path(CACHE), description="a folder, or off")
    page_size: int = Field(100, ge=10, le=10_000, strict=True, description="a whole number from 10 to 10000")
    """Entries of a long list that one page holds."""
    dates: Literal["day-first", "month-first"] | None = Field(None, description="day-first or month-first")
    """How the archive writes 03/04/2024; None leaves such a date open, which is then reported."""
    question_pages: Literal["always", "never", "auto"] = Field("always", description="always, never or auto")
    """Whether each question has a page of its own, none, or those with something to show that a call's page has not."""
    search: Annotated[Literal["pagefind", "packed", "material", "none"], BeforeValidator(_none)] = Field(
        "pagefind", description="pagefind, packed, material or none"
    )
    """Whose search the site has: one that fetches what a query needs, the same from scripts for a site that opens
    without a server, the theme's with its whole index, or none."""
    dataset: bool = Field(True, strict=True, description="yes or no")
    """Whether the site holds the archive as data: `archive.json`, and a file a call."""
    fast: bool = Field(True, strict=True, description="yes or no")
    """Whether pages outside the navigation are joined into a shell of the theme's, or all are built by MkDocs."""
    site_name: str = Field("Call archive", min_length=1, description="the name of the archive")
    site_description: str = Field("", description="a sentence about the archive")
    site_url: str = Field("", description="the address at which the site is published")
    """Where citations point; empty where nobody has said."""
    directory_urls: bool = Field(True, description="yes or no")
    """MkDocs's `use_directory_urls`: whether `topics/cloud.md` is served as `topics/cloud/`."""

    @property
    def day_first(self) -> bool | None:
        """Whether 03/04/2024 is the third of April; None where nobody has said."""
        return None if self.dates is None else self.dates == "day-first"


FROM_SITE = frozenset({"site_name", "site_description", "site_url", "directory_urls"})
"""Settings that mkdocs.yml has at its top, outside the plugin's options."""


def load(
    options: object, base: Path, origin: str = "mkdocs.yml", site: Mapping[str, object] | None = None, **overrides: Any
) -> tuple[Settings | None, tuple[Problem, ...]]:
    """Check the plugin's options, and give the settings, or none and every mistake there is.

    `base` is the folder that relative paths start from; `overrides` come from the command line and win unless they
    are None; `site` holds what `FROM_SITE` names.
    """
    if not isinstance(options, Mapping):
        return None, (problems.error(origin, 0, f"call-archive: {options!r} was given, expected key: value lines"),)
    foreign = [_unknown(key, options[key], origin) for key in options if key in FROM_SITE]
    given = {"content": CONTENT, "cache": CACHE, **options, **(site or {})}
    given |= {key: value for key, value in overrides.items() if value is not None}
    try:
        settings = Settings.model_validate(given, context={"base": base})
    except ValidationError as wrong:
        return None, tuple(foreign + [_mistake(e, origin) for e in wrong.errors()])
    return (None if foreign else settings), tuple(foreign)


def nearest(key: str) -> str | None:
    """The known option that is spelled most like a key."""
    close = difflib.get_close_matches(key.lower(), sorted(Settings.model_fields.keys() - FROM_SITE), n=1, cutoff=0.5)
    return close[0] if close else None


def _mistake(error: Mapping[str, Any], origin: str) -> Problem:
    key = str(error["loc"][0]) if error["loc"] else ""
    if error["type"] == "extra_forbidden":
        return _unknown(key, error["input"], origin)
    if isinstance(told := error.get("ctx", {}).get("error"), executors.Unavailable):
        return problems.error(origin, 0, f"call-archive.{key}: {_shown(error['input'])} was given: {told}")
    expected = Settings.model_fields[key].description
    return problems.error(origin, 0, f"call-archive.{key}: {_shown(error['input'])} was given, expected {expected}")


def _unknown(key: object, value: object, origin: str) -> Problem:
    known = sorted(Settings.model_fields.keys() - FROM_SITE)
    near = nearest(str(key))
    hint = f"did you mean {near}?" if near else f"{key} stands at the top of {origin}, not here"
    said = f"call-archive.{key}: {_shown(value)} was given, but there is no such option, expected {_listed(known)}"
    return problems.error(origin, 0, said, hint if near or key in FROM_SITE else "")


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


def _shown(value: object) -> str:
    text = str(value) if isinstance(value, Path) else repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"
