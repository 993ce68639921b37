"""Finds a label that was printed for two people: a question under the name of whoever answers it. Knows no formats.

An operator gives the floor to somebody who has no label anywhere in the call; then one label stands twice in a row,
its owner is of the company's side, and the first words ask. They are the words of whoever was given the floor.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.grammar import asking, names
from generator.model import Role, Transcript
from generator.people.introduced import Given
from generator.people.voice import Voice


def find(
    transcript: Transcript, placed: Sequence[int | None], voices: Sequence[Voice], given: Mapping[int, Given]
) -> Iterator[tuple[int, Given]]:
    """Yield (number of the utterance, whose words it holds) for each label printed for two."""
    before = {member for number, member in enumerate(placed) if number < min(given, default=0)}
    labels = {u.label for u in transcript.utterances if u.label}
    for number, said in given.items():
        first = given.get(number - 1) is not said
        member = placed[number]
        if not first or not said.organization or member is None or given.get(number + 1) is not said:
            continue
        if any(names.same_person(said.name, label) for label in labels):
            continue
        own = member in before or voices[member].role is Role.EXECUTIVE
        twice = transcript.utterances[number].label == transcript.utterances[number + 1].label
        if own and twice and any(asking.parts(p.text) for p in transcript.utterances[number].paragraphs):
            yield number, said
