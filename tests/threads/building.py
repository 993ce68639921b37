"""Makes archives out of questions alone: who asks what in which call, and what is answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.grammar import asking
from generator.model import (
    Appearance,
    Archive,
    Asked,
    Call,
    Evidence,
    Exchange,
    Mention,
    MentionKind,
    Paragraph,
    QuestionPart,
    Role,
    SectionKind,
    Series,
    Source,
    Speaker,
    Topic,
    Turn,
)

HOW = Evidence("written by hand")


@dataclass(frozen=True, slots=True)
class Question:
    """One exchange."""

    text: str
    asker: str = "mei-tan"
    answer: tuple[str, ...] = ("It is as it was.",)
    topics: tuple[tuple[str, str], ...] = ()
    """(words of the text, topic id)."""


def archive(calls: dict[str, list[Question]], topics: Iterable[Topic] = ()) -> Archive:
    """Make an archive of calls; the part of an id before the slash is the series, the other is the date."""
    made = {name: _call(name, questions) for name, questions in calls.items()}
    people = {q.asker for questions in calls.values() for q in questions}
    series: dict[str, list[str]] = {}
    for name in sorted(calls):
        series.setdefault(name.split("/")[0], []).append(name)
    return Archive(
        calls=dict(sorted(made.items(), key=lambda pair: pair[1].date or "", reverse=True)),
        series={each: Series(each, each.title(), tuple(names)) for each, names in series.items()},
        speakers={one: Speaker(one, one.replace("-", " ").title()) for one in sorted({*people, "wen-zhao"})},
        organizations={},
        topics={topic.id: topic for topic in topics},
        organization_of={},
        passages={},
        asked_by={},
        answered_by={},
        spoke_in={},
        people_of={},
        calls_of={},
        periods={},
        question_keys={(c.id, x.number): f"{x.asker}-{x.number}" for c in made.values() for x in c.exchanges},
    )


def asked(call: str, number: int = 1) -> Asked:
    """Name a question."""
    return Asked(call, number)


def together(found: Archive, one: Asked, two: Asked) -> bool:
    """Whether two questions are in one thread."""
    return bool(set(found.threads_of.get(one, ())) & set(found.threads_of.get(two, ())))


def _call(name: str, questions: list[Question]) -> Call:
    turns: list[Turn] = []
    exchanges, mentions = [], []
    voices = sorted({q.asker for q in questions})
    for number, question in enumerate(questions, start=1):
        first = len(turns) + 1
        turns.append(_turn(first, question.asker, voices.index(question.asker), (question.text,)))
        if question.answer:
            turns.append(_turn(first + 1, "wen-zhao", len(voices), question.answer))
        exchanges.append(_exchange(number, first, question, voices))
        mentions += list(_mentions(name, first, question))
    series, day = name.split("/")
    seen = [Appearance(v, v.replace("-", " ").title(), None, None, Role.UNKNOWN, (), ()) for v in (*voices, "wen-zhao")]
    return Call(
        *(name, series, day, name, day, None, None, "call", Source(f"{name}.txt", "", 0), "", "", ()),
        *(tuple(seen), tuple(turns), tuple(exchanges), (), (), tuple(mentions)),
    )


def _turn(number: int, speaker: str, voice: int, texts: tuple[str, ...]) -> Turn:
    paragraphs = tuple(Paragraph(text, number) for text in texts)
    return Turn(number, voice, speaker, speaker, SectionKind.QA, paragraphs, number, HOW)


def _exchange(number: int, first: int, question: Question, voices: list[str]) -> Exchange:
    parts = tuple(
        QuestionPart(f"x{number}{chr(97 + at)}", first, 1, p.start, p.end, question.text[p.start : p.end], HOW)
        for at, p in enumerate(asking.parts(question.text))
    )
    answers = (first + 1,) if question.answer else ()
    return Exchange(
        *(number, first, first + len(answers), None, question.asker, voices.index(question.asker), None, ()),
        *((first,), answers, ("wen-zhao",) if answers else (), parts, (HOW,), f"{question.asker}-{number}"),
    )


def _mentions(name: str, turn: int, question: Question) -> Iterator[Mention]:
    for words, topic in question.topics:
        at = question.text.index(words)
        yield Mention(name, turn, 1, at, at + len(words), MentionKind.TOPIC, topic, "by hand")
