"""Tells how one file was read: every decision with the rule behind it and the line. Must not know how it is decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.build import Built
from generator.model import AnswerStatus, Call, Cast, Evidence, Exchange, Member, Transcript, Turn

CUT = 70
"""Characters of a sentence that are enough to find it again."""


def explain(built: Built, path: str, read: Transcript | None, cast: Cast | None) -> Iterator[str]:
    """Yield the account of a file, line by line; `read` is what was read of it, with all of its words."""
    yield path
    if read is None or cast is None:
        yield "  It became no call."
    else:
        call = next((call for call in built.archive.calls.values() if call.source.path == path), None)
        yield from _transcript(read)
        yield from _people(built, cast, call)
        if call:
            yield from _call(built, call)
        yield from _furniture(read)
    yield from _part("Problems", [str(problem) for problem in built.problems if problem.path == path])


def _transcript(read: Transcript) -> Iterator[str]:
    yield f"  Read by {read.reader}: {read.claim}"
    yield f"  {len(read.utterances)} utterances, {read.source.size:,} bytes, SHA-256 {read.source.sha256[:16]}…"
    known = [f"{d.name}: {d.value}  ({d.origin}, {d.path}{f':{d.line}' if d.line else ''})" for d in read.details]
    yield from _part("Details", known)


def _people(built: Built, cast: Cast, call: Call | None) -> Iterator[str]:
    """Labels → people, each with the rules that led there."""
    spoken = Counter(placement.member for placement in cast.placements)
    lines: list[str] = []
    for n, member in enumerate(cast.members):
        lines.append(f"{_labels(member)} → {_whom(built, call, n, member)}  ({spoken[n]} utterances)")
        lines += [f"    {_because(one)}" for one in member.evidence]
    if spoken[None]:
        lines.append(f"{spoken[None]} utterances are nobody's that can be known")
        lines += [f"    {_because(one)}" for one in _unplaced(cast)]
    yield from _part("People", lines)


def _whom(built: Built, call: Call | None, n: int, member: Member) -> str:
    speaker = call.appearances[n].speaker if call and n < len(call.appearances) else None
    told = [
        _name(built, speaker) or ("no known person" if member.anonymous else member.name),
        member.title,
        member.organization,
    ]
    return ", ".join(filter(None, told)) + f" [{member.role}]" + (f" #{speaker}" if speaker else "")


def _unplaced(cast: Cast) -> list[Evidence]:
    return list(dict.fromkeys(placement.evidence for placement in cast.placements if placement.member is None))


def _labels(member: Member) -> str:
    return ", ".join(f'"{label}"' for label in member.labels) or f'"{member.name}" (listed, never speaks)'


def _call(built: Built, call: Call) -> Iterator[str]:
    yield f"  Address: /calls/{call.id}/"
    yield from _part("Sections", _sections(call))
    yield from _part("Exchanges", [line for exchange in call.exchanges for line in _exchange(built, call, exchange)])


def _sections(call: Call) -> Iterator[str]:
    """Each run of turns in one section."""
    first: Turn | None = None
    for turn, following in zip(call.turns, [*call.turns[1:], None], strict=True):
        first = first or turn
        if following is None or following.section is not turn.section:
            yield f"{turn.section}: turns {first.number} to {turn.number}, from line {first.line}"
            first = None


def _exchange(built: Built, call: Call, exchange: Exchange) -> Iterator[str]:
    asker = _name(built, exchange.asker) or "somebody unknown"
    firm = f" ({exchange.organization})" if exchange.organization else ""
    put_to = f", put to {_names(built, exchange.addressees)}" if exchange.addressees else ""
    answered = _names(built, exchange.answered_by) or ("somebody unknown" if exchange.answers else "nobody")
    place = f"turns {exchange.first} to {exchange.last}, from line {call.turn(exchange.first).line}"
    yield f"{exchange.id}: {asker}{firm}{put_to}, answered by {answered}; {place}"
    for one in exchange.evidence:
        yield f"    {_because(one)}"
    for part in exchange.parts:
        yield f"    {part.id} (turn {part.turn}, {part.evidence.rule}): {_cut(part.text)}"
        for passage in part.answered_in:
            where = f"answered in turn {passage.turn}, paragraph {passage.paragraph}"
            yield f"        {where}: {_because(passage.evidence)}"
        yield from (f"        {line}" for line in _status(part.status))
    yield from (f"    {line}" for line in _status(exchange.status))


def _status(found: AnswerStatus | None) -> Iterator[str]:
    """What became of a question, why, and what the rules said before a ruling."""
    if found:
        yield f"{found.status}: {_because(found.evidence)}"
    if found and found.instead_of:
        yield f"    instead of {found.instead_of.status}: {_because(found.instead_of.evidence)}"


def _furniture(read: Transcript) -> Iterator[str]:
    """What was set aside, counted by kind, with its first words."""
    kinds = Counter(piece.kind for piece in read.furniture)
    first = {piece.kind: piece for piece in reversed(read.furniture)}
    lines = [f"{n} × {kind}, first in line {first[kind].line}: {_cut(first[kind].text)}" for kind, n in kinds.items()]
    yield from _part("Set aside", lines)


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    held = list(lines)
    if held:
        yield ""
        yield f"  {title}"
        yield from (f"    {line}" for line in held)


def _because(evidence: Evidence) -> str:
    where = f", line {evidence.line}" if evidence.line else ""
    return f"{evidence.rule}{where}{f': {_cut(evidence.words)}' if evidence.words else ''}"


def _name(built: Built, speaker: str | None) -> str | None:
    known = built.archive.speakers.get(speaker) if speaker else None
    return known.name if known else speaker


def _names(built: Built, speakers: Iterable[str]) -> str:
    return ", ".join(filter(None, (_name(built, speaker) for speaker in speakers)))


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= CUT else f"{flat[:CUT].rsplit(' ', 1)[0]} …"
