"""Gathers what front matter, companions, header and path say of a call, and lets the nearest win."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from generator import plainyaml, problems
from generator.details import dates, header, names, people, periods
from generator.model import Detail, Document, Participant
from generator.plainyaml import Mapping, Node, Scalar
from generator.problems import Problem

FRONT = "front matter"


@dataclass(frozen=True, slots=True)
class Told:
    """What is declared of a call, in order of precedence."""

    details: tuple[Detail, ...] = ()
    participants: tuple[Participant, ...] = ()
    problems: tuple[Problem, ...] = ()


def tell(document: Document, front: Sequence[str] = ()) -> Told:
    """Read what front matter (its lines, rulers included) and companions declare."""
    path = document.source.path
    given = document.day_first
    told = [_yaml("\n".join(("", *front[1:-1])).encode(), path, FRONT, given)] if len(front) > 2 else []
    told += [_yaml(companion.data, companion.path, companion.origin, given) for companion in document.companions]
    return Told(
        tuple(detail for one in told for detail in one.details),
        next((one.participants for one in told if one.participants), ()),
        tuple(problem for one in told for problem in one.problems),
    )


def settle(
    document: Document, told: Told, lines: Iterable[tuple[int, str]]
) -> tuple[tuple[Detail, ...], tuple[Problem, ...]]:
    """Let the nearest source of each detail win; `lines` are those of the text's header, with their numbers."""
    path, day_first = document.source.path, document.day_first
    kept = tuple(lines)
    said = [Detail(fact.name, fact.value, "header", path, fact.line) for fact in header.read(kept, day_first)]
    everything = [*told.details, *said, *_path(path, day_first)]
    won: dict[str, Detail] = {}
    for detail in everything:
        before = won.setdefault(detail.name, detail)
        if detail.name == "period" and before.origin == "header" and periods.refines(detail.value, before.value):
            won["period"] = detail
    _from_title(won)
    order = {name: n for n, name in enumerate(names.DETAILS)}
    found = tuple(sorted(won.values(), key=lambda d: order[d.name]))
    return found, () if "date" in won or day_first is not None else tuple(_unclear(path, kept))


def _from_title(won: dict[str, Detail]) -> None:
    """Read kind and period out of a declared title where nothing else says them."""
    title = won.get("title")
    if title:
        for name, value in (("kind", names.kind_in(title.value)), ("period", periods.find(title.value))):
            if value and name not in won:
                won[name] = Detail(name, value, title.origin, title.path, title.line)


def _unclear(path: str, lines: Sequence[tuple[int, str]]) -> Iterator[Problem]:
    hint = "say `date: 2024-04-03` in front matter or a sidecar, or set `dates` to day-first or month-first"
    if doubtful := header.ambiguous(lines):
        yield problems.warning(path, doubtful[0], f"{doubtful[1]} may be two days, so the call has no date", hint)
    day = dates.in_name(PurePosixPath(path).stem)
    if day and day.ambiguous:
        yield problems.warning(path, 0, f"{day.words} in the file's name may be two days", hint)


def _yaml(data: bytes, path: str, origin: str, day_first: bool | None) -> Told:
    try:
        node = plainyaml.read(data)
    except plainyaml.Unreadable as wrong:
        hint = "the words of the call were read all the same" if origin == FRONT else ""
        return Told(problems=(problems.warning(path, wrong.line, f"details cannot be read: {wrong}", hint),))
    if node is None:
        return Told()
    if not isinstance(node, Mapping):
        return Told(problems=(problems.warning(path, node.line, "details are `key: value` lines, and these are not"),))
    return _mapping(node, path, origin, day_first)


def _mapping(node: Mapping, path: str, origin: str, day_first: bool | None) -> Told:
    details: list[Detail] = []
    wrong = [problems.warning(path, line, f"`{key}` is said twice; the first holds") for key, line in node.repeated]
    listed: tuple[Participant, ...] = ()
    for key, value in node.items.items():
        name = names.known(key)
        if name == names.PEOPLE:
            listed, more = people.read(value, path)
            wrong.extend(more)
        elif name:
            found = _detail(value, day_first, Detail(name, "", origin, path, node.lines[key]))
            details.extend([found] if isinstance(found, Detail) else [])
            wrong.extend([found] if isinstance(found, Problem) else [])
        elif origin != FRONT and not names.foreign(key):
            wrong.append(_unknown(key, path, node.lines[key]))
    return Told(tuple(details), listed, tuple(wrong))


def _detail(value: Node, day_first: bool | None, empty: Detail) -> Detail | Problem | None:
    """Fill a detail with the value declared for it."""
    if not isinstance(value, Scalar):
        return problems.warning(empty.path, empty.line, f"`{empty.name}` takes one text")
    if value.value is None or not value.value.strip():
        return None
    normal, wrong = names.normal(empty.name, value.value, day_first)
    return replace(empty, value=normal) if normal else problems.warning(empty.path, empty.line, wrong)


def _unknown(key: str, path: str, line: int) -> Problem:
    near = names.nearest(key)
    hint = f"did you mean `{near}`?" if near else f"known keys: {', '.join((*names.DETAILS, names.PEOPLE))}"
    return problems.warning(path, line, f"unknown key `{key}`", hint)


def _path(path: str, day_first: bool | None) -> Iterator[Detail]:
    """Read date and period out of a file's name."""
    stem = PurePosixPath(path).stem
    day = dates.in_name(stem, day_first)
    if day and not day.ambiguous:
        yield Detail("date", day.iso, "path", path, 0)
    period = periods.find(stem.replace("_", " "))
    if period:
        yield Detail("period", period, "path", path, 0)
