"""Reads a document: decodes it, asks every reader, lets the strongest claim win. Must not know stages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from generator import details, problems
from generator.details import Told
from generator.model import Document, Furniture, Reading, Transcript
from generator.problems import Problem
from generator.readers import decode, table, text
from generator.readers.table import Reader
from generator.readers.text import Claim, Text

Bid = tuple[Claim, Reader, Text]
"""A claim, who made it, and on what."""
_TEXT = frozenset(["", ".txt", ".md", ".markdown", ".mdown", ".text", ".transcript"])
_HINT = "save it as text or Markdown with a label before each turn, such as `Name: words`, or begin its name with `_`"


def read(document: Document) -> Reading:
    """Read a document into a transcript, or say why it cannot be read."""
    path = document.source.path
    suffix = PurePosixPath(path).suffix.casefold()
    if suffix not in _TEXT:
        return _none(problems.error(path, 0, f"no reader for {suffix} files", _HINT))
    words, found = decode.decode(path, document.data)
    if words is None:
        return Reading(None, found)
    if not words.strip():
        return Reading(None, (*found, problems.error(path, 0, "the file is empty")))
    cut = text.cut(path, words)
    told = details.tell(document, tuple(line.text for line in cut.front))
    bids = _bids(replace(cut, known=told.participants))
    refused = _refuse(cut, bids)
    if refused:
        return Reading(None, (*found, *told.problems, refused))
    return _transcript(document, cut, told, bids, found)


def _bids(cut: Text) -> list[Bid]:
    claimed = [(claim, reader, cut) for reader in table.READERS if (claim := reader.claim(cut))]
    return sorted(claimed, key=lambda bid: -bid[0].strength)


def _refuse(cut: Text, bids: list[Bid]) -> Problem | None:
    if not bids:
        return problems.error(cut.path, 0, f"no reader for this layout ({_seen(cut)})", _HINT)
    if len(bids) > 1 and bids[0][0].strength == bids[1][0].strength:
        both = " and ".join(f"{reader.name} ({claim.reason})" for claim, reader, _ in bids[:2])
        return problems.error(cut.path, 0, f"two readers claim the file: {both}", "make the labels of the file alike")
    return None


def _seen(cut: Text) -> str:
    """Describe a file that nobody claims."""
    full = [line.text for line in cut.lines if not line.blank]
    colons = sum(":" in line[:60] for line in full)
    return f"{len(full)} lines of text, {colons} with a colon near the beginning, no labels of speakers found"


def _transcript(document: Document, cut: Text, told: Told, bids: list[Bid], found: tuple[Problem, ...]) -> Reading:
    claim, reader, known = bids[0]
    draft = reader.read(known, claim)
    header = tuple((line.number, line.text) for line in draft.header)
    facts, more = details.settle(document, told, header)
    noted = (*found, *told.problems, *more, *draft.problems, *_rival(cut, bids))
    transcript = Transcript(
        source=document.source,
        reader=reader.name,
        claim=claim.reason,
        utterances=draft.utterances,
        headings=draft.headings,
        participants=(*told.participants, *draft.participants),
        furniture=(*_front(cut), *draft.furniture),
        details=facts,
        problems=noted,
    )
    return Reading(transcript, noted)


def _rival(cut: Text, bids: list[Bid]) -> tuple[Problem, ...]:
    """Report a second reader that would have found nearly as much."""
    if len(bids) < 2 or bids[1][0].strength * 2 < bids[0][0].strength:
        return ()
    (first, reader, _), (second, other, _) = bids[:2]
    message = f"read as {reader.name} ({first.reason}), though {other.name} claims it too ({second.reason})"
    return (problems.warning(cut.path, 0, message, "make the labels of the file alike"),)


def _front(cut: Text) -> tuple[Furniture, ...]:
    return tuple(Furniture("front matter", text.fold(line.text), line.number) for line in cut.front if not line.blank)


def _none(problem: Problem) -> Reading:
    return Reading(None, (problem,))
