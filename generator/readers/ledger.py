"""Checks that no word was lost: each is in some turn, or was set aside under a name. Knows no layout."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator import problems
from generator.problems import Problem
from generator.readers.text import Draft, Text

# "Pro-Kopf", "24" and "don" of "don't": what is left when all marks are taken away
WORD = re.compile(r"[^\W_]+")


def missing(text: Text, draft: Draft) -> tuple[Problem, ...]:
    """Report the words of a file that a reader neither gave to anybody nor set aside."""
    had = _counted(line.text for lines in (text.front, text.lines) for line in lines)
    lost = had - _counted(_kept(draft))
    if not lost:
        return ()
    first = next(iter(lost))
    line = next((one.number for one in text.lines if first in WORD.findall(html.unescape(one.text))), 0)
    said = f"{lost.total()} words are in no turn and were set aside nowhere, the first of them “{first}”"
    return (problems.error(text.path, line, said, "this is a fault of the reader: please report it with the file"),)


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in WORD.findall(html.unescape(text) if "&" in text else text))


def _kept(draft: Draft) -> Iterator[str]:
    """Everything that a draft holds: labels and what they tell, words, headings, what was set aside."""
    for utterance in draft.utterances:
        yield utterance.label or ""
        if utterance.tells:
            yield from filter(None, (utterance.tells.organization, utterance.tells.title, utterance.tells.initials))
        yield from (paragraph.text for paragraph in utterance.paragraphs)
    yield from (heading.text for heading in draft.headings)
    yield from (furniture.text for furniture in draft.furniture)
