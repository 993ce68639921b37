"""A site gets the search that its settings ask for, whole, and nothing of an earlier one."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import call_archive
from tests.search import indexing


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A new archive."""
    folder = tmp_path / "ours"
    assert call_archive("new", str(folder)).returncode == 0
    return folder


def build(archive: Path, search: str) -> Path:
    """Build the site with a search, and give its folder."""
    text = (archive / "mkdocs.yml").read_text(encoding="utf-8")
    bare = re.sub(r"^      search: \w+.*\n", "", text, flags=re.MULTILINE)  # "      search: pagefind # or material"
    chosen = bare.replace("      content: content\n", f"      content: content\n      search: {search}\n")
    assert f"search: {search}" in chosen
    (archive / "chosen.yml").write_text(chosen, encoding="utf-8")
    done = call_archive("build", "--quiet", "--config", "chosen.yml", cwd=archive)
    assert done.returncode == 0, done.stderr
    return archive / "site"


def addresses_in_the_index_of_the_theme(site: Path) -> list[str]:
    """What the theme would send to every reader."""
    index = site / "search" / "search_index.json"
    docs = json.loads(index.read_text(encoding="utf-8"))["docs"] if index.exists() else []
    return [each["location"] for each in docs if each["text"].strip()]


def test_every_result_is_a_place_on_a_page_and_the_theme_sends_nothing(archive: Path) -> None:
    indexing.program()
    site = build(archive, "pagefind")
    assert addresses_in_the_index_of_the_theme(site) == []
    shown = [indexing.plain(path) for path in site.glob("search/*/fragment/*")]
    assert any("#" in each["url"] for each in shown)
    for each in shown:
        page, _, anchor = each["url"].partition("#")
        text = (site / page / "index.html").read_text(encoding="utf-8")
        for place in filter(None, (anchor, *(place.split(" ")[1] for place in each["places"]))):
            assert f'id="{place}"' in text, each["url"]


def test_a_second_build_leaves_nothing_of_the_first(archive: Path) -> None:
    indexing.program()
    before = {path.name for path in build(archive, "pagefind").glob("search/en/fragment/*")}
    (transcript,) = archive.glob("content/*/*.txt")
    text = transcript.read_text(encoding="utf-8")
    transcript.write_text(text.replace(" we ", " we all "), encoding="utf-8")
    after = {path.name for path in build(archive, "pagefind").glob("search/en/fragment/*")}
    assert after and not before & after


def test_without_any_search_there_is_neither_box_nor_index(archive: Path) -> None:
    site = build(archive, "none")
    assert not (site / "search" / "bundles.json").exists()
    assert addresses_in_the_index_of_the_theme(site) == []
    assert 'data-md-component="search"' not in (site / "index.html").read_text(encoding="utf-8")


def test_the_search_of_the_theme_is_there_as_long_as_no_other_is_asked_for(archive: Path) -> None:
    site = build(archive, "material")
    assert addresses_in_the_index_of_the_theme(site)
    assert not (site / "search" / "bundles.json").exists()
