"""A page is printed again when something that it looked at is another, and only then."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator import pages
from generator.model import Archive, Call
from generator.pages.recall import Memory
from tests.figures import talk
from tests.pages.archive import Choices

FERRIES = "We speak of the ferries today, of ferries and of nothing but ferries."
FIRST = talk.call("c01", "2010-01-15", [talk.FILLER, FERRIES])
SECOND = talk.call("c02", "2010-04-15", [talk.FILLER, FERRIES])


@dataclass(frozen=True, slots=True)
class Team:
    """Builds again and again, and remembers."""

    memory: Memory = field(default_factory=Memory)
    calls: dict[str, Call] = field(default_factory=dict)
    """What calls depended on → the calls."""

    def prints(self, archive: Archive, **changed: str) -> set[str]:
        """Give the pages that are printed, where calls depend on something else than they did."""
        keys = {call: changed.get(call.rpartition("/")[2], f"{call} as it was") for call in archive.calls}
        self.calls.update((key, archive.calls[call]) for call, key in keys.items())
        at = pages.prepare(archive, Choices(), keys, self.memory)
        made = pages.remember(at, keys, self.memory, lambda kept: True, self.calls.get)
        return {page.path for _, page in made if page}


def _said_otherwise(call: Call, number: int, text: str) -> Call:
    """Put other words into a turn that mentions nothing, of a file that is another then."""
    turn = call.turn(number)
    paragraph = replace(turn.paragraphs[0], text=text)
    turns = list(call.turns)
    turns[number - 1] = replace(turn, paragraphs=(paragraph, *turn.paragraphs[1:]))
    return replace(call, turns=tuple(turns), source=replace(call.source, sha256=f"of {text}"))


def _again(archive: Archive, call: Call) -> Archive:
    return replace(archive, calls={each.id: call if each.id == call.id else each for each in archive.calls.values()})


def test_nothing_is_printed_again_while_nothing_changes() -> None:
    archive, team = talk.archive(FIRST, SECOND), Team()
    assert "topics/ferries.md" in {path.replace("/index", "") for path in team.prints(archive)}
    assert team.prints(archive) == set()


def test_a_call_that_depends_on_something_else_and_is_the_same_makes_no_page_be_printed() -> None:
    archive, team = talk.archive(FIRST, SECOND), Team()
    team.prints(archive)
    assert team.prints(archive, c02="another") == set()
    assert team.prints(archive, c02="a third") == set()


def test_other_words_print_the_call_and_not_the_topics_of_which_other_turns_speak() -> None:
    archive, team = talk.archive(FIRST, SECOND), Team()
    every = team.prints(archive)
    edited = _again(archive, _said_otherwise(SECOND, 1, talk.FILLER.upper()))
    found = team.prints(edited, c02="another")
    assert any(path.startswith("calls/") and "c02" in path for path in found)
    assert not any("c01" in path or path.startswith("topics/ferries") for path in found)
    assert found < every


def test_other_words_around_a_mention_print_the_topic() -> None:
    archive, team = talk.archive(FIRST, SECOND), Team()
    team.prints(archive)
    edited = _again(archive, _said_otherwise(SECOND, 2, FERRIES.replace("nothing", "little")))
    assert any(path.startswith("topics/ferries") for path in team.prints(edited, c02="another"))


def test_other_words_of_the_turn_that_the_topic_does_not_show_leave_it_alone() -> None:
    said = talk.call("c02", "2010-04-15", [talk.FILLER, f"Good morning. / {FERRIES}"])
    archive, team = talk.archive(FIRST, said), Team()
    team.prints(archive)
    found = team.prints(_again(archive, _said_otherwise(said, 2, "Good evening.")), c02="another")
    assert any("c02" in path for path in found)
    assert not any(path.startswith("topics/ferries") for path in found)


def test_what_was_kept_once_is_noticed_the_next_time() -> None:
    archive, team = talk.archive(FIRST, SECOND), Team()
    team.prints(archive)
    team.prints(archive, c02="another")
    edited = _again(archive, _said_otherwise(SECOND, 2, FERRIES.replace("nothing", "little")))
    assert any(path.startswith("topics/ferries") for path in team.prints(edited, c02="a third"))


def test_a_call_of_which_nobody_remembers_what_it_was_prints_all_that_looked_into_it() -> None:
    archive, team = talk.archive(FIRST, SECOND), Team()
    team.prints(archive)
    team.calls.clear()
    assert any(path.startswith("topics/ferries") for path in team.prints(archive, c02="another"))


def test_a_passage_more_prints_the_topic() -> None:
    first, team = talk.archive(FIRST), Team()
    team.prints(first)
    both = talk.archive(FIRST, SECOND)
    assert any(path.startswith("topics/ferries") for path in team.prints(both))


def test_what_pages_write_alike_is_seen_by_each_of_them() -> None:
    archive, team = talk.archive(FIRST, SECOND), Team()
    team.prints(archive)
    someone = next(turn.speaker for turn in FIRST.turns if turn.speaker)
    renamed = {**archive.speakers, someone: replace(archive.speakers[someone], name="Somebody Else")}
    found = team.prints(replace(archive, speakers=renamed))
    assert {call for call in ("c01", "c02") if any(call in path for path in found)} == {"c01", "c02"}
    assert any(path.startswith("topics/ferries") for path in found)
