"""Lists and tables of our dialect of Markdown. Must not know other blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.fast import signs
from generator.fast.signs import refuse

ITEM = re.compile(r"(?:-|[0-9]+\.) ")  # "- words", "12. words"
BEGINS = re.compile(rf"\n{ITEM.pattern}")
STRANGE = re.compile(rf"\n(?:(?!{ITEM.pattern}|\Z)|{ITEM.pattern}(?:[\s#|+>{{:-]|[0-9]+\. |</?(?:{signs.BLOCKS})\b))")
"""A line of a list that is no item, or one that holds a block of its own: "- # words"."""
RULER = re.compile(r"\|(?: :?-+:? \|)+")  # "| :--- | ---: |"
STYLES = {ends: f' style="text-align: {side};"' for ends, side in ((":-", "left"), ("-:", "right"), ("::", "center"))}
"""What the ends of a ruler say of a column."""


def listed(block: str) -> str:
    """Print a list without lists in it."""
    tag, text = "ul" if block[0] == "-" else "ol", f"\n{block}\n"
    refuse(STRANGE.search(text) or " \n" in text or "{:" in text or (tag == "ol" and not block.startswith("1.")))
    items = BEGINS.sub("</li>\n<li>", text[:-1]).removeprefix("</li>\n")
    return f"<{tag}>\n{items}</li>\n</{tag}>"


def table(block: str) -> str:
    """Print a table."""
    head, ruler, *rows = [*map(str.rstrip, block.split("\n")), "", ""]
    refuse(not RULER.fullmatch(ruler) or not rows[:-2] or "{:" in block)
    styles = [STYLES.get(f"{cell[0]}{cell[-1]}", "") for cell in _cells(ruler)]
    body = "\n".join([_row("td", row, styles) for row in rows[:-2]])
    return f"<table>\n<thead>\n{_row('th', head, styles)}\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _cells(line: str) -> list[str]:
    refuse(len(line) < 2 or line[0] != "|" or line[-1] != "|")
    return [cell.strip() for cell in line[1:-1].split("|")]


def _row(tag: str, line: str, styles: Sequence[str]) -> str:
    cells = _cells(line)
    refuse(len(cells) != len(styles))
    printed = (f"<{tag}{style}>{cell}</{tag}>" for cell, style in zip(cells, styles, strict=True))
    return "\n".join(("<tr>", *printed, "</tr>"))
