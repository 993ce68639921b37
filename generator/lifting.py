"""Lifts pictures out of a page before its Markdown is converted, and sets them in again.

The parser of Markdown takes some twenty microseconds for each tag and each reference, and leaves all as it is. The
pages are whole without this, and come out the same. Knows neither what a page means nor who converts it.
"""

from __future__ import annotations

import re

BLOCKS = (('\n<figure class="ca-picture', "\n</figure>\n"), ('\n<table class="ca-', "\n</table>\n"))
"""How raw HTML of ours that stands alone begins and ends. Words of a transcript never hold a `<`."""
STUB = '<figure class="ca-lifted"{}>{}</figure>'
ID = re.compile(r' id="[a-z0-9-]+"')  # ' id="picture--ribbon"', to which other pages may point


def lift(text: str) -> tuple[str, list[str]]:
    """Take the pictures of a page out, and leave a stub with the address of each in its place."""
    lifted: list[str] = []
    for begin, end in BLOCKS:
        text = _lift(text, begin, end, lifted)
    return text, lifted


def settle(html: str, lifted: list[str]) -> str:
    """Set the pictures into the page again, first those that may hold others."""
    for number, block in reversed(list(enumerate(lifted))):
        html = html.replace(_stub(number, block), block, 1)
    return html


def _lift(text: str, begin: str, end: str, lifted: list[str]) -> str:
    kept, done = [], 0
    while (start := text.find(begin, done)) >= 0 and (stop := text.find(end, start)) >= 0:
        block = text[start + 1 : stop + len(end) - 1]
        kept += [text[done : start + 1], _stub(len(lifted), block)]
        lifted.append(block)
        done = stop + len(end) - 1
    return "".join([*kept, text[done:]])


def _stub(number: int, block: str) -> str:
    name = ID.search(block)
    return STUB.format(name[0] if name else "", number)
