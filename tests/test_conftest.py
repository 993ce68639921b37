"""What is not there skips a test in a plain run, and fails it where nothing may be missing."""

from __future__ import annotations

import pytest

from tests import conftest


def test_a_test_is_skipped_with_a_reason_where_something_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CALL_ARCHIVE_NO_SKIP", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no Chromium"):
        conftest.absent("no Chromium")


def test_a_test_fails_where_nothing_may_be_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CALL_ARCHIVE_NO_SKIP", "1")
    with pytest.raises(pytest.fail.Exception, match="no Chromium"):
        conftest.absent("no Chromium")
