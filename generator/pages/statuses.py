"""The page that says how statuses are read: what each word means, by which rules, and how the team overrules them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.grammar.refusals import RULES
from generator.grammar.refusals.rule import OURS
from generator.model import AnswerStatus, Archive, Page, Status
from generator.pages import addresses, escape, ledger, listing, wording
from generator.pages.desk import Desk, ranked
from generator.pages.escape import Safe
from generator.pages.listing import Group
from generator.pages.pen import Pen
from generator.pages.press import Sheet

LEAD = (
    Safe("Beside a question stands what became of it. A program read that by fixed rules, from the words alone."),
    Safe("It is a reading of words, never a judgement of what somebody meant, knew or wanted to hide."),
    Safe("There may be good reasons to decline, such as a law, and an answer may be given elsewhere."),
)
MEANING = {
    Status.ANSWERED: "The answer speaks to what was asked, and no words of it say otherwise. Not: that it is right.",
    Status.PARTIAL: "Some of what was asked is answered and some is not, or words say that only a part will be.",
    Status.DECLINED: "Words of the answer say that it will not be given: “we don't break that out”.",
    Status.DEFERRED: "Words of the answer put it off: “too early to say”, “we'll come back to you”.",
    Status.UNADDRESSED: "Nobody says anything to it.",
}
SOURCES = {rule.name: rule.source for rule in RULES}
ABOUT = (
    Safe("The words that made a status are underlined with dots where they were said; point at them to see the rule."),
    Safe("Where nothing can be said with confidence, no status is shown."),
    Safe(
        "Several rules are modelled on the literature: I. D. Gow, D. F. Larcker and A. A. Zakolyukina, “Non-Answers "
        "During Conference Calls”, Journal of Accounting Research, 2021; S. Hollander, M. Pronk and E. Roelofsen, "
        "“Does Silence Speak?”, Journal of Accounting Research, 2010. Their words are our own."
    ),
    Safe("The team may overrule any reading, with a reason and a name. What the rules had read stays beside it."),
)


def pages(at: Desk) -> Iterator[Page]:
    """Print the page."""
    pen = Pen(at, addresses.STATUSES)
    sheet = Sheet(pen.path, "How statuses are read", crumbs=(pen.link("Questions", addresses.QUESTIONS), "Statuses"))
    groups = (
        listing.group("What the words mean", _meaning(pen)),
        listing.group("How sure this is", ABOUT, listing.PLAIN),
        _rules(at.archive),
    )
    yield listing.page(sheet, LEAD, groups)


def _meaning(pen: Pen) -> list[Safe]:
    exchanges = (exchange for call in pen.desk.archive.calls.values() for exchange in call.exchanges)
    found = Counter(status for exchange in exchanges for status in ledger.became(exchange))
    return [
        escape.fill("{} <small>{}</small><br>{}", _name(pen, each, found[each]), _count(found[each]), meaning)
        for each, meaning in MEANING.items()
    ]


def _name(pen: Pen, status: Status, found: int) -> Safe:
    word = ledger.WORDS[status]
    return ledger.filtered(pen, word, status=status) if found else Safe(wording.unbroken(word))


def _count(found: int) -> Safe:
    return Safe(wording.count(found, "question"))


def _rules(archive: Archive) -> Group:
    """List the rules that read something in this archive, and how often the team saw it otherwise."""
    fired: Counter[tuple[str, str]] = Counter()
    overruled: Counter[tuple[str, str]] = Counter()
    for found in _readings(archive):
        read = found.instead_of or found
        rule = (ledger.WORDS[read.status], read.evidence.rule)
        if found.ruling is None or found.instead_of:
            fired[rule] += 1
        overruled[rule] += bool(found.instead_of and found.instead_of.status is not found.status)
    rows = tuple(_row(rule, count, overruled[rule]) for rule, count in _ordered(fired))
    return Group("The rules that read something here", head=("Rule", "Times", "Overruled"), rows=rows, anchor="rules")


def _ordered(fired: Counter[tuple[str, str]]) -> list[tuple[tuple[str, str], int]]:
    named = {f"{status}: {rule}": (status, rule) for status, rule in fired}
    return [(named[name], count) for name, count in ranked({name: fired[pair] for name, pair in named.items()})]


def _row(rule: tuple[str, str], fired: int, overruled: int) -> tuple[Safe, ...]:
    status, name = rule
    source = f", after {SOURCES[name]}" if SOURCES.get(name, OURS) != OURS else ""
    told = escape.fill("{} <small>{}{}</small>", name, Safe(status), source)
    return told, Safe(f"{fired:,}"), Safe(f"{overruled:,}" if overruled else "")


def _readings(archive: Archive) -> Iterator[AnswerStatus]:
    """Yield what was read of every question and of every part of one that has several."""
    for call in archive.calls.values():
        for exchange in call.exchanges:
            parts = exchange.parts if len(exchange.parts) > 1 else ()
            yield from (found for found in (exchange.status, *(part.status for part in parts)) if found)
