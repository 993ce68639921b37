"""The words of a text, as the engine of a packed archive counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search import languages, tokens


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("Margins,", ("margins",)),
        ("don’t", ("dont", "don")),
        ("state-of-the-art", ("state", "of", "the", "art", "stateoftheart")),
        ("3.5%", ("3", "5", "35")),
        ("l’énergie", ("lenergie", "energie")),
        ("d’Aujourd’hui-là", ("daujourdhui", "la", "daujourdhuila", "aujourd", "hui")),
        ("—", ()),
        ("Straße", ("strasse",)),
        ("Müller", ("muller",)),
        ("société", ("societe",)),
        ("Ørsted", ("orsted",)),
        ("ﬁnance", ("finance",)),
    ],
)
def test_words_are_folded_so_that_they_are_found_as_people_type_them(token: str, words: tuple[str, ...]) -> None:
    assert tokens.known(token) == words


def test_signs_of_a_text_without_spaces_have_places_of_their_own() -> None:
    placed = tokens.placed(tokens.parted("云计算 AI 模型", by_signs=True))
    assert list(placed) == [(0, ("云",)), (1, ("计",)), (2, ("算",)), (3, ("ai",)), (4, ("模",)), (5, ("型",))]


@given(st.text())
def test_every_word_has_the_place_at_which_a_script_finds_it(text: str) -> None:
    clean = languages.clean(text)
    for place, words in tokens.placed(clean):
        assert set(words) == set(tokens.known(clean.split()[place]))


@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert tokens.folded(tokens.folded(text)) == tokens.folded(tokens.folded(tokens.folded(text)))
