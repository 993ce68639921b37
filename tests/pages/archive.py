"""A small archive made by hand, with odd states that pages must bear: no names, no date, hostile words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from generator.figures import weighing
from generator.model import (
    Affiliation,
    Appearance,
    Archive,
    Asked,
    Call,
    Detail,
    Evidence,
    Exchange,
    Furniture,
    Heading,
    Mention,
    MentionKind,
    Organization,
    Paragraph,
    Places,
    QuestionPart,
    Role,
    SectionKind,
    Series,
    Source,
    Speaker,
    Topic,
    Turn,
)

LISTED = Evidence("participant list", 4, "Wen Zhao, Chairman")
HOSTILE = (
    "<script>alert('x')</script> | {{ 7 * 7 }} {% raw %} **bold** [a](http://b.example) :smile: `code` &amp; {: #x }"
)
LONG_NAME = "Maximiliana-Theodora von Hohenlohe-Waldenburg-Schillingsfürst und zu Bartenstein"
QUESTION = "And how should we think about storage orders next year, and will the plant in Toledo stay open?"
LONG_QUESTION = (
    "So what I would like to understand is " + "whether and how and when and why and for whom " * 6 + "it pays?"
)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a user would have set."""

    page_size: int = 100
    site_name: str = "Archive of <invented> calls"
    site_description: str = "Calls, *invented*."
    site_url: str = "https://archive.example/calls_of_ours/"
    directory_urls: bool = True
    dataset: bool = True
    question_pages: str = "always"


SPEAKERS = {
    "wen-zhao": Speaker(
        "wen-zhao",
        "Wen Zhao",
        ("WEN ZHAO", "Mr. Zhao"),
        (
            Affiliation("Lanhai Group", "Chief Operating Officer", Role.EXECUTIVE, ("lanhai/2023-q4",)),
            Affiliation("Lanhai Group", "Chairman & CEO", Role.EXECUTIVE, ("lanhai/2024-q1",)),
        ),
        (Evidence("same name and organisation"),),
    ),
    "mei-tan": Speaker(
        "mei-tan",
        "Mei Tan",
        ("May Tan",),
        (Affiliation("Harbour Bank", "Analyst", Role.SELL_SIDE_ANALYST, ("lanhai/2023-q4", "lanhai/2024-q1")),),
    ),
    "long": Speaker(
        "long", LONG_NAME, (), (Affiliation("Kestrel | Research", None, Role.UNKNOWN, ("lanhai/2024-q1",)),)
    ),
    "wang-xiao-ming": Speaker(
        "wang-xiao-ming", "王小明", (), (Affiliation("Lanhai Group", "工程师", Role.EXECUTIVE, ()),)
    ),
    "samira": Speaker("samira", "سميرة حداد", (), ()),
}
ORGANIZATIONS = {
    "lanhai": Organization("lanhai", "Lanhai Group", ("Lanhai",)),
    "harbour-bank": Organization("harbour-bank", "Harbour Bank"),
    "kestrel": Organization("kestrel", "Kestrel | Research", ("Kestrel *Research*",)),
}
TOPICS = {
    "storage": Topic("storage", "Storage", ("storage orders",), None, "What is kept for later."),
    "plants": Topic("plants", "Plants & sites", ("plant",), "storage"),
    "silence": Topic("silence", "Silence"),
}
CAST = (
    Appearance(None, "Operator", None, None, Role.OPERATOR, ("Operator",), ()),
    Appearance("wen-zhao", "Wen Zhao", "Lanhai Group", "Chairman & CEO", Role.EXECUTIVE, ("WEN ZHAO",), (LISTED,)),
    Appearance("mei-tan", "Mei Tan", "Harbour Bank", "Analyst", Role.SELL_SIDE_ANALYST, ("Mei Tan",), (LISTED,)),
    Appearance("long", LONG_NAME, "Kestrel | Research", None, Role.SELL_SIDE_ANALYST, (LONG_NAME,), ()),
    Appearance("wang-xiao-ming", "王小明", "Lanhai Group", "工程师", Role.EXECUTIVE, ("王小明",), (), speaks=False),
    Appearance("samira", "سميرة حداد", None, None, Role.GUEST, ("سميرة حداد",), (), speaks=False),
)
RULE = Evidence("label", 12, "WEN ZHAO:")


def turn(number: int, voice: int | None, section: SectionKind, *texts: str, label: str | None = "") -> Turn:
    """Make a turn of the usual cast."""
    seen = None if voice is None else CAST[voice]
    paragraphs = tuple(Paragraph(text, 10 * number + at) for at, text in enumerate(texts))
    printed = (seen.labels[0] if seen else None) if label == "" else label
    speaker = seen.speaker if seen else None
    return Turn(number, voice, speaker, printed, section, paragraphs, 10 * number, RULE, voice == 0)


def call(key: str, date: str | None, turns: tuple[Turn, ...], **more: object) -> Call:
    """Make a call of Lanhai Group."""
    given: dict[str, object] = {
        "id": f"lanhai/{key}",
        "series": "lanhai",
        "key": key,
        "title": f"Lanhai Group: {key}",
        "date": date,
        "period": "fy2024-q1" if key == "2024-q1" else None,
        "organization": "Lanhai Group",
        "kind": "earnings_call",
        "source": Source(f"lanhai/{key}.txt", "3f" * 32, 4711),
        "reader": "inline_colon",
        "claim": "most lines begin with a name and a colon",
        "details": (
            Detail("rights", "Invented; <b>free</b>", "sidecar", f"lanhai/{key}.yml", 3),
            Detail("media", "javascript:alert(1)", "sidecar", f"lanhai/{key}.yml", 4),
            Detail("source_url", "https://example.org/a_b?c=*d*", "sidecar", f"lanhai/{key}.yml", 5),
        ),
        "appearances": CAST if any(each.voice is not None for each in turns) else (),
        "turns": turns,
        "exchanges": (),
        "headings": (),
        "furniture": (Furniture("running head", "Page *1* of 9", 2),),
    }
    made = Call(**{**given, **more})  # type: ignore[arg-type]
    return replace(made, about=weighing.subjects(made))


