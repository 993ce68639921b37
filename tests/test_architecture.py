"""The plan of the rooms, the contracts and the tree agree."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from generator.extract import table as extractors
from generator.readers import formats
from generator.readers import table as readers
from tests.conftest import ROOT

PACKAGE = ROOT / "generator"
MODULES = sorted(PACKAGE.rglob("*.py"))
ROOMS = sorted(path for path in PACKAGE.glob("[a-z]*") if path.suffix == ".py" or (path / "__init__.py").exists())
LONGEST = 300


def contract(name: str) -> list[str]:
    """The modules of the contract whose name begins so."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    (found,) = (one for one in told if one["name"].startswith(name))
    return list(found["modules"])


def short(path: Path) -> str:
    """A module's path in the package."""
    return path.relative_to(PACKAGE).as_posix()


def test_the_import_contracts_are_kept() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_reader_of_the_tables_is_in_its_contract() -> None:
    found = {row.read.__module__ for row in readers.READERS} | {read.__module__ for _, read in formats.SNIFFED}
    assert found <= set(contract("Readers"))


def test_every_extractor_of_the_table_is_in_its_contract() -> None:
    assert contract("Extractors") == sorted({extract.__module__ for _, extract in extractors.EXTRACTORS})


@pytest.mark.parametrize("path", ROOMS, ids=short)
def test_every_room_stands_in_the_plan(path: Path) -> None:
    plan = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    name = path.name if path.suffix else f"{path.name}/"
    assert re.search(rf"`{re.escape(name)}`", plan), f"ARCHITECTURE.md has no row for {name}"


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_a_module_is_short_and_says_what_it_is_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST
    if text:
        assert ast.get_docstring(ast.parse(text))
