"""What pages look up again and again, worked out once for an archive. Knows no markup and no addresses."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.figures import changes, columns, topics
from generator.figures.changes import Changes
from generator.figures.columns import Timeline
from generator.figures.topics import Book, Tallies
from generator.model import (
    Appearance,
    Archive,
    Asked,
    Call,
    Exchange,
    Mention,
    MentionKind,
    Places,
    QuestionPart,
    Speaker,
    Thread,
    Turn,
)
from generator.pages import addresses, turns, wording
from generator.pages import found as lists
from generator.pages.found import Found
from generator.pages.sayings import Saying, Sayings, Thing
from generator.pages.settings import Settings
from generator.pages.turns import ByCall, Place

TELLING = 6
"""Words with which a part of a question says what it is about."""


@dataclass(frozen=True, slots=True)
class Desk:
    """An archive with what its pages look up."""

    archive: Archive
    settings: Settings
    mentions: Mapping[Place, tuple[Mention, ...]]
    """In order of place."""
    parts: Mapping[Place, tuple[QuestionPart, ...]]
    """The parts of questions asked in a turn, in order of place."""
    exchange_at: Mapping[Place, Exchange]
    """The exchange that a turn belongs to."""
    sayings: Mapping[tuple[str, Thing], Mapping[int, Saying]]
    """(call id, thing) → number of each turn that speaks of it → what a list shows of that."""
    topics_of: Mapping[str, Counter[str]]
    """Speaker id → topics spoken of, by turns."""
    speakers_of: Mapping[str, Counter[str]]
    """Topic id → who speaks of it, by turns."""
    narrower: Mapping[str, tuple[str, ...]]
    """Topic id → topics right below it; the empty string holds the widest ones."""
    remarks: Mapping[str, tuple[tuple[str, tuple[int, ...]], ...]]
    """Speaker id → call ids, newest first, each with the numbers of the turns that neither ask nor answer."""
    people: tuple[Speaker, ...]
    """Speakers by id; a voice known by its part only is no person to list or to count."""
    asked: tuple[Asked, ...]
    """All exchanges, newest call first, in order of asking."""
    asked_from: Mapping[str, tuple[Asked, ...]]
    """Organisation id → the questions of those who were introduced as its people, newest first."""
    asked_about: Mapping[str, Counter[str]]
    """Speaker id → topics of the questions that this person answered, by questions."""
    beside: Mapping[str, tuple[str | None, str | None]]
    """Call id → the previous and the next call of its series."""
    year_before: Mapping[str, str]
    """Call id → the call of the same kind in the same series, a year earlier by its period."""
    book: Book
    """What is spoken of, counted."""
    changes: Mapping[str, Changes]
    """Call id → how it differs from the call before; a call that does not, or has none before it, is absent."""
    timelines: Mapping[str, Timeline]
    """Series id → columns of time for pictures; the empty string holds those of the whole archive."""
    topical: Mapping[str, Found]
    """Topic id → its passages, those about it first in each call, and where they are listed."""
    spoken_of: Mapping[str, Found]
    """Organisation id → the same."""


def prepare(archive: Archive, settings: Settings, told: Tallies | None = None) -> Desk:
    """Work out once what pages look up; `told` is what each call says, where that is known already."""
    told = topics.tallies(archive) if told is None else told
    topics_of, speakers_of = _topics(archive, told)
    book = topics.count(archive, told)
    return Desk(
        archive=archive,
        settings=settings,
        mentions=ByCall(archive.calls, turns.mentions),
        parts=ByCall(archive.calls, turns.parts),
        exchange_at=ByCall(archive.calls, turns.exchanges),
        sayings=ByCall(archive.calls, Sayings),
        topics_of=topics_of,
        speakers_of=speakers_of,
        narrower=_narrower(archive),
        remarks=_remarks(archive, told),
        people=tuple(speaker for _, speaker in sorted(archive.speakers.items()) if not speaker.anonymous),
        asked=tuple(Asked(*place) for place in archive.question_keys),
        asked_from=_asked_from(archive, told),
        asked_about=_asked_about(archive, told),
        beside=_beside(archive),
        year_before=_year_before(archive),
        book=book,
        changes=changes.find(archive, book),
        timelines=columns.timelines(archive),
        topical={topic: _topical(topic, book, settings.page_size) for topic in archive.topics},
        spoken_of={each: _spoken_of(each, archive, told, settings.page_size) for each in archive.organizations},
    )


def ahead(at: Desk, calls: Sequence[Call]) -> Desk:
    """Put calls that changed in the place of what they were; whatever was counted stays as it was."""
    now = {**at.archive.calls, **{call.id: call for call in calls}}
    return replace(
        at,
        archive=replace(at.archive, calls=now, threads=_unquoted(at.archive.threads, {call.id for call in calls})),
        mentions=ByCall(now, turns.mentions),
        parts=ByCall(now, turns.parts),
        exchange_at=ByCall(now, turns.exchanges),
        sayings=ByCall(now, Sayings),
    )


def threaded(at: Desk, call: Call) -> list[Exchange]:
    """List the questions of a call that are asked again."""
    return [each for each in call.exchanges if Asked(call.id, each.number) in at.archive.threads_of]


def ranked(counter: Mapping[str, int]) -> list[tuple[str, int]]:
    """Order a count: the most first, equals by id."""
    return sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))


def _topical(topic: str, book: Book, size: int) -> Found:
    passing = sum(each.passages - each.primary for each in book.counts.get(topic, {}).values())
    thing = (MentionKind.TOPIC, topic)
    return lists.find(addresses.topic(topic), size, book.passages.get(topic, Places()), thing, passing)


def _spoken_of(organization: str, archive: Archive, told: Tallies, size: int) -> Found:
    thing = (MentionKind.ORGANIZATION, organization)
    kept = (
        (call, tuple([turn for turn in turns if turn not in told[call].procedural]))
        for call, turns in archive.passages.get(thing, Places()).runs
    )
    return lists.find(addresses.organization(organization), size, Places(kept), thing)


def _unquoted(threads: Mapping[str, Thread], calls: Container[str]) -> dict[str, Thread]:
    """Take out of threads what stands in some calls, for it may stand elsewhere by now."""
    return {
        thread.id: replace(
            thread,
            versions=tuple(
                replace(each, answer=(), fresh=(), gone=()) if each.asked.call in calls else each
                for each in thread.versions
            ),
        )
        for thread in threads.values()
    }


def says(at: Desk, found: Found, call: str) -> Mapping[int, Saying]:
    """Find what a call says of the thing of a list, by the numbers of its turns."""
    return at.sayings[call, (found.kind, found.target)]


def appearance(call: Call, turn: Turn) -> Appearance | None:
    """Find what the voice of a turn is in its call."""
    return None if turn.voice is None else call.appearances[turn.voice]


def appearance_of(call: Call, speaker: str | None) -> Appearance | None:
    """Find what a person is in a call."""
    return next((each for each in call.appearances if speaker and each.speaker == speaker), None)


def asker(call: Call, exchange: Exchange) -> Appearance | None:
    """Find who asks in an exchange."""
    voice = exchange.asker_voice
    return appearance_of(call, exchange.asker) if voice is None else call.appearances[voice]


def nameless(archive: Archive, seen: Appearance | None) -> bool:
    """Tell whether a voice is known by its part only ("Q", "Unidentified Analyst")."""
    speaker = archive.speakers.get(seen.speaker or "") if seen else None
    return speaker is not None and speaker.anonymous


def words(call: Call, exchange: Exchange) -> str:
    """Take the asker's words that stand for an exchange: the first part of some length, else the whole turn."""
    if exchange.parts:
        telling = (part.text for part in exchange.parts if len(part.text.split()) >= TELLING)
        return next(telling, max((part.text for part in exchange.parts), key=len))
    turns = [call.turn(number) for number in exchange.questions] or [call.turn(exchange.first)]
    return " ".join(paragraph.text for paragraph in turns[0].paragraphs)


