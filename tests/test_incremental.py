"""A build that remembers makes what a clean one makes, after any edits to the content, the settings or the pages."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from generator import build, config, output
from generator.config import Settings

CHIEFS = ("Ada Quist", "Boris Dahl")
ASKERS = ("Mei Tan", "Jon Ortiz", "Lena Haas")
FIRMS = ("Harbour Bank", "Kestrel Research")
SUBJECTS = ("ferry orders", "harbour fees", "the night timetable", "winter crossings", "diesel")
ANSWERS = (
    "We expect more of it next year, and we have hired for it.",
    "I will not comment on that today.",
    "As Mei Tan said, it is about diesel, and Boris Dahl at Kestrel Research knows.",
    "It fell by four percent, and then it rose again by six.",
)
TOPICS = "topics:\n  - name: Ferry orders\n  - name: Harbour fees\n  - name: Diesel\n    aliases: [fuel]\n"
PEOPLE = "people:\n  - name: Mei Tan\n    aliases: [Jon Ortiz]\n"

Call = tuple[int, int, tuple[tuple[int, int, int], ...]]
"""Series, quarter, and for each question who asks, about what, and the answer."""
QUESTION = st.tuples(st.integers(0, 2), st.integers(0, 4), st.integers(0, 3))
CALL: st.SearchStrategy[Call] = st.tuples(
    st.integers(0, 1), st.integers(1, 6), st.lists(QUESTION, max_size=3).map(tuple)
)
BASE: tuple[Call, ...] = (
    (0, 1, ((0, 0, 0), (1, 1, 1))),
    (0, 2, ((0, 0, 3), (2, 2, 0))),
    (1, 1, ((2, 0, 0),)),
    (1, 2, ()),
)

Edit = Callable[[Path], None]


def said(call: Call) -> str:
    """The transcript of a call."""
    series, quarter, questions = call
    firm, chief = ("Ferrylines", "Northport")[series], CHIEFS[series]
    lines = [f"{firm} Q{quarter} 2024 Earnings Call\n2024-{quarter * 2:02}-10", "Operator: Welcome to the call."]
    lines.append(f"{chief}: Good day. We speak of {SUBJECTS[quarter % 5]} and of {SUBJECTS[series]} today.")
    for asker, subject, answer in questions:
        who = ASKERS[asker]
        lines.append(f"Operator: The next question comes from {who} with {FIRMS[asker % 2]}. Please go ahead.")
        lines.append(f"{who}: Thank you. What do you expect of {SUBJECTS[subject]} in the coming quarters, and why?")
        lines.append(f"{chief}: {ANSWERS[answer]}")
    return "\n\n".join(lines) + "\n"


def place(call: Call) -> str:
    """Where the file of a call lies, in the project."""
    return f"content/{('ferrylines', 'northport')[call[0]]}/q{call[1]}.txt"


def write(path: str, text: str) -> Edit:
    """Write a file, or write it anew."""

    def edit(project: Path) -> None:
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")

    return edit


def remove(path: str) -> Edit:
    """Remove a file if it is there."""
    return lambda project: (project / path).unlink(missing_ok=True)


def rename(path: str) -> Edit:
    """Move a file into another folder."""

    def edit(project: Path) -> None:
        if (project / path).is_file():
            (project / path).rename(project / path.replace(".txt", "-corrected.txt"))

    return edit


def tamper(number: int) -> Edit:
    """Change or remove one of the pages."""

    def edit(project: Path) -> None:
        pages = sorted((project / "pages").rglob("*.md"))
        page = pages[number % len(pages)]
        page.unlink() if number % 2 else page.write_text("by hand", encoding="utf-8")

    return edit


EDITS: st.SearchStrategy[Edit] = st.one_of(
    CALL.map(lambda call: write(place(call), said(call))),
    st.sampled_from(BASE).map(lambda call: remove(place(call))),
    st.sampled_from(BASE).map(lambda call: rename(place(call))),
    st.sampled_from([TOPICS, "topics: []\n", TOPICS.replace("Diesel", "Crossings")]).map(
        lambda text: write("content/topics.yml", text)
    ),
    st.sampled_from([PEOPLE, "people: []\n"]).map(lambda text: write("content/people.yml", text)),
    st.integers(10, 11).map(lambda size: write("size", str(size))),
    st.integers(0, 99).map(tamper),
)


def settings(project: Path, cache: str = "cache") -> Settings:
    """The settings of a project, a page of a list as long as the file `size` says."""
    size = project / "size"
    options = {"cache": cache, "page_size": int(size.read_text()) if size.is_file() else 10}
    found, told = config.load(options, project)
    assert found, told
    return found


def made(project: Path, folder: Path, cache: str = "cache") -> dict[str, bytes]:
    """Bring a folder of pages up to date, and give what it holds."""
    chosen = settings(project, cache)
    written, _ = build.update(build.understand(chosen), chosen, folder)
    assert not written.problems
    files = (path for path in folder.rglob("*.*") if path.is_file() and path.parent.name != "assets")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files if path.name != output.MANIFEST}


@pytest.fixture(scope="module")
def base() -> Iterator[Path]:
    """A project that has been built once, with what that left in its cache."""
    with tempfile.TemporaryDirectory() as name:
        project = Path(name) / "base"
        for call in BASE:
            write(place(call), said(call))(project)
        write("content/topics.yml", TOPICS)(project)
        made(project, project / "pages")
        yield project


@given(edits=st.lists(EDITS, min_size=1, max_size=2))
@hypothesis(
    max_examples=200,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_remembering_changes_nothing(base: Path, edits: list[Edit]) -> None:
    with tempfile.TemporaryDirectory(dir=base.parent) as name:
        project = Path(name) / "base"
        shutil.copytree(base, project)
        for edit in edits:
            edit(project)
            found = made(project, project / "pages")
        assert found == made(project, project / "clean", cache="off")


def test_what_nobody_edited_is_not_printed_again(base: Path) -> None:
    chosen = settings(base)
    written, _ = build.update(build.understand(chosen), chosen, base / "pages")
    assert (written.written, written.removed) == ((), ())
    assert "calls/ferrylines/2024-q1/index.md" in written.unchanged
