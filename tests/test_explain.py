"""The account of one file tells every decision with its rule and its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator import build, explain
from generator.build import Built
from generator.config import Settings

CASES = Path(__file__).parent / "cases" / "explain"
SETTINGS = Settings.model_validate({"content": CASES / "content", "cache": "off"})


@pytest.fixture(scope="module")
def built() -> Built:
    """The transcripts of the cases, read and linked."""
    return build.understand(SETTINGS)


@pytest.mark.parametrize("path", ["kestrel/2024-05-02.txt", "loose.txt"])
def test_an_account_is_as_expected(built: Built, path: str, golden: Callable[[Path, str], None]) -> None:
    golden(CASES / path.replace("/", "-"), "\n".join(explain.explain(built, path, *build.read(SETTINGS, path))) + "\n")


def test_every_turn_is_in_a_section_of_the_account(built: Built) -> None:
    (call,) = built.archive.calls.values()
    told = "\n".join(explain.explain(built, call.source.path, *build.read(SETTINGS, call.source.path)))
    for turn in call.turns:
        assert f"{turn.section}: turns " in told
    assert f"to {len(call.turns)}, from line" in told
