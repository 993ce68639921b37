"""An invented call, the same on every run, and its text in each layout. Must not know what is measured."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

WORDS = (
    "we our the and of to in for margin revenue cloud quarter demand price cost growth model grid mill order supply "
    "customer plan year share market region team product launch delay answer question number higher lower about with "
    "harbour bakery copper winter bridge lantern orchard ferry kettle walnut saddle meadow"
).split()
CHIEF, TITLE, FIRM = "Ada Ekman", "Chief Executive Officer", "Northern Ferry Company"
ASKERS = ("Boris Lund", "Carla Novak", "Dmitri Haas", "Elena Ortiz", "Farid Keller")
ANALYSTS = "Alster Privatbank"

Turn = tuple[str, str, tuple[str, ...]]
"""Who speaks, as what, and the paragraphs."""


def call(size: int = 60) -> list[Turn]:
    """Invent so many questions with their answers, after some remarks."""
    chance = random.Random(7)
    turns: list[Turn] = [
        ("Operator", "", ("Welcome to the call. Ms. Ekman, please go ahead.",)),
        (CHIEF, f"{FIRM} - {TITLE}", tuple(_paragraph(chance) for _ in range(12))),
    ]
    for n in range(size):
        asker = ASKERS[n % len(ASKERS)]
        turns.append(("Operator", "", (f"Our next question is from {asker} with {ANALYSTS}. Please go ahead.",)))
        turns.append((asker, f"{ANALYSTS} - Analyst", (f"Thanks. {_paragraph(chance)} What comes next?",)))
        turns.append((CHIEF, f"{FIRM} - {TITLE}", (_paragraph(chance), _paragraph(chance), _paragraph(chance))))
    return turns


def _paragraph(chance: random.Random) -> str:
    words = chance.choices(WORDS, k=96)
    return " ".join(" ".join(words[at : at + 12]).capitalize() + "." for at in range(0, 96, 12))


def inline(turns: list[Turn]) -> Iterator[str]:
    """Write `Name: words` lines."""
    for name, _, paragraphs in turns:
        yield f"{name}: {paragraphs[0]}"
        yield from paragraphs[1:]


def markdown(turns: list[Turn]) -> Iterator[str]:
    """Write `**Name:** words` paragraphs under front matter."""
    yield "---\ntitle: Northern Ferry, first quarter\ndate: 2024-05-02\n---"
    for name, _, paragraphs in turns:
        yield f"**{name}:** {paragraphs[0]}"
        yield from paragraphs[1:]


def periods(turns: list[Turn]) -> Iterator[str]:
    """Write `MS. EKMAN. words` paragraphs."""
    for name, _, paragraphs in turns:
        label = "OPERATOR." if name == "Operator" else f"MS. {name.split()[1].upper()}."
        yield f"{label} {paragraphs[0]}"
        yield from paragraphs[1:]


def dashes(turns: list[Turn]) -> Iterator[str]:
    """Write `Name -- Title` header lines, with parts and a list of participants."""
    yield "Northern Ferry Company (NFC)\nQ1 2024 Earnings Call\nMay 2, 2024, 9:00 a.m. ET"
    yield "Contents:\n\nPrepared Remarks"
    for name, title, paragraphs in turns:
        yield f"{name} -- {title.split(' - ')[1]}" if title else name
        yield from paragraphs
    yield f"Call participants:\n\n{CHIEF} -- {TITLE}"
    yield from (f"{asker} -- {ANALYSTS} -- Analyst" for asker in ASKERS)


def bare(turns: list[Turn]) -> Iterator[str]:
    """Write names on lines of their own, after lists of participants."""
    lists = [f"{CHIEF} - {TITLE}", "Analysts", *(f"{asker} - {ANALYSTS}" for asker in ASKERS)]
    yield "\n".join(["Northern Ferry Company (NFC) Q1 2024 Earnings Conference Call May 2, 2024", "Executives", *lists])
    for name, _, paragraphs in turns:
        yield "\n".join((name, *paragraphs))


def streetevents(turns: list[Turn]) -> Iterator[str]:
    """Write `Name,  Firm - Title    [12]` header lines."""
    yield "Q1 2024 Northern Ferry Company Earnings Call\nMAY 02, 2024 / 12:30PM GMT"
    yield f"Corporate Participants\n\n * {CHIEF}\n   {FIRM} - {TITLE}\n\nConference Call Participants"
    yield "\n".join(f" * {asker}\n   {ANALYSTS} - Analyst" for asker in ASKERS)
    yield "Presentation"
    for number, (name, title, paragraphs) in enumerate(turns, 1):
        yield f"{name}{',  ' if title else ''}{title}    [{number}]"
        yield "\n".join(f"          {text}" for text in paragraphs)


LAYOUTS: dict[str, Callable[[list[Turn]], Iterator[str]]] = {
    "inline": inline,
    "markdown": markdown,
    "periods": periods,
    "dashes": dashes,
    "bare": bare,
    "streetevents": streetevents,
}


def written(layout: str) -> str:
    """The invented call as a file of that layout."""
    return "\n\n".join(LAYOUTS[layout](call())) + "\n"
