"""A shell is what the theme would draw, also where it was not drawn but follows from others."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.alone import Frame
from generator.fast import shells
from generator.fast.shells import Kind, Shape
from tests.fast import small

NUMBERED = "{% for item in page.toc %}{% for each in item.children %}{{ loop.index }}{% endfor %}{% endfor %}"
PAGES = {
    f"topics/{name}.md": small.FRONT.format(name, "") + f"# {name}\n\n" + f"## Part\n\n{text}" * parts
    for name, parts, text in (("one", 1, ""), ("two", 2, ""), ("three", 3, ""), ("four", 4, ""), ("five", 5, ""))
}


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Shape]:
    """Shapes that the theme draws from now on."""
    shapes: list[Shape] = []
    draw = shells.draw

    def noted(frame: Frame, date: str | None, kind: Kind, shape: Shape) -> str:
        shapes.append(shape)
        return draw(frame, date, kind, shape)

    monkeypatch.setattr(shells, "draw", noted)
    return shapes


def built(folder: Path, footer: str) -> bool:
    """Build pages with one heading to five, and tell whether they are those of MkDocs."""
    texts = {path: text.replace("## Part", "## Part {: #x%d }") for path, text in PAGES.items()}
    numbered = {path: text % tuple(range(text.count("%d"))) for path, text in texts.items()}
    project = small.project(folder, {"index.md": small.FRONT.format("Home", "") + "# Home\n", **numbered})
    project.footer = footer
    return project.built(fast=True) == project.built(fast=False)


def test_a_run_of_headings_is_drawn_short_and_long_and_the_others_follow(tmp_path: Path, drawn: list[Shape]) -> None:
    assert built(tmp_path, "")
    assert sorted(drawn) == ["12", "122", "122222", shells.SAMPLE]


def test_where_the_theme_numbers_headings_each_shape_is_drawn(tmp_path: Path, drawn: list[Shape]) -> None:
    assert built(tmp_path, NUMBERED)
    assert {"12", "122", "1222", "12222", "122222"} <= {*drawn}


def test_what_is_drawn_of_a_run_is_said_as_often_as_it_is_long() -> None:
    marked = "<nav>{title}<a {anchor0}>{item0}<b {anchor1}={item1},<b {anchor2}={item2}</nav>{item0} {part2}."
    names = [f"{name}{at}" for name in ("anchor", "item") for at in range(5)]
    short = marked.format_map({name: shells.MARK.format(name) for name in ("title", "part2", *names)})
    values = {name: f"{name[0]}{name[-1]}" for name in names} | {"title": "T", "part2": "p2"}
    told = shells.join(shells.MARKS.split(shells.stretched(short, "12222")), values)
    assert told == "<nav>T<a a0>i0<b a1=i1,<b a2=i2,<b a3=i3,<b a4=i4</nav>i0 p2."
    assert shells.stretched(short, "122") == short
