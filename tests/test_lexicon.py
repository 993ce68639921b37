"""The forms of what is spoken of, and how they are found."""

from __future__ import annotations

import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import lexicon
from generator.lexicon import doubt, folding, forms, people, spans, terms
from generator.lexicon.terms import Care
from generator.model import MentionKind, Organization, Roster, Speaker, Topic, Vocabulary


def roster(*names: str, firms: tuple[str, ...] = ()) -> Roster:
    speakers = {f"s{n}": Speaker(f"s{n}", name) for n, name in enumerate(names)}
    return Roster(speakers, {}, {f"o{n}": Organization(f"o{n}", name) for n, name in enumerate(firms)}, {})


def of_topics(*names: str) -> lexicon.Lexicon:
    return lexicon.compile(Vocabulary(topics=tuple(Topic(name, name) for name in names)), roster())


def found(known: lexicon.Lexicon, text: str) -> list[tuple[str, str]]:
    return [(text[f.start : f.end], f.term.target) for f in lexicon.searcher(known).find(text)]


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("tariff", "tariffs"),
        ("facility", "facilities"),
        ("survey", "surveys"),
        ("tax", "taxes"),
        ("batch", "batches"),
        ("expense", "expenses"),
        ("bonus", "bonuses"),
        ("cookie", "cookies"),
        ("analysis", "analyses"),
        ("criterion", "criteria"),
        ("matrix", "matrices"),
        ("child", "children"),
        ("half", "halves"),
        ("data center", "data centers"),
        ("cost of capital", "costs of capital"),
        ("EV", "EVs"),
    ],
)
def test_singular_and_plural_find_each_other(one: str, many: str) -> None:
    for declared in (one, many):
        known = of_topics(declared)
        assert found(known, f"(One {one}.)") == [(one, declared)]
        assert found(known, f"Two {many}, yes.") == [(many, declared)]


@pytest.mark.parametrize("word", ["logistics", "news", "glass", "campus", "basis", "gas", "series"])
def test_a_word_that_only_looks_plural_has_no_singular(word: str) -> None:
    assert forms.singulars(word) == []


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Alibaba Group Holding Limited", ["Alibaba Group Holding", "Alibaba Group", "Alibaba"]),
        ("Barclays Bank PLC, Research Division", ["Barclays Bank PLC", "Barclays Bank"]),
        ("Meriton & Co.", ["Meriton"]),
        ("Banco Real S.A.", ["Banco Real"]),
        ("Ohoi! Inc.", ["Ohoi!", "Ohoi"]),
        ("Target Corporation", ["Target"]),
        ("Capital Group", []),
        ("Next plc", []),
        ("Whitmore & Hale", []),
        ("The Company", []),
    ],
)
def test_an_organisation_is_called_by_its_name_without_legal_form(name: str, short: list[str]) -> None:
    assert [form for form, _ in forms.of_organization(name)] == short


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Dr. Robert J. Castellan, CFA", ["Robert", "J.", "Castellan"]),
        ("Castellan, Robert", ["Robert", "Castellan"]),
        ("Robert (Bob) Tan Jr.", ["Robert", "Tan"]),
        ("Mr. Zhao", ["Zhao"]),
        ("Anna van der Berg", ["Anna", "van", "der", "Berg"]),
    ],
)
def test_a_name_is_its_words_in_the_order_in_which_they_are_said(name: str, plain: list[str]) -> None:
    assert people.plain_name(name) == plain


def test_a_full_name_leaves_initials_and_middle_names_out() -> None:
    made = [t.text for t in people.full_names("Anna Maria J. van der Berg", "a")]
    assert made == ["anna maria j. van der berg", "anna maria van der berg", "anna van der berg"]


def test_an_operator_has_no_name() -> None:
    assert list(people.full_names("Conference Operator", "a")) == []
    assert list(people.full_names("Unidentified Company Representative", "a")) == []


def test_a_name_that_two_people_have_means_nobody() -> None:
    known = lexicon.compile(Vocabulary(), roster("Jan Novak", "Jan P. Novak", "Eva Novak"))
    assert found(known, "Jan Novak, Jan P. Novak, Eva Novak") == [
        ("Jan Novak", "s0"),
        ("Jan P. Novak", "s1"),
        ("Eva Novak", "s2"),
    ]
    twins = lexicon.compile(Vocabulary(), roster("Jan Novak", "Jan Novak"))
    assert found(twins, "Jan Novak") == []


def test_what_somebody_declared_goes_before_what_was_derived() -> None:
    vocabulary = Vocabulary(topics=(Topic("b", "Clouds"), Topic("a", "Cloud")))
    known = lexicon.compile(vocabulary, roster())
    assert found(known, "a cloud, two clouds") == [("cloud", "a"), ("clouds", "b")]


def test_nothing_is_found_with_nothing_to_look_for() -> None:
    assert found(lexicon.compile(Vocabulary(), roster()), "Nothing at all, 人.") == []


def test_a_lexicon_travels_to_another_process() -> None:
    known = lexicon.compile(Vocabulary(topics=(Topic("ai", "AI"),)), roster("Eva Novak", firms=("Alster AG",)))
    there = pickle.loads(pickle.dumps(known))
    assert there == known and there.terms == known.terms
    assert lexicon.searcher(there) is lexicon.searcher(known)


