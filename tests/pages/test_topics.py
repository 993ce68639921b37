"""A topic opens with its mentions over time; the index maps them; calls and the home page say what moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator import pages
from generator.model import Archive, Asked, Call, Mention, MentionKind, Thread, Topic, Version
from tests.figures import talk
from tests.pages.archive import Choices
from tests.pages.test_escape import convert

LONG = talk.FILLER * 10
FERRIES = "We speak of the ferries today, of ferries and of nothing but ferries."


def _call(number: int, *said: str, series: str = "northern") -> Call:
    return talk.call(
        f"c{number:02}", f"20{10 + number // 4}-{1 + 3 * (number % 4):02}-15", [LONG, *said], series=series
    )


def _read(of: Archive, path: str) -> LexborHTMLParser:
    made = {page.path: page for page in pages.render(of, Choices())}
    return convert(made[path].text.split("---\n", 2)[2], bigger=False)


def _text(node: LexborHTMLParser | LexborNode | None) -> str:
    assert node is not None
    return " ".join((node.text() or "").split())


def _rows(parsed: LexborHTMLParser) -> list[list[str]]:
    return [[_text(cell) for cell in row.css("th, td")] for row in parsed.css("figure tbody tr")]


def _entries(parsed: LexborHTMLParser, anchor: str) -> list[str]:
    found = parsed.css_first(f'h2[id="{anchor}"] ~ div')
    return [_text(each) for each in found.css("li")] if found else []


def _heading(parsed: LexborHTMLParser, anchor: str) -> bool:
    return parsed.css_first(f'h2[id="{anchor}"]') is not None


TWO = talk.archive(
    _call(0, f"{LONG}And ferries. {LONG}", "Q: How many ferries will sail next year?", "A: Two of the ferries will."),
    _call(1),
    _call(2, FERRIES),
)


def test_a_topic_shows_remarks_questions_and_answers_of_each_call_and_zero_where_it_is_silent() -> None:
    parsed = _read(TWO, "topics/ferries.md")
    assert [row[1:] for row in _rows(parsed)] == [
        ["1", "1", "1", "2", "1"],
        ["0", "0", "0", "0", "0"],
        ["3", "0", "0", "1", "0"],
    ]
    assert len(parsed.css("figure .ca-bar")) == 4
    assert "6 mentions in 2 calls" in _text(parsed.css_first("figcaption"))


def test_a_bar_leads_to_the_passages_of_its_call() -> None:
    parsed = _read(TWO, "topics/ferries.md")
    anchors = [a.attributes["href"] for a in parsed.css("figure svg a")]
    assert anchors == ["#in-northern--c00", "#in-northern--c02"]
    assert all(parsed.css_first(f'[id="{(anchor or "")[1:]}"]') for anchor in anchors)


def test_what_is_said_in_passing_folds_away_behind_what_is_about_it() -> None:
    parsed = _read(TWO, "topics/ferries.md")
    folds = parsed.css("details.ca-folded")
    assert [_text(each.css_first("summary")) for each in folds] == ["1 more in passing"]
    assert "And ferries." in _text(folds[0])


def test_series_with_few_mentions_are_summed_up() -> None:
    calls = [_call(0, FERRIES, *[FERRIES] * (number % 3), series=f"line-{number:02}") for number in range(15)]
    parsed = _read(talk.archive(*calls), "topics/ferries.md")
    assert _rows(parsed)[-1][0] == "3 more companies and bodies"
    assert len([each for each in parsed.css("figure text") if _text(each).startswith("Line-")]) == 12
    assert sum(int(row[1]) for row in _rows(parsed)[1:]) == int(_rows(parsed)[0][1])


def test_a_topic_that_nobody_mentions_has_no_picture() -> None:
    parsed = _read(TWO, "topics/winters.md")
    assert not parsed.css("figure")
    assert "No call speaks of it." in _text(parsed.body)


def test_spellings_as_printed_and_topics_beside_it_are_named_with_counts() -> None:
    both = talk.archive(_call(0, "Ferries and harbours.", "Ferries and harbours again."))
    told = _text(_read(both, "topics/ferries.md").body)
    assert "Spoken of together with: Harbours 2" in told
    assert "Also matched" not in told, "the name itself is no other spelling"


def test_the_index_maps_topics_over_time_and_leads_to_them() -> None:
    parsed = _read(TWO, "topics/index.md")
    assert [row[0] for row in _rows(parsed)] == ["Ferries"]
    assert [a.attributes["href"] for a in parsed.css(".ca-rows a")] == ["ferries/"]
    assert [a.attributes["href"] for a in parsed.css("figure svg a")] == [
        "ferries/#in-northern--c00",
        "ferries/#in-northern--c02",
    ]


def _of_all(call: Call, topics: Iterable[str]) -> Iterator[Mention]:
    """Let whatever mentions ferries mention all of these topics."""
    yield from call.mentions
    yield from (replace(m, target=topic) for topic in topics for m in call.mentions if m.target == "ferries")


def test_the_map_is_bounded_and_says_so() -> None:
    many = {f"t{number:02}": Topic(f"t{number:02}", f"T{number:02}") for number in range(50)}
    of = {(MentionKind.TOPIC, topic): TWO.passages[MentionKind.TOPIC, "ferries"] for topic in many}
    calls = {call.id: replace(call, mentions=tuple(_of_all(call, many))) for call in TWO.calls.values()}
    more = replace(TWO, calls=calls, topics={**TWO.topics, **many}, passages={**TWO.passages, **of})
    parsed = _read(more, "topics/index.md")
    assert len(_rows(parsed)) == 40
    assert "the 40 most mentioned of 51 topics" in _text(parsed.css_first("figcaption"))


def test_a_series_has_a_map_call_by_call_and_what_changed() -> None:
    parsed = _read(TWO, "calls/northern/index.md")
    assert parsed.css("figure.ca-picture-topics-over-time .ca-shade")
    assert _heading(parsed, "what-changed")
    told = " ".join(_entries(parsed, "what-changed"))
    assert "New since 15 Apr 2010: Ferries (last in 15 Jan 2010)" in told


def test_a_call_says_what_is_new_in_it_and_where_it_was_before() -> None:
    parsed = _read(TWO, "calls/northern/c02/index.md")
    line = next(p for p in parsed.css("p") if _text(p).startswith("New since"))
    assert [a.attributes["href"] for a in line.css("a")] == [
        "../c01/index.md",
        "../../../topics/ferries.md#in-northern--c02",
        "../../../topics/ferries.md#in-northern--c00",
    ]


def test_a_call_says_what_is_no_longer_asked() -> None:
    asked = _call(0, "Q: How many ferries will sail next year?", "A: Two.")
    parsed = _read(
        talk.archive(asked, _call(1, "Q: And what of the weather?", "A: Fine.")), "calls/northern/c01/index.md"
    )
    assert "No longer asked: Ferries" in _text(parsed.body)


def test_the_first_call_says_nothing_of_the_kind() -> None:
    told = _text(_read(TWO, "calls/northern/c00/index.md").body)
    assert "New since" not in told
    assert "No longer asked" not in told


def test_a_question_that_is_taken_up_later_is_named_where_it_began() -> None:
    question = ["Q: And what then, please?", "A: We shall see."]
    made = talk.archive(*(_call(number, *question) for number in range(3)))
    versions = tuple(Version(Asked(f"northern/c{number:02}", 1), (), None) for number in (1, 2))
    threaded = replace(made, threads={"then": Thread("then", ("northern",), versions)})
    assert "Asked here first, and again since: And what then, please?" in _text(
        _read(threaded, "calls/northern/c01/index.md").body
    )


def test_the_home_page_tells_which_topics_moved_and_nothing_where_none_did() -> None:
    moved = talk.archive(_call(0), _call(1, FERRIES, FERRIES))
    assert _entries(_read(moved, "index.md"), "topics-that-moved") == ["New: Ferries 6"]
    assert not _heading(_read(talk.archive(_call(0), _call(1)), "index.md"), "topics-that-moved")
    assert not _heading(_read(talk.archive(_call(0, FERRIES)), "index.md"), "topics-that-moved")


def test_a_hostile_name_of_a_topic_stays_words_in_every_picture() -> None:
    name = 'Ferries <script>alert(1)</script> "onload=x" | {{ 7 }}'
    hostile = replace(TWO, topics={**TWO.topics, "ferries": Topic("ferries", name)})
    for path in ("topics/ferries.md", "topics/index.md", "calls/northern/index.md", "index.md"):
        parsed = _read(hostile, path)
        assert not parsed.css("script, [onload]")
        assert "Ferries <script>alert(1)</script>" in _text(parsed.body)
