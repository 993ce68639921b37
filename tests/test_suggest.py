"""Topics that are proposed: subjects of the archive that no topic covers, as YAML that topics.yml takes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator import suggest, vocabulary
from generator.model import (
    Appearance,
    Archive,
    Call,
    Evidence,
    Mention,
    MentionKind,
    Organization,
    Paragraph,
    Role,
    SectionKind,
    Source,
    Speaker,
    Topic,
    Turn,
)
from generator.suggest import counting, phrases

EVIDENCE = Evidence("a test says so")
FILLER = "It is what we said that we would do for all of you, and there is more to come of it."


def turn(number: int, text: str) -> Turn:
    return Turn(number, None, None, None, SectionKind.QA, (Paragraph(f"{text} {FILLER}", 1),), 1, EVIDENCE)


def call(name: str, *texts: str) -> Call:
    turns = tuple(turn(n, text) for n, text in enumerate(texts, 1))
    source = Source(name, "", 0)
    return Call(name, "a", name, name, None, None, None, "call", source, "", "", (), (), turns, (), (), ())


def archive(*calls: Call, topics: tuple[Topic, ...] = ()) -> Archive:
    table: dict[str, Any] = {c.id: c for c in calls}
    return Archive(table, {}, {}, {}, {t.id: t for t in topics}, {}, {}, {}, {}, {}, {}, {}, {}, {})


def proposed(of: Archive) -> list[str]:
    return [topic["name"] for topic in yaml.safe_load(suggest.suggest(of))["topics"]]


def said(*texts: str) -> Archive:
    return archive(call("a/1", *texts), call("a/2", *texts))


def test_what_several_calls_speak_of_is_proposed() -> None:
    assert proposed(said("The sodium-ion plant is late.", "We like the sodium-ion plant.")) == ["Sodium-ion plant"]


def test_singular_plural_and_hyphen_are_one_term() -> None:
    of = said("A grid connection is slow.", "Two grid-connections are slow.", "The grid connections, again.")
    assert proposed(of) == ["Grid connection"]
    assert "# 6 passages in 2 calls; a/1#t1:" in suggest.suggest(of)


def test_what_occurs_in_few_turns_is_not_proposed() -> None:
    assert proposed(archive(call("a/1", "The tidal barrage is dry.", "The tidal barrage is wet."))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Thank you, operator. Good morning, everybody.",
        "Our next question, please. Go ahead with your question.",
        "Revenue grew 12% in the third quarter of 2024, and margin too.",
        "I think that was really significant, basically.",
        "We said it on January 31st, in Q3, in FY24, on the 10-K, 3x.",
        "We're there, you'll see, it's fine, I don't know.",
        "See https://barrage.example/barrage for it.",
        "We want to deploy, to deploy and to deploy.",
    ],
)
def test_plain_words_and_courtesy_are_no_subjects(text: str) -> None:
    assert proposed(said(text, text, text)) == []


def test_what_a_topic_covers_is_not_proposed() -> None:
    of = said("The tidal barrages are late.", "The tidal barrage is late.")
    assert proposed(of) == ["Tidal barrage"]
    assert proposed(replace(of, topics={"b": Topic("b", "Dams", ("tidal barrages",))})) == []


def test_what_is_mentioned_already_is_not_proposed() -> None:
    one = call("a/1", *["The tidal barrage is late."] * 4)
    mentions = tuple(Mention("a/1", n, 1, 4, 17, MentionKind.TOPIC, "dams", "by name") for n in range(1, 5))
    assert proposed(archive(one)) == ["Tidal barrage"]
    assert proposed(archive(replace(one, mentions=mentions))) == []


def test_people_and_organisations_are_not_proposed() -> None:
    texts = ["As Ilse Brandt of Quillon Partners said.", "Ask Brandt at Quillon.", "So did President Farrow."] * 2
    of = said(*texts)
    assert set(proposed(of)) == {"Brandt", "Quillon"}
    known = replace(of, speakers={"b": Speaker("b", "Ilse Brandt")}, organizations={"q": Organization("q", "Quillon")})
    assert proposed(known) == []
    voice = Appearance(None, "Ilse Brandt", "Quillon Partners", None, Role.GUEST, (), (EVIDENCE,))
    assert proposed(archive(*(replace(c, appearances=(voice,)) for c in of.calls.values()))) == []


def test_what_runs_the_call_is_not_counted() -> None:
    one = call("a/1", *["The tidal barrage is late."] * 4)
    quiet = replace(one, turns=tuple(replace(t, procedural=True) for t in one.turns))
    assert proposed(archive(quiet)) == []


def test_a_part_of_a_longer_term_is_not_proposed_beside_it() -> None:
    assert proposed(said("The tidal barrage project.", "That tidal barrage project.")) == ["Tidal barrage project"]


def test_a_name_keeps_its_capitals() -> None:
    of = said("We sell the iPhone and LFP cells.", "On an iPhone, with EVs and LFP.", "Of LFP and an EV.")
    assert set(proposed(of)) == {"iPhone", "LFP", "EV"}


def test_a_capital_at_the_beginning_of_a_sentence_says_nothing() -> None:
    of = said("Tidal barrages are late.", "Tidal barrages are wet.")
    assert proposed(of) == ["Tidal barrages"]
    looks = counting.look(of, {("tidal", "barrage")})
    assert not looks["tidal", "barrage"].proper


def test_another_language_is_passed_over() -> None:
    spanish = Paragraph("Lo bueno de la presa de marea es que la presa de marea funciona muy bien.", 1)
    one = call("a/1", *["x"] * 4)
    assert proposed(archive(replace(one, turns=tuple(replace(t, paragraphs=(spanish,)) for t in one.turns)))) == []


@pytest.mark.parametrize(
    "foreign",
    [
        "我们的储能业务在本季度继续增长，钠离子电池的订单也在增加。",
        "Unser Gezeitenkraftwerk wird später fertig, und das Gezeitenkraftwerk kostet mehr als gedacht.",
        "Heeft gereageerd op het bericht van Gezeitenkraftwerk",
    ],
)
def test_paragraphs_in_another_language_propose_nothing_in_an_english_call(foreign: str) -> None:
    english = "The tidal barrage is late, and we are not happy with it, as all of you know by now."
    turns = [turn(number, english) for number in range(1, 5)]
    turns += [replace(turn(number, ""), paragraphs=(Paragraph(foreign, 1),)) for number in range(5, 9)]
    assert proposed(archive(replace(call("a/1", "x"), turns=tuple(turns)))) == ["Tidal barrage"]


@pytest.mark.parametrize(
    "text",
    [
        "So Heather and Vera Holt of it said, and Heather knows.",
        "Thanks, Quorrin. As Quorrin said.",
        "We spoke with Google, and with the Danish.",
        "The balance sheet, the net income and the value proposition.",
        "It is federal, and they are creative and useful, as it was federal.",
        "We are walking, managing, walking.",
        "[inaudible] the non-GAAP of it [crosstalk]",
    ],
)
def test_names_and_set_phrases_are_no_subjects(text: str) -> None:
    assert proposed(said(text, text, text)) == []


def test_a_thing_with_a_given_name_in_it_is_a_subject() -> None:
    assert proposed(said("It is at the Henry Hub.", "So the Henry Hub is.")) == ["Henry Hub"]


def test_a_transcript_without_names_is_one_turn_and_proposes_all_the_same() -> None:
    long = " ".join([f"We built a tidal barrage. {FILLER * 20}"] * 4)
    assert proposed(archive(call("a/1", long))) == ["Tidal barrage"]


def test_other_spellings_are_aliases_where_a_topic_would_not_find_them() -> None:
    of = said(
        *["A grid connection is slow.", "Our grid connection.", "Two grid-connections are slow, grid-connections."]
    )
    topic = yaml.safe_load(suggest.suggest(of))["topics"][0]
    assert topic == {"name": "Grid connection", "aliases": ["grid-connections"]}


def test_letters_that_stand_for_a_term_of_the_list_are_its_alias() -> None:
    of = said(*["We like the Harbour Rescue Plan.", "It is in the HRP.", "So the HRP is the Harbour Rescue Plan."])
    assert yaml.safe_load(suggest.suggest(of))["topics"] == [{"name": "Harbour Rescue Plan", "aliases": ["HRP"]}]


def test_the_head_of_a_longer_term_is_its_parent() -> None:
    of = said(*["Our barrage.", "The barrage.", "A barrage."] * 4, "A tidal barrage.", "The tidal barrage.")
    found = {topic["name"]: topic.get("parent") for topic in yaml.safe_load(suggest.suggest(of))["topics"]}
    assert found == {"Barrage": None, "Tidal barrage": "Barrage"}


def test_a_topic_of_the_team_is_the_parent_of_what_is_narrower() -> None:
    of = said("A tidal barrage.", "The tidal barrage.", "Our tidal barrages.")
    known = replace(of, topics={"b": Topic("b", "Barrages")})
    assert yaml.safe_load(suggest.suggest(known))["topics"] == [{"name": "Tidal barrage", "parent": "Barrages"}]


def test_the_order_of_calls_changes_nothing() -> None:
    calls = [
        call(f"a/{n}", "The tidal barrage.", "A grid connection.", "The tidal barrage, in Toledo.") for n in range(5)
    ]
    assert suggest.suggest(archive(*calls)) == suggest.suggest(archive(*reversed(calls)))


def test_no_more_are_listed_than_asked_for() -> None:
    of = said(*["The tidal barrage, a grid connection, some ferry ticket and our copper smelter."] * 3)
    assert len(proposed(of)) == 4
    assert len(yaml.safe_load(suggest.suggest(of, limit=2))["topics"]) == 2


def test_terms_seen_once_are_forgotten_in_a_long_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "FORGET", 2)
    one, other = call("a/1", "The tidal barrage.", "The tidal barrage."), call("a/2", "A grid connection.")
    tally = counting.count(archive(one, other))
    assert tally.turns["tidal", "barrage"] == 2 and tally.calls["tidal", "barrage"] == 1
    assert ("grid", "connection") not in tally.turns


@pytest.mark.parametrize(("one", "other"), [("facility", "facilities"), ("expense", "expenses"), ("movie", "movies")])
def test_singular_and_plural_have_one_stem(one: str, other: str) -> None:
    assert phrases.stem(one) == phrases.stem(other)


def test_a_name_of_two_words_is_kept_whole() -> None:
    found = phrases.phrases("in the United States and New York today", (), frozenset())
    assert [[word.stems for word in phrase] for phrase in found] == [[("united",), ("state",)], [("new",), ("york",)]]


def test_what_is_proposed_is_taken_by_topics_yml(tmp_path: Path) -> None:
    of = said(*["The tidal barrage, an R&D lab, the null pointer, C# and the yes: no, in 'Óbidos' # 5."] * 3)
    text = suggest.suggest(of)
    (tmp_path / "topics.yml").write_text(text, encoding="utf-8")
    words, problems = vocabulary.load(tmp_path)
    assert problems == ()
    assert sorted(t.name for t in words.topics) == sorted(proposed(of)) and "Óbidos" in proposed(of)


def test_an_empty_archive_proposes_nothing() -> None:
    assert yaml.safe_load(suggest.suggest(archive())) == {"topics": []}


@given(
    st.lists(st.text(alphabet="aeN O'-#:&{}[]*\n\t\u2028\x85\x07\ud7ff\ufeffé,.", max_size=30), min_size=1, max_size=4)
)
def test_whatever_is_said_gives_yaml_with_names(texts: list[str]) -> None:
    found = yaml.safe_load(suggest.suggest(said(*texts, *texts)))["topics"]
    assert all(isinstance(topic["name"], str) and topic["name"] for topic in found)
