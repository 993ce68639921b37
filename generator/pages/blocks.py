"""Prints the blocks of a transcript, turns and the headings between them: most of a call's page and of a question's.

These are no templates, because a page has some eighty turns and an archive a million. Knows no kind of page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from generator.model import Asked, Call, Heading, SectionKind, Turn
from generator.pages import desk, entries, escape, ledger, media, prose, tongues, wording
from generator.pages.escape import Safe
from generator.pages.fragments import once
from generator.pages.pen import Pen
from generator.pages.prose import Marking

NONE: Mapping[int, Safe] = MappingProxyType({})
NOTHING = Safe("")
WORD = re.compile(r"\w+")  # "MR.", "SINGH" of "MR. SINGH:"
PLAIN = "as printed"
"""The rule that reads a name just as it stands, of which nothing more need be said."""
TITLES = {"mr", "mrs", "ms", "miss", "dr", "prof"}


HUSHED = " data-search-exclude"
"""Keeps a heading of ours out of a search."""
NOTE, NOTED = '<small class="ca-note">{}</small>', '<small class="ca-note"> · {}</small>'
"""Small words that are none of the transcript's."""


@dataclass(frozen=True, slots=True)
class Laid:
    """What is the same of a turn on every page of a folder, as markup."""

    head: str
    """The tag that opens it."""
    paragraphs: tuple[tuple[Safe, Safe], ...]
    """Words of each with their links, and its attributes."""
    how: str
    """The element around who speaks, which says how that was read."""
    answers: Safe
    """Links to what it answers, which stand on every page that shows it."""


def spoken(
    pen: Pen,
    call: Call,
    turn: Turn,
    level: int,
    context: bool = False,
    again: bool = False,
    notes: Mapping[int, Safe] = NONE,
) -> str:
    """Print a turn; with `context`, its heading leads to the same turn in the call.

    Where somebody speaks `again` on a page, their organisation is named without a link. `notes` put small words after
    a paragraph, by its number.
    """
    laid = _laid(pen, call.id, turn.number)
    pieces = [
        laid.head,
        "#" * level,
        " ",
        _heading(pen, call, turn, laid, context, again),
        f" {{: #t{turn.number} }}\n\n",
    ]
    for number, (words, attributes) in enumerate(laid.paragraphs, start=1):
        anchor, time = f"t{turn.number}p{number}", media.time(pen, call, turn, number).text
        note = f" {NOTE.format(notes[number].text)}" if number in notes else ""
        pieces.append(f'<a id="{anchor}" href="#{anchor}"></a>{time}{words.text}{note}{attributes.text}\n\n')
    return "".join([*pieces, "</section>\n\n"])


def heading(level: int, text: Safe, anchor: str, hush: str = "", note: Safe = NOTHING) -> str:
    """Print a heading that stands between turns, and a few small words below it."""
    below = f"{NOTE.format(note.text)}\n\n" if note.text else ""
    return f"{'#' * level} {text.text} {{: #{anchor}{hush} }}\n\n{below}"


@once
def _laid(pen: Pen, call_id: str, number: int) -> Laid:
    call = pen.found(call_id)
    turn = call.turns[number - 1]
    return lay(pen, call, turn, tuple(ledger.marks(pen, call, turn)))


def lay(pen: Pen, call: Call, turn: Turn, marks: Sequence[Marking]) -> Laid:
    """Lay a turn out; `marks` put markup of ours into its words, such as that around those that made a status."""
    place = (call.id, turn.number)
    written = prose.write(pen, turn, pen.desk.mentions.get(place, ()), pen.desk.parts.get(place, ()), marks)
    attributes = (tongues.paragraph(call, turn, number) for number in range(1, len(written) + 1))
    how = escape.attribute(read_as(call, turn)).text
    look = f"ca-turn{' ca-procedural' if turn.procedural else ''}{tongues.turn(call, turn)}"
    voice = "" if turn.voice is None else f' data-voice="{turn.voice}"'
    return Laid(
        f'<section class="{look}" data-who="{_who(pen.voice_name(call, turn)).text}"{voice} markdown="1">\n\n',
        tuple(zip(written, attributes, strict=True)),
        f'<span class="{"ca-doubt" if doubtful(call, turn) else "ca-how"}" title="{how}">',
        ledger.answers(pen, call, turn),
    )


@lru_cache(maxsize=1 << 12)
def _who(name: str) -> Safe:
    """Write the name that stays in sight while the words go by: an attribute's value."""
    return escape.attribute(name.replace("&", "&amp;"))  # `markdown="1"` decodes attributes once


