"""Reads a document: opens it, asks every reader, lets the strongest claim win. Must not know stages."""

from __future__ import annotations

from dataclasses import replace

from generator import details, problems
from generator.details import Told
from generator.model import Document, Furniture, Reading, Transcript
from generator.problems import Problem
from generator.readers import formats, ledger, paging, table, text
from generator.readers.table import Reader
from generator.readers.text import Claim, Draft, Text

Bid = tuple[Claim, Reader, Text]
"""A claim, who made it, and on what."""


def read(document: Document) -> Reading:
    """Read a document into a transcript, or say why it cannot be read."""
    opened = formats.unfold(document)
    front = opened.text.front if opened.text else ()
    told = details.tell(document, tuple(line.text for line in front))
    found = (*opened.problems, *told.problems)
    if opened.draft and opened.claim:
        return _transcript(document, told, opened.reader, opened.claim, opened.draft, found)
    if opened.text is None:
        return Reading(None, found)
    bids = _bids(replace(opened.text, known=(*told.participants, *opened.text.known)))
    refused = _refuse(opened.text, bids)
    if refused:
        return Reading(None, (*found, refused))
    claim, reader, cut = bids[0]
    draft = reader.read(cut, claim)
    draft = replace(paging.number(draft, cut.lines), furniture=_furniture(cut, draft))
    draft = replace(
        draft,
        participants=(*opened.text.known, *draft.participants),
        header=paging.header(draft.header, cut.furniture),
    )
    noted = (*found, *_rival(cut, bids), *ledger.missing(cut, draft))
    return _transcript(document, told, reader.name, claim, draft, noted)


def _bids(cut: Text) -> list[Bid]:
    claimed = [(claim, reader, cut) for reader in table.READERS if (claim := reader.claim(cut))]
    if not claimed and (claim := table.LAST.claim(cut)):
        return [(claim, table.LAST, cut)]
    return sorted(claimed, key=lambda bid: -bid[0].strength)


def _refuse(cut: Text, bids: list[Bid]) -> Problem | None:
    if not bids:
        return problems.error(cut.path, 0, f"no reader for this layout ({_seen(cut)})", formats.HINT)
    if len(bids) > 1 and bids[0][0].strength == bids[1][0].strength:
        both = " and ".join(f"{reader.name} ({claim.reason})" for claim, reader, _ in bids[:2])
        return problems.error(cut.path, 0, f"two readers claim the file: {both}", "make the labels of the file alike")
    return None


def _seen(cut: Text) -> str:
    """Describe a file that nobody claims."""
    full = [line.text for line in cut.lines if not line.blank]
    colons = sum(":" in line[:60] for line in full)
    return f"{len(full)} lines of text, {colons} with a colon near the beginning, no labels of speakers found"


def _transcript(
    document: Document, told: Told, reader: str, claim: Claim, draft: Draft, found: tuple[Problem, ...]
) -> Reading:
    header = [*((one.number, one.text) for one in draft.header), *_opening(draft)]
    facts, more = details.settle(document, told, header)
    noted = (*found, *more, *draft.problems)
    transcript = Transcript(
        source=document.source,
        reader=reader,
        claim=claim.reason,
        utterances=draft.utterances,
        headings=draft.headings,
        participants=(*told.participants, *draft.participants),
        furniture=draft.furniture,
        details=facts,
        problems=noted,
    )
    return Reading(transcript, noted)


def _opening(draft: Draft) -> list[tuple[int, str]]:
    """Headings before the first word: they tell of the call what other files say in a header."""
    return [(heading.line, heading.text) for heading in draft.headings if heading.before == 0]


def _rival(cut: Text, bids: list[Bid]) -> tuple[Problem, ...]:
    """Report a second reader that would have found nearly as much."""
    if len(bids) < 2 or bids[1][0].strength * 2 < bids[0][0].strength:
        return ()
    (first, reader, _), (second, other, _) = bids[:2]
    message = f"read as {reader.name} ({first.reason}), though {other.name} claims it too ({second.reason})"
    return (problems.warning(cut.path, 0, message, "make the labels of the file alike"),)


def _furniture(cut: Text, draft: Draft) -> tuple[Furniture, ...]:
    """Gather what was set aside: front matter, then what format and reader set aside, in order of lines."""
    front = (Furniture("front matter", text.fold(line.text), line.number) for line in cut.front if not line.blank)
    return *front, *sorted((*cut.furniture, *draft.furniture), key=lambda furniture: furniture.line)
