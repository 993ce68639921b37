"""Reads prose without any label, when no other reader claims it: nobody is invented, nothing is lost.

It is asked last, and its claim has no strength of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator import problems
from generator.readers import blocks, dialogue, markup, preamble, prose
from generator.readers.blocks import WIDEST, Block, Piece
from generator.readers.builder import Builder
from generator.readers.text import Claim, Draft, Text

NAME = "words"
STRENGTH = 0
SLACK = 20
"""Machines that wrap lines let some run over by so many characters."""
HEADER = 12
"""So many short lines at most stand before the words."""
_ENDS = (".", "?", "!", "…", "。", "？", "！")
_CLOSERS = '"”’)] \t'


def claim(text: Text) -> Claim | None:
    """Claim prose that is in no layout."""
    if not prose.prose(text.lines):
        return None
    return Claim(STRENGTH, "prose in which nothing is a label")


def read(text: Text, claim: Claim) -> Draft:
    """Read words that belong to nobody."""
    whole, targets = markup.blocks(text) if text.markdown else (_paragraphs(text), ())
    builder = Builder()
    first = _first(whole)
    preamble.set_aside(builder, whole, first)
    for block in whole[first:]:
        dialogue.unlabelled(builder, block)
    message = "no label tells who speaks, so the words are given to nobody"
    builder.problems.append(problems.note(text.path, 0, message, "put `Name: ` before each turn if it is known"))
    draft = builder.draft()
    return replace(draft, furniture=tuple(sorted((*draft.furniture, *targets), key=lambda f: f.line)))


def _paragraphs(text: Text) -> tuple[Block, ...]:
    """Cut plain text into paragraphs: at blank lines, and else where a line ends a sentence."""
    whole = blocks.blocks(text.lines)
    if any(len(block.pieces) > 1 or len(block.text) > WIDEST + SLACK for block in whole):
        return whole
    return tuple(_joined(text, whole))


def _joined(text: Text, whole: Sequence[Block]) -> list[Block]:
    """Join lines that follow each other until one ends a sentence, a line of a heading apart."""
    made: list[Block] = []
    run: list[Piece] = []
    for block in whole:
        if run and (block.line != run[-1].line + 1 or run[-1].text.rstrip(_CLOSERS).endswith(_ENDS)):
            made.append(Block(tuple(run)))
            run = []
        run.append(block.pieces[0])
    return [*made, *([Block(tuple(run))] if run else [])]


def _first(whole: Sequence[Block]) -> int:
    """Find the first paragraph: what stands before it, if it is little, is a header; Markdown's headings are kept."""
    for n, block in enumerate(whole[: HEADER + 1]):
        if block.kind == "heading" or block.text.rstrip(_CLOSERS).endswith(_ENDS) or len(block.text) > WIDEST:
            return n
    return 0
