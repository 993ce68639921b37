"""people.yml, topics.yml and the others are read entry by entry, and every mistake in them is told with its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator import vocabulary
from generator.model import Vocabulary
from generator.problems import Problem
from tests.conftest import ROOT

FOLDER = Path(__file__).parent / "cases" / "vocabulary"


def told(found: Vocabulary, problems: tuple[Problem, ...]) -> str:
    """What was understood, one thing a line."""
    lines = []
    for p in found.people:
        lines.append(f"{p.line} {p.name} id={p.id} aliases={p.aliases} never={p.never} note={p.note!r}")
        lines += [f"  {a.organization}, {a.title}, {a.role}, {a.start} to {a.end}" for a in p.affiliations]
    lines += [f"{t.line} {t.id}: {t.name} aliases={t.aliases} parent={t.parent} {t.description}" for t in found.topics]
    lines += [f"{o.line} {o.name} id={o.id} aliases={o.aliases} {o.note}" for o in found.organizations]
    for r in found.rulings:
        where = f"{r.call} {r.question}{f' part={r.part}' if r.part else ''}"
        lines.append(f"{r.line} {where}: {r.status} by {r.by}, {r.date}: {r.reason} words={r.words!r}")
    return "\n".join([*lines, *map(str, problems)]) + "\n"


@pytest.mark.parametrize("case", sorted(path.name for path in FOLDER.iterdir()))
def test_files_are_read_as_expected(case: str, golden: Callable[[Path, str], None]) -> None:
    golden(FOLDER / case / "expected.txt", told(*vocabulary.load(FOLDER / case)))


def test_a_folder_without_the_files_declares_nothing(tmp_path: Path) -> None:
    assert vocabulary.load(tmp_path) == (Vocabulary(), ())


def test_empty_files_declare_nothing(tmp_path: Path) -> None:
    (tmp_path / "people.yml").write_text("# nobody yet\n", encoding="utf-8")
    (tmp_path / "topics.yml").write_text("topics:\n", encoding="utf-8")
    assert vocabulary.load(tmp_path) == (Vocabulary(), ())


def test_one_bad_entry_does_not_lose_the_others(tmp_path: Path) -> None:
    (tmp_path / "people.yml").write_text("people:\n- name: A\n- 3\n- name: C\n", encoding="utf-8")
    found, problems = vocabulary.load(tmp_path)
    assert [person.name for person in found.people] == ["A", "C"]
    assert [problem.line for problem in problems] == [3]


def test_a_file_that_grows_in_memory_is_refused(tmp_path: Path) -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 8)}]\n" for n in range(12)
    )
    (tmp_path / "people.yml").write_text(bomb, encoding="utf-8")
    found, problems = vocabulary.load(tmp_path)
    assert not found.people
    assert "references" in problems[0].message


def test_the_skeleton_of_a_new_archive_declares_without_a_mistake() -> None:
    found, problems = vocabulary.load(ROOT / "generator" / "new" / "content")
    assert (len(found.people), len(found.topics), problems) == (1, 3, ())
