"""The PDF and DOCX samples, written by hand here; `python -m tests.readers.samples` writes their files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.readers.printing import Ink, Run, docx, pdf, wrap

CASES = Path(__file__).parent.parent / "cases" / "readers"
Said = list[tuple[str, list[str]]]

QUARTER: Said = [
    (
        "Moderator",
        ["Ladies and gentlemen, good day and welcome to the Varuna Tiles Limited first quarter call. I now hand over to"
         " Ms. Leela Nair. Thank you and over to you, ma'am."],
    ),
    (
        "Leela Nair",
        ["Thank you. Good evening to everyone who has found the time to listen to us talk about tiles.",
         "The kiln at Morbi ran on every one of the ninety-one days, which it had not done since we bought it, and our"
         " ready-mix adhesive now reaches four hundred dealers. Adhesive is a small business, but a patient one, and we"
         " mean to give it what it needs before we ask anything of it.",
         "Exports were slower. Freight to the Gulf doubled in May, and two of our buyers there asked us to wait."],
    ),
    (
        "Moderator",
        ["We will now begin the question and answer session. The first question is from the line of Arjun Sethi from"
         " Kestrel Research. Please go ahead."],
    ),
    ("Arjun Sethi", ["Thanks for taking my question. How long can you wait for the Gulf before you turn that line to"
                     " the home market?"]),
    ("Leela Nair", ["Until Diwali. After that the line makes what people at home buy."]),
    ("Arjun Sethi", ["Understood, that is all from my side."]),
    ("Moderator", ["Thank you. As there are no further questions, that concludes this conference."]),
]  # fmt: skip

LETTER = (
    "Varuna Tiles Limited", "Registered Office: 4 Kiln Road, Morbi", "15th July 2024", "To, The Listing Department",
    "BSE Limited", "Scrip Code: 500000", "Dear Sir/Madam,", "Subject: Transcript of the earnings call",
    "Please find attached the transcript of the call held last week. Kindly take it on record.", "Yours faithfully,",
    "R. Bhatt, Company Secretary",
)  # fmt: skip


def concall() -> bytes:
    """A call with a letter before it, a cover, labels in a column of their own, running heads and page numbers."""
    cover = [
        Ink(190, 640, "Varuna Tiles Limited", True, 14),
        Ink(190, 610, "Q1 FY25 Earnings Conference Call", True, 14),
        Ink(250, 580, "July 8, 2024", True, 14),
        Ink(72, 200, "MANAGEMENT:", True),
        Ink(180, 200, "MS. LEELA NAIR \x96 MANAGING DIRECTOR AND CHIEF", True),
        Ink(180, 186, "EXECUTIVE OFFICER \x96 VARUNA TILES LIMITED", True),
        Ink(180, 172, "MR. TARUN SHAH \x96 CHIEF FINANCIAL OFFICER", True),
    ]
    letter = [Ink(72, 740 - 30 * n, words) for n, words in enumerate(LETTER)]
    return pdf([letter, _numbered(cover, 1), *_columns(QUARTER)])


def _numbered(page: list[Ink], number: int) -> list[Ink]:
    cp1252 = [Ink(i.x, i.y, i.words.replace("\x96", "–"), i.bold, i.size) for i in page]
    return [*cp1252, Ink(270, 40, f"Page {number} of 4", size=8)]


def _columns(said: Said) -> list[list[Ink]]:
    """Print labels at the margin and words beside them, eighteen lines a page, labels drawn before words."""
    lines: list[tuple[str, str, float]] = []
    for who, paragraphs in said:
        for n, words in enumerate(paragraphs):
            for m, line in enumerate(wrap(words, 330)):
                lines.append((f"{who}:" if not n and not m else "", line, 26 if not m else 14))
    pages = []
    for number, at in enumerate(range(0, len(lines), 18), 2):
        heads = [Ink(400, 770, "Varuna Tiles Limited", size=8), Ink(420, 758, "July 8, 2024", size=8)]
        y = 720.0
        labels: list[Ink] = []
        beside: list[Ink] = []
        for label, line, gap in lines[at : at + 18]:
            y -= gap
            labels.extend([Ink(72, y, label, True)] if label else [])
            beside.append(Ink(180, y, line))
        pages.append(_numbered([*heads, *labels, *beside], number))
    return pages


BRIEFING: Said = [
    ("CHAIR OKAFOR", ["Good afternoon. The board met this morning and left the ferry fares where they are.",
                      "We looked at three proposals. Two of them would have helped those who travel daily and hurt"
                      " everyone else, and the third was not ready to be voted upon by anybody."]),
    ("INGRID MOE", ["We will go to the Harbour Post."]),
    ("DANIEL REYES", ["Daniel Reyes, Harbour Post. When you say not ready, do you mean weeks or do you mean years?"]),
    ("CHAIR OKAFOR", ["I mean weeks. Nobody on the board wishes to talk of fares again in the winter, when half the"
                      " boats are in the dock and the other half are late."]),
    ("INGRID MOE", ["Thank you. Next, the radio."]),
    ("HEATHER LONG", ["Thanks. Will the night boat to the island come back, and would you tell us if it would not?"]),
    ("CHAIR OKAFOR", ["It will come back in March. And yes, I would tell you."]),
    ("INGRID MOE", ["That is all we have time for."]),
]  # fmt: skip


def briefing() -> bytes:
    """A press conference: names in capitals, paragraphs that begin further in, lines far apart, turns across pages."""
    lines: list[tuple[float, str]] = []
    for who, paragraphs in BRIEFING:
        for n, words in enumerate(paragraphs):
            spoken = wrap(f"{who if not n else ''}. {words}" if not n else words, 380)
            lines.extend((108.0 if not m else 72.0, line) for m, line in enumerate(spoken))
    pages = []
    for number, at in enumerate(range(0, len(lines), 9), 1):
        head = [Ink(72, 760, "March 3, 2025 Chair Okafor's Press Conference FINAL"), Ink(280, 40, f"{number} of 2")]
        title = [] if at else [Ink(200, 730, "Transcript of Chair Okafor's Press Conference", True, 12)]
        body = [Ink(x, 690 - 27 * n, line) for n, (x, line) in enumerate(lines[at : at + 9])]
        pages.append([*head, *title, *body])
    return pdf(pages)


def board() -> bytes:
    """A meeting in Word: labels in bold cut into runs, a table of who attended, a running head."""
    return docx(
        [
            [Run("Harbour Board: minutes of the call of 12 May 2025", True)],
            [["Name", "Organisation", "Title"], ["Ana Ruiz", "Harbour Board", "Chair"], ["Bo Lind", "Union", "Pilot"]],
            [Run("An", True), Run("a Ru", True), Run("iz:", True), Run(" Shall we begin? The tide waits for nobody.")],
            [Run("Bo Lind", True), Run(": We are ready. The crew asked for "), Run("two", True), Run(" more berths.")],
            "And for a roof over the one they have.",
            [Run("Ana Ruiz:", True), Run(" Both are in the plan.\nThe roof comes first.")],
            [Run("Bo Lind:", True), Run(" Then we have nothing more.")],
        ],
        head="Harbour Board – not for circulation",
    )  # fmt: skip


def recorded() -> bytes:
    """A recording as a meeting tool writes it to Word: name in bold, time, and words below, without any colon."""
    said = [
        ("Ana Ruiz", "0:03", "Is everybody here? I can see four of five."),
        ("Bo Lind", "0:09", "Chen is on the ferry and will join from there."),
        ("Ana Ruiz", "0:15", "Then we start with the berths, which Chen knows by heart."),
        ("Chen Wei", "1:02", "I am here now, with the engine behind me."),
        ("Bo Lind", "1:10", "We can hear both of you."),
        ("Ana Ruiz", "1:15", "Good. The berths are paid for, and that was the news."),
    ]
    return docx([[Run(who, True), Run(f"   {time}"), Run(f"\n{words}")] for who, time, words in said])


def columns() -> bytes:
    """A conversation in a table of Word: time, name, words."""
    rows = [[f"00:0{n}:10", who, words] for n, (who, words) in enumerate(
        [("Ana Ruiz", "Shall we hear the numbers before we hear the wishes?"),
         ("Bo Lind", "The numbers are short this month: nine boats, one late."),
         ("Ana Ruiz", "And the wishes, if they are as short as that?"),
         ("Bo Lind", "They are one word longer, and the word is paint.")])]  # fmt: skip
    return docx([[Run("Ferry committee", True)], rows])


SAMPLES: Mapping[str, Callable[[], bytes]] = {
    "pdf/letter-cover-and-columns.pdf": concall,
    "pdf/briefing-in-capitals.pdf": briefing,
    "docx/bold-runs-and-attendance.docx": board,
    "docx/recorded-meeting.docx": recorded,
    "docx/conversation-in-a-table.docx": columns,
}
"""Path below the cases → how the sample is made."""


if __name__ == "__main__":
    for name, make in SAMPLES.items():
        (CASES / name).parent.mkdir(parents=True, exist_ok=True)
        (CASES / name).write_bytes(make())
