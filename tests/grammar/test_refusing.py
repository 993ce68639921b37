"""Words that refuse an answer or put it off, and words that only look so."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.grammar import plain, refusing
from generator.grammar.refusals import NEEDS, RULES, Rule

REFUSALS = (
    "We don’t disclose the number.",
    "I’m not going to get into specifics on that.",
    "We can't comment on pending litigation.",
    "I'd rather not put a number on it.",
    "We're not prepared to talk about next year today.",
    "I couldn't tell you off the top of my head.",
    "You would have to ask the ministry.",
    "I won't tell you what I counted.",
    "It is not something that we share.",
    "We keep that to ourselves.",
)
NONE = (
    "They don't disclose the number.",
    "He would not comment, and neither did she.",
    "If we don't disclose it, somebody else will.",
    "We said that we don't comment on rumours, and then the rumour was true.",
    "I'll let Tomás take that one.",
    "I can't tell you how happy we are with the plant.",
    "I don't know if you want to add anything, Marcus.",
    "I won't tell you that it is easy.",
    "We would refer you to page four of the slides.",
    "We don't provide that service in Norway.",
    "We didn't break for lunch.",
    "I don't want to get ahead of myself.",
    "She asked us “why we don't disclose it” and we do.",
    "I'll turn the call back to you, operator.",
)


@pytest.mark.parametrize("text", REFUSALS)
def test_a_refusal_is_heard(text: str) -> None:
    assert len(refusing.signs(text)) >= 1


@pytest.mark.parametrize("text", NONE)
def test_what_only_sounds_like_a_refusal_is_none(text: str) -> None:
    assert [text[sign.start : sign.end] for sign in refusing.signs(text)] == []


def test_a_refusal_reaches_no_further_than_a_but() -> None:
    text = "It was 79 per cent, but the cost we don't disclose, although it fell."
    (sign,) = refusing.signs(text)
    assert text[slice(*sign.clause)] == ", but the cost we don't disclose"


def test_small_letters_and_straight_quotes_keep_every_character_in_its_place() -> None:
    text = "İstanbul: We don’t COMMENT on ẞ."
    assert len(plain.fold(text)) == len(text)
    assert [text[s.start : s.end] for s in refusing.signs(text)] == ["We don’t COMMENT"]


@given(st.text(max_size=200), st.sampled_from(REFUSALS), st.text(max_size=200))
def test_signs_stand_in_the_text_in_order_inside_their_clauses(before: str, refusal: str, after: str) -> None:
    text = f"{before} {refusal} {after}"
    found = refusing.signs(text)
    assert all(0 <= s.clause[0] <= s.start < s.end <= len(text) and s.start < s.clause[1] for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] for s in found)


def test_a_text_that_refuses_without_end_is_told_in_part() -> None:
    assert len(refusing.signs("We don't disclose that. " * 5_000)) == refusing.MOST


def test_every_rule_has_a_name_of_its_own_a_source_and_words_without_which_it_cannot_fit() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.source
        assert all(group and all(word == word.lower() and word for word in group) for group in rule.needs)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@given(data=st.data())
def test_a_rule_is_tried_on_every_text_that_it_fits(rule: Rule, data: st.DataObject) -> None:
    folded = plain.fold(data.draw(st.from_regex(rule.pattern)))
    assert not rule.pattern.search(folded) or rule in NEEDS.met(folded)


@pytest.mark.parametrize(
    "text",
    [
        "I don't.",
        "I really don't.",
        "We don't yet have visibility.",
        "There's not much that we can add.",
        "I haven't read that.",
        "We're not quite ready to talk about it.",
        "Let me follow-up on that.",
        "You might take that to the port authority.",
        "Pas de commentaire.",
    ],
)
def test_a_short_refusal_is_heard_whatever_else_is_said(text: str) -> None:
    assert len(refusing.signs(text)) == 1


@pytest.mark.parametrize("text", ["We keep it close to the plant.", "We hope very soon to offer more of it."])
def test_what_is_near_or_soon_is_not_kept_back(text: str) -> None:
    assert refusing.signs(text) == []


WORDS = sorted({word for rule in RULES for group in rule.needs for word in group})


@given(st.lists(st.sampled_from([*WORDS, "and", "margin", "x"]), max_size=12), st.sampled_from(["", " ", ", "]))
def test_the_rules_to_try_are_those_of_whose_needed_words_one_of_each_group_stands_there(
    said: list[str], between: str
) -> None:
    text = between.join(said)
    wanted = [rule for rule in RULES if all(any(word in text for word in group) for group in rule.needs)]
    assert NEEDS.met(text) == wanted


# "(?:a+)+": a quantifier without bound over one without bound
NESTED = re.compile(r"[+*]\)[+*]")


def test_no_pattern_repeats_a_repetition() -> None:
    assert [rule.name for rule in RULES if NESTED.search(rule.pattern.pattern)] == []
