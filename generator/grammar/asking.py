"""Finds what is asked in a turn, part by part, and whom it is put to. Knows text only.

A part is a sentence that asks: one with a question mark, or one of the indirect forms analysts use ("I'm wondering
if", "can you talk about", "what will be the factors …"). A sentence that holds several interrogative clauses is cut
at them. The words are cut, never rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.grammar import cues, names, sentences, spelled


@dataclass(frozen=True, slots=True)
class Part:
    """One thing asked, as offsets into a paragraph."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Addressed:
    """Somebody to whom a question is put by name."""

    name: str
    words: str


# "I'm wondering if", "I wanted to ask", "could you talk about", "can you give us", "just curious", "any color on",
# "how should we think about", "my question is", "if you could help us"
INDIRECT = re.compile(
    r"(?i)\b(?:wonder(?:ed|ing)? (?:if|whether|how|what|why|when|about)|curious (?:if|whether|how|what|about|to|on"
    r"|as to)"
    r"|(?:can|could|would|will) you (?:please |just |maybe |perhaps |also |kindly |possibly |guys )*(?:talk|give|help"
    r"|share|comment|elaborate|"
    r"walk|provide|discuss|update|explain|speak|remind|tell|expand|quantify|describe|clarify|frame|outline|break"
    r"|remind|say|touch|confirm)"
    r"|(?:wanted|want|like|love) to (?:ask|understand|hear|know|get (?:a sense|your|an update|some|more)|check|dig)"
    r"|(?:any|some|more) (?:colou?r|sense|insight|thoughts?|update) (?:on|of|about|around|as to|into)"
    r"|my (?:first |second |next |other |last )?question (?:is|was|would be|has to do|relates?|concerns)"
    r"|if you (?:could|can) (?:please |just |maybe )*(?:talk|give|help|share|comment|elaborate|walk|provide|discuss"
    r"|update|explain|tell|expand|quantify|remind|say)"
    r"|tell (?:us|me) (?:how|what|why|when|whether|about)|how should we think|what should we expect)"
)
INDIRECTLY = cues.cued(
    INDIRECT,
    """
    wonder|curious|how should we think|what should we expect
    can|could|would|will & you
    wanted|want|like|love & to
    any|some|more & colo|sense|insight|thought|update
    my question|my first question|my second question|my next question|my other question|my last question
    if you & can|could
    tell & us|me
    """,
)

WH = (
    r"(?:how (?:many|much|will|do|does|should|can|is|are|long|far|big)|(?:what|where|how|who)[’']s "
    r"|what(?:'s| is| are| will| do| does| would| should| can| has| have"
    r"| (?:that|the|your|it) [\w ]{0,30}?(?:will|would|is|are|does|looks?)\b)"
    r"|which |when (?:will|do|does|is|are|can|should)|where (?:will|do|does|is|are)|why |who |whether )"
)

# "are there any contracts left", "has it had another such day"
AUX = (
    r"(?:is|are|was|were|do|does|did|have|has|can|could|will|would|should)"
    r" (?:it|they|there|this|that|these|those|you|we|the|any|he|she|your)\b"
)

# a clause inside a long question that asks something of its own: ", how many", " and what will be", and, run
# together as people speak, " what will the mix look like"
CLAUSE = re.compile(
    rf"(?i)(?:(?<=[,;:])|(?<=[a-z])(?= (?:and|or) )) (?:(?:and|or|but|also|then|so) )*(?=\b{WH})"
    rf"|(?:(?<=[,;])|(?<=[a-z])(?= and )) (?:(?:and|but|also|then|so) )*(?={AUX})"
    r"|(?<=[a-z]) (?=(?:what|how|when|where|why) (?:will|would|is|are|do|does|did|should) (?:the|your|you|we|that|this"
    r"|it)\b)"
)

ASIDE = cues.cued(
    CLAUSE,
    " and | or | but | also | then | so | how| what| where| who| which | when | why | whether | is | are | was | were "
    "| do | does | did | have | has | can | could | will | would | should ",
)

# "understand what is the driver": the clause is what the verb before it governs, and no part of its own
GOVERNS = frozenset(
    "understand know tell us me about on of is was to into see explain ask wondering curious and or if for how what as"
    " in "
    "that discuss clarify describe then than with like sense think say quantify remind share regarding around".split()
)

