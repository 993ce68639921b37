"""Pictures on pages: they say what they show, hold their own against hostile words, and lead somewhere."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from functools import cache

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as some
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator import pages
from generator.figures import ribbon as ribbons
from generator.figures import spoken
from generator.model import Archive, Call, Paragraph, SectionKind, Turn
from generator.pages import addresses, desk, lengths
from generator.pages.escape import Safe
from generator.pages.pen import Pen
from generator.pages.pictures import figure, ribbon, shares, svg, trend
from generator.pages.pictures.figure import Picture
from generator.pages.pictures.trend import Panel, Strip
from tests.pages import archive

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]
WORDS = some.text(max_size=90)
FIGURE = re.compile(r"(?s)^<figure class=\"ca-picture.*?^</figure>", re.MULTILINE)  # one picture in a page


def converted(text: str) -> LexborHTMLParser:
    return LexborHTMLParser(markdown.markdown(text, extensions=EXTENSIONS))


def one(parsed: LexborHTMLParser, selector: str) -> LexborNode:
    """Find what there must be."""
    found = parsed.css_first(selector)
    assert found is not None, selector
    return found


def picture(words: str) -> Safe:
    """A picture that holds the same words wherever words may stand."""
    shapes = [
        svg.words(0, 10, words),
        svg.bar(0, 50, 0, 20, "ca-told", words),
        svg.link(Safe("#t1"), words, [svg.bar(50, 50, 0, 20)]),
        svg.pane(0, 20, 0, 20, [svg.words(0, 10, words)]),
    ]
    drawing = svg.drawing("try", 20, shapes, linked=True)
    return figure.write(Picture("try", words, words, drawing, (words, words), ((words, 1200), (words, words))))


@given(WORDS)
def test_no_words_get_out_of_a_picture_or_are_read_as_markdown(words: str) -> None:
    text = f"Before.\n\n{picture(words).text}\n\n## After {{: #after }}\n\nEnd.\n"
    parsed = converted(text)
    assert [node.tag for node in parsed.css("figure *") if node.tag not in KNOWN] == []
    assert parsed.css_first("h2#after") is not None and parsed.css_first("figure h2") is None
    assert len(parsed.css("figure a")) == 1
    shown = " ".join(re.sub(r"[\u202a-\u202e\u2066-\u2069]", "", " ".join(words.split())).split())
    if shown and shown.isprintable() and shown.isascii():
        assert " ".join(parsed.css("tbody th")[0].text().split()) == shown


KNOWN = set("figure figcaption b svg a title rect text details summary table thead tbody tr th td -text".split())


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", archive.HOSTILE, "</svg></figure>", '" onclick="x', "&lt;b"]
)
def test_hostile_words_stay_words(words: str) -> None:
    parsed = converted(f"\n{picture(words).text}\n")
    assert not parsed.css("script, [onclick], code, strong")
    assert " ".join(parsed.css("tbody th")[0].text().split()) == " ".join(words.split())
    assert one(parsed, "svg a title").text() == words


def test_a_picture_is_one_block_without_style_or_script() -> None:
    text = picture("words").text
    assert "\n\n" not in text
    assert "style=" not in text and "<script" not in text and "xlink" not in text
    assert "data-search-exclude" in text.partition("\n")[0]


def test_a_picture_is_named_by_the_sentence_that_stands_above_it() -> None:
    parsed = converted(picture("Says so").text)
    drawn = one(parsed, "svg[role]")
    named = parsed.css_first(f"#{drawn.attributes['aria-labelledby']}")
    assert named is not None and named.tag == "figcaption" and "Says so" in named.text()


def test_only_a_picture_without_links_is_an_image_to_those_who_hear_it() -> None:
    assert 'role="img"' in svg.drawing("x", 9, []).text
    assert 'role="group"' in svg.drawing("x", 9, [], linked=True).text


def test_figures_in_the_table_are_grouped_and_stand_in_line() -> None:
    cells = [node.text() for node in converted(picture("x").text).css("td.ca-number")]
    assert cells == ["1,200"]


@pytest.mark.parametrize(
    ("text", "longest", "shown"),
    [
        ("Wen Zhao", 8, "Wen Zhao"),
        ("Wen Zhao", 7, "Wen Zh…"),
        ("王小明", 6, "王小明"),
        ("王小明", 5, "王小…"),
        ("سميرة حداد", 10, "سميرة حداد"),
        (archive.LONG_NAME, 30, "Maximiliana-Theodora von Hohe…"),
        ("", 5, ""),
    ],
)
def test_words_are_cut_by_the_room_they_need(text: str, longest: int, shown: str) -> None:
    assert svg.cut(text, longest) == shown


def test_words_that_were_cut_stand_whole_in_their_title() -> None:
    drawn = svg.words(0, 9, archive.LONG_NAME, longest=20).text
    assert f"<title>{archive.LONG_NAME}</title>" in drawn
    assert "<title>" not in svg.words(0, 9, "short").text


@pytest.mark.parametrize(
    ("seconds", "written"), [(40, "40 s"), (60, "1 min"), (3570, "1 h 00 min"), (3840, "1 h 04 min"), (0.4, "0 s")]
)
def test_a_length_is_written_as_a_person_would(seconds: float, written: str) -> None:
    assert lengths.lasts(seconds).replace("\u00a0", " ") == written


@pytest.mark.parametrize(
    ("part", "written"), [(0, "0 %"), (0.001, "< 1 %"), (0.014, "1 %"), (0.536, "54 %"), (1, "100 %")]
)
def test_what_is_there_is_never_nought(part: float, written: str) -> None:
    assert lengths.percent(part).replace("\u00a0", " ") == written


# Where pictures stand


@cache
def made(folders: bool = True) -> dict[str, str]:
    return {page.path: page.text for page in pages.render(archive.ARCHIVE, archive.Choices(directory_urls=folders))}


@pytest.mark.parametrize("folders", [True, False])
def test_every_link_in_raw_html_lands_on_a_page_and_a_place_in_it(folders: bool) -> None:
    served = {path: _file(path, folders) for path in made(folders) if path.endswith(".md")}
    ids = {
        served[path]: {n.attributes["id"] for n in converted(_body(made(folders)[path])).css("[id]")} for path in served
    }
    seen = 0
    for path, file in served.items():
        for node in (n for block in _raw(made(folders)[path]) for n in LexborHTMLParser(block).css("a[href]")):
            target, _, anchor = str(node.attributes["href"]).partition("#")
            landed = posixpath.normpath(posixpath.join(posixpath.dirname(file), target)) if target else file
            landed = f"{landed}/index.html".removeprefix("./") if not landed.endswith(".html") else landed
            assert landed in ids, f"{path}: {target}"
            assert not anchor or anchor in ids[landed], f"{path}: {target}#{anchor}"
            seen += 1
    assert seen > 20


def _file(path: str, folders: bool) -> str:
    stem = path.removesuffix(".md")
    return f"{stem}/index.html" if folders and posixpath.basename(stem) != "index" else f"{stem}.html"


def _body(text: str) -> str:
    return text.split("\n---\n", 1)[1]


def _raw(text: str) -> list[str]:
    return [*FIGURE.findall(text), *re.findall(r"(?s)^<table.*?^</table>", text, re.MULTILINE)]


def test_no_page_holds_two_pictures_of_one_name() -> None:
    for path, text in made().items():
        names = re.findall(r'<figcaption id="([^"]*)"', text)
        assert len(names) == len(set(names)), path


def test_a_call_opens_with_its_ribbon() -> None:
    text = made()["calls/lanhai/2024-q1/index.md"]
    assert text.index('id="picture--ribbon"') < text.index("## Participants")
    parsed = converted(_body(text))
    assert "2 questions" in one(parsed, "#picture--ribbon").text().replace("\u00a0", " ")
    titles = [node.text().replace("\u00a0", " ") for node in parsed.css(".ca-picture-ribbon svg a title")]
    assert "Question 1, Mei Tan, Harbour Bank, 18 words: Plants & sites, Storage" in titles
    assert [node.text() for node in parsed.css(".ca-lanes span")] == ["Wen Zhao", "Unknown speaker", "Analysts (2)"]


def test_a_call_of_one_voice_has_no_pictures() -> None:
    assert "ca-picture" not in made()["calls/lanhai/2023-q4/index.md"]


def test_the_page_of_a_person_shows_questions_over_time_only_where_there_is_time() -> None:
    assert "picture--part" not in made()["speakers/mei-tan.md"], "a single call is no time"
    assert 'id="picture--part"' in made()["speakers/wen-zhao.md"]


def test_a_bar_is_drawn_also_where_it_leads_nowhere() -> None:
    labels, figures = ("2023", "2024", "2025"), (3, 0, 1)
    panel = Panel("Asked", (Strip("asked", figures),), labels, labels, (None, None, Safe("#a")), (False, False, False))
    drawn = [each for each in trend.draw(panel, 0, 3) if "ca-bar" in each.text]
    assert [LexborHTMLParser(each.text).css_first("title, svg title") is not None for each in drawn] == [True, True]
    assert [each.text[:2] for each in drawn] == ["<g", "<a"]


# Odd calls


def written(turns: tuple[Turn, ...], **more: object) -> tuple[Call, str]:
    """Write both pictures of a call of such turns."""
    call = archive.call("odd", None, turns, **more)
    table: Archive = replace(archive.ARCHIVE, calls={**archive.CALLS, call.id: call})
    pen = Pen(desk.prepare(table, archive.Choices()), addresses.call(call.id))
    counted = spoken.by_turn(call)
    said = spoken.shares(call, counted)
    drawn = ribbon.write(pen, call, ribbons.of(call, counted, said)).text
    return call, f"{drawn}\n{shares.write(pen, call, said).text}"


def turn(number: int, voice: int | None, words: int = 5) -> Turn:
    made = archive.turn(number, None, SectionKind.DISCUSSION, " ".join(["word"] * words))
    return replace(made, voice=voice, speaker=None, label=str(voice))


def test_a_call_of_four_hundred_people_has_small_pictures() -> None:
    cast = tuple(replace(archive.CAST[3], speaker=None, name=f"{archive.LONG_NAME} {n}") for n in range(400))
    _, drawn = written(tuple(turn(n + 1, n, 9) for n in range(400)), appearances=cast)
    shapes = LexborHTMLParser(drawn)
    assert len(shapes.css("svg a")) <= ribbons.STRETCHES
    assert len(shapes.css("svg rect")) <= ribbons.STRETCHES + shares.MOST + 1
    assert len(shapes.css(".ca-picture-words tbody tr")) == shares.TALL + 1
    assert "360 others" in shapes.text()


def test_a_call_of_a_thousand_turns_has_small_pictures() -> None:
    _, drawn = written(tuple(turn(n + 1, 1 + n % 3, 9) for n in range(1000)))
    parsed = LexborHTMLParser(drawn)
    assert len(parsed.css("svg a")) <= ribbons.STRETCHES
    assert len("".join(node.html or "" for node in parsed.css(".ca-ribbon"))) < 24_000


def test_a_call_of_one_word_has_none() -> None:
    assert written((turn(1, 1, 1),))[1].strip() == ""


def test_a_call_in_which_nobody_is_named_is_all_one_lane_and_has_none() -> None:
    assert written((turn(1, None), turn(2, None)))[1].strip() == ""


def test_two_names_in_other_scripts_are_shown_whole() -> None:
    cast = tuple(archive.CAST[n] for n in (4, 5))
    _, drawn = written((turn(1, 0), turn(2, 1), turn(3, 0)), appearances=cast)
    names = [node.text() for node in LexborHTMLParser(drawn).css(".ca-lanes span")]
    assert names == ["王小明", "سميرة حداد"]


def test_times_make_the_ribbon_one_of_time() -> None:
    turns = tuple(replace(turn(n + 1, 1 + n % 2, 50), start=60.0 * n) for n in range(5))
    _, drawn = written(turns)
    parsed = LexborHTMLParser(drawn)
    assert "by time, 5 min" in one(parsed, "figcaption").text().replace("\u00a0", " ")
    assert [node.text() for node in parsed.css(".ca-picture-ribbon tbody th")][:2] == ["0:00:00", "0:01:00"]


@given(some.lists(some.tuples(some.sampled_from([1, 2, 3, None]), some.integers(0, 9)), max_size=60))
def test_the_table_of_shares_adds_up_to_all_words(said: list[tuple[int | None, int]]) -> None:
    call, drawn = written(tuple(turn(n, voice, words) for n, (voice, words) in enumerate(said, 1)))
    rows = LexborHTMLParser(drawn).css(".ca-picture-words tbody tr")
    assert not rows or sum(int(row.css("td")[0].text().replace(",", "")) for row in rows) == sum(spoken.by_turn(call))


def test_a_paragraph_without_a_word_breaks_nothing() -> None:
    empty = replace(turn(2, 2), paragraphs=(Paragraph("", 1),))
    assert "ca-picture" in written((turn(1, 1), empty, turn(3, 3)))[1]
