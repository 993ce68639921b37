"""Lists and tables of our dialect of Markdown. Must not know other blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.fast import signs
from generator.fast.signs import Foreign

ITEM = re.compile(r"((?: {4})*)(-|[0-9]+\.) (\S.*)")  # "- words", "    - words", "1. words"
RULER = re.compile(r"\|(?: :?-+:? \|)+ ?")  # "| :--- | ---: |"
ALIGNED = {":-": "left", "-:": "right", "::": "center"}


def listed(lines: list[str], depth: int = 0) -> Iterator[str]:
    """Print a list, items of which may hold lists."""
    items: list[tuple[str, str, list[str]]] = []
    if depth == 0 and all(line[:2] == "- " and line[2:3] > " " for line in lines):
        yield "<ul>\n" + "\n".join([f"<li>{_item(line[2:])}</li>" for line in lines]) + "\n</ul>"
        return
    for line in lines:
        found = ITEM.fullmatch(line)
        if not found:
            raise Foreign
        if len(found[1]) // 4 > depth:
            if not items:
                raise Foreign
            items[-1][2].append(line)
        elif len(found[1]) // 4 == depth:
            items.append((found[2], found[3], []))
        else:
            raise Foreign
    tag = "ul" if items[0][0] == "-" else "ol"
    if any((mark == "-") != (tag == "ul") for mark, _, _ in items) or (tag == "ol" and items[0][0] != "1."):
        raise Foreign
    yield f"<{tag}>"
    for _, words, below in items:
        if below:
            inner = list(listed(below, depth + 1))
            yield f"<li>{_item(words)}{inner[0]}"
            yield from inner[1:]
            yield "</li>"
        else:
            yield f"<li>{_item(words)}</li>"
    yield f"</{tag}>"


def _item(words: str) -> str:
    if words[0] in "#|-+>{<" and (words[0] != "<" or signs.RAW.match(words) or signs.OPENING.match(words)):
        raise Foreign
    return signs.cdata(words.rstrip())


def table(lines: list[str]) -> Iterator[str]:
    if len(lines) < 3 or not RULER.fullmatch(lines[1]) or not all(line[0] == "|" for line in lines):
        raise Foreign
    aligned = [ALIGNED.get(f"{cell[0]}{cell[-1]}") for cell in _cells(lines[1])]
    yield from ("<table>", "<thead>")
    yield from _row("th", _cells(lines[0]), aligned)
    yield from ("</thead>", "<tbody>")
    for line in lines[2:]:
        yield from _row("td", _cells(line), aligned)
    yield from ("</tbody>", "</table>")


def _cells(line: str) -> list[str]:
    row = line.rstrip()
    if not row.endswith("|") or len(row) < 2:
        raise Foreign
    return [cell.strip() for cell in row[1:-1].split("|")]


def _row(tag: str, cells: Sequence[str], aligned: Sequence[str | None]) -> Iterator[str]:
    if len(cells) != len(aligned):
        raise Foreign
    yield "<tr>"
    for cell, side in zip(cells, aligned, strict=True):
        style = f' style="text-align: {side};"' if side else ""
        yield f"<{tag}{style}>{signs.cdata(cell)}</{tag}>"
    yield "</tr>"
