"""The boilerplate on forward-looking statements."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract import safe_harbor


@pytest.mark.parametrize("number", range(len(safe_harbor.TELLTALES)))
@given(data=st.data())
def test_every_phrase_of_it_begins_with_words_that_are_looked_for_first(number: int, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(safe_harbor.TELLTALES[number]))
    assert safe_harbor.BEGINS.begins(text.upper())
