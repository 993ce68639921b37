"""Tells prose from tables, code, data and lists of links, over a sample of its lines. Must not know layouts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from generator.readers.text import Line

SAMPLE = 200
"""So many lines that are written tell what a file is."""
LONGEST = 600
"""So many characters of each."""
FEWEST = 6
"""Prose has at least so many words."""
WORDLIKE = 0.75
"""At least this share of what stands between spaces is letters, an apostrophe or a hyphen within."""
LINKS = 0.05
"""At most this share is addresses."""
SYMBOLS = 0.15
"""At most so many signs of code, tables and data for each word."""
SENTENCE = 60
"""A sentence ends, on average, within so many words."""
RUNNING = 12
"""Lines of running words without punctuation have, on average, more words than this."""
# "[all glass](https://example.org/glass)": the address of a link in Markdown
_TARGET = re.compile(r"\]\([^()\s]{0,500}\)")
# "- a furnace that holds", "* a furnace", "| a cell |": an entry of a list or a row of a table
_ENTRY = re.compile(r"\s*(?:[-*+•|]|\d{1,3}[.)])\s")
# "glass,", "(didn't", "second-quarter", "“Yes.”": a word with what is written around it
_WORD = re.compile(r"[\"“”‘'’(\[]*[^\W_][\w'’&%.,:;?!…。？！，、\"“”)\]‑–—-]*")
_SIGNS = "{}=<>|\\;_*~^$\t"
_ENDS = ".?!…。？！"
_CLOSERS = "\"'”’)]»"


def prose(lines: Sequence[Line]) -> bool:
    """Tell whether lines are sentences that somebody may have said."""
    sample = [_sampled(line.text) for line in islice((line for line in lines if not line.blank), SAMPLE)]
    if not sample or _data(sample[0].lstrip()) or sum(bool(_ENTRY.match(text)) for text in sample) * 2 > len(sample):
        return False
    words = [word for text in sample for word in text.split()]
    ends = sum(word.rstrip(_CLOSERS)[-1:] in _ENDS for word in words if word)
    inner = sum(text.count(mark) for text in sample for mark in "。？！")
    if len(words) < FEWEST:
        return inner > 1
    running = (ends + inner) * SENTENCE >= len(words) or _runs_on(sample, words)
    return running and not _signs(sample, words) and _wordlike(words)


def _runs_on(sample: Sequence[str], words: Sequence[str]) -> bool:
    """Tell words without punctuation, as a machine heard them: long lines, or lines that go on in small letters."""
    small = sum(text.lstrip()[:1].islower() for text in sample)
    return len(words) > RUNNING * len(sample) or (small * 2 > len(sample) and len(words) > 3 * len(sample))


def _sampled(words: str) -> str:
    return _TARGET.sub("]", words[:LONGEST]).lstrip("#> ")


def _data(start: str) -> bool:
    """Tell JSON and markup by how a file begins: `{"a":`, `[{`, `[` alone, `<html>`; `[00:12] Hello` is neither."""
    return start[:1] in {"{", "<"} or start.rstrip() == "[" or start[:2] in {"[{", '["', "[["}


def _signs(sample: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether signs of code or data, or addresses, are too many for prose: `a;b;c`, `x = f(y);`."""
    signs = sum(text.count(sign) for text in sample for sign in _SIGNS)
    glued = sum("," in word[:-1] and not word.replace(",", "").strip("$€£%.").isdigit() for word in words)
    links = sum("://" in word for word in words)
    return signs + glued > SYMBOLS * len(words) or links > LINKS * len(words)


def _wordlike(words: Sequence[str]) -> bool:
    return sum(_letters(word) for word in words) >= WORDLIKE * len(words)


def _letters(word: str) -> bool:
    return any(c.isalpha() for c in word) and all(
        c.isalnum() or c in "'’-‑–—.,;:?!…\"“”‘()[]%&。？！，、" for c in word
    )
