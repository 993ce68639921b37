"""A browser and a served site for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import browsing


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """The address below which the sample site is served."""
    with browsing.served(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser(need_browser: str) -> Iterator[Browser]:
    """A headless Chromium."""
    with browsing.chromium(need_browser) as started:
        yield started
