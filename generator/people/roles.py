"""What each voice of a call is: from the participant list, the operator's introduction, the title, the section.

Knows no formats. The order is the order of trust; whatever none of the four tells stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.grammar import alike, company, floor, names, routing, titles
from generator.model import Placement, Role, Transcript, Utterance
from generator.people import introduced, press
from generator.people.voice import Voice

# "Chief Executive Officer", "CFO & Director", "Senior Vice President, Investor Relations", "Head of IR"
EXECUTIVE = re.compile(
    r"(?i)\b(?:chief|ceo|cfo|coo|cto|cio|cmo|evp|svp|vp|vice president|president|chair(?:man|woman|person)?|director"
    r"|founder|"
    r"treasurer|controller|secretary|counsel|investor relations|ir|general manager|managing director|head|minister"
    r"|mayor|"
    r"engineer|commissioner|officer)\b"
)

# "Analyst", "Research Analyst", "Managing Director, Equity Research"
ANALYST = re.compile(r"(?i)\b(?:analyst|equity research|research division)\b")

# "Private Investor", "Portfolio Manager"
BUY_SIDE = re.compile(r"(?i)\b(?:private investor|portfolio manager|shareholder|individual investor)\b")

OPENING = 4
"""Utterances at the beginning in which a call introduces its people."""

# offices of a council, as they stand before names: "COUNCILLOR MAYES", "MAYOR OKAFOR", "Clerk"
COUNCIL = re.compile(r"(?i)\b(?:council(?:l?or|member)|mayor|clerk|speaker|alder(?:man|woman|person))\b")

JOURNALISM = frozenset({"press_conference", "press_briefing"})
MEETINGS = frozenset({"standards_call", "community_call", "council_meeting"})
"""Kinds of call at which nobody is called upon for a question and an answer."""


def _asker(kind: str) -> Role:
    """What somebody is who is given the floor for a question, by the kind of call."""
    return Role.JOURNALIST if kind in JOURNALISM else Role.GUEST if kind == "town_hall" else Role.SELL_SIDE_ANALYST


def assign(
    transcript: Transcript,
    voices: Sequence[Voice],
    placements: Sequence[Placement],
    given: Mapping[int, introduced.Given],
) -> None:
    """Give every voice its role, organisation and title, each with the rule that told it."""
    kind = company.kind(transcript)
    _from_names(voices)
    _operators(transcript, voices, placements, kind)
    _from_operator(transcript, voices, placements, given, kind)
    _from_themselves(transcript, voices, placements)
    _from_remarks(transcript, voices)
    _from_words(transcript, voices)
    _from_titles(voices)
    if kind in JOURNALISM and not given:
        press.assign(transcript, voices, placements)
    _from_section(transcript, voices, placements, given, kind)
    _company(transcript, voices)


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
    if kind in MEETINGS:
        return
    asker = _asker(kind)
    for number, placement in enumerate(placements):
        said = given.get(number)
        if placement.member is None or said is None:
            continue
        voice = voices[placement.member]
        if alike.match(said.name, [voice.name]):
            _put_right(voice, transcript.utterances[number])
            buy_side = BUY_SIDE.search(f"{said.organization or ''} {said.title or ''}")
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
    if kind in JOURNALISM | MEETINGS | {"town_hall"}:
        return
    said: dict[int, list[Utterance]] = {}
    for utterance, placement in zip(transcript.utterances, placements, strict=True):
        if placement.member is not None:
            said.setdefault(placement.member, []).append(utterance)
    for member, utterances in said.items():
        if voices[member].listed or voices[member].anonymous or len(utterances) < 3:
            continue
        handing = [
            u
            for u in utterances
            if introduced.brief(u) and any(g.question and g.organization for g in introduced.every(u, True))
        ]
        often = len(handing) >= 3 and len(handing) * 2 >= len(utterances)
        if often:
            words = handing[0].label or ""
            voices[member].learn("hands over to askers", handing[0].line, words, role=Role.OPERATOR)


def _put_right(voice: Voice, utterance: Utterance) -> None:
    """Take the firm that an asker gives instead of the one announced."""
    first = utterance.paragraphs[0] if utterance.paragraphs else None
    firm = floor.corrected(first.text) if first else None
    if first and firm:
        voice.learn("put right by the asker", first.line, first.text[:80], organization=firm)


def _from_themselves(transcript: Transcript, voices: Sequence[Voice], placements: Sequence[Placement]) -> None:
    """Take the firm that somebody gives with their own name in their first words."""
    met: set[int] = set()
    for utterance, placement in zip(transcript.utterances, placements, strict=True):
        member = placement.member
        if (
            member is None
            or member in met
            or not utterance.paragraphs
            or routing.courteous(utterance.paragraphs[0].text)
        ):
            continue
        met.add(member)
        first = utterance.paragraphs[0]
        said = None if voices[member].organization else floor.introduces(first.text, voices[member].name)
        if said:
            voices[member].learn("says so", first.line, said[1], organization=said[0])


def _from_remarks(transcript: Transcript, voices: Sequence[Voice]) -> None:
    """Take a title from "turn the call over to Kevin Coleman, Vice President of Investor Relations"."""
    for utterance in transcript.utterances:
        for said in introduced.every(utterance):
            if said.question or not said.title or not EXECUTIVE.search(said.title):
                continue
            found = alike.match(said.name, [v.name for v in voices])
            if found:
                voices[found[0]].learn("introduction by the operator", said.line, said.words, title=said.title)


def _from_words(transcript: Transcript, voices: Sequence[Voice]) -> None:
    """Take a title from the call's own title, or from what its first speakers say of each other."""
    unnamed = [
        v for v in voices if v.speaks and v.title is None and not v.anonymous and v.role in {None, Role.EXECUTIVE}
    ]
    told = transcript.detail("title")
    texts = [(told.line, told.value)] if told else []
    opening = transcript.utterances[:OPENING]
    texts += [(p.line, p.text) for u in opening for p in u.paragraphs] if unnamed else []
    for voice in unnamed:
        for line, text in texts:
            found = titles.said_of(voice.name, text)
            if found:
                voice.learn("said of them", line, text[found[1] : found[2]], title=found[0])
                break


