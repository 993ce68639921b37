"""What is said of a call is found, brought into one form, and the nearest source wins."""

from __future__ import annotations

import pytest

from generator import details
from generator.details import dates, header, periods
from generator.model import Companion, Detail, Document, Role, Source


def settled(
    path: str = "x/call.txt", front: str = "", header: str = "", day_first: bool | None = None, **companions: str
) -> dict[str, tuple[str, str]]:
    """Settle the details of a made-up document: name → (value, origin)."""
    return {d.name: (d.value, d.origin) for d in everything(path, front, header, day_first, **companions)[0]}


def everything(
    path: str = "x/call.txt", front: str = "", header: str = "", day_first: bool | None = None, **companions: str
) -> tuple[tuple[Detail, ...], list[str], details.Told]:
    """Settle the details of a made-up document, with problems and participants."""
    names = {"sidecar": "x/call.yml", "folder": "x/archive.yml"}
    made = tuple(Companion(names[origin], text.encode(), origin) for origin, text in companions.items())
    document = Document(Source(path, "0", 0), b"", made, day_first)
    told = details.tell(document, ["---", *front.splitlines(), "---"] if front else [])
    lines = list(enumerate(header.splitlines(), 1))
    found, problems = details.settle(document, told, lines)
    return found, [str(p) for p in (*told.problems, *problems)], told


DAYS = {
    "AUGUST 08, 2023 / 12:30PM GMT": "2023-08-08",
    "Aug 29, 2024,5:00 p.m. ET": "2024-08-29",
    "Earnings CallAug 29, 2024,5:00 p.m. ET": "2024-08-29",
    "Nov. 5, 2025 at 5 p.m. ET": "2025-11-05",
    "Wednesday, July 30, 2025": "2025-07-30",
    "April 18, 2018  5:00 PM ET": "2018-04-18",
    "16 May 2024": "2024-05-16",
    "the 3rd of June, 2021": "2021-06-03",
    "2024-06-12": "2024-06-12",
    "25.12.2023": "2023-12-25",
    "Sept. 1, 2020": "2020-09-01",
}


@pytest.mark.parametrize("words", DAYS)
def test_a_day_is_found_in_every_usual_order(words: str) -> None:
    day = dates.find(words)
    assert day is not None
    assert day.iso == DAYS[words]


@pytest.mark.parametrize(
    "words", ["we may see 3, 2024 times", "February 30, 2024", "page 3/4", "version 1.2.3", "in 2024"]
)
def test_what_is_no_day_is_not_found(words: str) -> None:
    assert dates.find(words) is None


def test_a_day_that_may_be_two_has_no_value_and_is_reported() -> None:
    assert dates.find("03/04/2024").ambiguous  # type: ignore[union-attr]
    found, problems, _ = everything(front="date: 03/04/2024")
    assert found == ()
    assert problems == ["x/call.txt:2: warning: '03/04/2024' may be two days: write the date as 2024-04-03"]


@pytest.mark.parametrize(("day_first", "iso"), [(True, "2024-04-03"), (False, "2024-03-04")])
@pytest.mark.parametrize(
    "where", [{"front": "date: 03/04/2024"}, {"sidecar": "date: 03.04.2024"}, {"header": "Call of 03/04/2024"},
              {"header": "Date: 03/04/2024"}, {"path": "x/call 03.04.2024.txt"}]
)  # fmt: skip
def test_a_day_that_may_be_two_is_read_as_the_settings_say(where: dict[str, str], day_first: bool, iso: str) -> None:
    found, problems, _ = everything(day_first=day_first, **where)
    assert [d.value for d in found if d.name == "date"] == [iso]
    assert problems == []


@pytest.mark.parametrize("day_first", [True, False, None])
def test_a_day_that_can_only_be_one_stays_it_whatever_the_settings_say(day_first: bool | None) -> None:
    assert settled(front="date: 25/12/2023", day_first=day_first)["date"][0] == "2023-12-25"
    assert settled(front="date: 12/25/2023", day_first=day_first)["date"][0] == "2023-12-25"


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("2010-01-25-ABCD", "2010-01-25"),
        ("presconf20200315", "2020-03-15"),
        ("2022_WG-03-15", "2022-03-15"),
        ("000_ab52ad63153933fe", None),
    ],
)
def test_a_file_name_tells_the_day_and_a_hash_does_not(name: str, iso: str | None) -> None:
    day = dates.in_name(name)
    assert (day.iso if day else None) == iso


PERIODS = {
    "Q1 2024": "2024-q1",
    "fy2024-q1": "fy2024-q1",
    "2018_q1": "2018-q1",
    "2023-q4": "2023-q4",
    "Q3 FY25": "fy2025-q3",
    "Q1 fiscal 2026": "fy2026-q1",
    "3Q24": "2024-q3",
    "First Quarter 2024 Results Conference Call": "2024-q1",
    "fourth quarter of fiscal year 2023": "fy2023-q4",
    "fiscal 2024 third quarter": "fy2024-q3",
    "CT_VNG_2018_q1": "2018-q1",
    "CallQ2 2025 Earnings": None,
    "Q5 2024": None,
    "2024": None,
}


@pytest.mark.parametrize("words", PERIODS)
def test_a_period_is_fiscal_only_where_the_words_say_so(words: str) -> None:
    assert periods.find(words.replace("_", " ") if words.startswith("CT") else words) == PERIODS[words]