def _topics(archive: Archive, told: Tallies) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
    speakers_of: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for call in archive.calls:
        for topic, speaker, times in told[call].speakers:
            speakers_of[topic][speaker] += times
    topics_of: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for topic, spoken in speakers_of.items():
        for speaker in list(spoken):
            if archive.speakers[speaker].anonymous:
                del spoken[speaker]
            else:
                topics_of[speaker][topic] = spoken[speaker]
    return dict(topics_of), {topic: spoken for topic, spoken in speakers_of.items() if spoken}


def _narrower(archive: Archive) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for topic in sorted(archive.topics.values(), key=lambda each: (each.name.casefold(), each.id)):
        found[topic.parent if topic.parent and topic.parent in archive.topics else ""].append(topic.id)
    return {parent: tuple(children) for parent, children in found.items()}


def _remarks(archive: Archive, told: Tallies) -> dict[str, tuple[tuple[str, tuple[int, ...]], ...]]:
    found: defaultdict[str, list[tuple[str, tuple[int, ...]]]] = defaultdict(list)
    for call in archive.calls:
        for speaker, numbers in told[call].remarks.items():
            found[speaker].append((call, numbers))
    return {speaker: tuple(calls) for speaker, calls in found.items()}


def _asked_from(archive: Archive, told: Tallies) -> dict[str, tuple[Asked, ...]]:
    found: dict[str, list[Asked]] = {}
    for call in archive.calls:
        for number, introduced in enumerate(told[call].introduced, start=1):
            if organization := archive.organization_of.get(introduced or ""):
                found.setdefault(organization, []).append(Asked(call, number))
    return {organization: tuple(asked) for organization, asked in found.items()}


def _asked_about(archive: Archive, told: Tallies) -> dict[str, Counter[str]]:
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for call in archive.calls:
        for speaker, topic, questions in told[call].asked:
            found[speaker][topic] += questions
    return dict(found)


def _beside(archive: Archive) -> dict[str, tuple[str | None, str | None]]:
    found: dict[str, tuple[str | None, str | None]] = {}
    for series in archive.series.values():
        around = (None, *series.calls, None)
        for at, call in enumerate(series.calls):
            found[call] = (around[at], around[at + 2])
    return found


def _year_before(archive: Archive) -> dict[str, str]:
    held = {(c.series, c.kind, c.period): c.id for c in archive.calls.values() if c.period}
    wanted = {c.id: (c.series, c.kind, wording.year_earlier(c.period)) for c in archive.calls.values() if c.period}
    return {call: held[place] for call, place in wanted.items() if place in held}
