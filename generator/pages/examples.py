"""Chooses words to try the search with, which are sure to find something. Knows neither pages nor markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model import Passage
from generator.pages import desk
from generator.pages.desk import Desk

PLAIN = re.compile(r"[^\W_]+(?: [^\W_]+)*")  # "data centers", not "sodium-ion": a hyphen means something to a search
TRIED = 12
"""How many topics and askers are looked at."""


def choose(at: Desk) -> tuple[str, ...]:
    """Choose up to three: a topic, an asker with a topic, a firm with a topic, as printed in one and the same turn."""
    used: set[str] = set()
    found = (_topic(at, used), _asker(at, used), _firm(at, used))
    return tuple(dict.fromkeys(each for each in found if each))


def _topic(at: Desk, used: set[str]) -> str | None:
    total = {topic: sum(counter.values()) for topic, counter in at.speakers_of.items()}
    for topic, _ in desk.ranked(total)[:TRIED]:
        for passage in at.topical[topic].passages:
            words = _printed(at, topic, passage)
            if words:
                used.add(topic)
                return words
    return None


def _asker(at: Desk, used: set[str]) -> str | None:
    for speaker in _askers(at):
        name = at.archive.speakers[speaker].name
        for topic, passage in _spoken(at, speaker, used) if PLAIN.fullmatch(name) else ():
            words = _printed(at, topic, passage)
            if words:
                used.update((topic, speaker))
                return f"{name} {words}"
    return None


def _firm(at: Desk, used: set[str]) -> str | None:
    for speaker in (each for each in _askers(at) if each not in used):
        for topic, passage in _spoken(at, speaker, used):
            call = at.archive.calls[passage.call]
            seen, words = desk.appearance(call, call.turn(passage.turn)), _printed(at, topic, passage)
            if words and seen and PLAIN.fullmatch(seen.organization or ""):
                return f"{seen.organization} {words}"
    return None


def _askers(at: Desk) -> list[str]:
    """List those who ask most."""
    asked = {person.id: len(at.archive.asked_by.get(person.id, ())) for person in at.people}
    return [speaker for speaker, number in desk.ranked(asked)[:TRIED] if number]


def _spoken(at: Desk, speaker: str, used: Iterable[str]) -> Iterator[tuple[str, Passage]]:
    """Yield what somebody says, topic by topic, of topics that are not used yet."""
    for topic, _ in desk.ranked(at.topics_of.get(speaker, {}))[:TRIED]:
        if topic not in used:
            for passage in at.topical[topic].passages:
                if at.archive.calls[passage.call].turn(passage.turn).speaker == speaker:
                    yield topic, passage


def _printed(at: Desk, topic: str, passage: Passage) -> str | None:
    """Take the first words of a passage that speak of its topic, None if a search would not take them as they are."""
    said = desk.says(at, at.topical[topic], passage.call)[passage.turn]
    start, end = said.places[0]
    words = said.text[start:end]
    return words if PLAIN.fullmatch(words) else None