def part(turn: int, letter: str, text: str) -> QuestionPart:
    """Make a part of question 1."""
    start = QUESTION.index(text)
    return QuestionPart(f"x1{letter}", turn, 1, start, start + len(text), text, Evidence("interrogative", 41, text))


def mention(call_id: str, turn: int, text: str, words: str, kind: MentionKind, target: str) -> Mention:
    """Make a mention of the first place where words stand."""
    start = text.index(words)
    return Mention(call_id, turn, 1, start, start + len(words), kind, target, "vocabulary")


REMARKS, QA = SectionKind.REMARKS, SectionKind.QA
ANSWER = (
    "Storage orders are ahead of plan, as Mei Tan says. Wow! The plant: it stays. Harbour Bank knew, and Lanhai did."
)
FIRST = call(
    "2024-q1",
    "2023-08-10",
    (
        turn(
            1,
            None,
            SectionKind.OPENING,
            "and so it goes on, in the middle of things.",
            "1. A second paragraph.",
            label=None,
        ),
        turn(2, 0, SectionKind.OPENING, "Please welcome Mr. Wen Zhao."),
        turn(
            3, 1, REMARKS, "Good morning. Storage matters, and storage pays.", HOSTILE, "- no list\n\n    and no code"
        ),
        turn(4, 0, QA, "Our next question comes from Mei Tan of Harbour Bank."),
        turn(5, 2, QA, QUESTION),
        turn(6, 1, QA, ANSWER, "And a zebrafinch in the middle of a turn."),
        turn(7, 2, QA, "Thank you. And then?"),
        turn(8, 1, QA, "Then comes winter."),
        turn(9, 0, QA, "We go to the line of the next caller."),
        turn(10, 3, QA, LONG_QUESTION, label="MAX."),
    ),
    exchanges=(
        Exchange(
            *(1, 4, 8, 4, "mei-tan", 2, "Harbour Bank", ("wen-zhao",), (5, 7), (6, 8), ("wen-zhao",)),
            (part(5, "a", QUESTION[4:54]), part(5, "b", QUESTION[56:])),
            (Evidence("hand-over by the operator", 40, "Our next question comes from Mei Tan"),),
        ),
        Exchange(2, 9, 10, 9, "long", 3, "Kestrel | Research", (), (10,), (), (), (), (Evidence("hand-over", 90),)),
    ),
    headings=(Heading("QUESTIONS & *ANSWERS*", 3, 39),),
    mentions=(
        mention("lanhai/2024-q1", 5, QUESTION, "storage orders", MentionKind.TOPIC, "storage"),
        mention("lanhai/2024-q1", 5, QUESTION, "plant", MentionKind.TOPIC, "plants"),
        mention("lanhai/2024-q1", 6, ANSWER, "Storage orders", MentionKind.TOPIC, "storage"),
        mention("lanhai/2024-q1", 6, ANSWER, "Mei Tan", MentionKind.SPEAKER, "mei-tan"),
        mention("lanhai/2024-q1", 6, ANSWER, "plant", MentionKind.TOPIC, "plants"),
        mention("lanhai/2024-q1", 6, ANSWER, "Harbour Bank", MentionKind.ORGANIZATION, "harbour-bank"),
        mention("lanhai/2024-q1", 6, ANSWER, "Lanhai", MentionKind.ORGANIZATION, "lanhai"),
    ),
)
SECOND = call("2023-q4", "2023-05-02", (turn(1, 1, REMARKS, "No questions today, only remarks."),))
THIRD = call(
    "untitled",
    None,
    (
        turn(1, None, SectionKind.DISCUSSION, "Nobody is named here.", label="Q"),
        turn(2, None, SectionKind.DISCUSSION, "Nor here.", label="A"),
    ),
)
CALLS = {each.id: each for each in (FIRST, SECOND, THIRD)}


def passages() -> dict[tuple[MentionKind, str], Places]:
    """Turn the mentions around."""
    found: dict[tuple[MentionKind, str], list[int]] = defaultdict(list)
    for each in FIRST.mentions:
        found[each.kind, each.target].append(each.turn)
    return {key: Places([(FIRST.id, tuple(turns))]) for key, turns in found.items()}


ARCHIVE = Archive(
    calls=CALLS,
    series={"lanhai": Series("lanhai", "Lanhai Group", ("lanhai/2023-q4", "lanhai/2024-q1", "lanhai/untitled"))},
    speakers=SPEAKERS,
    organizations=ORGANIZATIONS,
    topics=TOPICS,
    organization_of={"Lanhai Group": "lanhai", "Harbour Bank": "harbour-bank", "Kestrel | Research": "kestrel"},
    passages=passages(),
    asked_by={"mei-tan": (Asked(FIRST.id, 1),), "long": (Asked(FIRST.id, 2),)},
    answered_by={"wen-zhao": (Asked(FIRST.id, 1),)},
    spoke_in={"wen-zhao": (FIRST.id, SECOND.id), "mei-tan": (FIRST.id,), "long": (FIRST.id,)},
    people_of={"lanhai": ("wen-zhao", "wang-xiao-ming"), "harbour-bank": ("mei-tan",), "kestrel": ("long",)},
    calls_of={"lanhai": tuple(CALLS)},
    periods={"fy2024-q1": (FIRST.id,)},
    question_keys={(FIRST.id, 1): "mei-tan-1", (FIRST.id, 2): "long-1"},
)
