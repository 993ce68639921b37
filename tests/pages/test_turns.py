"""What pages look up by call and turn, worked out call by call."""

from __future__ import annotations

from generator.model import Call
from generator.pages.turns import ByCall
from tests import scripts

CALLS = {name: scripts.call(f"Mei Tan: We melt sand in {name}.") for name in ("january", "may", "july")}


def said(asked: list[str]) -> ByCall[int, str]:
    """Look up the words of a turn, and note of which call that is worked out."""

    def work(call: Call) -> dict[int, str]:
        words = {turn.number: turn.paragraphs[0].text for turn in call.turns}
        asked.append(words[1].rpartition(" ")[2])
        return words

    return ByCall(CALLS, work)


def test_a_call_is_worked_out_once_while_pages_look_at_it() -> None:
    asked: list[str] = []
    found = said(asked)
    assert found["may", 1] == found.get(("may", 1)) == "We melt sand in may."
    assert found.get(("may", 7), "nothing") == found.get(("june", 1), "nothing") == "nothing"
    assert found["may", 1] and found["july", 1] and found["may", 1]
    assert asked == ["may.", "july."]
