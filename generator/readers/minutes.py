"""Tells what in minutes is a scribe's note and nobody's speech. Must not know how labels are found.

Minutes mix what people said under their names with headings, decisions in lists, polls, and accounts of what happened.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from generator.readers import names
from generator.readers.blocks import Block
from generator.readers.labels import Label

# "BE, OH and AR: yes", "DD/YK: no", "Mei Tan and Ravi Menon: good morning": a label of several people
_SEVERAL = re.compile(r"([^:]{3,110}):(?:\s|$)")
_BETWEEN = re.compile(r",\s+(?:and\s+)?|\s*/\s*|\s+(?:and|&)\s+")
# "ZB <chat>: Are there rules", "Mei (via chat): yes": a line that was typed
_TYPED = re.compile(r"[^:<>()\[\]]{1,60}[<(\[](?:via |in |on )?(?:the )?(?:chat|irc)[>)\]]:\s")
# "POLL for sand:", "Consensus poll: any objections", "SF: 9 F: 4": a vote and its tally
_POLL = re.compile(r"(?i)(?:(?:consensus|straw) )?poll\b|(?-i:[A-Z]{1,2}): ?\d{1,3}(?:\s|$)")
_NOTES = frozenset(
    "note notes decision decisions action actions conclusion resolution summary video agreed outcome result results"
    " consensus poll slides presentation agenda required item items taken made".split()
)
"""Words of bold labels below which stand notes: `**Decisions**:`, `**Actions Required**:`."""


def notes(blocks: Sequence[Block], found: Sequence[Label | None]) -> frozenset[int]:
    """Give the indexes of the blocks that are notes: in lists below headings, after `**Decisions**:`, accounts."""
    accepted = {label.name for label in found if label}
    strict = _abbreviated(accepted)
    return frozenset(_notes(blocks, found, accepted, strict))


def several(words: str, accepted: Collection[str]) -> tuple[str, str] | None:
    """Cut a label that names several people: known by labels of their own, or whole names beside one who is."""
    match = _SEVERAL.match(words)
    people = _BETWEEN.split(match[1].strip()) if match else []
    known = [name in accepted for name in people]
    if match is None or len(people) < 2 or not any(known):
        return None
    if not all(told or _whole(name) for told, name in zip(known, people, strict=True)):
        return None
    return match[1].strip(), words[match.end() :]


def _whole(name: str) -> bool:
    """Tell a first and a family name from other words: "Mei Tan", not "Harbour" and not "Total Revenue"."""
    return len(name.split()) > 1 and names.plausible(name) and not names.common(name) and not names.generic(name)


def typed(words: str) -> bool:
    """Tell whether a paragraph says that it was typed into the chat."""
    near = words[:80]
    return ("chat" in near or "irc" in near) and bool(_TYPED.match(words))


def _notes(
    blocks: Sequence[Block], found: Sequence[Label | None], accepted: Collection[str], strict: bool
) -> Iterator[int]:
    """Go through the blocks; `strict` where every paragraph of speech has its own label."""
    noting = False
    for n, (block, label) in enumerate(zip(blocks, found, strict=True)):
        if label:
            noting = False
        elif block.kind == "heading":
            noting = True
        elif _announced(block) or _account(block, accepted) or (strict and _poll(block)):
            noting = True
            yield n
        elif noting and (block.kind in {"item", "table", "code"} or (strict and block.kind == "paragraph")):
            yield n
        else:
            noting = noting and block.kind != "paragraph"


def _abbreviated(accepted: Collection[str]) -> bool:
    """Tell whether people are known by initials: then every paragraph that is speech says whose it is."""
    short = sum(1 < len(name) < 6 and name.isupper() and not names.generic(name) for name in accepted)
    return short > 2 and short * 3 > len(accepted) * 2


def _announced(block: Block) -> bool:
    """Tell `**Decisions**:`, with or without words behind it."""
    bold = block.bold.strip()
    if not bold or block.kind != "paragraph" or ":" not in block.text[len(bold) - 1 : len(bold) + 2]:
        return False
    words = bold.rstrip(":").casefold().split()
    return 0 < len(words) < 4 and all(word in _NOTES for word in words)


def _poll(block: Block) -> bool:
    """Tell a vote and its tally."""
    return block.kind == "paragraph" and bool(_POLL.match(block.text))


def _account(block: Block, accepted: Collection[str]) -> bool:
    """Tell a paragraph that tells what somebody said, and begins with the name in bold: `**Mei Tan** asks for sand.`"""
    return block.kind == "paragraph" and block.bold.strip() in accepted
