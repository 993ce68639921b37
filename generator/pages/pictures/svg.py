"""Writes the shapes of a picture: bars, lines, words, links. Must not know what they show.

Across, places are shares of the width from 0 to 100; down, they are pixels. So a picture is as wide as there is room,
and the words in it are never stretched or shrunk with it. Colours come from classes alone.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from generator.pages import escape
from generator.pages.escape import Safe

LONGEST = 60
"""Characters of words in a picture; what is longer is cut and stands whole in its title."""
NOTHING = Safe("")


def number(value: float) -> str:
    """Write a number with at most one decimal, and none that says nothing: `12.5`, `3`.

    A tenth of a per cent of the width of a page is less than a pixel.
    """
    return f"{value:.1f}".removesuffix(".0") if value % 1 else str(int(value))


def bar(x: float, width: float, y: float, height: float, look: str = "", title: str = "") -> Safe:
    """Draw a rectangle; `title` is shown on hover."""
    down = f' y="{number(y)}"' if y else ""
    kind = f' class="{look}"' if look else ""
    where = f'{kind} x="{number(x)}%"{down} width="{number(max(width, 0.1))}%" height="{number(height)}"'
    return Safe(f"<rect{where}>{hint(title)}</rect>" if title else f"<rect{where}/>")


def line(x1: float, y1: float, x2: float, y2: float, look: str) -> Safe:
    """Draw a straight line."""
    places = f'x1="{number(x1)}%" y1="{number(y1)}" x2="{number(x2)}%" y2="{number(y2)}"'
    return Safe(f'<line class="{look}" {places}/>')


def words(x: float, y: float, text: str, look: str = "", longest: int = LONGEST) -> Safe:
    """Write words, cut where they are longer than there is room; looks say where they are anchored."""
    if not text:
        return NOTHING
    shown = cut(text, longest)
    whole = hint(text) if shown != text else ""
    kind = f' class="{look}"' if look else ""
    return Safe(f'<text{kind} x="{number(x)}%" y="{number(y)}">{escape.markdown(shown)}{whole}</text>')


def cut(text: str, longest: int) -> str:
    """Cut words where they need more room than so many letters; a Chinese sign needs that of two."""
    if len(text) * 2 <= longest or (text.isascii() and len(text) <= longest):
        return text
    ends = list(accumulate(map(_width, text[: longest + 1])))
    if len(text) <= longest and ends[-1] <= longest:
        return text
    return f"{text[: bisect_right(ends, longest - 1)].rstrip()}…"


def _width(letter: str) -> int:
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def hint(text: str) -> str:
    """Write what is shown when one points at a shape, as markup."""
    return f"<title>{escape.markdown(text)}</title>"


def link(address: Safe, title: str, shapes: Iterable[Safe]) -> Safe:
    """Make shapes a link for the mouse; by keyboard one follows the links of the table, so that no one tabs a hundred.

    The address is one that the pen wrote.
    """
    inside = "".join(each.text for each in shapes)
    return Safe(f'<a href="{address.text}" tabindex="-1">{hint(title)}{inside}</a>')


def group(title: str, shapes: Iterable[Safe]) -> Safe:
    """Put shapes together that say the same on hover and lead nowhere."""
    return Safe(f"<g>{hint(title)}{''.join(each.text for each in shapes)}</g>")


def pane(x: float, width: float, y: float, height: float, shapes: Iterable[Safe]) -> Safe:
    """Make a part of a picture a picture of its own: what does not fit into it is cut off."""
    where = f'x="{number(x)}%" y="{number(y)}" width="{number(width)}%" height="{number(height)}"'
    return Safe(f"<svg {where}>{''.join(each.text for each in shapes)}</svg>")


def drawing(name: str, height: float, shapes: Iterable[Safe], linked: bool = False, look: str = "") -> Safe:
    """Put shapes into a drawing that the caption of the picture of that name names.

    What holds links is a group to those who hear a page: the inside of an image would be hidden from them.
    """
    role = "group" if linked else "img"
    kind = f"ca-drawing {look}".rstrip()
    head = (
        f'<svg class="{kind}" role="{role}" aria-labelledby="{caption(name)}" width="100%" height="{number(height)}">'
    )
    return Safe("\n".join([head, *(each.text for each in shapes if each.text), "</svg>"]))


def caption(name: str) -> str:
    """Make the id of the caption of a picture: `picture--words`, which is no slug and no anchor of a turn."""
    return f"picture--{name}"