# "wondering if we think about the future landscape in China": sets the scene for the clause after it
FRAME = re.compile(r"(?i)\b(?:if|when|as) (?:we|you|i|one) (?:think|look|step|consider|fast|go|move|zoom|take|start)\b")

# in the middle of a sentence "who" and "which" mostly begin no question
INTERROGATIVE = re.compile(rf"(?i)\b(?!who |which |where |when ){WH}|\b{AUX}")
INTERROGATIVELY = cues.cued(
    INTERROGATIVE,
    "how|what|where|whether |who|why |is |are |was |were |do |does |did |have |has |can |could |will |would |should ",
)

ASKING_START = re.compile(
    r"(?i)^(?:(?:and|so|but|or|also|then|now|just|first|second|secondly|thirdly|maybe|okay|ok|well)\b[,:]? )*"
    r"(?:what|how|why|when|where|which|who|whether|is|are|was|were|do|does|did|can|could|would|will|should|has|have"
    r"|had|any)\b"
)

# "for Daniel", "question for Amy and Satya", "to Wen"; "Amy, can you", "Satya, back to the"
FOR = re.compile(
    r"(?i:\b(?:question|questions|one|ones|follow-?up|first|second|another|this|that|it|is|are|be|maybe|perhaps|then"
    r"|and|both|also|two|quick|directed|addressed)\b[^.?!]{0,30}?\b(?:for|to)(?: you,?)? )"
)
PUT = cues.cued(
    FOR,
    "question|one|follow|first|second|another|this|that|it|is|are|be|maybe|perhaps|then|and|both|also|two|quick"
    "|directed|addressed",
)
VOCATIVE = re.compile(
    r"(?:(?<=^)|(?<=[.?!] )|(?<=[,] )|(?<=[-–—] ))(?i:(?:(?:and|so|but|well|okay|hi|hey|hello|thanks|thank you|yes"
    r"|yeah|maybe|first|second|first off|great|just|for|now|also)\b[,.]? )*)(?=[A-ZÀ-ÞĀ-Ž\u4e00-\u9fff])"
)
SPEAKING_TO = cues.cued(VOCATIVE, ". |? |! |, |- |– |— ", behind=2, opening=True)


@lru_cache(maxsize=1024)
def parts(text: str) -> tuple[Part, ...]:
    """The things asked in a paragraph, in order.

    A sentence that only announces a question ("My second question is on electricity.") is one where nothing follows.
    """
    found: list[Part] = []
    announced: Part | None = None
    begins = INDIRECTLY.cues.begins(text)
    for start, end in sentences.spans(text):
        here = list(_of_sentence(text, start, end, cues.within(begins, start, end)))
        if announced and not here:
            found.append(announced)
        announced = here[0] if len(here) == 1 and _announces(text[start:end]) else None
        found += [] if announced else here
    return (*found, announced) if announced else tuple(found)


def _of_sentence(text: str, start: int, end: int, begins: Sequence[int]) -> Iterator[Part]:
    """The parts of a sentence; `begins` are the places in it where an indirect question may begin."""
    sentence = text[start:end]
    marked = sentence.rstrip("\"'”’)] ").endswith(("?", "؟"))
    indirect = not marked and any(cues.tried(INDIRECT, text, begins, start, end))
    if (
        not (marked or indirect)
        and not (ASKING_START.match(sentence) and ASIDE.search(sentence))
        and not _bare(sentence)
    ):
        return
    rule = "question mark" if marked else "indirect question" if indirect else "interrogative"
    cuts = [start, *(start + at for at in _cuts(sentence)), end]
    for a, b in pairwise(cuts):
        if text[a:b].strip(" ,;"):
            yield Part(a, _rstrip(text, a, b), rule if len(cuts) == 2 else f"{rule}, one of {len(cuts) - 1} clauses")


# "My first question concerns capex", "My question is about conversion"
ANNOUNCES = re.compile(
    r"(?i)\bmy (?:[a-z]+ )?question (?:is|was|would be|relates?|concerns|has to do) ?(?:on|about|to|around|regarding"
    r"|with)?\b"
)


