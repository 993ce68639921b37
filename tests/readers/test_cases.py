"""Each sample file is read as the file beside it says. `make golden` rewrites the expected files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.readers import reading

CASES = Path(__file__).parent.parent / "cases" / "readers"


@pytest.mark.parametrize("path", reading.sources(CASES), ids=lambda path: path.relative_to(CASES).as_posix())
def test_a_sample_is_read_as_expected(path: Path, golden: Callable[[Path, str], None]) -> None:
    read = reading.transcript(path.read_bytes(), path.name)
    assert path.parent.name in {read.reader, path.suffix.removeprefix(".")}
    golden(reading.expected(path), reading.shown(read))