def test_another_alias_makes_another_lexicon() -> None:
    one = lexicon.compile(Vocabulary(topics=(Topic("ai", "AI"),)), roster())
    two = lexicon.compile(Vocabulary(topics=(Topic("ai", "AI", ("GPT",)),)), roster())
    assert one != two and one.key != two.key


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Beltrán", "beltran"),
        ("SØREN KJELDSEN", "soren kjeldsen"),
        ("Toma\u0301s", "tomas"),
        ("open‑source–code", "open source code"),
        ("O’Connell", "o'connell"),
        ("super\u00adcharger", "supercharger"),
        ("がくせい", "がくせい"),
        ("Straße İstanbul", "straße istanbul"),
    ],
)
def test_folding_drops_what_writers_differ_in(text: str, folded: str) -> None:
    assert folding.fold(text) == folded


@given(st.text(max_size=60))
def test_folding_keeps_every_word_in_its_place(text: str) -> None:
    blanked = folding.blank(text)
    assert len(folding.MARKS.sub("", text)) == len(folding.fold(text))
    for place in range(1, len(blanked.words) - 1):
        if blanked.words[place] != " ":
            start, end = blanked.span(place, place + 1)
            assert folding.fold(text[start:end]) == blanked.words[place]


WORDS = st.text(alphabet="abAB é-&'.人", min_size=1, max_size=8)


@given(st.lists(WORDS, max_size=6), st.text(alphabet="abAB é-&'. 人\u0301", max_size=60))
def test_what_is_found_is_a_form_of_the_term(names: list[str], text: str) -> None:
    made = [terms.topic(name, str(n), "by name") for n, name in enumerate(names)]
    known = lexicon.of(made)
    for start, end, term in ((f.start, f.end, f.term) for f in lexicon.searcher(known).find(text)):
        assert folding.fold(text[start:end]) == term.text
        assert term in made


@given(
    st.permutations([Topic(str(n), name) for n, name in enumerate(["AI", "Cloud", "Clouds", "clouds", "Open source"])])
)
def test_the_order_of_topics_changes_nothing(topics: list[Topic]) -> None:
    one = lexicon.compile(Vocabulary(topics=tuple(topics)), roster())
    two = lexicon.compile(Vocabulary(topics=tuple(sorted(topics, key=lambda t: t.id))), roster())
    assert one.terms == two.terms and one.key == two.key


@given(st.lists(st.sampled_from(["tariff", "tariffs", "tariffed", "e-tariff", "tariff's", "xtariff"]), max_size=8))
def test_no_form_is_found_inside_a_longer_word(said: list[str]) -> None:
    text = " ".join(said)
    whole = [word for word in said if word not in ("tariffed", "xtariff")]
    assert len(found(of_topics("tariff"), text)) == len(whole)


def test_an_organisation_needs_its_capitals() -> None:
    term = terms.organization("Bank of Alster", "o", "by name")
    assert term.capitals == (0, 8) and term.care is Care.NONE and term.kind is MentionKind.ORGANIZATION
    assert terms.organization("UBS", "o", "by name").capitals == (0, 1, 2)
    assert terms.organization("Visa", "o", "by name").care is Care.WORD
    assert terms.organization("Pylon", "o", "by name").care is Care.SINGLE


@pytest.mark.parametrize(
    ("care", "text", "name", "doubtful"),
    [
        (Care.NAME, "As Daniel said", "Daniel", False),
        (Care.NAME, "As Daniel Kahneman said", "Daniel", True),
        (Care.NAME, "At Morgan Stanley", "Stanley", True),
        (Care.COMMON_NAME, "Will it rain", "Will", True),
        (Care.COMMON_NAME, "Will, it rains", "Will", False),
        (Care.COMMON_NAME, "I think Will said", "Will", False),
        (Care.ADDRESS, "In May, we grew", "May", True),
        (Care.ADDRESS, "Thank you, May.", "May", False),
        (Care.HONORIFIC, "So He said", "He", True),
        (Care.WORD, "Target grew", "Target", True),
        (Care.WORD, "At Target, sales grew", "Target", False),
        (Care.NAME, "THANKS DANIEL FOR THAT", "DANIEL", True),
    ],
)
def test_a_capital_makes_a_name_only_in_its_place(care: Care, text: str, name: str, doubtful: bool) -> None:
    start = text.index(name)
    assert doubt.doubtful(care, text, start, start + len(name), frozenset()) == doubtful


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 5)), max_size=12), st.integers(0, 40))
def test_spans_that_are_claimed_lie_apart_and_hold_their_places(wanted: list[tuple[int, int]], place: int) -> None:
    claimed: list[spans.Span] = []
    kept = [(start, start + size) for start, size in wanted if spans.claim(claimed, start, start + size)]
    assert claimed == sorted(kept)
    assert all(a[1] <= b[0] for a, b in pairwise(claimed))
    refused = [(start, start + size) for start, size in wanted if (start, start + size) not in kept]
    assert all(any(a < end and start < b for a, b in kept) for start, end in refused)
    assert spans.holds(claimed, place) == any(a <= place < b for a, b in kept)
