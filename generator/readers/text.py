"""The line model that every reader of text sees. Must not know layouts."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model import Furniture, Heading, Participant, Utterance
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file, without its end."""

    number: int
    """From 1."""
    text: str
    page: int | None = None
    """Page of a paged source, from 1."""
    bold: str = ""
    """The words in bold with which it begins, where the format knows of bold."""
    kind: str = "paragraph"
    """What the format says it is: "paragraph", "heading", "item", "row" (of a table)."""
    level: int = 0
    """Of a heading, from 1."""

    @property
    def blank(self) -> bool:
        """True where nothing but white space stands (no-break spaces too)."""
        return not self.text or self.text.isspace()


@dataclass(frozen=True, slots=True)
class Text:
    """A decoded file, cut into lines, front matter apart."""

    path: str
    """POSIX path from the content folder."""
    lines: tuple[Line, ...]
    """The body."""
    front: tuple[Line, ...] = ()
    """Front matter with its two rulers."""
    known: tuple[Participant, ...] = ()
    """Whom front matter, companions and the format's own lists (a table of attendance) name."""
    furniture: tuple[Furniture, ...] = ()
    """What the format itself sets aside: running heads, page numbers, navigation."""

    @property
    def markdown(self) -> bool:
        """True for a file that calls itself Markdown."""
        return self.path.casefold().endswith((".md", ".markdown", ".mdown"))


@dataclass(frozen=True, slots=True)
class Claim:
    """A reader's word that it can read a file."""

    strength: int
    """How many turns it would begin; the strictly strongest claim wins."""
    reason: str
    """A sentence."""
    plan: object = field(default=None, repr=False)
    """What the reader found while it looked, handed back to it for reading; nobody else's business."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader made of a file."""

    utterances: tuple[Utterance, ...]
    headings: tuple[Heading, ...] = ()
    participants: tuple[Participant, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    header: tuple[Line, ...] = ()
    """Lines that stand before the words, from which details may be read."""
    problems: tuple[Problem, ...] = ()


def cut(path: str, words: str) -> Text:
    """Cut a decoded file into lines and set its front matter apart."""
    lines = tuple(Line(n, line) for n, line in enumerate(words.split("\n"), 1))
    end = _front(lines)
    return Text(path, lines[end:], lines[:end])


def fold(words: str) -> str:
    """Fold every run of white space into one space."""
    words = words.strip()
    if "  " not in words and words.isprintable():  # every other white space is not printable
        return words
    return " ".join(words.split())


def _front(lines: tuple[Line, ...]) -> int:
    """Count the lines of front matter: from a first line `---` to the next `---` or `...`."""
    if not lines or lines[0].text.rstrip() != "---" or len(lines) < 2 or lines[1].blank:
        return 0
    for at, line in enumerate(lines[1:5000], 1):
        if line.text.rstrip() in {"---", "..."}:
            return at + 1
    return 0
