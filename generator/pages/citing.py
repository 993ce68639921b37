"""Gathers what a citation of a call, of a question or of a turn has to say. Knows addresses, not how citations look."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from urllib.parse import quote

from generator.model import Appearance, Asked, Call, Exchange, MentionKind, Turn
from generator.pages import addresses, desk, escape, formats, wording
from generator.pages.escape import Safe
from generator.pages.formats import Cited, Format
from generator.pages.fragments import once
from generator.pages.pen import Pen

NAMES = tuple(each.name for each in fields(Cited))
WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
KEPT = re.compile(r"[^A-Za-z0-9]+")  # the slash of "lanhai/2024-q1"


@dataclass(frozen=True, slots=True)
class Ready:
    """A citation in one format."""

    name: str
    text: Safe


@dataclass(frozen=True, slots=True)
class Citation:
    """What a page says of how it is cited."""

    summary: str
    plain: Safe
    """In plain text: what stands on paper, and first of all where one asks for a citation."""
    ready: tuple[Ready, ...]
    """In the other formats, for readers without scripts."""
    data: Safe
    """What a script needs to cite any turn of the page: the value of an attribute in single quotes, JSON."""
    address: str


def call(pen: Pen, cited: Call) -> Citation:
    """Cite a call as a whole."""
    whole = _whole(pen, cited.id)
    return _citation(pen, cited, "Cite this call", whole, cited.turns, formats.FORMATS[1:])


def question(pen: Pen, asked: Asked) -> Citation:
    """Cite a question: whoever asks it is its author. The page of its call has the other formats ready, scripts all."""
    within, exchange = pen.found(asked.call), pen.exchange(asked)
    whole, seen = _whole(pen, within.id), desk.asker(within, exchange)
    mine = replace(
        whole,
        name=escape.fold(pen.asker_name(asked) if seen else ""),
        post=_post(seen, exchange) if seen else "",
        what=f"question {exchange.number}",
        key=f"{whole.key}-{exchange.anchor}",
        address=_address(pen, pen.question_path(asked)),
    )
    return _citation(pen, within, "Cite this question", mine, within.turns[exchange.first - 1 : exchange.last], ())


def _citation(
    pen: Pen, within: Call, summary: str, mine: Cited, turns: tuple[Turn, ...], further: tuple[Format, ...]
) -> Citation:
    ready = tuple(Ready(name, _lines(write(mine))) for name, write in further)
    data = _data(pen, within, mine, turns)
    return Citation(summary, escape.words(formats.plain(mine)), ready, data, mine.address)


def _lines(text: str) -> Safe:
    """Escape words line by line, each with its indentation."""
    parted = [(line[: len(line) - len(line.lstrip())], line.lstrip()) for line in text.split("\n")]
    return Safe("\n".join(f"{indent}{escape.markdown(words)}" for indent, words in parted))


@once
def _whole(pen: Pen, call_id: str) -> Cited:
    """Say of a call what every citation of anything in it says."""
    cited = pen.found(call_id)
    made = cited.detail("transcript")
    return Cited(
        title=escape.fold(cited.title),
        kind=wording.kind(cited.kind),
        date=cited.date or "",
        archive=escape.fold(pen.desk.settings.site_name),
        file=escape.fold(cited.source.path),
        sha256=cited.source.sha256,
        key=KEPT.sub("-", cited.id).strip("-") or "call",
        made=f"{made} transcript" if made else "",
        language=escape.fold(cited.detail("language") or ""),
        address=_address(pen, addresses.call(cited.id)),
    )


def _address(pen: Pen, path: str) -> str:
    """Make the permanent address of a page; nothing where nobody has said where the site is."""
    settings = pen.desk.settings
    if not settings.site_url:
        return ""
    below = addresses.served(addresses.HOME, path, folders=settings.directory_urls).removeprefix("./")
    return quote(f"{settings.site_url.rstrip('/')}/{below}", safe="/:?=&%+,;@#.-_~")


def _post(seen: Appearance, exchange: Exchange | None = None) -> str:
    """Say title (else role) and organisation of somebody at that date."""
    introduced = exchange.organization if exchange else None
    held = [seen.title or wording.role(seen.role), seen.organization or introduced]
    return escape.fold(", ".join(filter(None, held)))


def _data(pen: Pen, within: Call, mine: Cited, turns: tuple[Turn, ...]) -> Safe:
    """Write what a script needs: the facts of the call, those of the page, and the voices, by their index."""
    facts = _facts(pen, within.id)
    page = {name: value for name in NAMES if (value := getattr(mine, name)) and facts.get(name) != value}
    there = addresses.served(pen.path, addresses.call(within.id), folders=pen.folders())
    told = {**facts, "there": there, "page": page, "voices": dict(_voices(pen, within, turns))}
    return escape.single(WRITER.encode(told))


@once
def _facts(pen: Pen, call_id: str) -> dict[str, str]:
    whole = _whole(pen, call_id)
    return {name: value for name in NAMES if (value := getattr(whole, name))}


def _voices(pen: Pen, within: Call, turns: tuple[Turn, ...]) -> Iterator[tuple[int, list[object]]]:
    """Give of each voice that speaks or is spoken of: name, post, page, turns and questions in the call."""
    spoken, known = {turn.voice for turn in turns}, _named(pen, within.id)
    named = {speaker for turn in turns for speaker in known.get(turn.number, ())}
    for number, seen in enumerate(within.appearances):
        if number in spoken or seen.speaker in named:
            name, post, said, asked = _voice(pen, within.id, number)
            yield number, [name, post, _page(pen, seen.speaker), said, asked]


@once
def _voice(pen: Pen, call_id: str, number: int) -> tuple[str, str, int, int]:
    """Give name and post of a voice, and how many turns and questions it has in a call."""
    within = pen.found(call_id)
    seen, (said, asked) = within.appearances[number], _heard(pen, call_id)
    return escape.fold(seen.name), _post(seen), said[number], asked[number]


@once
def _named(pen: Pen, call_id: str) -> dict[int, list[str]]:
    """List who is spoken of in each turn of a call."""
    found: dict[int, list[str]] = {}
    for each in pen.found(call_id).mentions:
        if each.kind is MentionKind.SPEAKER:
            found.setdefault(each.turn, []).append(each.target)
    return found


@once
def _heard(pen: Pen, call_id: str) -> tuple[Counter[int | None], Counter[int | None]]:
    """Count the turns of each voice of a call, and its questions."""
    within = pen.found(call_id)
    return Counter(turn.voice for turn in within.turns), Counter(each.asker_voice for each in within.exchanges)


def _page(pen: Pen, speaker: str | None) -> str:
    if not speaker or not pen.known_person(speaker):
        return ""
    return addresses.served(pen.path, addresses.speaker(speaker), folders=pen.folders())
