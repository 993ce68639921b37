"""Archives of a few words for tests of figures: who asks, who answers, and what of it speaks of which topic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator import link
from generator.figures import weighing
from generator.model import (
    Archive,
    Call,
    Evidence,
    Exchange,
    Identity,
    Mention,
    MentionKind,
    Paragraph,
    Roster,
    SectionKind,
    Source,
    Speaker,
    Topic,
    Turn,
    Vocabulary,
)

RULE = Evidence("a test says so")
TOPICS = {word: Topic(word, word.capitalize()) for word in ("ferries", "harbours", "winters", "lanterns")}
ROSTER = Roster({each: Speaker(each, each.capitalize()) for each in ("ada", "boris")}, {}, {}, {})
FILLER = "We are glad to be here with all of you, and there is a great deal more to come of it before the year ends. "


def call(
    key: str, date: str | None, said: Iterable[str], kind: str = "earnings_call", series: str = "northern"
) -> Call:
    """Make a call of lines: `Q: …` asks, `A: …` answers, `O: …` runs the call, anything else is a remark.

    Each `Q:` opens an exchange.
    """
    lines = [line.partition(": ") if line[:3] in ("Q: ", "A: ", "O: ") else ("", "", line) for line in said]
    turns = tuple(_turn(number, kind, text) for number, (kind, _, text) in enumerate(lines, 1))
    name = f"{series}/{key}"
    source = Source(f"{name}.txt", "", 0)
    exchanges = tuple(_exchanges([kind for kind, _, _ in lines]))
    mentions = tuple(each for turn in turns for each in _mentions(name, turn))
    rest = ((), (), turns, exchanges, (), (), mentions)
    made = Call(name, series, key, name, date, None, None, kind, source, "", "", *rest)
    return replace(made, about=weighing.subjects(made))


def archive(*calls: Call) -> Archive:
    """Link calls."""
    identities = {each.source.path: _identity(each) for each in calls}
    outlined = [(call, link.outline(call)) for call in calls]
    return link.link(outlined, identities, ROSTER, Vocabulary(topics=tuple(TOPICS.values())))


def _identity(of: Call) -> Identity:
    return Identity(of.id, of.series, of.key, of.series.capitalize(), of.title, of.date, None, None, of.kind)


def _turn(number: int, kind: str, text: str) -> Turn:
    speaker = {"Q": "boris", "O": None}.get(kind, "ada")
    section = SectionKind.QA if kind else SectionKind.REMARKS
    paragraphs = tuple(Paragraph(each, number) for each in text.split(" / "))
    return Turn(number, None, speaker, speaker, section, paragraphs, number, RULE, kind == "O")


def _exchanges(kinds: list[str]) -> Iterable[Exchange]:
    starts = [number for number, kind in enumerate(kinds, 1) if kind == "Q"]
    for count, first in enumerate(starts, 1):
        last = next((n - 1 for n in range(first + 1, len(kinds) + 1) if kinds[n - 1] != "A"), len(kinds))
        answers = tuple(range(first + 1, last + 1))
        yield Exchange(count, first, last, None, "boris", None, None, (), (first,), answers, ("ada",), (), (RULE,))


def _mentions(name: str, turn: Turn) -> Iterable[Mention]:
    for number, paragraph in enumerate(turn.paragraphs, 1):
        places = [(paragraph.text.lower().find(word, at), word) for word in TOPICS for at in range(len(paragraph.text))]
        for start, word in sorted({place for place in places if place[0] >= 0}):
            yield Mention(name, turn.number, number, start, start + len(word), MentionKind.TOPIC, word, "by name")
