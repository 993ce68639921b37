"""Checks that no word was lost: each is in some turn, or was set aside under a name. Knows no layout.

Counting every word of a file twice costs more than reading it. So what a draft holds is first crossed out of the lines
that it comes from, character by character, and words are counted only in what is left of both.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator import problems
from generator.problems import Problem
from generator.readers.text import Draft, Text, fold

# "Pro-Kopf", "24" and "don" of "don't": what is left when all marks are taken away
WORD = re.compile(r"[^\W_]+")
SLACK = 100
"""Words of a line that has so many characters more than twice theirs are counted and not crossed out."""

FEW = 40
"""Characters of a line behind which words may go on in several others that are looked at at once."""

NEAR = 30
"""Characters by which the beginning of words is found in a line."""

Kept = tuple[int, str]
"""Words that a draft holds, and the line where they begin."""


def missing(text: Text, draft: Draft) -> tuple[Problem, ...]:
    """Report the words of a file that a reader neither gave to anybody nor set aside."""
    left, over = _crossed(text, draft)
    if not _counted(left) - _counted(over):
        return ()
    had = _counted(line.text for lines in (text.front, text.lines) for line in lines)
    lost = had - _counted(words for _, words in _kept(draft))
    first = next(iter(lost))
    line = next((one.number for one in text.lines if first in WORD.findall(html.unescape(one.text))), 0)
    said = f"{lost.total()} words are in no turn and were set aside nowhere, the first of them “{first}”"
    return (problems.error(text.path, line, said, "this is a fault of the reader: please report it with the file"),)


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in WORD.findall(html.unescape(text) if "&" in text else text))


def _kept(draft: Draft) -> Iterator[Kept]:
    """Everything that a draft holds: words, labels and what they tell, headings, what was set aside."""
    for utterance in draft.utterances:
        for paragraph in utterance.paragraphs:
            yield paragraph.line, paragraph.text
        if utterance.label:
            yield utterance.line, utterance.label
        if utterance.tells:
            told = (utterance.tells.organization, utterance.tells.title, utterance.tells.initials)
            yield from ((utterance.line, words) for words in told if words)
    yield from ((heading.line, heading.text) for heading in draft.headings)
    yield from ((furniture.line, furniture.text) for furniture in draft.furniture)


def _crossed(text: Text, draft: Draft) -> tuple[list[str], list[str]]:
    """Cross what a draft holds out of the lines of a file: what is left of the lines, and what was found in none."""
    rest: dict[int, str] = {}
    twice: list[str] = []
    for lines in (text.front, text.lines):
        for line in lines:
            if line.number in rest:
                twice.append(line.text)
            elif not line.blank:
                rest[line.number] = line.text
    over = [words for line, kept in _kept(draft) if (words := _cross(rest, line, kept))]
    return [*rest.values(), *twice], over


def _cross(rest: dict[int, str], line: int, words: str) -> str:
    """Cross words out of a line and, as long as they are whole lines, of those after it; give what is left of them."""
    first = rest.get(line, "")
    if first == words:  # as mostly: a paragraph on a line
        rest[line] = ""
        return ""
    if FEW < len(first) < len(words) and _wrapped(rest, line, words):
        return ""
    at = 0
    while at < len(words):
        had = _folded(rest.get(line, ""), words)
        if not had:
            return words[at:]
        size = len(words) - at
        if size <= len(had) and had.endswith(words[at:]) and _parts(had, len(had) - size):
            rest[line] = had[: len(had) - size].rstrip()
            return ""
        begin = 0 if at else max(0, had.find(words[:NEAR]))  # a label may stand before words that go on
        end = at + len(had) - begin
        whole = words.startswith(had[begin:], at) and words[end : end + 1].isspace() and _parts(had, begin)
        if not whole or "&" in had:
            return words[at:]
        at = end + 1
        rest[line] = had[:begin].rstrip()
        line += 1
    return ""


def _wrapped(rest: dict[int, str], line: int, words: str) -> bool:
    """Cross out words that are all of several lines, or all but a label before them; tell whether they were."""
    had = rest[line]
    taken, size = [had], len(had)
    while size < len(words) and had:
        had = rest.get(line + len(taken), "")
        taken.append(had)
        size += len(had) + 1
    whole = fold(" ".join(taken))
    begin = len(whole) - len(words)
    if not had or not whole.endswith(words) or not _parts(whole, begin) or begin > len(fold(taken[0])):
        return False
    rest[line] = whole[:begin].rstrip()
    for n in range(1, len(taken)):
        rest[line + n] = ""
    return True


def _folded(had: str, words: str) -> str:
    """Fold what is left of a line; empty where words are so few of it that looking for them is dearer than counting."""
    if len(had) > 2 * len(words) + SLACK:
        return ""
    return had if had.endswith(words) or "&" in had else fold(had)


def _parts(words: str, at: int) -> bool:
    """Tell whether no word and no entity (`&amp;`) lies across a place."""
    return not at or ("&" not in words and not (words[at - 1].isalnum() and words[at].isalnum()))
