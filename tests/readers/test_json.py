"""JSON of services and lists keeps every word, its voice and its line; machines' names for voices become no people."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.grammar import names
from generator.readers import services
from tests import growth
from tests.conftest import CASES
from tests.readers import layouts, reading

Write = Callable[[layouts.Turns], Any]

SPELLINGS: dict[str, Write] = {
    "speaker, text": lambda turns: [{"speaker": who, "text": "\n".join(said)} for who, said in turns],
    "name, speech": lambda turns: {"transcript": [{"name": who, "speech": "\n".join(said)} for who, said in turns]},
    "speaker_name, paragraphs": lambda turns: {"d": {"t": [{"speaker_name": w, "paragraphs": s} for w, s in turns]}},
    "participant, content": lambda turns: {"items": [{"participant": {"name": w}, "content": s} for w, s in turns]},
    "parts": lambda turns: {
        "prepared_remarks": [{"speaker": w, "speech": " ".join(s)} for w, s in turns[:2]],
        "questions": [{"speaker": w, "speech": " ".join(s)} for w, s in turns[2:]],
    },
    "monologues": lambda turns: {
        "speakers": [{"id": n, "name": who} for n, who in enumerate(layouts.PEOPLE)],
        "monologues": [{"speaker": list(layouts.PEOPLE).index(w), "elements": _elements(s)} for w, s in turns],
    },
}


def _elements(paragraphs: Any) -> list[dict[str, str]]:
    words = " ".join(paragraphs).split()
    return [e for word in words for e in ({"type": "text", "value": word}, {"type": "punct", "value": " "})]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("spelling", SPELLINGS)
@settings(max_examples=20, deadline=None)
@given(turns=layouts.conversations())
def test_a_list_gives_back_the_turns_that_were_written(spelling: str, indent: int | None, turns: layouts.Turns) -> None:
    read = reading.transcript(json.dumps(SPELLINGS[spelling](turns), indent=indent), "call.json")
    assert read.reader == "json"
    told = [(who, " ".join(" ".join(paragraphs).split())) for who, paragraphs in reading.turns(read)]
    assert told == [(who, " ".join(" ".join(said).split())) for who, said in turns]


@settings(max_examples=30, deadline=None)
@given(turns=layouts.conversations())
def test_a_paragraph_stands_on_the_line_that_it_names(turns: layouts.Turns) -> None:
    text = json.dumps(SPELLINGS["speaker, text"](turns), indent=1, ensure_ascii=False)
    lines = text.split("\n")
    for spoken in reading.transcript(text, "call.json").utterances:
        for paragraph in spoken.paragraphs:
            assert json.dumps(paragraph.text, ensure_ascii=False)[1:-1].split()[0] in lines[paragraph.line - 1]


def test_every_service_has_a_sample() -> None:
    claims = [json.loads(p.read_text("utf-8"))["claim"] for p in (CASES / "readers" / "json").glob("*.expected.json")]
    known = {service.name for service in services.SERVICES} | {name for name, _, _ in services.WORDWISE}
    assert known == {claim.split(": ")[0] for claim in claims} & known


VOICES = [
    0,
    3,
    12.0,
    "0",
    "A",
    "b",
    "SPEAKER_00",
    "spk_1",
    "speaker_7",
    "S1",
    "Guest-2",
    "ch_0",
    "Speaker 4",
    "speaker C",
]
IDS = ["5551722a-f677-48a6-9287-39c0aafd9ac1", "conferenceRecords/c1/participants/9", "64b0c8d1e9f0a7b2c3d4e5f6", 20241]


@pytest.mark.parametrize("voice", [*VOICES, *IDS])
def test_a_machines_name_for_a_voice_is_nobodys_name(voice: Any) -> None:
    rows = [{"speaker": voice, "text": "The lehr runs cold."}, {"speaker": "Ilse Drummond", "text": "So it does."}]
    label = reading.transcript(json.dumps(rows), "call.json").utterances[0].label
    assert label is not None
    assert names.diarization(label)


@pytest.mark.parametrize("voice", [None, "", "UU", "unknown", True, [], {}])
def test_no_name_is_nobody(voice: Any) -> None:
    rows = [{"speaker": voice, "text": "The lehr runs cold."}, {"speaker": "Ilse Drummond", "text": "So it does."}]
    assert reading.transcript(json.dumps(rows), "call.json").utterances[0].label is None


def test_json_is_known_by_its_content_whatever_the_file_is_called() -> None:
    rows = SPELLINGS["speaker, text"]([("Ilse Drummond", ["Yes."]), ("Tobias Vane", ["No."])])
    assert reading.transcript(json.dumps(rows), "call.txt").reader == "json"
    assert reading.transcript("[Music]\nIlse Drummond: Yes.\nTobias Vane: No.\nIlse Drummond: Oh.").reader == "inline"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('{"a": [1, 2],\n "b": }', 2, "no sound JSON"),
        ('{"alpha": 1, "beta": [{"gamma": "x"}]}', 1, "which has `alpha`, `beta`"),
        ("[]", 1, "no keys"),
        ('"only words"', 1, "no keys"),
        ("[" * 100_000, 0, "nested too deeply"),
    ],
)
def test_json_that_holds_no_dialogue_is_an_error_with_a_reason(text: str, line: int, words: str) -> None:
    found = reading.reading(text, "call.json")
    assert found.transcript is None
    assert found.problems[0].line == line
    assert words in found.problems[0].message


HOSTILE: dict[str, Callable[[int], str]] = {
    "wide": lambda n: json.dumps({f"k{i}": [{"speaker": "A", "text": "b c d"}] for i in range(8 * n)}),
    "one key many times": lambda n: "{" + ",".join('"a": [{"text": "b", "start": 1}]' for _ in range(20 * n)) + "}",
    "deep": lambda n: '{"a":[' * (2 * n // 5) + '{"speaker": "A", "text": "b"}' + "]}" * (2 * n // 5),
    "many voices": lambda n: json.dumps([{"speaker": f"Name N{i}", "text": "b c d e"} for i in range(8 * n)]),
    "long name": lambda n: json.dumps([{"speaker": "a-" * (50 * n), "text": "b"}] * 3),
    "long time": lambda n: json.dumps([{"start": "1" * (90 * n), "text": "b"}] * 3),
    "quotes": lambda n: '{"a": "' + '\\"' * (200 * n) + '"}',
}
"""Each grows with a number, which is a thousand where they are to be long."""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_json_is_read_or_refused_with_a_reason(name: str) -> None:
    found = reading.reading(HOSTILE[name](growth.LARGE), "call.json")
    assert found.transcript is not None or found.problems


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_json_costs_no_more_than_its_length(name: str) -> None:
    assert growth.holds(lambda size: reading.reading(HOSTILE[name](size), "call.json"))


@settings(max_examples=60, deadline=None)
@given(
    value=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from("text speaker start words results segments type utterances".split()), inner
            )
        ),
        max_leaves=20,
    )
)
def test_no_json_brings_a_reader_down(value: Any) -> None:
    reading.reading(json.dumps(value), "call.json")
