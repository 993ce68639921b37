"""Reads `.nlp` files, one word a line: `token|speaker|ts|endTs|punctuation|…`. Must not know files.

Voices are numbers that a person or a machine has told apart, and nobody's names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator import problems
from generator.problems import Problem
from generator.readers import joining, values
from generator.readers.builder import Builder
from generator.readers.joining import Spoken
from generator.readers.opened import Opened
from generator.readers.text import Claim

NAME = "tokens"
COLUMNS = ("token", "speaker")
READ = (*COLUMNS, "punctuation", "ts", "endTs")
TOLD = 5
"""So many damaged lines are told one by one."""


def looks(text: str) -> bool:
    """Tell the format by its first line."""
    first = text[:400].lstrip("\ufeff").partition("\n")[0].strip().split("|")
    return set(COLUMNS) <= set(first)


def read(path: str, text: str) -> Opened:
    """Read a decoded file."""
    if not looks(text):
        hint = "its first line is token|speaker|ts|endTs|punctuation|case|tags"
        return Opened(
            problems=(problems.error(path, 1, "the first line names no columns `token` and `speaker`", hint),)
        )
    first, *rows = text.removeprefix("\ufeff").split("\n")
    columns = {name: n for n, name in enumerate(first.strip().split("|"))}
    pieces = [_word(columns, row.rstrip("\r").split("|"), line) for line, row in enumerate(rows, 2) if row.strip()]
    if not pieces:
        return Opened(problems=(problems.error(path, 0, "the file holds no words"),))
    builder = Builder()
    builder.aside("header", first, 1)
    joining.write(builder, pieces)
    claim = Claim(len(builder.utterances), f"{len(pieces)} words, one a line")
    return Opened(draft=builder.draft(), reader=NAME, claim=claim, problems=tuple(_damaged(path, columns, rows)))


def _word(columns: Mapping[str, int], row: Sequence[str], line: int) -> Spoken:
    """Read a word with its punctuation; a line with other columns than the first is nobody's."""
    if len(row) != len(columns):
        return Spoken(" ".join(part for part in row if part), line, fresh=True)
    token, voice, mark, start, end = (row[columns[name]].strip() if name in columns else "" for name in READ)
    label = f"Speaker {voice}" if voice.isdigit() else voice or None
    return Spoken(token + mark, line, label, values.seconds(start), values.seconds(end))


def _damaged(path: str, columns: Mapping[str, int], rows: Sequence[str]) -> Iterator[Problem]:
    broken = [line for line, row in enumerate(rows, 2) if row.strip() and row.count("|") != len(columns) - 1]
    for line in broken[:TOLD]:
        message = "the line has other columns than the first one; its words are kept for nobody"
        yield problems.warning(path, line, message)
    if len(broken) > TOLD:
        yield problems.warning(path, broken[TOLD], f"{len(broken) - TOLD} more lines have other columns than the first")
