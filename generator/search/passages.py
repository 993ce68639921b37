"""Call → records: one a passage, each word once, what only runs the call not at all. Must not know any engine.

A passage is an exchange, or a turn outside of one; a long one is parted at paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import Appearance, Call, Exchange, MentionKind, SectionKind, Turn
from generator.search import groups, languages, wording
from generator.search.addresses import Addresses
from generator.search.names import Names
from generator.search.record import PASSAGE, Facets, Place, Record

REMARKS_WORDS = 400
"""Words of one record of a long turn."""
EXCHANGE_WORDS = 1_500
"""Words above which an exchange is parted: a talk with one asker may last for hours."""


Topics = dict[tuple[int, int], set[str]]
"""(turn, paragraph) → ids of topics."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph with the turn that it stands in."""

    turn: Turn
    number: int
    """Of the paragraph, from 1."""
    text: str
    """White space folded."""
    words: int
    """How many words it has, parted by white space."""

    @property
    def anchor(self) -> str:
        """`t12` for the first paragraph of a turn, `t12p3` for another."""
        return self.turn.id if self.number == 1 else f"{self.turn.id}p{self.number}"


@dataclass(frozen=True, slots=True)
class Passage:
    """What is to be found together."""

    anchor: str
    title: str
    turns: Sequence[Turn]
    longest: int
    exchange: Exchange | None = None


def records(call: Call, names: Names, addresses: Addresses) -> list[Record]:
    """Make the records of a call, in its order; the same call and names make the same records."""
    topics = _topics(call, names)
    return [
        _record(call, names, addresses, passage, language, pieces, topics)
        for passage in _passages(call, names)
        for language, said in _by_language(call, _pieces(passage.turns)).items()
        for pieces in groups.part(said, lambda piece: piece.words, passage.longest)
    ]


def _passages(call: Call, names: Names) -> Iterator[Passage]:
    """Yield exchanges, and turns outside of them, in the order of the call; no turn twice."""
    begins = {exchange.first: exchange for exchange in reversed(call.exchanges)}
    done = 0
    for turn in call.turns:
        if turn.number <= done:
            continue
        exchange = begins.get(turn.number)
        if exchange is None:
            done = turn.number
            yield Passage(turn.id, wording.speaks(names, call, turn), (turn,), REMARKS_WORDS)
        else:
            done = exchange.last
            turns = call.turns[exchange.first - 1 : exchange.last]
            yield Passage(exchange.anchor, wording.asks(names, call, exchange), turns, EXCHANGE_WORDS, exchange)


def _pieces(turns: Iterable[Turn]) -> list[Piece]:
    """List the paragraphs that somebody may want to find."""
    return [
        Piece(turn, number, text, text.count(" ") + 1)
        for turn in turns
        if not turn.procedural
        for number, paragraph in enumerate(turn.paragraphs, 1)
        if (text := languages.clean(paragraph.text))
    ]


def _by_language(call: Call, pieces: Iterable[Piece]) -> dict[str, list[Piece]]:
    """Part what is said in one language from what an interpreter says again in another."""
    found: dict[str, list[Piece]] = {}
    for piece in pieces:
        found.setdefault(languages.tell(piece.text, call.language), []).append(piece)
    return found


def _record(
    call: Call,
    names: Names,
    addresses: Addresses,
    passage: Passage,
    language: str,
    pieces: Sequence[Piece],
    topics: Topics,
) -> Record:
    first = pieces[0]
    begins = first.number == 1 and first.turn.number == _first_said(passage.turns)
    return Record(
        address=addresses.call(call.id, passage.anchor if begins else first.anchor),
        title=languages.clean(passage.title),
        context=languages.clean(wording.call(names, call)),
        words=" ".join(piece.text for piece in pieces),
        language=language,
        group=call.id,
        facets=_facets(call, names, passage, pieces, topics),
        call=call.id,
        date=call.date or "",
        places=tuple(_places(call, pieces)),
    )


def _first_said(turns: Sequence[Turn]) -> int:
    return next((turn.number for turn in turns if not turn.procedural), 0)


def _places(call: Call, pieces: Sequence[Piece]) -> Iterator[Place]:
    before, turn, name = 0, None, ""
    for piece in pieces:
        if piece.turn is not turn:
            turn = piece.turn
            name = languages.clean(wording.voice(_seen(call, turn)))
        yield Place(piece.anchor, name, before)
        before += len(piece.text) + 1


def _facets(call: Call, names: Names, passage: Passage, pieces: Sequence[Piece], topics: Topics) -> Facets:
    turns = {piece.turn.number: piece.turn for piece in pieces}.values()
    seen = [each for turn in turns if (each := _seen(call, turn))]
    exchange = passage.exchange
    firms = [each.organization for each in seen] + ([exchange.organization] if exchange else [])
    status = exchange.status.status.value if exchange and exchange.status else None
    section = SectionKind.QA if exchange and passage.turns[0].section is SectionKind.QA else pieces[0].turn.section
    found: dict[str, Iterable[str | None]] = {
        "kind": [PASSAGE],
        "call": [call.id],
        "series": [call.series],
        "year": [call.date[:4] if call.date else None],
        "period": [call.period],
        "section": [section.value],
        "speaker": [turn.speaker for turn in turns if names.known(turn.speaker)],
        "organization": [names.firm(firm) for firm in firms],
        "role": [each.role.value for each in seen],
        "topic": sorted(set().union(*(topics.get((piece.turn.number, piece.number), ()) for piece in pieces))),
        "status": [status],
    }
    return tuple(
        (facet, values) for facet, each in found.items() if (values := tuple(dict.fromkeys(filter(None, each))))
    )


def _seen(call: Call, turn: Turn) -> Appearance | None:
    return None if turn.voice is None else call.appearances[turn.voice]


def _topics(call: Call, names: Names) -> Topics:
    """Say for each paragraph which topics it speaks of, those above them included."""
    found: Topics = {}
    for mention in call.mentions:
        if mention.kind is MentionKind.TOPIC:
            topic: str | None = mention.target
            here = found.setdefault((mention.turn, mention.paragraph), set())
            while topic and topic not in here:
                here.add(topic)
                topic = names.above(topic)
    return found
