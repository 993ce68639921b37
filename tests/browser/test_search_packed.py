"""A packed copy: opened from a file, without a server, and searched as the site is."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import browsing
from tests.conftest import call_archive

PATIENCE = 20_000
QUIET = "---\nseries: lanhai\ndate: 2024-05-02\n---\nOperator: Welcome.\n\nOperator: Please stand by.\n"
"""A call in which nobody says anything but what runs it."""


@pytest.fixture(scope="module")
def unpacked(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample archive, packed into one file and unpacked again."""
    folder = tmp_path_factory.mktemp("packed")
    shutil.copytree(sample / "content", folder / "content")
    shutil.copy(sample / "mkdocs.yml", folder)
    done = call_archive("build", "--packed", "calls.zip", "--quiet", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    with zipfile.ZipFile(folder / "calls.zip") as tied:
        tied.extractall(folder)
    return folder / "calls"


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """Somebody whose browser complains of nothing and asks no host for anything."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: told.append(request.url) if request.url.startswith("http") else None)
    yield page
    page.close()
    assert not told


def _hits(page: Page) -> Locator:
    found = page.locator(".ca-hit")
    expect(found.first).to_be_visible(timeout=PATIENCE)
    return found


def _count(page: Page) -> int:
    status = page.locator(".ca-find-status").first
    expect(status).to_contain_text("passage", timeout=PATIENCE)
    return int(status.inner_text().split(" ")[0].replace(",", ""))


def test_the_box_finds_passages_as_one_types_and_marks_the_words(reader: Page, unpacked: Path) -> None:
    reader.goto((unpacked / "index.html").as_uri())
    reader.keyboard.press("/")
    reader.keyboard.type("transform")
    _hits(reader)
    expect(reader.locator(".ca-hit mark", has_text="transformer").first).to_be_visible()
    reader.keyboard.press("Escape")
    expect(reader.locator(".ca-box .ca-hit").first).not_to_be_visible()


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Mei Tan", "speakers/mei-tan.html"),
        ("Kjeldsn", "speakers/soren-kjeldsen.html"),
        ("sodium-ion cells", "topics/sodium-ion-cells.html"),
        ("Soren Kjeldsen", "speakers/soren-kjeldsen.html"),
    ],
)
def test_a_name_finds_its_page_first_misspelled_or_without_accents(
    reader: Page, unpacked: Path, words: str, place: str
) -> None:
    reader.goto((unpacked / "index.html").as_uri())
    reader.keyboard.press("/")
    reader.keyboard.type(words)
    expect(_hits(reader).first).to_have_attribute("href", (unpacked / place).as_uri())


def test_a_result_opens_the_passage_with_the_words_marked(reader: Page, unpacked: Path) -> None:
    reader.goto(f"{(unpacked / 'search/index.html').as_uri()}?q=carbonate")
    _hits(reader)
    reader.locator(".ca-group .ca-hit").first.click()
    expect(reader.locator("mark.ca-sought", has_text="arbonate").first).to_be_in_viewport(timeout=PATIENCE)


def test_the_page_of_all_results_narrows_counts_sorts_and_goes_back(reader: Page, unpacked: Path) -> None:
    reader.goto(f"{(unpacked / 'search/index.html').as_uri()}?q=margin")
    _hits(reader)
    everything = _count(reader)
    choice = reader.locator(".ca-facet", has_text="Part of the call").locator("label").first
    promised = int(choice.locator("small").inner_text())
    assert 0 < promised < everything
    choice.click()
    expect(reader.locator(".ca-find-status").first).to_contain_text(f"{promised} passage")
    assert "section=" in reader.url
    reader.get_by_label("Order").select_option("date")
    reader.wait_for_url("**sort=date**")
    expect(reader.locator(".ca-group h2").first).to_contain_text("2024")
    reader.go_back()
    reader.go_back()
    expect(reader.locator(".ca-find-status").first).to_contain_text(f"{everything} passages")


def test_words_in_quotes_must_stand_side_by_side(reader: Page, unpacked: Path) -> None:
    place = (unpacked / "search/index.html").as_uri()
    reader.goto(f"{place}?q=next+year")
    loose = _count(reader)
    reader.goto(f"{place}?q=%22next+year%22")
    assert 0 < _count(reader) < loose
    for said in reader.locator(".ca-hit p").all_inner_texts():
        assert "next year" in said.lower()


def test_a_phrase_with_words_beside_it_counts_as_well_as_words_alone(reader: Page, unpacked: Path) -> None:
    reader.goto(f"{(unpacked / 'search/index.html').as_uri()}?q=%22of+the%22+margin")
    total = _count(reader)
    counts = reader.locator(".ca-facet", has_text="Part of the call").locator("small").all_inner_texts()
    assert len(counts) > 1 and sum(map(int, counts)) == total


def test_the_box_of_a_page_searches_there_only(reader: Page, unpacked: Path) -> None:
    reader.goto((unpacked / "speakers/mei-tan.html").as_uri())
    reader.get_by_role("searchbox", name="Search where this person speaks").fill("margin")
    inside = reader.locator(".ca-inside-found .ca-hit")
    expect(inside.first).to_be_visible(timeout=PATIENCE)
    expect(reader.locator(".ca-inside-all")).to_have_attribute(
        "href", f"{(unpacked / 'search/index.html').as_uri()}?q=margin&speaker=mei-tan"
    )


def test_the_table_of_questions_is_narrowed_too(reader: Page, unpacked: Path) -> None:
    reader.goto((unpacked / "questions/index.html").as_uri())
    reader.get_by_label("declined").first.check()
    expect(reader.locator("article")).to_contain_text("declined")
    assert "status=declined" in reader.url


def test_the_same_copy_is_searched_from_a_server_under_a_strict_policy(browser: Browser, unpacked: Path) -> None:
    page = browser.new_page()
    with browsing.served(unpacked, browsing.POLICY.replace("'wasm-unsafe-eval'", "")) as base:
        page.goto(f"{base}search/index.html?q=margin")
        _hits(page)
    page.close()


def test_a_copy_without_its_index_says_so(browser: Browser, unpacked: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(unpacked, broken)
    (broken / "search/bundles.js").unlink()
    page = browser.new_page()
    page.goto((broken / "index.html").as_uri())
    page.keyboard.press("/")
    expect(page.locator(".ca-box [role=status]")).to_contain_text("index of the search is missing")
    page.close()


def test_an_archive_in_which_nobody_says_a_word_says_so(browser: Browser, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/call.txt").write_text(QUIET, encoding="utf-8")
    shutil.copy(sample / "mkdocs.yml", tmp_path)
    call_archive("build", "--packed", "packed", "--quiet", cwd=tmp_path)
    page = browser.new_page()
    page.goto((tmp_path / "packed/search/index.html").as_uri())
    expect(page.locator(".ca-find-status").first).to_contain_text("nothing to search in yet", timeout=PATIENCE)
    page.close()
