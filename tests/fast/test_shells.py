"""A shell is what the theme would draw, also where it was not drawn but follows from others."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.fast import shells
from generator.fast.shells import Drawing, Kind, Shape, Shell
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
    shell = Drawing.shell

    def noted(drawing: Drawing, kind: Kind, shape: Shape) -> Shell:
        shapes.append(shape)
        return shell(drawing, kind, shape)

    monkeypatch.setattr(Drawing, "shell", noted)
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
    short = [
        "<nav>",
        "title",
        "<i>",
        "item0",
        "<b>",
        "anchor1",
        "=",
        "item1",
        ",",
        "anchor2",
        "=",
        "item2",
        "</nav>",
        "item0",
        ".",
    ]
    long = shells.stretched(short, "12222")
    values = {f"{name}{at}": f"{name[0]}{at}" for name in ("item", "anchor") for at in range(5)} | {"title": "T"}
    assert shells.join(long, values) == "<nav>T<i>i0<b>a1=i1,a2=i2,a3=i3,a4=i4</nav>i0."
