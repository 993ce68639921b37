"""Tells how a question was read: its parts, the rules and their words, rulings, and how to disagree.

Knows one question at a time, and no rule.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby

from generator.model import AnswerPassage, Asked, Call, Evidence, Exchange, QuestionPart
from generator.pages import desk, entries, escape, ledger, prose, wording
from generator.pages.escape import Safe
from generator.pages.pen import Pen

KEPT = 60
"""Characters of a question that a ruling quotes, so that it never lands on another one."""
LETTER = '<span class="ca-letter">{}</span> {}<br><small>{}</small>'


def part(pen: Pen, asked: Asked, found: QuestionPart) -> Safe:
    """Write a part: its letter and words, what became of it, and where it is answered."""
    letter = pen.link(prose.lettered(found), pen.path, prose.part_anchor(found))
    told = ledger.quoted(pen, asked, found.status)
    where = passages(pen, pen.found(asked.call), found.answered_in)
    return escape.fill(LETTER, letter, found.text, entries.dotted([told, where]))


def passages(pen: Pen, call: Call, found: tuple[AnswerPassage, ...]) -> Safe:
    """Write `answer: Wen Zhao, paragraphs 1, 2, and later`, each a link to the words on the same page."""
    told, before = [], ""
    for turn, several in groupby(found, key=lambda each: each.turn):
        name, numbers = _name(call, turn), [each.paragraph for each in several]
        shown = name if name != before else "and later"
        before = name
        if len(numbers) == 1:
            told.append(_words(pen, shown, turn, numbers[0]))
        else:
            links = escape.join(", ", [_words(pen, str(number), turn, number) for number in numbers])
            told.append(escape.fill("{}, paragraphs {}", shown, links))
    return escape.fill("answer: {}", escape.join(", ", told)) if told else Safe("")


def _words(pen: Pen, text: str, turn: int, paragraph: int) -> Safe:
    return pen.link(text, pen.path, f"t{turn}p{paragraph}")


def _name(call: Call, number: int) -> str:
    seen = desk.appearance(call, call.turn(number))
    return seen.name if seen else wording.NOBODY


def lines(pen: Pen, asked: Asked) -> Iterator[Safe]:
    """Yield what was read of a question, rule by rule: who asks, each part, what became of it, and rulings."""
    exchange = pen.exchange(asked)
    for found in exchange.evidence:
        yield escape.fill("{}", wording.evidence(found))
    for each in exchange.parts:
        yield from _of_part(pen, exchange, each)
    if exchange.status:
        whole = len(exchange.parts) > 1 or not any(each.status for each in exchange.parts)
        yield from ledger.account("The question as a whole", exchange.status) if whole else ()
    if exchange.status or any(each.status for each in exchange.parts):
        yield ledger.sentence(pen)


def _of_part(pen: Pen, exchange: Exchange, found: QuestionPart) -> Iterator[Safe]:
    several = len(exchange.parts) > 1
    name = f"Part ({prose.letter(found)})" if several else "The question"
    yield escape.fill("{}: {}", name, wording.evidence(found.evidence))
    for (turn, rule, words), same in groupby(found.answered_in if several else (), key=_answered):
        answers = list(same)
        links = escape.join(", ", [_words(pen, str(each.paragraph), turn, each.paragraph) for each in answers])
        lines = list(dict.fromkeys(f"{each.evidence.line}" for each in answers if each.evidence.line))
        place = f"paragraph{'s' if len(answers) > 1 else ''}"
        how = wording.evidence(Evidence(f"{rule}{_lines(lines)}", 0, words))
        yield escape.fill("{}, answered in turn {}, {} {}: {}", name, turn, Safe(place), links, how)
    if found.status:
        yield from ledger.account(name, found.status)


def _answered(found: AnswerPassage) -> tuple[int, str, str]:
    return found.turn, found.evidence.rule, found.evidence.words


def _lines(lines: list[str]) -> str:
    return f", line{'s' if len(lines) > 1 else ''} {', '.join(lines)}" if lines else ""


def ruling(pen: Pen, asked: Asked) -> Safe:
    """Write what one puts into rulings.yml to overrule this reading, ready to copy."""
    exchange = pen.exchange(asked)
    words = exchange.parts[0].text if exchange.parts else ""
    choice = ", ".join(each.value for each in ledger.WORDS)
    lettered = f" # or {exchange.parts[0].id} … {exchange.parts[-1].id} for one part" if len(exchange.parts) > 1 else ""
    rows = (
        ("call", f"{asked.call}"),
        ("question", f"{exchange.id}{lettered}"),
        ("status", f"… # one of {choice}"),
        ("reason", "… # why the words mean that"),
        ("by", "… # your name"),
        ("date", "… # the day, as 2024-12-31"),
        ("words", json.dumps(_kept(words), ensure_ascii=False)),
    )
    written = [escape.fill("{}{}: {}", Safe("  - " if not n else "    "), *row) for n, row in enumerate(rows) if row[1]]
    return escape.join("\n", [Safe("rulings:"), *written])


def _kept(text: str) -> str:
    """Take the first words of a question, whole and just as they stand, for they must occur in it."""
    folded = escape.fold(text).strip()
    if len(folded) <= KEPT:
        return folded
    return folded[:KEPT].rpartition(" ")[0] or folded[:KEPT]
