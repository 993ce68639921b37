"""Repairs UTF-8 that somebody saved as if it were Western letters, where that is certain. Must not know layouts."""

from __future__ import annotations

import re

from generator import problems
from generator.problems import Problem

# "â€™", "Ã©", "Â£", "æ—¥", and "‚Äô" of old Macs: how the first bytes of a letter look when each is taken for one
_SUSPECT = re.compile("[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|‚Ä")
_HINT = "save it anew as UTF-8 from where it came from"


def repair(path: str, words: str) -> tuple[str, tuple[Problem, ...]]:
    """Repair the lines of a text that hold such letters; a note names the first."""
    if words.isascii() or not _SUSPECT.search(words):
        return words, ()
    lines = words.split("\n")
    first = 0
    for at, line in enumerate(lines):
        if _SUSPECT.search(line) and (better := _repaired(line)) != line:
            lines[at] = better
            first = first or at + 1
    if not first:
        return words, ()
    said = "letters were saved in the wrong encoding, here and maybe below, and were repaired"
    return "\n".join(lines), (problems.note(path, first, said, _HINT),)


def _repaired(line: str) -> str:
    """Repair what can be told byte by byte; a sequence that lost a letter stays as it is."""
    from ftfy import TextFixerConfig, fix_encoding  # takes a tenth of a second, so only for those who have such files
    from ftfy.badness import badness

    better = fix_encoding(line, TextFixerConfig(unescape_html=False, replace_lossy_sequences=False))
    return better if badness(better) < badness(line) else line
