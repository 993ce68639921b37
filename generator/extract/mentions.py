"""Finds what is spoken of in a call: topics, organisations, people. Must not know where the forms come from."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from operator import itemgetter

from generator import lexicon as lexicons
from generator.extract import safe_harbor
from generator.extract.context import Context
from generator.lexicon import doubt, folding, people, search, spans, words
from generator.lexicon.terms import Care
from generator.model import Call, Mention, MentionKind, Roster, Turn

# a word that begins small: "mark", "visa"
SMALL = re.compile(r"(?<![^\W_])[^\W\d_A-Z][^\W\d_]*")


def extract(call: Call, context: Context) -> Call:
    """Add what is spoken of."""
    return replace(call, mentions=mentions(call, context.lexicon, context.roster))


def mentions(call: Call, lexicon: lexicons.Lexicon, roster: Roster) -> tuple[Mention, ...]:
    """List what the turns of a call speak of, in order of place; turns that only run the call speak of nothing."""
    listener = _Listener(call, (lexicons.searcher(lexicon), search.searcher(people.of_call(call, roster))))
    return tuple(m for turn in call.turns if not turn.procedural for m in listener.hear(turn))


@dataclass(frozen=True)
class _Listener:
    """What is needed to hear a call's turns: its searchers, and its ordinary words, looked up when first needed."""

    call: Call
    searchers: tuple[search.Searcher, ...]

    @cached_property
    def ordinary(self) -> Container[str]:
        """Words that occur in the call in small letters, folded: in it they are no names at a sentence's start."""
        printed = set(" ".join(p.text for turn in self.call.turns for p in turn.paragraphs).split())
        small = [word for word in set(SMALL.findall(" ".join(printed))) if word[0].islower()]
        return frozenset(folding.fold(" ".join(small)).split())

    def hear(self, turn: Turn) -> Iterator[Mention]:
        """Yield the mentions of a turn; nobody is mentioned by naming himself."""
        for number, paragraph in enumerate(turn.paragraphs, 1):
            for one in _apart(self._found(paragraph.text, (turn.number, number))):
                if one.term.kind is not MentionKind.SPEAKER or one.term.target != turn.speaker:
                    term = one.term
                    place = (self.call.id, turn.number, number, one.start, one.end)
                    yield Mention(*place, term.kind, term.target, term.rule)

    @cached_property
    def guarded(self) -> Container[tuple[int, int]]:
        """(turn, paragraph) of those that may hold safe-harbour boilerplate, found in one look at all of them."""
        every = [(turn.number, n, p.text) for turn in self.call.turns for n, p in enumerate(turn.paragraphs, 1)]
        near = safe_harbor.BEGINS.standing(text for _, _, text in every)
        return frozenset(every[number][:2] for number in near)

    def _found(self, text: str, place: tuple[int, int]) -> Iterator[search.Found]:
        """Yield what stands in a paragraph and can be believed to be meant."""
        blanked = folding.blank(text)
        harbor: tuple[spans.Span, ...] | None = None
        for found in [one for searcher in self.searchers for one in searcher.find(text, blanked)]:
            if found.term.kind is MentionKind.TOPIC:
                if harbor is None:
                    harbor = safe_harbor.spans(text) if place in self.guarded else ()
                if not _shouted(found, text) and not (harbor and spans.holds(harbor, found.start)):
                    yield found
            elif named := self._named(found, text):
                yield named

    def _named(self, found: search.Found, text: str) -> search.Found | None:
        """What a capitalised form names, with the form of address before it; None where it is doubtful."""
        start = doubt.addressed(text, found.start) if found.term.care >= Care.NAME else found.start
        if start < found.start and not doubt.goes_on(text, found.end):
            return search.Found(start, found.end, replace(found.term, rule="form of address and name in this call"))
        care = Care.ADDRESS if start < found.start else found.term.care
        return None if doubt.doubtful(care, text, found.start, found.end, self.ordinary) else found


def _shouted(found: search.Found, text: str) -> bool:
    """Whether an acronym may be an ordinary word there, because all of the text is in capitals: "IT" in "GIVE IT"."""
    return bool(found.term.capitals) and found.term.text in words.ORDINARY and doubt.shouted(text, found.start)


def _apart(found: Iterable[search.Found]) -> list[search.Found]:
    """Keep what does not overlap, the longest first, in order of place."""
    ordered = sorted(found, key=_start)
    if len(ordered) < 2 or all(one.end <= other.start for one, other in pairwise(ordered)):
        return ordered
    claimed: list[spans.Span] = []
    kept = [one for one in sorted(ordered, key=_weight) if spans.claim(claimed, one.start, one.end)]
    return sorted(kept, key=_start)


_start = itemgetter(0)


def _weight(found: search.Found) -> tuple[int, int, int, str]:
    """Sort key: the longest; of forms over the same words a full name, an organisation, one name, a topic."""
    term = found.term
    named = 0 if term.kind is MentionKind.SPEAKER else 1 if term.kind is MentionKind.ORGANIZATION else 3
    rank = 2 if term.care >= Care.NAME else named
    return found.start - found.end, rank, found.start, term.target
