"""Captions of any program keep every word, its voice, its time and its line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import growth
from tests.readers import layouts, reading
from tests.readers.test_faithfulness import kept, said, words

Write = Callable[[layouts.Turns], str]


def _cues(turns: layouts.Turns) -> list[tuple[str, str]]:
    """Cut turns into cues of at most seven words, in the middle of sentences."""
    cues: list[tuple[str, str]] = []
    for name, paragraphs in turns:
        spoken = " ".join(paragraphs).split()
        cues += [(name, " ".join(spoken[n : n + 7])) for n in range(0, len(spoken), 7)]
    return cues


def _clock(seconds: int, comma: bool = False) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{',' if comma else '.'}000"


def zoom(turns: layouts.Turns) -> str:
    """Write `Name: text` in numbered cues."""
    rows = enumerate(_cues(turns), 1)
    return "WEBVTT\n\n" + "\n".join(f"{n}\n{_clock(n)} --> {_clock(n + 1)}\n{who}: {text}\n" for n, (who, text) in rows)


def teams(turns: layouts.Turns) -> str:
    """Write `<v Name>text</v>`."""
    rows = enumerate(_cues(turns), 1)
    return "WEBVTT\n\n" + "\n".join(
        f"{_clock(n)} --> {_clock(n + 1)}\n<v {who}>{text}</v>\n" for n, (who, text) in rows
    )


def webex(turns: layouts.Turns) -> str:
    """Write the name into the identifier."""
    rows = enumerate(_cues(turns), 1)
    return "WEBVTT\n\n" + "\n".join(
        f'{n} "{who}" (33897)\n{_clock(n)} --> {_clock(n + 1)}\n{text}\n' for n, (who, text) in rows
    )


def changes(turns: layouts.Turns) -> str:
    """Write SRT in which a name stands only where another voice begins."""
    rows, last, out = enumerate(_cues(turns), 1), "", []
    for n, (who, text) in rows:
        out.append(f"{n}\n{_clock(n, True)} --> {_clock(n + 1, True)}\n{text if who == last else f'{who}: {text}'}\n")
        last = who
    return "\n".join(out)


PROGRAMS: dict[str, tuple[str, Write]] = {
    "zoom": ("call.vtt", zoom),
    "teams": ("call.vtt", teams),
    "webex": ("call.vtt", webex),
    "changes": ("call.srt", changes),
    "text": ("call.txt", zoom),
}


def _named(turns: layouts.Turns) -> list[tuple[str, str]]:
    return [(name, " ".join(" ".join(paragraphs).split())) for name, paragraphs in turns]


@pytest.mark.parametrize("program", PROGRAMS)
@settings(max_examples=40, deadline=None)
@given(turns=layouts.conversations())
def test_captions_give_back_the_turns_that_were_cut_into_them(program: str, turns: layouts.Turns) -> None:
    name, write = PROGRAMS[program]
    read = reading.transcript(write(turns), name)
    assert read.reader == "captions"
    assert [(who, " ".join(paragraphs)) for who, paragraphs in reading.turns(read)] == _named(turns)


@pytest.mark.parametrize("program", PROGRAMS)
@settings(max_examples=20, deadline=None)
@given(turns=layouts.conversations(), cut=st.integers(0, 400))
def test_captions_lose_and_invent_no_word_even_where_the_file_is_cut_off(
    program: str, turns: layouts.Turns, cut: int
) -> None:
    name, write = PROGRAMS[program]
    whole = write(turns)
    text = whole[: len(whole) - cut] + "\nand so on"
    found = reading.reading(text, name)
    if found.transcript:
        plain = words(text.replace("<v ", " ").replace("</v>", " "))
        lost = plain - kept(found.transcript)
        assert set(lost) <= set(words(" ".join(layouts.PEOPLE))), "names are kept once a turn, all else as it stands"
        assert not set(plain) - set(kept(found.transcript))
        assert not said(found.transcript) - words(text)


@pytest.mark.parametrize("program", PROGRAMS)
@settings(max_examples=15, deadline=None)
@given(turns=layouts.conversations())
def test_a_paragraph_knows_its_line_and_its_second(program: str, turns: layouts.Turns) -> None:
    name, write = PROGRAMS[program]
    text = write(turns)
    lines = text.split("\n")
    for spoken in reading.transcript(text, name).utterances:
        assert spoken.start == spoken.paragraphs[0].start
        for paragraph in spoken.paragraphs:
            assert paragraph.text.split()[0] in lines[paragraph.line - 1]
            assert paragraph.start is not None
            assert _clock(int(paragraph.start)) in lines[paragraph.line - 2].replace(",", ".")


def test_captions_that_name_nobody_invent_nobody() -> None:
    lines = ["Total Revenue: nine", "New York: a city", "he said: no", "Note: so", "Great.", "At 9:30 we met"] * 3
    text = "".join(
        f"{n}\n{_clock(n, True)} --> {_clock(n + 1, True)}\n{words} {n}\n\n" for n, words in enumerate(lines)
    )
    assert {u.label for u in reading.transcript(text, "call.srt").utterances} == {None}


HOSTILE: dict[str, Callable[[int], str]] = {
    "arrows": lambda n: "WEBVTT\n\n" + "-->\n" * (50 * n),
    "digits": lambda n: f"WEBVTT\n\n{'1' * (200 * n)} --> {'1' * (200 * n)}",
    "tags": lambda n: "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v a" * (50 * n),
    "open voices": lambda n: "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v a>b" * (30 * n),
    "braces": lambda n: "1\n00:00:01,000 --> 00:00:02,000\n" + "{\\a" * (60 * n),
    "colons": lambda n: "1\n00:00:01,000 --> 00:00:02,000\n" + "a: \n" * (60 * n),
    "one cue of many lines": lambda n: "1\n00:00:01,000 --> 00:00:02,000\n" + "glass\n" * (60 * n),
    "blank lines": lambda n: "WEBVTT\n" + "\n" * (100 * n) + "00:01.000 --> 00:02.000\na",
}
"""Each grows with a number, which is a thousand where they are to be long."""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_captions_are_read_or_refused_with_a_reason(name: str) -> None:
    found = reading.reading(HOSTILE[name](growth.LARGE), "call.vtt")
    assert found.transcript is not None or found.problems


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_captions_cost_no_more_than_their_length(name: str) -> None:
    assert growth.holds(lambda size: reading.reading(HOSTILE[name](size), "call.vtt"))


def test_captions_without_words_are_an_error_with_a_reason() -> None:
    found = reading.reading("WEBVTT\n\n00:01.000 --> 00:02.000\n\n", "call.vtt")
    assert found.transcript is None
    assert "no caption with times and words" in found.problems[0].message