HEADERS = {
    "Vane Glass Company (NYSE:VNG) Q1 2018 Earnings Conference Call April 18, 2018  5:00 PM ET": {
        "title": "Vane Glass Company (NYSE:VNG) Q1 2018 Earnings Conference Call",
        "organization": "Vane Glass Company",
        "ticker": "VNG",
        "period": "2018-q1",
        "date": "2018-04-18",
        "time": "5:00 PM ET",
        "kind": "earnings_call",
    },
    "VaneGlass(VNG+2.97%)Q2 2025 Earnings CallAug 29, 2024,5:00 p.m. ET": {
        "title": "VaneGlass Q2 2025 Earnings Call",
        "organization": "VaneGlass",
        "ticker": "VNG",
        "period": "2025-q2",
        "date": "2024-08-29",
        "time": "5:00 p.m. ET",
        "kind": "earnings_call",
    },
    "Q1 2010 Vane Glass Inc. Earnings Conference Call": {
        "title": "Q1 2010 Vane Glass Inc. Earnings Conference Call",
        "organization": "Vane Glass Inc.",
        "period": "2010-q1",
        "kind": "earnings_call",
    },
    "Company: Vane Glass (微软)": {"organization": "Vane Glass"},
    "Quarter: Q3 2025": {"period": "2025-q3"},
    "Scraped: 2026-05-29T22:27:30.906924": {},
    "Earnings Call Transcript": {"kind": "earnings_call"},
    "Transcript: Machine": {"transcript": "machine"},
    "Transcript: Ada Boris": {},
    "We grew 4% as of July 28, 2025, in all our markets, and shall not stop there.": {},
}


@pytest.mark.parametrize("line", HEADERS)
def test_a_header_line_tells_what_it_says_and_no_more(line: str) -> None:
    assert {fact.name: fact.value for fact in header.read([(1, line)])} == HEADERS[line]


def test_the_nearest_source_wins_and_is_recorded() -> None:
    sources = {"front": "title: A", "sidecar": "title: B\nseries: s", "folder": "title: C\nseries: t\nkind: interview"}
    told = settled(path="x/2024-05-01.txt", header="Title: D\nTicker: VNG", **sources)  # type: ignore[arg-type]
    assert told == {
        "title": ("A", "front matter"),
        "series": ("s", "sidecar"),
        "kind": ("interview", "folder"),
        "ticker": ("VNG", "header"),
        "date": ("2024-05-01", "path"),
    }


def test_a_path_that_says_fiscal_makes_the_headers_quarter_fiscal() -> None:
    title = "Q1 2024 Vane Glass Earnings Call"
    assert settled(path="vane/fy2024-q1.txt", header=title)["period"] == ("fy2024-q1", "path")
    assert settled(path="vane/fy2024-q2.txt", header=title)["period"] == ("2024-q1", "header")


def test_values_stay_what_was_written_and_not_what_yaml_makes_of_them() -> None:
    told = settled(front="time: 12:30\ntitle: off\nrights: on\ndate: 2024-05-01\nseries: 007\nmedia: ~")
    assert {name: value for name, (value, _) in told.items()} == {
        "time": "12:30",
        "title": "off",
        "rights": "on",
        "date": "2024-05-01",
        "series": "007",
    }


def test_a_misspelt_key_of_a_sidecar_is_reported_with_the_nearest_one() -> None:
    _, problems, _ = everything(sidecar="titel: A\n")
    assert problems == ["x/call.yml:1: warning: unknown key `titel` (did you mean `title`?)"]


def test_foreign_keys_of_front_matter_are_left_alone() -> None:
    assert everything(front="layout: page\npublished_time: 2024-01-01")[:2] == ((), [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("date: soon", "is no date"),
        ("kind: party", "is no kind of call"),
        ("transcript: perfect", "'perfect' is none of machine, corrected"),
        ("period: spring", "is no period"),
        ("language: klingonese!", "is no language code"),
        ("title: [a, b]", "takes one text"),
        ("- a\n- b", "`key: value`"),
        ("title: a: b: c", "details cannot be read"),
        ("title: a\ntitle: b", "is said twice"),
    ],
)
def test_a_mistake_is_a_problem_with_its_line(text: str, words: str) -> None:
    _, problems, _ = everything(sidecar=text)
    assert len(problems) == 1
    assert words in problems[0]
    assert problems[0].startswith("x/call.yml:")


def test_a_bomb_of_aliases_is_refused() -> None:
    bomb = "a: &a [x, x]\n" + "\n".join(
        f"{b}: &{b} [*{a}, *{a}, *{a}]" for a, b in zip("abcdef", "bcdefg", strict=True)
    )
    found, problems, _ = everything(sidecar=bomb)
    assert found == ()
    assert len(problems) == 1


def test_participants_are_names_texts_or_mappings() -> None:
    front = (
        "speakers:\n  - Kamal Serin\n  - Ingrid Moe, Chair\n  - name: Mei Tan\n    firm: Northgate\n    role: analyst\n"
        "  - role: chef\n"
    )
    _, problems, told = everything(front=front)
    assert [(p.name, p.organization, p.title, p.role, p.line) for p in told.participants] == [
        ("Kamal Serin", None, None, None, 3),
        ("Ingrid Moe", None, "Chair", None, 4),
        ("Mei Tan", "Northgate", None, Role.SELL_SIDE_ANALYST, 5),
    ]
    assert [p.split(" (")[0] for p in problems] == [
        "x/call.txt:8: warning: 'chef' is no role",
        "x/call.txt:8: warning: a participant lacks `name:`",
    ]


def test_a_file_that_says_nothing_has_no_details() -> None:
    assert everything(path="seed/000_ab52ad63153933fe.txt")[:2] == ((), [])
