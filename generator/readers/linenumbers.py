"""Takes the numbers off lines that are numbered at the margin, as in court transcripts. Must not know formats."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.model import Furniture
from generator.readers.printed import Printed

FEWEST = 8
SHARE = 0.8
# "12 Q. And then", "7"
_NUMBER = re.compile(r"(\d{1,3})(?:\s+|$)")


def strip(page: Sequence[Printed]) -> tuple[list[Printed], list[Furniture]]:
    """Take the numbers off, where nearly all lines have one and each is the next."""
    found = [_NUMBER.match(line.text) for line in page]
    numbers = [int(match[1]) for match in found if match]
    steps = sum(b == a + 1 for a, b in pairwise(numbers))
    if len(numbers) < FEWEST or len(numbers) < SHARE * len(page) or steps < SHARE * (len(numbers) - 1):
        return list(page), []
    kept: list[Printed] = []
    for line, match in zip(page, found, strict=True):
        text = line.text[match.end() :].strip() if match else line.text
        if text:
            kept.append(replace(line, text=text))
    first = next(line.number for line, match in zip(page, found, strict=True) if match)
    return kept, [Furniture("line number", " ".join(map(str, numbers)), first)]
