"""Takes running heads out of HTML that was made of a paged document. Must not know layouts of dialogue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from generator.model import Furniture
from generator.readers import running
from generator.readers.htmlblocks import Made


def strip(made: Sequence[Made]) -> tuple[list[Made], list[Furniture]]:
    """Set aside what is printed on every page; a file without pages stays as it is."""
    pages: dict[int, list[Made]] = defaultdict(list)
    for block in made:
        if block.page:
            pages[block.page].append(block)
    heads: dict[int, str] = {}
    found = running.find([[block.text for block in page] for page in pages.values()])
    for page, kinds in zip(pages.values(), found, strict=True):
        heads |= {page[n].number: kind for n, kind in kinds.items()}
    kept = [block for block in made if block.number not in heads]
    return kept, [Furniture(heads[b.number], b.text, b.number) for b in made if b.number in heads]
