"""Measures how long finding threads takes as an archive grows, and what memory that needs: both must grow like it.

Run by itself (`python -m bench.bench_threads`) it measures a thousand calls, and an archive in which all ask the same.
"""

from __future__ import annotations

import random
import sys
import tracemalloc
from functools import partial

from bench.rows import Row, measure
from generator import threads
from generator.grammar import asking
from generator.model import (
    Appearance,
    Archive,
    Call,
    Evidence,
    Exchange,
    Paragraph,
    QuestionPart,
    Role,
    SectionKind,
    Series,
    Source,
    Speaker,
    Turn,
)

SIZES = (50, 200)
QUESTIONS, PARTS, COMPANIES = 12, 3, 40
AGAIN = 0.1
"""How often a question of the same company is asked again, in other words."""
HOW = Evidence("bench")
SYLLABLES = "ba co di fe ga lo mu ne po ri sa tu va wi xe yo ze cha sho tri pla gre".split()


def run(sizes: tuple[int, ...] = SIZES) -> list[Row]:
    """Find the threads of archives of several sizes."""
    rows = []
    for calls in sizes:
        archive = invented(calls)
        rows.append(measure(f"threads, {calls} calls", size(archive), partial(threads.follow, archive)))
    return rows


def invented(calls: int, same: bool = False) -> Archive:
    """Invent an archive, the same for the same size: companies have questions of their own, in words of all."""
    chance = random.Random(calls)
    words = _words(chance, 12_000)
    asked: dict[int, list[str]] = {}
    made = []
    for number in range(calls):
        company = number % COMPANIES
        own = asked.setdefault(company, [])
        texts = [" ".join(_part(chance, words, own, same) for _ in range(PARTS)) for _ in range(QUESTIONS)]
        made.append(_call(f"company-{company:02}/{1900 + number // COMPANIES}-05-02", texts))
    return _archive(made)


def size(archive: Archive) -> int:
    """Bytes of all questions."""
    return sum(len(part.text) for call in archive.calls.values() for x in call.exchanges for part in x.parts)


def _words(chance: random.Random, count: int) -> list[str]:
    """Invent words, of which the first are said most."""
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(count)]


def _part(chance: random.Random, words: list[str], own: list[str], same: bool) -> str:
    if own and (same or chance.random() < AGAIN):
        said = chance.choice(own[:1] if same else own)[:-1].split()
        return " ".join(chance.sample(said, k=max(4, len(said) - 2))) + "?"
    text = "What " + " ".join(words[int(len(words) * chance.random() ** 3)] for _ in range(12)) + "?"
    own.append(text)
    return text


def _call(name: str, texts: list[str]) -> Call:
    turns, exchanges = [], []
    for number, text in enumerate(texts, start=1):
        first = 2 * number - 1
        turns += [_turn(first, text), _turn(first + 1, f"{text[:-1]}. It is so, and it stays so.")]
        parts = tuple(
            QuestionPart(f"x{number}{chr(97 + at)}", first, 1, p.start, p.end, text[p.start : p.end], HOW)
            for at, p in enumerate(asking.parts(text))
        )
        exchanges.append(
            Exchange(
                *(number, first, first + 1, None, "asker", 0, None, (), (first,), (first + 1,), ("asker",), parts, ()),
                key=f"question-{number}",
            )
        )
    series, day = name.split("/")
    seen = (Appearance("asker", "Asker", None, None, Role.UNKNOWN, (), ()),)
    source = Source(f"{name}.txt", "", 0)
    known = (name, series, day, name, day, None, None, "call", source, "", "", ())
    return Call(*known, seen, tuple(turns), tuple(exchanges), (), ())


def _turn(number: int, text: str) -> Turn:
    return Turn(number, 0, "asker", "Asker", SectionKind.QA, (Paragraph(text, number),), number, HOW)


def _archive(calls: list[Call]) -> Archive:
    return Archive(
        calls={call.id: call for call in calls},
        series={call.series: Series(call.series, call.series, ()) for call in calls},
        speakers={"asker": Speaker("asker", "Asker", anonymous=True)},
        organizations={},
        topics={},
        organization_of={},
        passages={},
        asked_by={},
        answered_by={},
        spoke_in={},
        people_of={},
        calls_of={},
        periods={},
        question_keys={(call.id, x.number): f"asker-{x.number}" for call in calls for x in call.exchanges},
    )


def main() -> None:
    """Measure a thousand calls and a hostile archive, once each, with the most memory that finding threads took."""
    for name, archive in (("1,000 calls", invented(1000)), ("200 calls that ask the same", invented(200, same=True))):
        tracemalloc.start()
        found = threads.follow(archive)
        peak = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        row = measure(name, size(archive), partial(threads.follow, archive))
        parts = sum(len(x.parts) for call in archive.calls.values() for x in call.exchanges)
        said = f"{name}: {row.seconds:.1f} s, {peak:.0f} MB, {parts:,} parts, {len(found.threads):,} threads"
        sys.stdout.write(f"{said}\n")


if __name__ == "__main__":
    main()
