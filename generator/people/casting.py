"""Labels of one call → its voices, and whose words each utterance is. Knows no formats and no other call.

Inside one call a label is matched, in this order: to itself, to a listed participant or an earlier voice of the same
name, by initials that the file defines, by a single name that only one person of the call bears, by a shortened or
misspelled form with the same initial. Whatever stays open becomes a voice of its own: unknown beats wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator import problems
from generator.grammar import alike, names
from generator.model import Cast, Evidence, Member, Participant, Placement, Role, Transcript, Utterance
from generator.people import introduced, roles, shared, twofold
from generator.people.voice import Voice
from generator.problems import Problem


def cast(transcript: Transcript) -> Cast:
    """Tell the voices of a call apart, and say for each utterance whose it is and by which rule."""
    voices = [_listed(p) for p in transcript.participants]
    voices = _without_doubles(voices)
    everybody = introduced.everybody(transcript)
    introductions = introduced.find(transcript, everybody)
    placements: list[Placement] = []
    by_label: dict[str, tuple[int, str]] = {}
    several = shared.find(transcript)
    for number, utterance in enumerate(transcript.utterances):
        joint = utterance.label in several
        placements.append(
            _nobody(utterance) if joint else _place(utterance, introductions.get(number), voices, by_label)
        )
    doubtful = _twofold(transcript, voices, placements, introductions)
    roles.assign(transcript, voices, placements, introductions, everybody)
    members = tuple(_member(n, v) for n, v in enumerate(voices))
    return Cast(transcript.source.path, members, tuple(placements), doubtful)


def _twofold(
    transcript: Transcript,
    voices: list[Voice],
    placements: list[Placement],
    introductions: Mapping[int, introduced.Given],
) -> tuple[Problem, ...]:
    """Give a question that is printed under the label of whoever answers it to whom the chair gave the floor."""
    said: list[Problem] = []
    for number, given in list(twofold.find(transcript, [p.member for p in placements], voices, introductions)):
        utterance = transcript.utterances[number]
        member = _introduced_voice(given, voices)
        voices[member].speaks = True
        placements[number] = Placement(member, Evidence("given the floor, under the label of who answers", given.line))
        told = f"{utterance.label} is printed twice in a row, first over the question of {given.name}"
        hint = "put the right name before the question if that is so, or the answerer's words together if not"
        said.append(problems.warning(transcript.source.path, utterance.line, told, hint))
    return tuple(said)


def _listed(participant: Participant) -> Voice:
    voice = Voice(participant.name, listed=True, initials=participant.initials)
    voice.evidence.append(Evidence("name: participant list", participant.line, participant.name))
    voice.anonymous = names.generic_role(participant.name) is not None
    _learn_all(voice, participant, "participant list")
    return voice


def _learn_all(voice: Voice, said: Participant, rule: str) -> None:
    voice.learn(
        rule,
        said.line,
        said.name,
        organization=said.organization,
        title=said.title,
        role=said.role,
        initials=said.initials,
    )


def _without_doubles(voices: Iterable[Voice]) -> list[Voice]:
    """Join entries of the list that name one person twice ("Amy E. Hood" and "Amy Hood")."""
    kept: dict[str, Voice] = {}
    for voice in voices:
        first = kept.setdefault(names.key(voice.name), voice)
        if first is not voice:
            first.name = max(first.name, voice.name, key=len)
            for fact in ("organization", "title", "role", "initials"):
                if getattr(first, fact) is None:
                    setattr(first, fact, getattr(voice, fact))
    return list(kept.values())


def _nobody(utterance: Utterance) -> Placement:
    return Placement(None, Evidence("label names several people", utterance.line, utterance.label or ""))


def _place(
    utterance: Utterance,
    given: introduced.Given | None,
    voices: list[Voice],
    by_label: dict[str, tuple[int, str]],
) -> Placement:
    """Find or make the voice of an utterance."""
    label = utterance.label
    if label is None:
        return Placement(None, Evidence("no label", utterance.line))
    if names.diarization(label):
        return Placement(None, Evidence("diarization label, no person", utterance.line, label))
    if names.stands_for_asker(label) and given and not _own_label(given.name, by_label):
        number = _introduced_voice(given, voices)
        rule = "named in the hand-over"
        evidence = Evidence(rule, given.line, given.words)
    else:
        number, rule = by_label.get(label) or _find(label, utterance, voices)
        by_label[label] = (number, rule)
        evidence = Evidence(rule, utterance.line, label)
    voice = voices[number]
    voice.speaks = True
    voice.labels.setdefault(label)
    if utterance.tells:
        _learn_all(voice, utterance.tells, "label")
    return Placement(number, evidence)


def _own_label(name: str, by_label: Mapping[str, tuple[int, str]]) -> bool:
    """Whether somebody has spoken under a label of their own, so that a nameless one means another."""
    return any(names.same_person(name, label) for label in by_label if not names.generic_role(label))


def _introduced_voice(given: introduced.Given, voices: list[Voice]) -> int:
    """The voice of somebody whom only the hand-over names."""
    found = alike.match(given.name, [v.name for v in voices])
    if found:
        return found[0]
    voice = Voice(given.name)
    voice.evidence.append(Evidence("name: named in the hand-over", given.line, given.words))
    voices.append(voice)
    return len(voices) - 1


def _find(label: str, utterance: Utterance, voices: list[Voice]) -> tuple[int, str]:
    """Match a label to a voice, or make a new one."""
    for number, voice in enumerate(voices):
        if voice.initials and voice.initials == label:
            return number, "initials defined in the file"
    generic = names.generic_role(label)
    open_voices = [v.name if not v.anonymous or generic else "" for v in voices]
    found = alike.match(label, open_voices)
    if found:
        voice = voices[found[0]]
        if not voice.listed and found[1] != "same name" and len(names.tokens(label)) > len(names.tokens(voice.name)):
            voice.name = names.display(label)
        return found
    voice = Voice(names.display(label), anonymous=generic is not None)
    voice.evidence.append(Evidence("name: as printed", utterance.line, label))
    voices.append(voice)
    return len(voices) - 1, "label names a part" if generic else "as printed"


def _member(number: int, voice: Voice) -> Member:
    return Member(
        number,
        voice.name,
        tuple(voice.labels),
        voice.organization,
        voice.title,
        voice.role or Role.UNKNOWN,
        tuple(voice.evidence),
        voice.speaks,
        voice.anonymous,
    )
