"""Writes a citation as plain text, Markdown, BibTeX and CSL-JSON. Knows no call and no page, only what is to be said.

`assets/citing.js` does the same in the browser, where a reader cites a turn or words; a test holds that both agree.
A name is never parted into given and family name, since nobody has said which is which.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.pages import wording


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited. Every field is words without markup; an empty one is left out."""

    title: str
    """Of the call."""
    kind: str
    """"earnings call"."""
    date: str
    """ISO, of the call."""
    archive: str
    """Name of the archive."""
    file: str
    sha256: str
    key: str
    """ASCII, without white space."""
    name: str = ""
    """Who speaks."""
    post: str = ""
    """Title and organisation at that date."""
    what: str = ""
    """"turn 12, paragraph 3"."""
    made: str = ""
    """"machine transcript"."""
    language: str = ""
    address: str = ""
    quote: str = ""
    accessed: str = ""
    """ISO day on which the reader looked."""


MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~]")  # "*really*", "[1]", "a_b"
TEX = re.compile(r"[\\{}&%$#_~^]")  # "R&D", "5 %", "a_b", "C:\x", "{", "~", "^"
TEX_WORDS = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
}
"""Those that no backslash makes harmless: BibTeX counts braces whatever stands before them."""
DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)  # "2023-08-10", "2023-08", "2023"
ENDED = (".", "!", "?", "…")


def plain(cited: Cited) -> str:
    """Write it as a line of text, its address last, so that no full stop sticks to it."""
    said = f"{cited.name and _who(cited) + ': '}“{cited.quote}”" if cited.quote else _who(cited)
    sentences = [said, _place(cited), *_rest(cited)]
    return " ".join([*map(_ended, filter(None, sentences)), *filter(None, [_found(cited)])])


def markdown(cited: Cited) -> str:
    """Write it as Markdown, its title a link, words that are quoted above it."""
    title = _marked(cited.title)
    linked = f"[{title}]({cited.address})" if cited.address else title
    place = ", ".join(filter(None, [linked + _marked(_kind(cited)), _written(cited.date), cited.what]))
    accessed = f"Accessed {_written(cited.accessed)}" if cited.accessed else ""
    sentences = [_marked(_who(cited)), place, *map(_marked, _rest(cited)), accessed]
    line = " ".join(map(_ended, filter(None, sentences)))
    return f"> {_marked(cited.quote)}\n\n{line}" if cited.quote else line


def bibtex(cited: Cited) -> str:
    """Write it as an entry of BibTeX that BibLaTeX reads too."""
    year, month, _ = _parts(cited.date)
    note = [cited.post, _written(cited.date), *_rest(cited), cited.quote and f"“{cited.quote}”"]
    fields = {
        "author": cited.name and f"{{{{{_tex(cited.name)}}}}}",
        "title": f"{{{{{_tex(cited.title)}}}}}",
        "howpublished": f"{{{_tex(', '.join(filter(None, [_capital(cited.kind), cited.what])))}}}",
        "year": year and f"{{{year}}}",
        "month": month and wording.MONTHS[int(month) - 1].lower(),
        "url": cited.address and f"{{{cited.address}}}",
        "urldate": cited.accessed and f"{{{cited.accessed}}}",
        "note": f"{{{_tex(' '.join(map(_ended, filter(None, note))))}}}",
    }
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields.items() if value)
    return f"@misc{{{cited.key},\n{lines}\n}}"


def csl(cited: Cited) -> str:
    """Write it as CSL-JSON: what is spoken before others is a speech to CSL 1.0.2, save where it is an interview.

    Of both, its author is the one who speaks, and `genre` says what kind of occasion it was.
    """
    note = [cited.what and _capital(cited.what), cited.post, _source(cited), cited.quote and f"“{cited.quote}”"]
    item = {
        "id": cited.key,
        "type": "interview" if cited.kind == "interview" else "speech",
        "author": [{"literal": cited.name}] if cited.name else None,
        "title": cited.title,
        "genre": _capital(cited.kind),
        "medium": _capital(cited.made),
        "issued": _date(cited.date),
        "archive": cited.archive,
        "language": cited.language,
        "URL": cited.address,
        "accessed": _date(cited.accessed),
        "note": " ".join(map(_ended, filter(None, note))),
    }
    return json.dumps([{name: value for name, value in item.items() if value}], indent=2, ensure_ascii=False)


Format = tuple[str, Callable[[Cited], str]]
FORMATS: tuple[Format, ...] = (("Plain text", plain), ("Markdown", markdown), ("BibTeX", bibtex), ("CSL-JSON", csl))
"""In the order in which they are offered."""


def _who(cited: Cited) -> str:
    return ", ".join(filter(None, [cited.name, cited.post]))


def _place(cited: Cited) -> str:
    return ", ".join(filter(None, [cited.title + _kind(cited), _written(cited.date), cited.what]))


def _kind(cited: Cited) -> str:
    """Say what kind of call it is, where its title does not."""
    return "" if cited.kind in cited.title.lower() else f" ({cited.kind})"


def _rest(cited: Cited) -> Iterable[str]:
    return filter(None, [_capital(cited.made), cited.archive, _source(cited)])


def _source(cited: Cited) -> str:
    return f"Source file {cited.file}, SHA-256 {cited.sha256}"


def _found(cited: Cited) -> str:
    accessed = f"accessed {_written(cited.accessed)}" if cited.accessed else ""
    return f"{cited.address} ({accessed})" if cited.address and accessed else cited.address or _capital(accessed)


def _ended(words: str) -> str:
    return words if words.endswith(ENDED) else f"{words}."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _parts(iso: str) -> tuple[str, str, str]:
    """Take year, month and day of a date, of which some may be missing."""
    found = DAY.fullmatch(iso)
    year, month, day = found.groups("") if found else ("", "", "")
    return (year, month, day) if not month or 1 <= int(month) <= len(wording.MONTHS) else (year, "", "")


def _written(iso: str) -> str:
    """Write `10 Aug 2023`; what is no date stays as it is."""
    year, month, day = _parts(iso)
    return " ".join(filter(None, [day.lstrip("0"), month and wording.MONTHS[int(month) - 1], year])) if year else iso


def _date(iso: str) -> dict[str, object] | None:
    parts = [int(each) for each in _parts(iso) if each]
    if parts:
        return {"date-parts": [parts]}
    return {"literal": iso} if iso else None


def _marked(words: str) -> str:
    return MARKUP.sub(lambda found: f"\\{found[0]}", words)


def _tex(words: str) -> str:
    return TEX.sub(lambda found: TEX_WORDS.get(found[0], f"\\{found[0]}"), words)
