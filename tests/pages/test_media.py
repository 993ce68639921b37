"""A time leads to its moment: in the recording at hand, in the player of the call's page, or on another site."""

from __future__ import annotations

import dataclasses
import math
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import pages
from generator.model import Archive, Call, Detail, Paragraph, Recording
from generator.pages import moments
from tests.pages import archive
from tests.pages.test_escape import convert

HERE = {archive.FIRST.id: Recording("lanhai/2024-q1.mp3", 312_345)}
CALL_PAGE, QUESTION_PAGE = "calls/lanhai/2024-q1/index.md", "calls/lanhai/2024-q1/mei-tan-1.md"


def timed(media: str = "", start: float | None = 252.4) -> Call:
    """Make the first call with times in its question and its answer."""
    turns = tuple(
        dataclasses.replace(turn, paragraphs=tuple(_at(p, start) for p in turn.paragraphs))
        if turn.number in (5, 6)
        else turn
        for turn in archive.FIRST.turns
    )
    details = (Detail("media", media, "sidecar", "lanhai/2024-q1.yml", 4),) if media else ()
    return dataclasses.replace(archive.FIRST, turns=turns, details=details)


def _at(paragraph: Paragraph, start: float | None) -> Paragraph:
    return dataclasses.replace(paragraph, start=start)


def made(call: Call, path: str, recordings: dict[str, Recording] | None = None, folders: bool = True) -> str:
    """Print one page of an archive with that call."""
    of: Archive = dataclasses.replace(
        archive.ARCHIVE, calls={**archive.CALLS, call.id: call}, recordings=recordings or {}
    )
    settings = archive.Choices(directory_urls=folders)
    return next(page.text for page in pages.render(of, settings) if page.path == path)


def times(page: str) -> list[dict[str, str | None]]:
    """Read the times of a page: tag and attributes."""
    parsed = convert(page.split("---\n", 2)[2], bigger=False)
    return [{"tag": node.tag, **node.attributes} for node in parsed.css(".ca-time")]


def test_without_a_recording_a_time_is_only_shown() -> None:
    first = times(made(timed(), CALL_PAGE))[0]
    assert first == {"tag": "span", "class": "ca-time", "data-time": "0:04:12", "data-at": "252.4"}


def test_a_time_leads_into_the_recording_beside_the_page_and_only_the_first_of_a_turn_is_a_stop_for_the_keyboard() -> (
    None
):
    found = times(made(timed(), CALL_PAGE, HERE))
    assert [time["href"] for time in found] == ["recording.mp3#t=252.4"] * 3
    assert [time.get("tabindex") for time in found] == [None, None, "-1"]
    assert found[0]["aria-label"] == "Listen from 0:04:12"


@pytest.mark.parametrize(("folders", "place"), [(True, "../?t=252.4#t5p1"), (False, "index.html?t=252.4#t5p1")])
def test_from_the_page_of_a_question_a_time_leads_to_the_player_of_the_call(folders: bool, place: str) -> None:
    asked = [time["href"] for time in times(made(timed(), QUESTION_PAGE, HERE, folders))]
    assert asked[0] == place


def test_a_recording_elsewhere_is_linked_at_its_moment_and_not_played_here() -> None:
    page = made(timed("https://www.youtube.com/watch?v=a_b*c&t=3"), CALL_PAGE)
    assert times(page)[0]["href"] == "https://www.youtube.com/watch?v=a_b%2Ac&t=252s"
    assert "ca-player" not in page
    assert "recording at www&#46;youtube.com" in page


@pytest.mark.parametrize(
    "media", ["javascript:alert(1)", "ftp://example.com/a.mp3", "call.mp3", "//example.com/a.mp3", "https://"]
)
def test_what_is_no_web_address_is_no_link(media: str) -> None:
    assert {time["tag"] for time in times(made(timed(media), CALL_PAGE))} == {"span"}


def test_the_player_plays_the_recording_beside_the_page_when_asked_to() -> None:
    parsed = convert(made(timed(), CALL_PAGE, HERE).split("---\n", 2)[2], bigger=False)
    player = parsed.css_first(".ca-player > audio")
    assert player is not None
    assert (player.attributes["src"], player.attributes["preload"], "controls" in player.attributes) == (
        "recording.mp3",
        "none",
        True,
    )
    assert "autoplay" not in player.attributes


def test_a_film_is_played_as_one() -> None:
    film = {archive.FIRST.id: Recording("lanhai/2024-q1.MP4", 5_200_000)}
    page = made(timed(), CALL_PAGE, film)
    parsed = convert(page.split("---\n", 2)[2], bigger=False)
    shown = parsed.css_first(".ca-player > video")
    assert shown is not None and shown.attributes["src"] == "recording.mp4"
    assert "MP4,\u00a05.2\u00a0MB" in page


def test_a_recording_lies_beside_the_page_of_its_call() -> None:
    of = dataclasses.replace(archive.ARCHIVE, recordings=HERE)
    assert list(pages.recordings(of)) == [("calls/lanhai/2024-q1/recording.mp3", "lanhai/2024-q1.mp3")]


@pytest.mark.parametrize("start", [math.nan, math.inf, -1.0, 1e12])
def test_a_time_that_is_none_is_not_shown(start: float) -> None:
    assert times(made(timed(start=start), CALL_PAGE)) == []


@pytest.mark.parametrize(
    ("address", "moment"),
    [
        ("https://youtu.be/abc", "https://youtu.be/abc?t=252s"),
        ("https://m.youtube.com/watch?v=abc&list=x", "https://m.youtube.com/watch?v=abc&list=x&t=252s"),
        ("https://vimeo.com/123", "https://vimeo.com/123#t=252s"),
        ("https://open.spotify.com/episode/x?si=y", "https://open.spotify.com/episode/x?si=y&t=252"),
        ("https://archive.org/details/x?start=9", "https://archive.org/details/x?start=252"),
        ("http://example.com/a.mp3", "http://example.com/a.mp3#t=252"),
        ("https://example.com/a.mp3?t=x#t=5", "https://example.com/a.mp3?t=x#t=252"),
        ("https://example.com/player#/episodes/9", "https://example.com/player#/episodes/9"),
        ("https://youtube.com.example.org/watch", "https://youtube.com.example.org/watch#t=252"),
        ("https://[broken/", None),
        ("mailto:a@example.com", None),
        ("https://example.com/" + "a" * 3000, None),
    ],
)
def test_each_host_gets_the_moment_in_its_own_form(address: str, moment: str | None) -> None:
    assert moments.at(address, 252.9) == moment


@given(st.text(max_size=60), st.floats(0, 1e6))
def test_a_moment_is_on_the_same_site_as_its_recording(rest: str, seconds: float) -> None:
    address = f"https://example.com/{rest}"
    moment = moments.at(address, seconds)
    assert moment is None or urlsplit(moment)[:2] == ("https", "example.com")
