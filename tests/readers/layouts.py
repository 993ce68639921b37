"""Writes the same turns down in each layout, with what such files put around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import strategies as st

Turns = Sequence[tuple[str, Sequence[str]]]

PEOPLE = {
    "Tobias Vane": "Chief Executive Officer",
    "Marit Øvrebø": "Chief Financial Officer",
    "Ilse Drummond": "Analyst",
    "Joaquín de la Ibarra": "Treasurer",
    "王小明": "Head of Strategy",
    "Operator": "",
}
_WORDS = "glass sand melts because we keep the fire low and nobody counts 1986 12% $5.4 naïve können — … don’t ok? yes!"
_TRAPS = (
    "Total Revenue: $549 million, as the slide says.",
    "Duration: 62 minutes, at most.",
    "Note: page nine is wrong.",
    "By 9:30 p.m. we had it.",
    "Slides: https://example.com/a?b=c#d",
    "Great.",
    "Net Revenue -- $575 million -- was flat.",
    "(Operator Instructions)",
    "Bottom line: sand.",
)

sentences = st.lists(st.sampled_from(_WORDS.split()), min_size=3, max_size=30).map(lambda w: f"Well, {' '.join(w)}.")
paragraphs = st.lists(st.one_of(sentences, st.sampled_from(_TRAPS)), min_size=1, max_size=4)


@st.composite
def conversations(draw: st.DrawFn) -> Turns:
    """Make turns of several people, nobody twice in a row, everybody at least twice, the operator first."""
    people = draw(st.permutations([name for name in PEOPLE if name != "Operator"]))[:3]
    order = ["Operator", *people, "Operator", *people, *draw(st.lists(st.sampled_from(people), max_size=6))]
    kept = [name for n, name in enumerate(order) if not n or order[n - 1] != name]
    return [(name, [draw(sentences), *draw(paragraphs)]) for name in kept]


def inline(turns: Turns) -> str:
    """Write `Name: text`, a line a paragraph."""
    return "\n".join("\n".join((f"{name}: {words[0]}", *words[1:])) for name, words in turns)


def spaced(turns: Turns) -> str:
    """Write `NAME:text` with blank lines between."""
    return "\n\n".join("\n\n".join((f"{name}:{words[0]}", *words[1:])) for name, words in turns)


def periods(turns: Turns) -> str:
    """Write `NAME.  text`."""
    return "\n\n".join("\n\n".join((f"{name.upper()}.  {words[0]}", *words[1:])) for name, words in turns)


def streetevents(turns: Turns) -> str:
    """Write numbered header lines, below a header and lists."""
    rows = "\n".join(f" * {name}\n   Vane Glass AG - {title}" for name, title in PEOPLE.items() if title)
    head = f"\n\nWireline StreetEvents Event Transcript\n\nCorporate Participants\n\n{rows}\n\nPresentation\n"
    numbered = enumerate(turns, 1)
    return head + "\n\n".join(
        f"{_numbered(name)}    [{n}]\n\n          " + "\n".join(words) for n, (name, words) in numbered
    )


def _numbered(name: str) -> str:
    return f"{name},  Vane Glass AG - {PEOPLE[name]}" if PEOPLE[name] else name


def dashes(turns: Turns) -> str:
    """Write `Name--Title` lines between a table of contents and a closing list."""
    body = "\n\n".join("\n\n".join((_dashed(name), *words)) for name, words in turns)
    rows = "\n\n".join(_dashed(name) for name in PEOPLE if name != "Operator")
    return f"Prepared Remarks\n\nPrepared Remarks:\n\n{body}\n\nDuration: 3 minutes\n\nCall participants:\n\n{rows}\n"


def _dashed(name: str) -> str:
    return f"{name}--{PEOPLE[name]}" if PEOPLE[name] else name


def bare(turns: Turns) -> str:
    """Write bare names below a list."""
    rows = "\n".join(f"{name} - {title}" for name, title in PEOPLE.items() if title)
    return f"Executives\n{rows}\n" + "\n".join("\n".join((name, *words)) for name, words in turns)


def bold(turns: Turns) -> str:
    """Write `**Name:** text` below front matter."""
    body = "\n\n".join(
        "\n\n".join((f"**{name}:** {_escaped(words[0])}", *map(_escaped, words[1:]))) for name, words in turns
    )
    return f"---\ntitle: Glass\ndate: 2024-05-16\n---\n\n## Beginning\n\n{body}\n"


def _escaped(words: str) -> str:
    return words.replace("[", "\\[").replace("*", "\\*")


LAYOUTS: dict[str, tuple[str, Callable[[Turns], str], str]] = {
    "inline": ("call.txt", inline, "inline"),
    "spaced": ("call.txt", spaced, "inline"),
    "periods": ("call.txt", periods, "periods"),
    "streetevents": ("call.txt", streetevents, "streetevents"),
    "dashes": ("call.txt", dashes, "dashes"),
    "bare": ("call.txt", bare, "bare"),
    "bold": ("call.md", bold, "markdown"),
}
"""Name → (file name, how it is written, which reader must read it)."""
