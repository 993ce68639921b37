"""A packed copy: opened from a file, without a server, and searched as the site is."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import browsing
from tests.browser.test_accessibility import HOW, OPENED
from tests.conftest import call_archive

PATIENCE = 20_000
LEAVES = ("speakers", "organizations", "topics", "periods")
KINDS = (
    *("index.html", "calls/index.html", "calls/*/index.html", "calls/*/*/index.html", "calls/*/*/*-*.html"),
    *("questions/index.html", *(f"{kind}/{name}.html" for kind in LEAVES for name in ("index", "*"))),
)
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


@pytest.mark.parametrize(("content", "how"), [({"call.txt": QUIET}, "--packed"), ({}, "--site-dir")])
def test_an_archive_in_which_nobody_says_a_word_says_so_and_has_no_other_box(
    browser: Browser, sample: Path, tmp_path: Path, content: dict[str, str], how: str
) -> None:
    (tmp_path / "content").mkdir()
    for name, words in content.items():
        (tmp_path / "content" / name).write_text(words, encoding="utf-8")
    shutil.copy(sample / "mkdocs.yml", tmp_path)
    done = call_archive("build", how, "made", "--quiet", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    page = browser.new_page()
    if how == "--packed":
        page.goto((tmp_path / "made/search/index.html").as_uri())
        _nothing_to_search(page)
    else:
        with browsing.served(tmp_path / "made") as base:
            page.goto(f"{base}search/")
            _nothing_to_search(page)
        page.goto((tmp_path / "made/index.html").as_uri())
        page.keyboard.press("/")
        expect(page.locator(".ca-box [role=status]")).to_contain_text("needs a web server")
    page.close()


def _nothing_to_search(page: Page) -> None:
    """The page of the search says so, and the box does."""
    expect(page.locator(".ca-find-status").first).to_contain_text("nothing to search in yet", timeout=PATIENCE)
    page.locator(".ca-box input[name=q]").focus()
    expect(page.locator(".ca-box [role=status]")).to_contain_text("nothing to search in yet", timeout=PATIENCE)


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark")])
def test_axe_finds_nothing_on_any_kind_of_page_nor_in_the_box(
    browser: Browser, unpacked: Path, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    found = []
    places = [*_places(unpacked), f"{(unpacked / 'search/index.html').as_uri()}?q=margin"]
    for place in places:
        page.goto(place)
        if place.endswith("margin"):
            _hits(page)
        page.evaluate(OPENED)
        found += _violations(page)
    page.goto(places[0])
    page.keyboard.press("/")
    page.keyboard.type("margin")
    _hits(page)
    found += _violations(page)
    page.close()
    assert len(places) > 10
    assert not found, "\n".join(found)


def _places(copy: Path) -> Iterator[str]:
    """Choose of each kind of page that with the most words."""
    for pattern in KINDS:
        pages = [
            page for page in copy.glob(pattern) if "*" not in pattern or page.name != "index.html" or "calls" in pattern
        ]
        assert pages, pattern
        yield max(pages, key=lambda page: (page.stat().st_size, page)).as_uri()


def _violations(page: Page) -> list[str]:
    page.evaluate(AXE_SCRIPT)
    result = page.evaluate("how => axe.run(how)", HOW)
    return [f"{page.url} {each['id']}: {each['nodes'][0]['html'][:200]}" for each in result["violations"]]
