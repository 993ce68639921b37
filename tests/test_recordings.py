"""A call gets the recording that its details name, else the one of its own name; what is wrong with one is told."""

from __future__ import annotations

import pytest

from generator import recordings
from generator.model import Detail, Recording, Source, Transcript


def transcript(path: str, media: str = "", origin: str = "sidecar") -> Transcript:
    """Make a transcript whose details may name a recording, in line 3."""
    details = (Detail("media", media, origin, path, 3),) if media else ()
    return Transcript(Source(path, "0", 0), "inline", "", (), details=details)


def matched(*given: Transcript, there: tuple[str, ...] = (), size: int = 9) -> tuple[dict[str, str], list[str]]:
    """Match transcripts with recordings of one size, and give both as words."""
    found, told = recordings.match(given, [Recording(path, size) for path in there])
    return {path: recording.path for path, recording in found.items()}, [str(problem) for problem in told]


def test_a_recording_of_the_same_name_is_found_by_itself() -> None:
    given = (transcript("a/call.vtt"), transcript("b/call.vtt"))
    assert matched(*given, there=("a/call.mp3", "b/call.OGG")) == (
        {"a/call.vtt": "a/call.mp3", "b/call.vtt": "b/call.OGG"},
        [],
    )


@pytest.mark.parametrize("named", ["talk.mp3", "./talk.mp3", "sounds/talk.mp3", "../a/talk.mp3"])
def test_the_details_may_name_a_recording_in_the_folder_of_the_transcript_or_below(named: str) -> None:
    found, told = matched(transcript("a/call.txt", named), there=("a/talk.mp3", "a/sounds/talk.mp3"))
    assert found["a/call.txt"].endswith("talk.mp3")
    assert all("belongs to no transcript" in problem for problem in told)


def test_what_the_details_name_wins_over_the_same_name() -> None:
    given = transcript("a/call.txt", "other.ogg")
    assert matched(given, there=("a/call.mp3", "a/other.ogg")) == ({"a/call.txt": "a/other.ogg"}, [])


def test_a_web_address_leaves_the_file_of_the_same_name_to_be_played() -> None:
    given = transcript("a/call.txt", "https://example.com/call")
    assert matched(given, there=("a/call.mp3",)) == ({"a/call.txt": "a/call.mp3"}, [])
    assert matched(given) == ({}, [])


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("gone.mp3", "the recording is not there: a/gone.mp3"),
        ("../../secret.mp3", "the recording lies outside the content folder"),
        ("/etc/secret.mp3", "the recording lies outside the content folder"),
        ("javascript:alert(1)", "`media` is neither a web address nor a recording"),
        ("notes.txt", "`media` is neither a web address nor a recording"),
    ],
)
def test_a_recording_that_cannot_be_played_is_an_error_with_its_line(named: str, said: str) -> None:
    found, told = matched(transcript("a/call.txt", named))
    assert found == {}
    assert len(told) == 1
    assert told[0].startswith(f"a/call.txt:3: error: {said}")


def test_what_a_header_says_of_a_film_is_no_mistake_of_the_team() -> None:
    assert matched(transcript("a/call.txt", "yes, by request", "header")) == ({}, [])


def test_of_several_the_smallest_kind_is_played_and_the_others_are_told() -> None:
    found, told = matched(transcript("a/call.txt"), there=("a/call.mp4", "a/call.mp3"))
    assert found == {"a/call.txt": "a/call.mp3"}
    assert told == [
        "a/call.mp3: warning: the call has more than one recording, and this one is played (not a/call.mp4)"
        " (name one as `media` in the details of the transcript)"
    ]


def test_a_recording_that_nobody_wants_is_told() -> None:
    assert matched(transcript("a/call.txt"), there=("a/cal.mp3",))[1][0].startswith("a/cal.mp3: warning: a recording")


@pytest.mark.parametrize(("size", "said"), [(recordings.LARGEST + 1, "larger than 100 MB"), (0, "is empty")])
def test_a_recording_that_will_make_trouble_is_played_with_a_warning(size: int, said: str) -> None:
    found, told = matched(transcript("a/call.txt"), there=("a/call.mp3",), size=size)
    assert found == {"a/call.txt": "a/call.mp3"}
    assert [said in problem for problem in told] == [True]


def test_two_transcripts_may_share_a_recording() -> None:
    given = (transcript("a/one.txt", "day.mp3"), transcript("a/two.txt", "day.mp3"))
    assert matched(*given, there=("a/day.mp3",)) == ({"a/one.txt": "a/day.mp3", "a/two.txt": "a/day.mp3"}, [])
