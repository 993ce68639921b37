"""Writes what became of a question: one way for every page, always as a reading by rules that shows its words.

Knows no kind of page and no rule; never says what anybody meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from generator.model import AnswerStatus, Asked, Call, Exchange, QuestionPart, Span, Status, Turn
from generator.pages import addresses, escape, prose, wording
from generator.pages.escape import Safe
from generator.pages.pen import Pen
from generator.pages.prose import Marking

WORDS = {
    Status.ANSWERED: "answered",
    Status.PARTIAL: "partly answered",
    Status.DECLINED: "declined",
    Status.DEFERRED: "deferred",
    Status.UNADDRESSED: "unaddressed",
}
"""What a reader reads, in the order in which statuses are listed."""
UNBROKEN = {status: Safe(wording.unbroken(word)) for status, word in WORDS.items()}
SATISFIED = frozenset({Status.ANSWERED, Status.PARTIAL})
"""After which it makes sense to say who answered."""
OPEN = (Status.DECLINED, Status.DEFERRED, Status.UNADDRESSED)
"""What leaves a question unanswered."""
LONGEST = 240
"""Characters of a sentence that is quoted."""
DOT = f"{wording.UNBROKEN}· "
STATUS = '<span class="ca-status ca-{}" title="{}">{}</span>'


def question(pen: Pen, asked: Asked) -> Safe:
    """Write what became of a question as a whole, and of parts that were left open; nothing where nothing is known."""
    exchange = pen.exchange(asked)
    whole = [status(pen, asked, exchange.status)] if exchange.status else []
    return escape.join(", ", [*whole, *_parts_left(pen, asked, exchange)])


def _parts_left(pen: Pen, asked: Asked, exchange: Exchange) -> Iterator[Safe]:
    """Write `a part declined` for each thing that the whole question was not."""
    for which, parts in left(exchange).items():
        if parts and (exchange.status is None or exchange.status.status is not which):
            yield escape.fill("a part {}", status(pen, asked, parts[0].status))


def status(pen: Pen, asked: Asked, found: AnswerStatus | None) -> Safe:
    """Write a status as a word, with the reading on hover and a link to the words that say so."""
    if found is None:
        return Safe("")
    word = UNBROKEN[found.status]
    shown = pen.link(word, *place(pen, asked, found.at)) if found.at and found.status is not Status.ANSWERED else word
    ruled = escape.fill(", as ruled by {}", found.ruling.by).text if found.ruling else ""
    return Safe(STATUS.format(found.status.value, escape.attribute(how(found)).text, shown.text) + ruled)


def how(found: AnswerStatus) -> str:
    """Say in one line how a status was read, and by whom it was ruled."""
    if found.ruling is None:
        return f"As read by rule {wording.evidence(found.evidence)}"
    return f"{ruled(found).rstrip('.')}; {before(found)}"


def ruled(found: AnswerStatus) -> str:
    """Say who ruled so, when, where and why."""
    ruling = found.ruling
    if ruling is None:
        return ""
    day = f" on {wording.date(ruling.date)}" if ruling.date else ""
    line = f" (rulings.yml, line {ruling.line})" if ruling.line else ""
    return f"Ruled {WORDS[found.status]} by {ruling.by}{day}{line}: {ruling.reason}"


def before(found: AnswerStatus) -> str:
    """Say what the rules had read before a ruling."""
    if found.instead_of is None:
        return "the rules had said nothing"
    earlier = found.instead_of
    return f"the rules had said {WORDS[earlier.status]}, by {wording.evidence(earlier.evidence)}"


def place(pen: Pen, asked: Asked, span: Span) -> tuple[str, str]:
    """Find where words of an exchange are shown: on the call's own page if that is written, else on the question's."""
    call, anchor = addresses.call(asked.call), f"t{span.turn}p{span.paragraph}"
    return (call, anchor) if pen.path == call else pen.question_place(asked, anchor)


def summary(pen: Pen, call: Call) -> Safe:
    """Write `7 answered · 1 deferred · 2 parts declined`, each a link to those questions, and that rules read it so."""
    whole = Counter(each.status.status for each in call.exchanges if each.status)
    parts = Counter(status for each in call.exchanges for status in _open_parts(each))
    counted = [(each, f"{whole[each]:,} {word}") for each, word in WORDS.items() if whole[each]]
    counted += [(each, f"{wording.count(parts[each], 'part')} {WORDS[each]}") for each in OPEN if parts[each]]
    links = [filtered(pen, text, call=call.id, status=each) for each, text in counted]
    return escape.join(DOT, [*links, rules(pen)]) if links else Safe("")


def left(exchange: Exchange) -> dict[Status, tuple[QuestionPart, ...]]:
    """Say as what a question was left open, whole or in part, and which of its parts; none where it was not."""
    found: dict[Status, tuple[QuestionPart, ...]] = {}
    for status in OPEN:
        parts = tuple(each for each in exchange.parts if each.status and each.status.status is status)
        if parts or (exchange.status and exchange.status.status is status):
            found[status] = parts
    return found


def became(exchange: Exchange) -> frozenset[Status]:
    """Say under which statuses a question is found: its own, and those of parts that were left open."""
    return frozenset([exchange.status.status] if exchange.status else []) | left(exchange).keys()


def _open_parts(exchange: Exchange) -> Iterator[Status]:
    """Yield what each part was left as, but for what the whole question is anyway."""
    for status, parts in left(exchange).items():
        if exchange.status is None or exchange.status.status is not status:
            yield from (status for _ in parts)


def filtered(pen: Pen, text: str, **choices: str | Iterable[str]) -> Safe:
    """Write a link to the table of questions with filters set: `status`, `series`, `call`, `asker` and so on."""
    pairs = [(name, value) for name, told in choices.items() for value in ((told,) if isinstance(told, str) else told)]
    query = "&".join(f"{name}={quote(value, safe='/')}" for name, value in pairs)
    path = addresses.relative(pen.path, addresses.QUESTIONS)
    return escape.fill("[{}]({}?{})", wording.unbroken(text), Safe(path), Safe(query))


def rules(pen: Pen) -> Safe:
    """Write the link that says by what statuses are read."""
    return pen.link("as read by rules", addresses.STATUSES)


def sentence(pen: Pen) -> Safe:
    """Write the sentence that every page with statuses has."""
    more = pen.link("how statuses are read", addresses.STATUSES)
    return escape.fill("Statuses are what rules read in the words, never a judgement of intent: {}.", more)


def answers(pen: Pen, call: Call, turn: Turn) -> Safe:
    """Write `answers (a) (b)` for a turn, each part a link to its words; nothing for a question of one part."""
    exchange = pen.desk.exchange_at.get((call.id, turn.number))
    if exchange is None or len(exchange.parts) < 2 or turn.number not in exchange.answers:
        return Safe("")
    found = [part for part in exchange.parts if any(each.turn == turn.number for each in part.answered_in)]
    return escape.fill("answers {}", letters(found)) if found else Safe("")


def speaks(exchange: Exchange) -> dict[tuple[int, int], Safe]:
    """Write `speaks to (a) (b)` for paragraphs of answers, by turn and number; none where a question has one part."""
    found: dict[tuple[int, int], dict[str, QuestionPart]] = {}
    for part in exchange.parts if len(exchange.parts) > 1 else ():
        for each in part.answered_in:
            found.setdefault((each.turn, each.paragraph), {})[part.id] = part
    return {place: escape.fill("speaks to {}", letters(parts.values())) for place, parts in found.items()}


def quoted(pen: Pen, asked: Asked, found: AnswerStatus | None) -> Safe:
    """Write a status and the sentence that says so; of a ruling the reason: `declined: “We don't break that out.”`."""
    if found is None or (found.status is Status.ANSWERED and found.ruling is None):
        return status(pen, asked, found)
    told = escape.fill("{}", found.ruling.reason) if found.ruling else said(pen.found(asked.call), found)
    return escape.fill("{}: {}", status(pen, asked, found), told) if told else status(pen, asked, found)


def said(call: Call, found: AnswerStatus) -> Safe:
    """Write the sentence that made a status, the words themselves marked; nothing where it was a lack of words."""
    if found.at is None:
        return escape.fill("“{}”", wording.cut(found.evidence.words, LONGEST)) if found.evidence.words else Safe("")
    text = call.turn(found.at.turn).paragraphs[found.at.paragraph - 1].text
    first, last = wording.sentence(text, found.at.start, found.at.end, LONGEST)
    pieces = (text[first : found.at.start], text[found.at.start : found.at.end], text[found.at.end : last].rstrip())
    return escape.fill("“{}<mark>{}</mark>{}”", *pieces)


def verdict(pen: Pen, asked: Asked) -> Safe:
    """Write what became of a question and the words that say so, with the counts of its parts if they differ."""
    exchange = pen.exchange(asked)
    if exchange.status is None:
        return Safe("")
    found = Counter(each.status.status for each in exchange.parts if each.status)
    mixed = [
        Safe(f"{found[each]} of {len(exchange.parts)} parts {word}") for each, word in WORDS.items() if found[each]
    ]
    rest = mixed if len(mixed) > 1 else []
    return escape.join(DOT, [quoted(pen, asked, exchange.status), *rest, rules(pen)])


def account(name: str, found: AnswerStatus) -> Iterator[Safe]:
    """Yield the full account of a status: the rule, its line and words; of a ruling also what the rules said."""
    if found.ruling is None:
        yield escape.fill("{}: {}, {}", name, Safe(WORDS[found.status]), wording.evidence(found.evidence))
        return
    yield escape.fill("{}: {}", name, ruled(found))
    yield escape.fill("{}: {}", name, before(found))


def letters(parts: Iterable[QuestionPart]) -> Safe:
    """Write `(a) (b)`, each a link to the words of that part on the same page."""
    return Safe(" ".join([f"[({prose.letter(each)})](#{prose.part_anchor(each)})" for each in parts]))


def marks(pen: Pen, call: Call, turn: Turn) -> Iterator[Marking]:
    """Yield the marks around words that made a status: paragraph, offset, and what opens or closes there."""
    exchange = pen.desk.exchange_at.get((call.id, turn.number))
    readings: dict[Span, list[str]] = {}
    for name, found in _statuses(exchange) if exchange else ():
        if found.at and found.at.turn == turn.number and found.at.start < found.at.end:
            readings.setdefault(found.at, []).append(f"{name}{how(found)}")
    taken: list[Span] = []
    for span in sorted(readings, key=lambda each: (each.paragraph, each.start, -each.end)):
        if not any(_overlap(span, each) for each in taken):
            taken.append(span)
            yield from _marked(turn, span, "; ".join(readings[span]))


def _marked(turn: Turn, span: Span, title: str) -> Iterator[Marking]:
    opened = escape.fill('<span class="ca-said" title="{}">', escape.attribute(title))
    yield span.paragraph, span.start, opened
    yield span.paragraph, min(span.end, len(turn.paragraphs[span.paragraph - 1].text)), Safe("</span>")


def _statuses(exchange: Exchange) -> Iterator[tuple[str, AnswerStatus]]:
    """Yield what was read of each part, else of the whole, with a name before it."""
    parts = [(part, part.status) for part in exchange.parts if part.status]
    for part, found in parts:
        yield (f"({prose.letter(part)}) " if len(exchange.parts) > 1 else ""), found
    if exchange.status and not any(found.at == exchange.status.at for _, found in parts):
        yield "", exchange.status


def _overlap(one: Span, other: Span) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end
