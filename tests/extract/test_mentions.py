"""What is spoken of in a call; the cases are in `tests/cases/mentions.md`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import lexicon, slugs
from generator.extract import mentions, safe_harbor
from generator.model import (
    Appearance,
    Call,
    Evidence,
    Mention,
    MentionKind,
    Organization,
    Paragraph,
    Role,
    Roster,
    SectionKind,
    Source,
    Speaker,
    Topic,
    Turn,
    Vocabulary,
)
from tests import cases

EVIDENCE = Evidence("a test says so")

# "[Mr. Zhao](mei-zhao)"
LINK = re.compile(r"\[([^\]]{1,80})\]\(([^)]{1,60})\)")

# "tomas-beltran: This is Tomás"
SAID_BY = re.compile(r"([a-z]+-[a-z-]+): ")


def rows(heading: str) -> list[tuple[str, str]]:
    """The rows of the table under that heading."""
    text = (cases.FOLDER / "mentions.md").read_text(encoding="utf-8")
    table = text.split(f"| {heading} | also called |\n|---|---|\n")[1].split("\n\n")[0]
    return [(row.split("|")[1].strip(), row.split("|")[2].strip()) for row in table.splitlines()]


def sayings() -> Iterator[str]:
    text = (cases.FOLDER / "mentions.md").read_text(encoding="utf-8")
    return (line[2:] for line in text.splitlines() if line.startswith("- "))


def topics() -> tuple[Topic, ...]:
    return tuple(Topic(slugs.slug(name), name, (alias,) if alias else ()) for name, alias in rows("topic"))


@cache
def roster() -> Roster:
    firms = [Organization(slugs.slug(n), n, (also,) if also else ()) for n, also in rows("organisation")]
    people = [Speaker(slugs.slug(name), name) for name, _ in rows("person") if not name.startswith("Unidentified")]
    return Roster({p.id: p for p in people}, {}, {f.id: f for f in firms}, {})


@cache
def known() -> lexicon.Lexicon:
    return lexicon.compile(Vocabulary(topics=topics()), roster())


@cache
def appearances() -> tuple[Appearance, ...]:
    here = [name for name, where in rows("person") if where != "elsewhere"]
    return tuple(appearance(name, "Halvorsen Grid Systems" if name.startswith("Ingrid") else None) for name in here)


def appearance(name: str, organization: str | None = None) -> Appearance:
    speaker = slugs.slug(name) if slugs.slug(name) in roster().speakers else None
    return Appearance(speaker, name, organization, None, Role.EXECUTIVE, (name,), (EVIDENCE,))


def call(*texts: str, speaker: str | None = None, people: tuple[Appearance, ...] | None = None) -> Call:
    turn = Turn(
        1, None, speaker, None, SectionKind.QA, tuple(Paragraph(t, n) for n, t in enumerate(texts, 1)), 1, EVIDENCE
    )
    firm = appearance("Morgan Vale", "J.P. Morgan")
    known_people = (*appearances(), replace(firm, name="Q", speaker=None)) if people is None else people
    source = Source("call.txt", "", 0)
    details = ("a/b", "a", "b", "A call", None, None, None, "call", source, "test", "", ())
    return Call(*details, known_people, (turn,), (), (), ())


def heard(text: str, speaker: str | None = None) -> tuple[Mention, ...]:
    return mentions.mentions(call(text, speaker=speaker), known(), roster())


def marked(text: str, found: tuple[Mention, ...]) -> str:
    for mention in reversed(found):
        text = f"{text[: mention.start]}[{text[mention.start : mention.end]}]({mention.target}){text[mention.end :]}"
    return text


@pytest.mark.parametrize("said", list(sayings()), ids=cases.short)
def test_what_is_linked_in_a_case_is_what_is_found(said: str) -> None:
    by = SAID_BY.match(said)
    words = said[by.end() :] if by else said
    text = LINK.sub(r"\1", words)
    assert marked(text, heard(text, by[1] if by else None)) == words


def test_a_turn_that_runs_the_call_speaks_of_nothing() -> None:
    of = call("Our next question on AI comes from Sarah Tan.")
    assert [m.target for m in mentions.mentions(of, known(), roster())] == ["ai", "sarah-tan"]
    quiet = replace(of, turns=(replace(of.turns[0], procedural=True),))
    assert mentions.mentions(quiet, known(), roster()) == ()


def test_a_mention_knows_its_place_and_its_rule() -> None:
    found = mentions.mentions(call("Nothing here.", "Thanks, Mr. Zhao."), known(), roster())
    rule = "form of address and name in this call"
    assert found == (Mention("a/b", 1, 2, 8, 16, MentionKind.SPEAKER, "mei-zhao", rule),)


def test_an_unplaced_voice_makes_a_first_name_doubtful() -> None:
    stranger = Appearance(None, "Mei Sorensen", None, None, Role.UNKNOWN, ("Mei Sorensen",), (EVIDENCE,))
    alone = call("Thanks, Mei.", people=(appearance("Mei Zhao"),))
    both = call("Thanks, Mei.", people=(appearance("Mei Zhao"), stranger))
    assert [m.target for m in mentions.mentions(alone, known(), roster())] == ["mei-zhao"]
    assert mentions.mentions(both, known(), roster()) == ()


def test_a_printed_short_name_does_not_stand_for_the_long_one() -> None:
    people = (appearance("Timothy Brandt"), replace(appearance("Mei Zhao"), name="Tim Zhao"))
    found = mentions.mentions(call("Tim and Timothy agree.", people=people), known(), roster())
    assert [(m.start, m.target) for m in found] == [(8, "timothy-brandt")]


def test_a_word_that_the_call_uses_small_is_no_name_where_a_sentence_begins() -> None:
    roster_ = Roster({}, {}, {"pylon": Organization("pylon", "Pylon")}, {})
    words = lexicon.compile(Vocabulary(), roster_)
    single = call("Pylon grew.", people=())
    assert [m.target for m in mentions.mentions(single, words, roster_)] == ["pylon"]
    both = call("Pylon grew.", "We sold a pylon to Pylon.", people=())
    assert [(m.paragraph, m.start) for m in mentions.mentions(both, words, roster_)] == [(2, 19)]


def test_two_people_of_one_full_name_are_told_apart_by_the_call_alone() -> None:
    twins = {i: Speaker(i, "Jan Novak") for i in ("jan-novak", "jan-novak-2")}
    roster_ = Roster(twins, {}, {}, {})
    words = lexicon.compile(Vocabulary(), roster_)
    here = Appearance("jan-novak-2", "Jan Novak", None, None, Role.GUEST, ("Jan Novak",), (EVIDENCE,))
    assert mentions.mentions(call("Ask Jan Novak.", people=()), words, roster_) == ()
    found = mentions.mentions(call("Ask Jan Novak.", people=(here,)), words, roster_)
    assert [m.target for m in found] == ["jan-novak-2"]


FORMS = [form for name, also in (*rows("topic"), *rows("organisation"), *rows("person")) for form in (name, also)]
SCRAPS = ["Will", "Tomás", "Mr.", "Zhao", "it", "x", " ", ". ", ", ", "-", "'", "&", "\u0301", "\u00ad", "人", "İ", "ß"]
PIECES = st.sampled_from([*FORMS, *SCRAPS])


@given(st.lists(PIECES, max_size=12).map("".join))
def test_mentions_are_whole_words_apart_and_in_order(text: str) -> None:
    found = heard(text)
    for mention in found:
        before, after = text[: mention.start][-1:], text[mention.end :][:1]
        inner = text[mention.start : mention.end]
        assert inner == inner.strip() and inner
        assert not (_latin(before) and _latin(inner[:1])) and not (_latin(after) and _latin(inner[-1]))
    assert all(a.end <= b.start for a, b in pairwise(found))


def _latin(character: str) -> bool:
    return character.isalnum() and character < "\u3000"


@given(st.lists(PIECES, max_size=12).map("".join), st.text(max_size=40))
def test_a_mention_is_found_again_in_its_own_words(text: str, more: str) -> None:
    for mention in heard(text + more):
        if mention.kind is MentionKind.TOPIC:
            words = (text + more)[mention.start : mention.end]
            assert mention.target in {m.target for m in heard(words)}


@pytest.mark.parametrize(
    "text",
    [
        "Some of this is forward-looking, and actual results may differ.",
        "See our release for the reconciliation of non-GAAP measures.",
        "This call falls under the safe harbor. We undertake no duty to update it.",
        "Our expectations as of today are no guarantee; the risk factors are in our Form 20-F.",
    ],
)
def test_boilerplate_is_told_by_two_of_its_phrases(text: str) -> None:
    assert safe_harbor.spans(text) == ((0, len(text)),)


@pytest.mark.parametrize(
    "text",
    [
        "On a non-GAAP basis, net income was 12 million.",
        "We are looking forward to the results.",
        "Uncertainties remain. Prices rose. Volumes fell. Costs rose. Snow fell. Actual results were good.",
    ],
)
def test_plain_talk_is_no_boilerplate(text: str) -> None:
    assert safe_harbor.spans(text) == ()


def test_a_very_long_paragraph_full_of_mentions_is_heard() -> None:
    text = "Thanks, Tomás. AI and Mr. Zhao! " * 4000
    assert len(heard(text)) == 12000
