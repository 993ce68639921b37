"""A file is decoded, claimed by one reader, or refused with a reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model import Furniture
from generator.readers import table
from generator.readers.text import Claim, Draft, Text
from tests import growth
from tests.readers import reading

CALL = "Operator: We begin.\nMarit Øvrebø: “Thank you” – gladly, naïvely.\nOperator: We end.\n"
TURNS = [
    ("Operator", ["We begin."]),
    ("Marit Øvrebø", ["“Thank you” – gladly, naïvely."]),
    ("Operator", ["We end."]),
]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_every_usual_encoding_gives_the_same_words(codec: str) -> None:
    assert reading.turns(reading.transcript(CALL.encode(codec))) == TURNS


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_every_line_end_gives_the_same_lines(end: str) -> None:
    read = reading.transcript(CALL.replace("\n", end))
    assert reading.turns(read) == TURNS
    assert [u.line for u in read.utterances] == [1, 2, 3]


def test_an_encoding_that_was_guessed_is_noted_with_its_line() -> None:
    problems = reading.reading(CALL.encode("cp1252")).problems
    assert [str(p) for p in problems] == [
        "call.txt:2: note: the file is not UTF-8 and was read as cp1252 (save it as UTF-8)"
    ]


def garbled(words: str, codec: str = "cp1252") -> str:
    """Save UTF-8 as what takes each byte for a letter."""
    return words.encode().decode(codec)


@pytest.mark.parametrize("codec", ["cp1252", "latin-1", "mac-roman"])
def test_letters_saved_in_the_wrong_encoding_are_repaired_and_noted_with_their_line(codec: str) -> None:
    read = reading.reading("Operator: We begin.\nMarit Dahl: " + garbled("It’s good, and we’re glad.", codec))
    assert read.transcript is not None
    assert reading.turns(read.transcript)[1] == ("Marit Dahl", ["It’s good, and we’re glad."])
    assert [str(p).partition(" (")[0] for p in read.problems] == [
        "call.txt:2: note: letters were saved in the wrong encoding, here and maybe below, and were repaired"
    ]


def test_a_repair_leaves_the_lines_beside_it_alone() -> None:
    read = reading.transcript(f"Marit Dahl: {garbled('naïve')} and good.\nWen Zhao: “SÃO PAULO” – É’s ﬁne…\n" * 2)
    assert reading.turns(read)[:2] == [
        ("Marit Dahl", ["naïve and good."]),
        ("Wen Zhao", ["“SÃO PAULO” – É’s ﬁne…"]),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "VOILÀ “we” said",
        "in ESPAÑA™ and PARÁ–NORTE",
        "at Ã…ngstrom Labs",
        "L’ÉTÉ… à la carte",
        "it â€?s gone",
        "&eacute;",
    ],
)
def test_words_that_merely_look_odd_stay(words: str) -> None:
    read = reading.reading(f"Marit Dahl: {words}\nWen Zhao: Good.\n" * 2)
    assert read.transcript is not None
    assert reading.turns(read.transcript)[0] == ("Marit Dahl", [words])
    assert read.problems == ()


def test_chinese_in_its_own_encoding_is_read() -> None:
    words = "王小明：我们今年的收入增长了百分之十二，谢谢大家的提问。\n李雷：请问明年呢？您怎么看市场的变化？\n" * 6
    read = reading.transcript(words.encode("gb18030"))
    assert {u.label for u in read.utterances} == {"王小明", "李雷"}


def test_a_few_nuls_are_left_out_and_reported() -> None:
    read = reading.reading(CALL.replace("We end", "We\0 end") + "x " * 500)
    assert read.transcript is not None
    assert "NUL" in read.problems[0].message


@pytest.mark.parametrize(
    ("data", "path", "words"),
    [
        (b"{\\rtf1", "call.rtf", "no reader for .rtf files"),
        (b"PK\x03\x04" + bytes(range(256)) * 40, "call.txt", "binary"),
        (b"", "call.txt", "empty"),
        (b" \n\n \n", "call.md", "empty"),
        (b"\xff\xfeA", "call.txt", "damaged"),
        (b"Name,Firm,Remark\nRavi,Kestrel,fine\nWen,Vane,good\n" * 9, "call.txt", "no reader for this layout"),
        (b"| Glass | 12 |\n|---|---|\n| Sand | 40 |\n" * 9, "call.md", "no reader for this layout"),
        (b"def melt(sand):\n    return glass[sand] + {1: 2}[sand];\n" * 9, "call.txt", "no reader for this layout"),
        (
            b"- [Furnace](https://example.org/furnace)\n- https://example.org/sand\n" * 9,
            "call.md",
            "no reader for this",
        ),
        (b"Furnace 1400 1380 1350\nSand 40 38 39\nGlass 12 11 14\n" * 9, "call.txt", "no reader for this layout"),
        (b'{"sand": "It is melted. It is poured. It is cooled."}\n' * 9, "call.txt", "no reader for this layout"),
        (b"Mei Tan\nRavi Menon\nIlse Drummond\nWen Zhao\n" * 3, "call.txt", "no reader for this layout"),
        (b"[1] a\n- Total: 3\n- Note: 4\n", "call.md", "no reader for this layout"),
    ],
)
def test_what_cannot_be_read_is_an_error_with_a_reason(data: bytes, path: str, words: str) -> None:
    read = reading.reading(data, path)
    assert read.transcript is None
    assert [p.level for p in read.problems] == ["error"]
    assert words in read.problems[0].message


def reader(name: str, strength: int) -> table.Reader:
    """Make a reader that claims everything and sets it aside."""

    def claim(text: Text) -> Claim:
        return Claim(strength, f"{name} says so")

    def read(text: Text, claim: Claim) -> Draft:
        return Draft((), furniture=tuple(Furniture("words", line.text, line.number) for line in text.lines))

    return table.Reader(name, claim, read)


def test_two_equal_claims_are_a_reported_problem_and_nobody_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "READERS", (reader("one", 3), reader("two", 3), reader("three", 2)))
    read = reading.reading(CALL)
    assert read.transcript is None
    message = "two readers claim the file: one (one says so) and two (two says so)"
    assert [p.message for p in read.problems] == [message]


def test_the_strictly_stronger_claim_wins_and_a_near_rival_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "READERS", (reader("one", 3), reader("two", 4)))
    read = reading.reading(CALL)
    assert read.transcript is not None
    assert read.transcript.reader == "two"
    assert [p.level for p in read.problems] == ["warning"]


HOSTILE: dict[str, Callable[[int], str]] = {
    "one long line": lambda n: "Operator: " + "a " * (200 * n),
    "a long line without spaces": lambda n: f"Operator: x\nIlse Drummond: {'a' * (400 * n)}\nOperator: y",
    "colons": lambda n: f"Operator: a\n{':' * (200 * n)}\nOperator: b",
    "dashes": lambda n: f"Operator: a\n{'-' * (200 * n)}\n{'- ' * (100 * n)}\nOperator: b",
    "brackets": lambda n: f"Operator: a\n{'[' * (50 * n)}\n{'(' * (50 * n)}\n{'[12] ' * (20 * n)}\nOperator: b",
    "capitals": lambda n: "CHAIR QUILL.  a\n" * 3 + "A. " * (100 * n) + "\n" + "MR. " * (100 * n),
    "spaces": lambda n: f"Operator: a\n{' ' * (300 * n)}b\n" + "\t" * (300 * n) + "\nOperator: c",
    "different labels": lambda n: "\n".join(f"Name Surname{i}: word" for i in range(8 * n)),
    "nicks": lambda n: "<ada> b\n" * 9 + "<" * (100 * n) + "\n" + "<a" * (50 * n),
    "names between commas": lambda n: (
        f"Present:\n{'Mei Tan, ' * (30 * n)}\n{'Mei Tan (MT), ' * (10 * n)}\nMT: a\nMT: b"
    ),
    "several people at once": lambda n: "AB: a\nCD: b\n" * 9 + "AB, " * (50 * n) + ": c",
    "hanging entries": lambda n: "Mei: a\n  b\n" * (6 * n),
    "bold letters": lambda n: "**" * (50 * n) + "\n\n**A:** b\n\n**A:** c",
    "white space and a bracket": lambda n: (
        f"Operator    [1]\n\na\n\nOperator{' ' * (200 * n)}[2]\n\nb\n\nOperator    [3]\n\nc"
    ),
    "words that go on over lines": lambda n: "Mei Tan: a\n" + "and so on  \n" * (20 * n) + "\nRavi Menon: b",
}
"""Each grows with a number, which is a thousand where they are to be long."""


@pytest.mark.parametrize("ending", ["txt", "md"])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_read_or_refused_with_a_reason(name: str, ending: str) -> None:
    found = reading.reading(HOSTILE[name](growth.LARGE), f"call.{ending}")
    assert found.transcript is not None or found.problems


@pytest.mark.parametrize("ending", ["txt", "md"])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_costs_no_more_than_its_length(name: str, ending: str) -> None:
    assert growth.holds(lambda size: reading.reading(HOSTILE[name](size), f"call.{ending}"))
