"""Reads logs of IRC beside a call: speech relayed by a transcriber or a scribe, typed lines, commands to bots.

[2022-02-15T17:05:52.426Z]  <Transcriber>  Mei_Tan: We melt the sand.     speech of Mei_Tan
17:05 <ravi> q+                                                           a command
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from generator.readers import names
from generator.readers.builder import Builder
from generator.readers.text import Claim, Draft, Line, Text

NAME = "irc"
FEWEST = 5
SHARE = 0.7
"""So many of the lines that are written are messages."""
# "[2022-02-15T17:05:52.426Z]	<Transcriber>	", "17:05:52 <@ravi> ", "<ravi> "
_MESSAGE = re.compile(
    r"(\[?(?:\d{4}-\d\d-\d\d[T ])?\d{1,2}:\d\d(?::\d\d(?:\.\d{1,6})?)?Z?\]?\s{1,8})?<[@+ ]?([^<>]{1,100})>\s"
)
# "[17:05] *** ravi has joined #glass", "17:05 -!- ravi [x@y] has quit", "17:05 * ravi waves"
_EVENT = re.compile(r"\[?[\dT:.Z -]{4,30}\]?\s{1,8}(?:\*{1,3}|-!-|-->|<--)\s")
# "Mei_Tan: We melt", what a transcriber writes; no address: "https://"
_RELAYED = re.compile(r"([^:\s][^:]{0,100}):(?!//)\s?")
# "present+ Mei", "q?", "ack ravi", "s/sweet/suite/", "Agenda: …", "voip: noise?": commands to bots
_COMMAND = re.compile(
    r"(?i)(?:present|regrets|scribe|chair|q|queue)[+=?-](?:\s|$)|q[+-]|ack\s|queue\b|s/[^/]+/[^/]*/?|(?:zakim|rrsagent),"
    r"|(?:meeting|agenda|scribe|scribenick|chairs?|organizer|present|regrets|date|voip|previous meeting):"
)
# "Topic: Furnaces"
_TOPIC = re.compile(r"(?i)(?:sub)?topic:")
# "Scribe: ravi", "scribenick: ravi", "scribe+ ravi"
_SCRIBE = re.compile(r"(?i)scribe(?:nick)?(?::|\+)\s*(\S{1,60})")


@dataclass(frozen=True, slots=True)
class _Message:
    line: int
    head: str
    """Time and nick, as printed."""
    nick: str
    words: str


def claim(text: Text) -> Claim | None:
    """Claim a text most of whose lines are `<nick> words`."""
    near = sum("<" in line.text[:36] for line in text.lines)
    if near < FEWEST:
        return None
    found = [_message(line) for line in text.lines if not line.blank]
    said = sum(message is not None for message in found)
    if said < max(FEWEST, SHARE * len(found)):
        return None
    return Claim(said, f"{said} lines are messages of a chat log, `<nick> words`", found)


def read(text: Text, claim: Claim) -> Draft:
    """Read what a transcriber or a scribe relayed as speech; without one, what each person typed."""
    messages = cast(list[_Message | None], claim.plan)
    builder = Builder()
    _date(builder, text.lines)
    relays = _relays([message for message in messages if message])
    scribes: set[str] = set()
    lines = (line for line in text.lines if not line.blank)
    for line, message in zip(lines, messages, strict=True):
        if message is None:
            builder.aside("event", line.text, line.number)
        elif _TOPIC.match(message.words):
            builder.aside("time", message.head, message.line)
            builder.head(message.words, message.line, 2)
        elif _COMMAND.match(message.words):
            scribes.update(match[1].casefold() for match in [_SCRIBE.match(message.words)] if match)
            builder.aside("command", line.text, line.number)
        elif relays and message.nick not in relays:
            builder.aside("chat", line.text, line.number)
        else:
            _say(builder, message, message.nick in relays or _scribes(message.nick, scribes))
    return builder.draft()


def _message(line: Line) -> _Message | None:
    found = _MESSAGE.match(line.text)
    if found is None or _EVENT.match(line.text):
        return None
    return _Message(line.number, found[0], found[2].strip(), line.text[found.end() :].strip())


def _date(builder: Builder, lines: Sequence[Line]) -> None:
    """Let the first time tell the date of the call."""
    first = next((line for line in lines if not line.blank), None)
    if first and first.text[1:5].isdigit() and first.text[5:6] == "-":
        builder.header.append(Line(first.number, f"Date: {first.text[1:11]}"))


def _relays(messages: Sequence[_Message]) -> frozenset[str]:
    """Find who relays what others say: most of their lines begin with the nick of somebody else."""
    nicks = {message.nick for message in messages}
    lines = Counter(message.nick for message in messages if not _COMMAND.match(message.words))
    relayed = Counter(message.nick for message in messages if _relayed(message) in nicks - {message.nick})
    return frozenset(nick for nick, n in relayed.items() if n >= FEWEST and n * 2 > lines[nick])


def _relayed(message: _Message) -> str:
    found = _RELAYED.match(message.words)
    return found[1].strip() if found else ""


def _scribes(nick: str, scribes: set[str]) -> bool:
    """Tell whether a nick is a scribe's: "ravi_" is ravi, who came back."""
    return nick.rstrip("_").casefold() in scribes or nick.casefold() in scribes


def _say(builder: Builder, message: _Message, scribe: bool) -> None:
    """Give words to whom a scribe says they are of, else to who typed them."""
    found = _RELAYED.match(message.words) if scribe else None
    label = found[1].strip() if found else message.nick
    if found and (label.startswith("@") or len(label.split()) > names.LONGEST or names.common(label)):
        found, label = None, message.nick
    builder.speak(label, message.line)
    builder.aside("time", message.head, message.line)
    builder.say(message.words[found.end() :] if found else message.words, message.line)