def _from_titles(voices: Sequence[Voice]) -> None:
    for voice in voices:
        title = voice.title or ""
        if ANALYST.search(title):
            voice.learn("title", 0, title, role=Role.SELL_SIDE_ANALYST)
        elif BUY_SIDE.search(title):
            voice.learn("title", 0, title, role=Role.BUY_SIDE_ANALYST)
        elif EXECUTIVE.search(title):
            voice.learn("title", 0, title, role=Role.EXECUTIVE)


def _from_section(
    transcript: Transcript,
    voices: Sequence[Voice],
    placements: Sequence[Placement],
    given: Mapping[int, introduced.Given],
    kind: str,
) -> None:
    """Whoever speaks before the first question, or answers an asker, is of the company's side."""
    if kind in MEETINGS:
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
        if voice.role is None and not EXECUTIVE.search(voice.title or ""):
            voice.learn(
                f"speaks in the slot of {said.name}",
                transcript.utterances[number].line,
                said.words,
                organization=said.organization,
                role=_asker(company.kind(transcript)),
            )
        if voice.role is not Role.EXECUTIVE:
            return


def _company(transcript: Transcript, voices: Sequence[Voice]) -> None:
    """An executive of whom nothing else is said belongs to the organisation that the call is of."""
    organization = company.organization(transcript)
    kind = company.kind(transcript)
    own = {Role.EXECUTIVE, Role.MODERATOR} if kind in JOURNALISM else {Role.EXECUTIVE}
    for voice in voices:
        office = kind == "council_meeting" and COUNCIL.search(voice.title or "")
        if organization and not voice.organization and (office or voice.role in own):
            rule = f"side of the call ({organization.origin})"
            voice.learn(rule, organization.line, organization.value, organization=organization.value)
