"""The shape of an entry of people.yml, organizations.yml or topics.yml, and how a wrong one is told; no files."""

from __future__ import annotations

import calendar
import difflib
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from generator import plainyaml, slugs
from generator.model import Role

# "2021", "2021-03", "2021-03-31"
DAY = re.compile(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?")


def _list(value: object) -> object:
    """Take one text where a list of texts is meant, and nothing for an empty list."""
    return [] if value is None else [value] if isinstance(value, str) else value


def _text(value: object) -> object:
    return "" if value is None else value


def _slug(value: str) -> str:
    if value != slugs.slug(value):
        raise ValueError(f"an id such as {slugs.slug(value)}")
    return value


def first_day(value: str) -> str:
    """Complete a year or a month to its first day."""
    return _day(value, last=False)


def _last_day(value: str) -> str:
    return _day(value, last=True)


def _day(value: str, last: bool) -> str:
    """Complete a year or a month to its first or its last day."""
    found = DAY.fullmatch(value.strip())
    if not found:
        raise ValueError("a date")
    year, month = int(found[1]), int(found[2] or (12 if last else 1))
    if not 1 <= month <= 12:
        raise ValueError("a date")
    return date(year, month, int(found[3] or (calendar.monthrange(year, month)[1] if last else 1))).isoformat()


Name = Annotated[str, Field(min_length=1, description="a name")]
Id = Annotated[str, AfterValidator(_slug), Field(description="an id of a-z, 0-9 and hyphens")]
Names = Annotated[tuple[Name, ...], BeforeValidator(_list), Field(description="a list of names")]
Note = Annotated[str, BeforeValidator(_text), Field(description="a text")]


class Entry(BaseModel):
    """What stands at one item of a list."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class AffiliationEntry(Entry):
    """Where a person worked, as what, and when."""

    organization: Name | None = Field(None, description="the name of an organization")
    title: Name | None = Field(None, description="a title")
    role: Role | None = Field(None, description=f"one of {', '.join(Role)}")
    start: Annotated[str, AfterValidator(first_day)] | None = Field(
        None, alias="from", description="a date such as 2021, 2021-03 or 2021-03-31"
    )
    end: Annotated[str, AfterValidator(_last_day)] | None = Field(
        None, alias="until", description="a date such as 2021, 2021-03 or 2021-03-31"
    )

    @model_validator(mode="after")
    def _in_order(self) -> AffiliationEntry:
        if self.start and self.end and self.start > self.end:
            raise ValueError("`from` not to lie after `until`")
        return self


class PersonEntry(Entry):
    """One item under `people:`."""

    name: Name
    id: Id | None = None
    aliases: Names = ()
    affiliations: tuple[AffiliationEntry, ...] = Field((), description="a list of affiliations")
    never: Names = Field((), alias="not")
    note: Note = ""


class OrganizationEntry(Entry):
    """One item under `organizations:`."""

    name: Name
    id: Id | None = None
    aliases: Names = ()
    note: Note = ""


class TopicEntry(Entry):
    """One item under `topics:`."""

    name: Name
    id: Id | None = None
    aliases: Names = ()
    parent: Name | None = None
    description: Note = ""


def mistakes(wrong: ValidationError, shape: type[Entry], node: plainyaml.Node) -> Iterator[tuple[int, str, str]]:
    """Tell each mistake in an entry: its line, a sentence with key, value and what was expected, and a hint."""
    for error in wrong.errors():
        place = tuple(part for part in error["loc"] if isinstance(part, int) or _is_key(part))
        key = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place).lstrip(".")
        within = _shape(shape, place)
        if error["type"] == "extra_forbidden":
            near = difflib.get_close_matches(str(place[-1]), list(_keys(within)), n=1, cutoff=0.5)
            expected = f"one of {', '.join(_keys(within))}"
            yield (
                _line(node, place),
                f"{key} is no key here, expected {expected}",
                f"did you mean {near[0]}?" if near else "",
            )
        elif error["type"] == "missing":
            yield _line(node, place[:-1]), f"{key} is missing, expected {_expected(within, place, error)}", ""
        else:
            given = _shown(error["input"])
            yield (
                _line(node, place),
                f"{key or 'entry'}: {given} was given, expected {_expected(within, place, error)}",
                "",
            )


def _is_key(part: str) -> bool:
    """Whether part of an error's place is a key of the file and not pydantic's name of a check."""
    return "(" not in part and "[" not in part


def _keys(shape: type[Entry]) -> dict[str, str]:
    """Key as written → what is expected there."""
    return {field.alias or name: field.description or "" for name, field in shape.model_fields.items()}


def _shape(shape: type[Entry], place: tuple[int | str, ...]) -> type[Entry]:
    return AffiliationEntry if place[:1] == ("affiliations",) and len(place) > 1 else shape


def _expected(shape: type[Entry], place: tuple[int | str, ...], error: Mapping[str, Any]) -> str:
    told = str(error.get("ctx", {}).get("error", ""))
    named = [part for part in place if isinstance(part, str)]
    by_key = _keys(shape).get(named[-1], "") if named else ""
    return (told if told.startswith(("an id such", "`from`")) else "") or by_key or "key: value lines"


def _line(node: plainyaml.Node, place: tuple[int | str, ...]) -> int:
    """The line of a place in an entry, or of the nearest thing around it."""
    line = node.line
    for part in place:
        if isinstance(node, plainyaml.Mapping) and isinstance(part, str) and part in node.items:
            line, node = node.lines[part], node.items[part]
        elif isinstance(node, plainyaml.Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            line = node.line
        else:
            break
    return line


def _shown(value: object) -> str:
    text = "nothing" if value is None else repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"
