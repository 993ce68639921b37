"""Makes calls of any shape for tests of figures: who says how many words, in which order."""

from __future__ import annotations

from dataclasses import replace

from generator.figures import weighing
from generator.model import Appearance, Call, Evidence, Exchange, Mention, Paragraph, Role, SectionKind, Source, Turn

RULE = Evidence("invented")
LETTERS = {"e": Role.EXECUTIVE, "a": Role.SELL_SIDE_ANALYST, "o": Role.OPERATOR, "m": Role.MEMBER}
Said = tuple[str, int] | tuple[str, int, float]
"""Who ("e1" is an executive, "a2" an analyst, "o1" the operator, "m3" a member, "?" nobody), how many words, when."""


def call(
    *said: Said,
    exchanges: tuple[Exchange, ...] = (),
    mentions: tuple[Mention, ...] = (),
    name: str = "ferry/one",
    sections: tuple[SectionKind, ...] = (),
) -> Call:
    """Make a call of turns."""
    voices = list(dict.fromkeys(each[0] for each in said if each[0] != "?"))
    cast = tuple(Appearance(each, each.upper(), None, None, LETTERS[each[0]], (each,), ()) for each in voices)
    turns = tuple(
        Turn(
            number=number,
            voice=voices.index(each[0]) if each[0] != "?" else None,
            speaker=each[0] if each[0] != "?" else None,
            label=each[0],
            section=sections[number - 1] if sections else SectionKind.QA,
            paragraphs=(Paragraph(" ".join(["word"] * each[1]), number),),
            line=number,
            evidence=RULE,
            procedural=each[0].startswith("o"),
            start=each[2] if len(each) > 2 else None,
        )
        for number, each in enumerate(said, 1)
    )
    series, _, key = name.partition("/")
    source = Source(name, "", 0)
    told = (name, series, key, name, None, None, None, "call", source, "", "", ())
    made = Call(*told, cast, turns, exchanges, (), (), mentions)
    return replace(made, about=weighing.subjects(made))


def exchange(
    number: int, first: int, last: int, asker: int, questions: tuple[int, ...], answers: tuple[int, ...]
) -> Exchange:
    """Make an exchange of those turns; the asker is an index of a voice."""
    return Exchange(number, first, last, None, None, asker, None, (), questions, answers, (), (), ())
