"""Prints turns and the headings between them: most of what a call's page and a question's page are. Knows neither.

These are no templates, because a page has some eighty turns and an archive a million: everything that comes here is
markup already, so that nothing need be looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.pages.blocks import Mark, Spoken, Words
from generator.pages.escape import Safe


def blocks(printed: Iterable[Spoken | Mark], hush: Safe) -> Safe:
    """Print blocks one after the other; `hush` is what keeps headings of ours out of a search."""
    return Safe("".join([_turn(each) if isinstance(each, Spoken) else _mark(each, hush) for each in printed]))


def _turn(block: Spoken) -> str:
    look = f"ca-turn{' ca-procedural' if block.procedural else ''}{block.side}"
    voice = "" if block.voice is None else f' data-voice="{block.voice}"'
    head = f'<section class="{look}" data-who="{block.who.text}"{voice} markdown="1">'
    heading = f"{block.marks.text} {block.heading.text} {{: #{block.anchor.text} }}"
    words = "".join(map(_paragraph, block.paragraphs))
    return f"{head}\n\n{heading}\n\n{words}</section>\n\n"


def _paragraph(paragraph: Words) -> str:
    anchor = paragraph.anchor.text
    note = f' <small class="ca-note">{paragraph.note.text}</small>' if paragraph.note else ""
    attributes = paragraph.attributes.text if paragraph.attributes else ""
    return f'<a id="{anchor}" href="#{anchor}"></a>{paragraph.time.text}{paragraph.words.text}{note}{attributes}\n\n'


def _mark(block: Mark, hush: Safe) -> str:
    searched = "" if block.search else hush.text
    note = f'<small class="ca-note">{block.note.text}</small>\n\n' if block.note else ""
    return f"{block.marks.text} {block.heading.text} {{: #{block.anchor.text}{searched} }}\n\n{note}"
