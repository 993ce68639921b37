"""Sets the calls of a series side by side: length, shares, askers, what becomes of questions. Knows no wording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.figures import spoken, timeline
from generator.model import Archive, Call, Series, Status


@dataclass(frozen=True, slots=True)
class Compared:
    """The figures of a call beside those of the call of the same kind before it."""

    call: str
    words: int
    seconds: float | None
    speakers: int
    questions: int
    became: tuple[tuple[Status | None, int], ...]
    """What became of the questions, in the order of `Status`; None where nothing can be said."""
    asking: int
    """Words of those who are there to ask."""
    nobodys: int
    """Words of which nobody knows whose they are."""
    askers: tuple[str, ...]
    """Speaker ids, in order of asking."""
    new: tuple[str, ...]
    """Those of them who have never asked in the series before; none in its first call with questions."""
    absent: tuple[str, ...]
    """Who asked in the call before and does not here."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody who asks in a series."""

    speaker: str
    questions: int
    calls: tuple[str, ...]
    """Oldest first."""


def calls(archive: Archive, series: Series) -> tuple[Compared, ...]:
    """Set the calls of a series side by side, oldest first."""
    return tuple(_compared(archive, series))


def askers(archive: Archive, series: Series) -> tuple[Asker, ...]:
    """List who asks in a series, who asks most first."""
    questions: Counter[str] = Counter()
    found: dict[str, dict[str, None]] = {}
    for call in series.calls:
        for exchange in archive.calls[call].exchanges:
            if _known(archive, exchange.asker):
                questions[exchange.asker or ""] += 1
                found.setdefault(exchange.asker or "", {})[call] = None
    ranked = sorted(questions, key=lambda each: (-questions[each], each))
    return tuple(Asker(each, questions[each], tuple(found[each])) for each in ranked)


def _compared(archive: Archive, series: Series) -> Iterator[Compared]:
    ever: set[str] = set()
    before: dict[str, tuple[str, ...]] = {}
    for name in series.calls:
        call = archive.calls[name]
        asking = tuple(dict.fromkeys(e.asker for e in call.exchanges if e.asker and _known(archive, e.asker)))
        last = before.get(call.kind, ())
        new = tuple(each for each in asking if each not in ever) if ever else ()
        yield _figures(call, asking, new, tuple(each for each in last if each not in asking) if call.exchanges else ())
        ever.update(asking)
        if call.exchanges:
            before[call.kind] = asking


def _figures(call: Call, asking: tuple[str, ...], new: tuple[str, ...], absent: tuple[str, ...]) -> Compared:
    counted = spoken.by_turn(call)
    shares = spoken.shares(call, counted)
    became = Counter(each.status.status if each.status else None for each in call.exchanges)
    return Compared(
        call=call.id,
        words=sum(counted),
        seconds=timeline.of(call, counted).seconds,
        speakers=sum(1 for each in shares if each.voice is not None),
        questions=len(call.exchanges),
        became=tuple((each, became[each]) for each in (*Status, None) if became[each]),
        asking=sum(each.words for each in shares if each.asks),
        nobodys=sum(each.words for each in shares if each.voice is None),
        askers=asking,
        new=new,
        absent=absent,
    )


def _known(archive: Archive, speaker: str | None) -> bool:
    found = archive.speakers.get(speaker or "")
    return found is not None and not found.anonymous
