"""A browser and a served site for the tests of this folder."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import browsing
from tests.conftest import call_archive


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


@pytest.fixture(scope="session")
def fallback(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample archive's site with the theme's own search."""
    folder = tmp_path_factory.mktemp("fallback")
    shutil.copytree(sample / "content", folder / "content")
    configured = (sample / "mkdocs.yml").read_text(encoding="utf-8")
    changed = re.sub(r"(?m)^( +)search: pagefind.*$", r"\1search: material", configured)
    assert "search: material" in changed
    (folder / "mkdocs.yml").write_text(changed, encoding="utf-8")
    done = call_archive("build", "--site-dir", "site", "--quiet", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"