def _announces(sentence: str) -> bool:
    """Whether a sentence says what a question is about and does not ask it yet."""
    short = len(sentence.split()) <= 14 and "?" not in sentence
    return short and bool(ANNOUNCES.search(sentence)) and not INTERROGATIVELY.search(sentence)


def _asks(piece: str) -> bool:
    """Whether a piece asks something by itself: "on the gross margin bridge" only says what about."""
    return bool(INDIRECTLY.search(piece) or ASKING_START.match(piece.strip()) or INTERROGATIVELY.search(piece))


# "And what will be the factors that contribute to success."
BARE = re.compile(
    r"(?i)(?:and |or |so |also |then )*(?:what|how|why|which|when|where)(?:'s| is| are| will| would| do| does"
    r"| did| can| should| many| much) "
)


def _bare(sentence: str) -> bool:
    """Whether a sentence asks without a mark."""
    return BARE.match(sentence) is not None


def _cuts(sentence: str) -> list[int]:
    """Offsets at which a sentence falls into clauses that each ask something of their own."""
    cuts: list[int] = []
    framed = False
    for match in ASIDE.finditer(sentence):
        piece = sentence[cuts[-1] if cuts else 0 : match.start() + 1]
        before, after = piece.split(), sentence[match.end() :].split()
        if len(before) < 5 or len(after) < 4:
            continue
        if not _asks(piece) or (not framed and not cuts and FRAME.search(piece)):
            framed = True
            continue
        if before[-1].casefold() not in GOVERNS:
            cuts.append(match.end())
    return cuts


# ", and" "; and then," ", and second," at the end of a clause
JOINS = re.compile(r"(?i)[ ,;]+(?:(?:and|or|but|then|also|second|secondly|third|thirdly|finally|lastly)[ ,;]*)*$")


def _rstrip(text: str, start: int, end: int) -> int:
    """Leave out what only joins a clause to the next one: ", and", ", and second,"."""
    joined = JOINS.search(text, max(start, end - 40), end)
    return joined.start() if joined else end


def addressed(text: str, known: dict[str, str]) -> list[Addressed]:
    """Whom a turn is put to: names out of `known` (folded single word or full key → canonical name), in order.

    Only "for Daniel", "this one is to Ms. Hood" and "Amy, can you …" count; a name spoken of does not.
    """
    found: dict[str, tuple[int, Addressed]] = {}
    if not _may_name(text, known):
        return []
    for cue in (PUT, SPEAKING_TO):
        for match in cue.finditer(text):
            for name, end in _listed(text, match.end()):
                canonical = known.get(names.key(name)) or known.get(names.tokens(name)[0])
                spoken_to = (
                    cue is PUT or text[end : end + 1] in {",", ".", "?", ":", ";"} or text[end : end + 4] == " and"
                )
                if (
                    canonical
                    and spoken_to
                    and canonical not in found
                    and not (cue is SPEAKING_TO and _thanked(text, match.start(), end))
                ):
                    found[canonical] = (match.start(), Addressed(canonical, text[match.start() : end].strip()))
    return [one for _, one in sorted(found.values(), key=lambda pair: pair[0])]


def _may_name(text: str, known: Iterable[str]) -> bool:
    """Whether the first word of any name stands in a text at all, as `names.tokens` writes it."""
    said = names.fold(text).replace(".", "").replace("'", "")
    return any(name.partition(" ")[0] in said for name in known)


# "Amy and Satya", "Amy, and then Satya"
LISTED = re.compile(r",? (?:and|or|and maybe|and then) |, ")


def _listed(text: str, at: int) -> Iterator[tuple[str, int]]:
    """Names joined by "and" or commas: "Amy and Satya"."""
    for _ in range(4):
        name, end = spelled.name_at(text, at)
        if not name:
            return
        yield name, end
        join = LISTED.match(text, end)
        if not join:
            return
        at = join.end()


# "Thanks, Brent" "Good morning, Amy"
GREETED = re.compile(
    r"(?i)\b(?:thanks|thank you|welcome|congrats|hi|hey|hello|morning|afternoon|evening|congratulations|great)\b[, ]*$"
)


def _thanked(text: str, start: int, end: int) -> bool:
    """Whether a name is only thanked or greeted: "Thanks, Brent." asks Brent nothing."""
    return bool(GREETED.search(text[max(0, start - 20) : text.rfind(" ", 0, end) + 1]))
