"""What each voice of a call is: from the participant list, the operator's introduction, the title, the section.

Knows no formats. The order is the order of trust; whatever none of the four tells stays unknown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.grammar import alike, company, kinds, names, titles
from generator.model import Placement, Role, Transcript, Utterance
from generator.people import belonging, introduced, press
from generator.people.voice import Voice


def _asker(kind: str) -> Role:
    """What somebody is who is given the floor for a question, by the kind of call."""
    return Role.JOURNALIST if kind in kinds.PRESS else Role.GUEST if kind == "town_hall" else Role.SELL_SIDE_ANALYST


def assign(
    transcript: Transcript,
    voices: Sequence[Voice],
    placements: Sequence[Placement],
    given: Mapping[int, introduced.Given],
    everybody: introduced.Everybody,
) -> None:
    """Give every voice its role, organisation and title, each with the rule that told it."""
    kind = company.kind(transcript)
    _from_names(voices)
    _operators(transcript, voices, placements, kind)
    _from_operator(transcript, voices, placements, given, kind)
    belonging.from_themselves(transcript, voices, placements)
    belonging.from_remarks(everybody, voices)
    belonging.from_words(transcript, voices)
    _from_titles(voices)
    if kind in kinds.PRESS and not given:
        press.assign(transcript, voices, placements)
    _from_section(transcript, voices, placements, given, kind)
    belonging.from_the_call(transcript, voices)


def _from_names(voices: Sequence[Voice]) -> None:
    for voice in voices:
        generic = names.generic_role(voice.name)
        if generic and generic is not Role.UNKNOWN:
            voice.learn("label names a part", 0, voice.name, role=generic)
        office = names.office(next(iter(voice.labels), voice.name))
        if office:
            voice.learn("label", 0, voice.name, title=office)


def _from_operator(
    transcript: Transcript,
    voices: Sequence[Voice],
    placements: Sequence[Placement],
    given: Mapping[int, introduced.Given],
    kind: str,
) -> None:
    """Whoever is introduced for a question is an asker, of the firm that is named with them."""
    if kind in kinds.MEETINGS:
        return
    asker = _asker(kind)
    for number, placement in enumerate(placements):
        said = given.get(number)
        if placement.member is None or said is None:
            continue
        voice = voices[placement.member]
        if alike.match(said.name, [voice.name]):
            belonging.put_right(voice, transcript.utterances[number])
            buy_side = titles.BUY_SIDE.search(f"{said.organization or ''} {said.title or ''}")
            voice.learn(
                "introduction by the operator",
                said.line,
                said.words,
                organization=said.organization,
                title=said.title,
                role=Role.BUY_SIDE_ANALYST if buy_side else asker,
            )


def _operators(transcript: Transcript, voices: Sequence[Voice], placements: Sequence[Placement], kind: str) -> None:
    """Whoever hands over to askers again and again, in few words each, is the operator by whatever name ("Eric")."""
    if kind in kinds.PRESS | kinds.MEETINGS | {"town_hall"}:
        return
    said: dict[int, list[Utterance]] = {}
    for utterance, placement in zip(transcript.utterances, placements, strict=True):
        if placement.member is not None:
            said.setdefault(placement.member, []).append(utterance)
    for member, utterances in said.items():
        if voices[member].listed or voices[member].anonymous or len(utterances) < 3:
            continue
        first = _first_of_many(utterances)
        if first:
            voices[member].learn("hands over to askers", first.line, first.label or "", role=Role.OPERATOR)


def _first_of_many(utterances: Sequence[Utterance]) -> Utterance | None:
    """The first hand-over of a voice, if three of its utterances and half of them hand over; nothing if they do not."""
    wanted = max(3, (len(utterances) + 1) // 2)
    handing: list[Utterance] = []
    for left, utterance in zip(range(len(utterances), 0, -1), utterances, strict=True):
        if len(handing) + left < wanted:
            return None
        if introduced.brief(utterance) and any(g.question and g.organization for g in introduced.of_chair(utterance)):
            handing.append(utterance)
    return handing[0] if len(handing) >= wanted else None


def _from_titles(voices: Sequence[Voice]) -> None:
    for voice in voices:
        title = voice.title or ""
        if titles.ANALYST.search(title):
            voice.learn("title", 0, title, role=Role.SELL_SIDE_ANALYST)
        elif titles.BUY_SIDE.search(title):
            voice.learn("title", 0, title, role=Role.BUY_SIDE_ANALYST)
        elif titles.EXECUTIVE.search(title):
            voice.learn("title", 0, title, role=Role.EXECUTIVE)


def _from_section(
    transcript: Transcript,
    voices: Sequence[Voice],
    placements: Sequence[Placement],
    given: Mapping[int, introduced.Given],
    kind: str,
) -> None:
    """Whoever speaks before the first question, or answers an asker, is of the company's side."""
    if kind in kinds.MEETINGS:
        for voice in voices:
            if not voice.anonymous:
                voice.learn("kind of call", 0, kind, role=Role.MEMBER)
        return
    first = min(given, default=0)
    for number in range(first):
        if early := _voice(number, voices, placements):
            early.learn("speaks before the questions", transcript.utterances[number].line, "", role=Role.EXECUTIVE)
    for numbers in _slots(given):
        _stand_in(numbers, given[numbers[0]], transcript, voices, placements)
    for number in (*given, *_after_askers(transcript)):
        if answering := _voice(number, voices, placements):
            line = transcript.utterances[number].line
            answering.learn("answers whoever was given the floor", line, "", role=Role.EXECUTIVE)
    for number in _at_the_close(placements, given):
        if closing := _voice(number, voices, placements):
            closing.learn("speaks at the close", transcript.utterances[number].line, "", role=Role.EXECUTIVE)


def _at_the_close(placements: Sequence[Placement], given: Mapping[int, introduced.Given]) -> range:
    """Numbers of the utterances after the last slot: whoever takes leave of everybody is of the company's side."""
    return range(max(given) + 1, len(placements)) if given else range(0)


def _after_askers(transcript: Transcript) -> list[int]:
    """Numbers of the utterances that follow one under a label for askers ("Q")."""
    labels = [u.label for u in transcript.utterances]
    return [n for n in range(1, len(labels)) if (before := labels[n - 1]) and names.stands_for_asker(before)]


def _voice(number: int, voices: Sequence[Voice], placements: Sequence[Placement]) -> Voice | None:
    member = placements[number].member
    return None if member is None or voices[member].anonymous else voices[member]


def _slots(given: Mapping[int, introduced.Given]) -> list[list[int]]:
    """Utterance numbers of each hand-over's slot."""
    slots: dict[int, list[int]] = {}
    for number, said in given.items():
        slots.setdefault(id(said), []).append(number)
    return list(slots.values())


def _stand_in(
    numbers: Sequence[int],
    said: introduced.Given,
    transcript: Transcript,
    voices: Sequence[Voice],
    placements: Sequence[Placement],
) -> None:
    """In a slot in which the introduced one never speaks, the first voice not of the company is the asker.

    Analysts call in for colleagues ("this is X on for Y"); they belong to the firm that was announced.
    """
    speaking = [(n, v) for n in numbers if (v := _voice(n, voices, placements))]
    if any(alike.match(said.name, [v.name]) for _, v in speaking):
        return
    for number, voice in speaking:
        if voice.role is None and not titles.EXECUTIVE.search(voice.title or ""):
            voice.learn(
                f"speaks in the slot of {said.name}",
                transcript.utterances[number].line,
                said.words,
                organization=said.organization,
                role=_asker(company.kind(transcript)),
            )
        if voice.role is not Role.EXECUTIVE:
            return
