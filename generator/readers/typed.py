"""Reads the chat of a call, saved as a file of its own: who typed what, and when.

00:07:11<tab>Mei Tan:<tab>good morning
10:15:30 From Ravi Menon to Everyone: hello
"""

from __future__ import annotations

import re
from typing import cast

from generator.readers import labels
from generator.readers.builder import Builder
from generator.readers.text import Claim, Draft, Line, Text

NAME = "typed"
FEWEST = 3
SHARE = 0.3
"""So many of the lines that are written begin a message: one may have several lines."""
# "00:07:11<tab>Mei Tan:<tab>", "10:15:30 From  Mei Tan  to  Everyone : "
_TABBED = re.compile(r"((\d\d):(\d\d):(\d\d))\t(?:\s?[Ff]rom )?([^\t]{1,80}?)\s?:\t")
_FROM = re.compile(r"((\d\d):(\d\d):(\d\d))\s{1,4}From\s{1,4}(\S.{0,80}?)\s{1,4}to\s{1,4}(\S.{0,80}?)\s?:\s?")
# 'Reacted to "asked for sand..." with 😮', 'Removed a 😮 reaction from "asked"'
_REACTION = re.compile(r"(?:Reacted to [\"“].{0,200}[\"”] with \S|Removed an? .{1,20} reaction from )")
# 'Replying to "asked for sand..."'
_REPLY = re.compile(r"Replying to [\"“].{0,200}[\"”]\s*")

Found = tuple[str, float, str, str]
"""What stands before the words, seconds, name, words."""


def claim(text: Text) -> Claim | None:
    """Claim a text whose lines begin with a time, a name and a colon as chats are saved."""
    found = {line.number: message for line in text.lines if line.text[2:3] == ":" and (message := _message(line))}
    written = sum(not line.blank for line in text.lines)
    if len(found) < max(FEWEST, SHARE * written):
        return None
    return Claim(len(found), f"{len(found)} lines are messages of the chat of a call", found)


def read(text: Text, claim: Claim) -> Draft:
    """Read what each person typed; reactions and quotations are set aside."""
    found = cast(dict[int, Found], claim.plan)
    builder = Builder()
    relative = next(iter(found.values()))[1] < 3600
    for line in text.lines:
        message = found.get(line.number)
        if message:
            head, seconds, name, words = message
            builder.speak(name, line.number, None, seconds if relative else None)
            builder.aside("time", head, line.number)
        else:
            words = line.text
        _words(builder, words, line.number)
    return builder.draft()


def _message(line: Line) -> Found | None:
    tabbed = _TABBED.match(line.text)
    found = tabbed or _FROM.match(line.text)
    if found is None:
        return None
    head = found[1] if tabbed else f"{found[1]} From … to {found[6]}"
    return head, labels.seconds(found[2], found[3], found[4]), found[5].strip(), line.text[found.end() :]


def _words(builder: Builder, words: str, line: int) -> None:
    if _REACTION.match(words):
        builder.aside("reaction", words, line)
    elif reply := _REPLY.match(words):
        builder.aside("reply", reply[0], line)
        builder.say(words[reply.end() :], line)
    else:
        builder.say(words, line)
