"""Says what of a JSON file is no speech: details of the call, and texts that nobody says. Must not know services."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.model import Furniture
from generator.readers import joining, speechlists, voicelists
from generator.readers.joining import Spoken
from generator.readers.places import Places, Record
from generator.readers.text import Line, fold

SHORT = 3
"""Words that a text inside a record must have to be told; shorter ones are ids, states and single words."""
_DETAILS: dict[str, list[str]] = {
    "Title": "title meetingtitle meetingname callname eventname topic subject eventtitle calltitle".split(),
    "Date": "date calldate meetingdate eventdate publisheddate datepublished".split(),
    "Company": "company companyname organization organisation".split(),
    "Ticker": "ticker symbol tickersymbol".split(),
    "URL": "url sourceurl link pageurl".split(),
    "Media": "audiourl videourl mediaurl audio video media".split(),
}
"""Keys of a header → spellings in JSON."""
_SPOKEN_OF = ("meeting", "session", "event", "call", "name")
"""Keys whose text may tell a title, a date or both."""
# "’", "...", "_": what is neither letter, digit nor white space
_MARKS = re.compile(r"(?:[^\w\s]|_)+")
# "jan-06-2026": a date in a name
_HYPHENS = re.compile(r"[A-Za-z]{3,9}-\d{1,2}-\d{4}")


def header(records: Iterable[Record], places: Places) -> Iterator[Line]:
    """Write the details of a call as the lines of a header."""
    for record in records:
        known = {speechlists.plain(key): key for key in reversed([*record])}
        for name, spellings in _DETAILS.items():
            found = next((known[s] for s in spellings if s in known and isinstance(record[known[s]], str)), None)
            if found and record[found].strip():
                said = fold(record[found])
                yield Line(
                    places.line(record, found), f"{name}: {said[:10] if name == 'Date' and said[4:5] == '-' else said}"
                )
        for key in (known[s] for s in _SPOKEN_OF if s in known and isinstance(record[known[s]], str)):
            said = fold(record[key])
            yield Line(places.line(record, key), said.replace("-", " ") if _HYPHENS.fullmatch(said) else said)
        quarter, year = record.get("quarter"), record.get("year", record.get("fiscal_year"))
        if quarter and year:
            yield Line(places.line(record, "quarter"), f"Quarter: Q{str(quarter).strip('Qq ')} {year}")


def rest(root: Any, spoken: Sequence[Spoken], places: Places) -> Iterator[Furniture]:
    """Give the texts of a file that are neither spoken nor a repetition of what is spoken or of who speaks."""
    known = _known(spoken)
    waiting: list[tuple[Any, str, int, bool]] = [(root, "", 1, False)]
    while waiting:
        value, key, line, inside = waiting.pop()
        if isinstance(value, Mapping):
            waiting.extend((inner, name, at, inside) for name, inner, at in reversed([*places.entries(value)]))
        elif isinstance(value, list):
            waiting.extend((inner, key, line, inside or isinstance(inner, Mapping)) for inner in reversed(value))
        elif isinstance(value, str) and value.strip():
            said = _bare(value)
            repeated = len(said) >= SHORT and all(three in known for three in _threes(said))
            if not repeated and (not inside or len(said) >= SHORT):
                listed = speechlists.plain(key) in voicelists.KEYS
                yield Furniture("participant list" if listed else "data", fold(f"{key}: {value}"), line)


def _known(spoken: Sequence[Spoken]) -> set[tuple[str, ...]]:
    """Collect what is said, and who says it, as runs of three words."""
    voices = {(piece.label, piece.tells) for piece in spoken if piece.label}
    names = (f"{label} {who and who.organization} {who and who.title}".replace("None", "") for label, who in voices)
    return {three for words in (joining.text(spoken), *names) for three in _threes(_bare(words))}


def _bare(words: str) -> list[str]:
    """Give the words of a text as they are compared: small letters, no punctuation."""
    return _MARKS.sub("", words).casefold().split()


def _threes(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[n : n + SHORT]) for n in range(len(words) - SHORT + 1))