def transcript(pen: Pen, call: Call) -> Iterator[str]:
    """Print the blocks of a whole call, in order: sections, headings as printed, exchanges, turns."""
    opens = {exchange.first: exchange.number for exchange in call.exchanges}
    heard: set[int | None] = set()
    met: dict[SectionKind, int] = {}
    before: SectionKind | None = None
    for index, turn in enumerate(call.turns):
        printed = _printed(call, index)
        if turn.section is not before:
            before = turn.section
            met[before] = met.get(before, 0) + 1
            names = before is not SectionKind.DISCUSSION and printed[:1]
            yield _section(_kind(call, before), met[before], names or ())
            printed = printed[1:] if names else printed
        yield from map(_heading_line, printed)
        if turn.number in opens:
            yield _exchange(pen, call, opens[turn.number])
        yield spoken(pen, call, turn, level=4, again=turn.voice in heard)
        heard.add(turn.voice)
    yield from map(_heading_line, _printed(call, len(call.turns)))


def _heading(pen: Pen, call: Call, turn: Turn, laid: Laid, context: bool, again: bool) -> str:
    post = _post(pen, call.id, turn.voice, again).text
    note = laid.answers.text
    if context:
        way = f"[in the call]({pen.place(call.id, turn.id)})"
        note = f"{note}{entries.DOT}{way}" if note else way
    rest = f"<small>, {post}</small>" if post else ""
    return f"{laid.how}{pen.voice(call, turn).text}</span>{rest}{NOTED.format(note) if note else ''}"


@once
def _post(pen: Pen, call: str, voice: int | None, again: bool) -> Safe:
    """Write the post of a voice once a page; who speaks for the fifth time has held it all the while."""
    seen = None if voice is None else pen.desk.archive.calls[call].appearances[voice]
    return pen.post(seen, linked=not again)


def doubtful(call: Call, turn: Turn) -> bool:
    """Tell whether a careful reader should know how these words came to this speaker."""
    seen = desk.appearance(call, turn)
    if seen and turn.procedural:
        return False
    if turn.speaker is None or seen is None or turn.label is None:
        return True
    printed = set(WORD.findall(turn.label.casefold())) - TITLES
    return not printed or not printed <= set(WORD.findall(seen.name.casefold()))


def read_as(call: Call, turn: Turn) -> str:
    """Say how these words came to this speaker."""
    label = f"Printed as “{turn.label}”" if turn.label else "Printed under no name"
    how = wording.evidence(turn.evidence, turn.line, turn.label)
    return f"{label}, line {turn.line}" + ("" if how == PLAIN else f"; read by {how}")


def _kind(call: Call, section: SectionKind) -> SectionKind:
    """Call a section a discussion where nobody can tell its questions from its answers."""
    return SectionKind.DISCUSSION if section is SectionKind.QA and not call.exchanges else section


def _section(kind: SectionKind, met: int, printed: tuple[tuple[int, Heading], ...]) -> str:
    """Name a section; the heading that the file itself has there is shown on hover."""
    anchor, name = kind.value if met == 1 else f"{kind.value}-{met}", Safe(wording.SECTIONS[kind])
    for _, found in printed:
        how = escape.attribute(f"Printed as “{found.text}”, line {found.line}")
        name = escape.fill('<span title="{}">{}</span>', how, name)
    return heading(2, name, anchor, HUSHED)


def _printed(call: Call, index: int) -> tuple[tuple[int, Heading], ...]:
    """Find the headings that the file has before a turn, each with its number."""
    return tuple((number, each) for number, each in enumerate(call.headings, start=1) if each.before == index)


def _heading_line(numbered: tuple[int, Heading]) -> str:
    number, found = numbered
    return heading(3, escape.words(found.text), f"h{number}")


def _exchange(pen: Pen, call: Call, number: int) -> str:
    exchange = call.exchanges[number - 1]
    asked = Asked(call.id, number)
    asker = [tongues.isolated(each) for each in (pen.asker_name(asked), exchange.organization) if each]
    title = escape.fill("Question {}: {}", number, escape.join(", ", asker))
    to = escape.fill("to {}", pen.speakers(exchange.addressees)) if exchange.addressees else NOTHING
    size = [entries.parts(len(exchange.parts)), entries.follow_ups(exchange.follow_ups)]
    own = pen.own_page(asked)
    name = pen.link(title, pen.question_path(asked)) if own else title
    return heading(3, name, exchange.anchor, HUSHED, entries.dotted([to, *size, own]))
