"""The fast way makes the same site as MkDocs does, whatever is set, and whatever was built before."""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as some

from generator import pages
from generator.fast import leaves, ways
from tests.conftest import ROOT
from tests.fast import building

OVERRIDE = "<footer>{{ page.title }} {{ pages | length }}</footer>"
LOOKING = '<footer>{% if page.url == "topics/storage/" %}stored{% endif %}</footer>'
SHOUTING = '<footer>{{ page["title"] | upper }}</footer>'
FRONT = '---\ntitle: "Odd"\nhide:\n- navigation\nsearch:\n  exclude: true\n---\n\n# Odd {: #odd }\n\n'
ODD = {
    "broken-link.md": f"{FRONT}To [nowhere](nowhere.md).\n",
    "broken-anchor.md": f"{FRONT}To [no place](storage.md#nowhere) and [none here](#gone).\n",
    "foreign.md": f"{FRONT}> A quotation with `code`.\n\n1. one\n\n   more\n\n2. two\n",
    "absolute.md": f"{FRONT}To [the root](/topics/).\n",
    "deep.md": f"{FRONT}### Three {{: #three }}\n\n## Two {{: #two }}\n\n### Four {{: #four }}\n\n# One {{: #one }}\n",
    "unnamed.md": f'{FRONT}## Twice\n\n## Twice\n\n<div class="x" id="twice" markdown="1">\n\nwords\n\n</div>\n',
}
CHANGES = {
    "as it comes": ("", ""),
    "theirs to search": ("      content: content\n", "      content: content\n      search: material\n"),
    "nothing to search": ("      content: content\n", "      content: content\n      search: none\n"),
    "no folders": ("use_directory_urls: true", "use_directory_urls: false"),
    "below a path": ("site_dir: site\n", "site_dir: site\nsite_url: https://calls.example/our/archive\n"),
    "with an edit button": (
        "site_dir: site\n",
        "site_dir: site\nrepo_url: https://git.example/us/calls\nedit_uri: edit/main/pages/\n",
    ),
    "contents at the left": ("    - navigation.top\n", "    - navigation.top\n    - toc.integrate\n"),
    "in German": ("  font: false", "  language: de\n  font: Roboto\n  icon:\n    logo: material/phone"),
    "other colours": ("      primary: white\n", "      primary: teal\n"),
    "all headings": ("      toc_depth: 3", "      toc_depth: 6"),
    "plain headings": ('      permalink: "§"\n      permalink_title: Link to this place\n', "      permalink: true\n"),
    "all in the navigation": ('not_in_nav: "*"\n', ""),
}


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No advertisement of the theme's."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    yield


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Paths of the leaves that are written from now on."""
    paths: list[str] = []
    make = leaves.make

    def counted(leaf: leaves.Leaf, manner: ways.Manner) -> leaves.Made | None:
        paths.append(leaf.path)
        return make(leaf, manner)

    monkeypatch.setattr(leaves, "make", counted)
    return paths


def _add(monkeypatch: pytest.MonkeyPatch, texts: Mapping[str, str]) -> None:
    """Let the generator write further pages about topics."""
    assets = pages.assets
    more = [(f"topics/{name}", text.encode()) for name, text in texts.items()]
    monkeypatch.setattr(pages, "assets", lambda: (*assets(), *more))


@pytest.mark.parametrize("change", CHANGES)
def test_every_file_is_the_same_with_any_setting(tmp_path: Path, change: str, made: list[str]) -> None:
    folder, (old, new) = building.project(tmp_path), CHANGES[change]
    plain = building.built(folder, False, lambda text: text.replace(old, new))
    fast = building.built(folder, True, lambda text: text.replace(old, new))
    assert building.differing(plain, fast) == []
    assert bool(made) == (change != "all in the navigation")


@pytest.mark.parametrize("template", [OVERRIDE, LOOKING, SHOUTING])
def test_every_file_is_the_same_with_a_template_of_the_users(
    tmp_path: Path, template: str, made: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    folder = building.project(tmp_path)
    (folder / "theirs" / "partials").mkdir(parents=True)
    (folder / "theirs" / "partials" / "footer.html").write_text(template, encoding="utf-8")

    def change(text: str) -> str:
        return text.replace("  name: material\n", f"  name: material\n  custom_dir: {folder / 'theirs'}\n")

    plain = building.built(folder, False, change)
    with caplog.at_level(logging.DEBUG, "mkdocs"):
        fast = building.built(folder, True, change)
    assert b"<footer>" in plain["topics/storage/index.html"]
    assert building.differing(plain, fast) == []
    assert bool(made) == (template != LOOKING)
    assert ("MkDocs builds them" in caplog.text) == (template == SHOUTING)


def test_pages_of_any_markdown_are_the_same_and_warned_of_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    _add(monkeypatch, ODD)
    folder = building.project(tmp_path)
    with caplog.at_level(logging.WARNING):
        plain = building.built(folder, False)
        warned = building.said(caplog.records)
        caplog.clear()
        fast = building.built(folder, True)
    assert building.differing(plain, fast) == []
    assert len(warned) == 4
    assert building.said(caplog.records) == warned


def test_what_is_warned_of_is_warned_of_again_when_nothing_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    _add(monkeypatch, {"broken-anchor.md": ODD["broken-anchor.md"]})
    folder = building.project(tmp_path)
    building.built(folder, True)
    caplog.clear()
    with caplog.at_level(logging.WARNING):
        building.built(folder, True)
    assert len(building.said(caplog.records)) == 2


def test_nothing_is_made_again_when_nothing_changed(tmp_path: Path, made: list[str]) -> None:
    folder = building.project(tmp_path)
    first = building.built(folder, True)
    made.clear()
    assert building.differing(first, building.built(folder, True)) == []
    assert made == []


def test_a_site_after_many_edits_is_the_site_built_at_once(tmp_path: Path, made: list[str]) -> None:
    folder = building.project(tmp_path)
    building.built(folder, True)
    building.add(folder, 3)
    building.built(folder, True)
    building.add(folder, 1, lambda text: text.replace("Tom Li", "Una Berg"))
    (folder / "content" / "brightwater" / "2024-02-15.txt").unlink()
    made.clear()
    after = building.built(folder, True)
    assert 0 < len(made) < len(after)
    assert not any("tom-li" in path and path.startswith("calls/brightwater/2024-01") for path in after)
    assert building.differing(after, building.built(folder, True, name="clean")) == []
    assert building.differing(after, building.built(folder, False)) == []


def test_data_of_a_call_is_the_same_file_in_the_site_until_the_call_changes(tmp_path: Path) -> None:
    folder = building.project(tmp_path, calls=[1])
    before = building.built(folder, True)
    (path,) = (path for path in before if path.endswith("/call.json"))
    ours, theirs = folder / "pages-fast" / path, folder / "site-fast" / path
    assert ours.samefile(theirs)
    building.add(folder, 1, lambda text: text.replace("Storage", "Stowage"))
    after = building.built(folder, True)
    assert after[path] != before[path]
    assert ours.samefile(theirs)
    assert building.differing(after, building.built(folder, False)) == []


def test_a_setting_that_changed_makes_every_page_anew(tmp_path: Path) -> None:
    folder = building.project(tmp_path)
    building.built(folder, True)

    def renamed(text: str) -> str:
        return text.replace("site_name: Call archive", "site_name: Other calls")

    after = building.built(folder, True, renamed)
    assert building.differing(after, building.built(folder, False, renamed)) == []


def test_a_page_that_somebody_changed_in_the_site_is_made_again(tmp_path: Path) -> None:
    folder = building.project(tmp_path)
    first = building.built(folder, True)
    for path in (folder / "site-fast" / "topics").rglob("index.html"):
        path.write_bytes(b"spoiled")
    assert building.differing(first, building.built(folder, True)) == []


def test_a_damaged_memory_is_as_good_as_none(tmp_path: Path) -> None:
    folder = building.project(tmp_path)
    first = building.built(folder, True)
    (folder / "cache-fast" / "leaves.pickle").write_bytes(b"\x80\x05nonsense")
    assert building.differing(first, building.built(folder, True)) == []


def test_a_hook_that_sees_each_page_still_sees_each_page(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = building.project(tmp_path)
    hook = "def on_page_content(html, **_):\n    return html + '<p>seen</p>'\n"
    (folder / "seeing.py").write_text(hook, encoding="utf-8")
    with caplog.at_level(logging.INFO, "mkdocs"):
        fast = building.built(folder, True, lambda text: f"{text}\nhooks: [seeing.py]\n")
    assert all(b"<p>seen</p>" in data for path, data in fast.items() if path.startswith("topics/") and ".html" in path)
    assert "wants to see each page (on_page_content)" in caplog.text


TEMPLATES = ("", OVERRIDE, "<footer>{{ nav | length }} {{ page.url }}</footer>")


@settings(max_examples=5, phases=[Phase.generate])  # each takes seconds, so that what fails is not made smaller
@given(
    changes=some.sets(some.sampled_from(sorted(CHANGES)), min_size=2, max_size=4),
    template=some.sampled_from(TEMPLATES),
    sound=some.booleans(),
)
def test_every_file_is_the_same_with_many_settings_at_once(changes: set[str], template: str, sound: bool) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = building.project(Path(name))
        if sound:
            (folder / "content" / "brightwater" / "2024-01-15.mp3").write_bytes(b"ID3 no sound at all")
        if template:
            (folder / "theirs" / "partials").mkdir(parents=True)
            (folder / "theirs" / "partials" / "footer.html").write_text(template, encoding="utf-8")

        def change(text: str) -> str:
            for each in sorted(changes):
                text = text.replace(*CHANGES[each], 1) if CHANGES[each][0] else text
            theirs = f"  name: material\n  custom_dir: {folder / 'theirs'}\n" if template else "  name: material\n"
            return text.replace("  name: material\n", theirs)

        plain, fast = building.built(folder, False, change), building.built(folder, True, change)
        assert building.differing(plain, fast) == []


def test_the_sample_is_the_same(tmp_path: Path, made: list[str]) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    plain, fast = building.built(tmp_path, False), building.built(tmp_path, True)
    assert building.differing(plain, fast) == []
    assert made
