"""The index, asked by Pagefind's own script in a browser: below a path, with a strict policy, by nobody else's help."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench import engines, reader
from bench.reader import Reader
from generator import search, site
from generator.model import Archive
from generator.search import making, shards
from tests import scripts
from tests.conftest import absent
from tests.search import calls

GERMAN = """
Wen Zhao: Guten Morgen, und das ist für uns nicht neu. Die Umsätze der Häuser sind im Frühjahr stark gewachsen.
"""
SCRIPTS = {f"search/{name}": (engines.ASSETS / name).read_bytes() for name in reader.SCRIPTS}
CHINESE = "Wen Zhao: 云计算业务收入增长了百分之六，我们对此感到满意。"


@pytest.fixture(scope="module")
def archive() -> Archive:
    """Some calls, one of them in German, one in Chinese."""
    return scripts.archive(
        *(
            scripts.transcript(
                calls.SCRIPT.replace("Toledo", place), f"{place}.txt", calls.LISTED, series="lanhai", date=date
            )
            for place, date in (("Toledo", "2022-05-02"), ("Trieste", "2023-05-02"), ("Málaga", "2024-05-02"))
        ),
        scripts.transcript(GERMAN, "de.txt", calls.LISTED, series="haus", date="2024-01-02", language="de"),
        scripts.transcript(CHINESE, "zh.txt", calls.LISTED, series="yun", date="2024-01-03"),
    )


@pytest.fixture(scope="module")
def made(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Their search, in several bundles, with words that are everywhere listed by their first place."""
    folder = tmp_path_factory.mktemp("search")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "SIZE", 2)
        patch.setattr(shards, "LARGEST", 4)
        patch.setattr(shards, "HEAVY", 8)
        patch.setattr("generator.search.terms.COMMON", 20)
        index, _ = making.index(archive, True, lambda function, things, _, fill: map(function, map(fill, things)))
    if index is None:
        absent("Pagefind is not installed (pip install pagefind-bin)")
    assert index
    site.add(folder, {**dict(search.files(index)), **SCRIPTS}.items())
    yield folder


@pytest.fixture(scope="module")
def somebody(made: Path, browser: Browser) -> Iterator[Reader]:
    """A reader who has opened the site."""
    with reader.opened(made, browser) as opened:
        opened.ask("storage")
        yield opened
        assert not [line for line in opened.told if "Content Security Policy" in line or "rror" in line]


def places(somebody: Reader, words: str | None, **how: object) -> list[str]:
    """Addresses that a query finds, best first."""
    return [result["url"].removeprefix(reader.BELOW) for result in somebody.ask(words, **how).results]  # type: ignore[arg-type]


def test_there_are_several_bundles_and_common_words(made: Path) -> None:
    told = json.loads((made / "search" / "bundles.json").read_text(encoding="utf-8"))
    english, *others = told["languages"]
    assert len(english["bundles"]) > 1
    assert "the" in english["common"]
    assert {each["language"] for each in others} == {"de", "zh"}


def test_a_word_finds_the_passages_that_hold_it_or_another_form_of_it(somebody: Reader) -> None:
    found = places(somebody, "walls")
    assert sorted(found) == [f"calls/lanhai/{date}/#x02" for date in ("2022-05-02", "2023-05-02", "2024-05-02")]
    assert places(somebody, "wall") == found
    assert places(somebody, "Malaga") == places(somebody, "Málaga") == ["calls/lanhai/2024-05-02/#x02"]


def test_a_name_finds_its_own_page_first(somebody: Reader) -> None:
    assert places(somebody, "Mei Tan")[0] == "speakers/mei-tan/"
    assert places(somebody, "Kestrel Research")[0] == "organizations/kestrel-research/"


def test_a_result_says_who_says_it_and_where(somebody: Reader) -> None:
    result = somebody.ask("roof").results[0]
    assert [place.split(" ", 1)[1] for place in result["places"]] == ["t9 Ravi Menon", "t10 Wen Zhao"]
    assert "<mark>roof</mark>" in result["excerpt"]


def test_a_search_is_narrowed_by_facets(somebody: Reader) -> None:
    narrowed = somebody.ask("margin", {"year": ["2023"], "organization": ["harbour-bank"]})
    assert [each["url"].removeprefix(reader.BELOW) for each in narrowed.results] == ["calls/lanhai/2023-05-02/#x01"]
    everything = somebody.ask(None, {"speaker": ["ravi-menon"], "kind": ["passage"]})
    assert everything.count == 3


def test_ids_of_results_order_them_by_date_and_tell_names_apart(somebody: Reader) -> None:
    ids = [each["id"] for each in somebody.ask("walls").results]
    assert sorted(each[:9] for each in ids) == ["20220502-", "20230502-", "20240502-"]
    assert somebody.ask("Mei Tan").results[0]["id"].startswith("n-")


def test_a_phrase_of_rare_words_is_found_as_it_stands(somebody: Reader) -> None:
    assert len(places(somebody, '"ferry terminal"')) == 3
    assert places(somebody, '"terminal ferry"') == []


def test_a_phrase_with_a_word_that_is_everywhere_is_found_as_it_stands(somebody: Reader) -> None:
    found, other = somebody.phrases(["the roof follows", "roof the follows"])
    assert sorted(found) == [f"calls/lanhai/{date}/#x02" for date in ("2022-05-02", "2023-05-02", "2024-05-02")]
    assert not other


def test_phrases_find_what_an_index_with_all_places_of_all_words_finds(
    somebody: Reader, archive: Archive, tmp_path: Path, browser: Browser
) -> None:
    said = [record.words.split() for record in making.records(archive) if record.language == "en"]
    runs = {" ".join(words[at : at + n]) for words in said for n in (1, 2, 3, 4) for at in range(len(words) - n + 1)}
    phrases = sorted(each.replace('"', "") for each in runs)
    turned = [" ".join(reversed(each.split())) for each in phrases[::5]]
    index, _ = making.index(archive, True, lambda function, things, _, fill: map(function, map(fill, things)))
    assert index and not any(bundle.common for bundle in index.bundles)
    site.add(tmp_path, {**dict(search.files(index)), **SCRIPTS}.items())
    with reader.opened(tmp_path, browser) as another:
        expected = another.phrases([*phrases, *turned])
    found = somebody.phrases([*phrases, *turned])
    assert (
        sum(len(phrase.split()) > 1 and bool(records) for phrase, records in zip(phrases, expected, strict=False)) > 100
    )
    for phrase, here, there in zip([*phrases, *turned], found, expected, strict=True):
        assert here.keys() == there.keys(), phrase
        if len(phrase.split()) > 1:
            assert {a: set(at[:2]) for a, at in here.items()} == {a: set(at[:2]) for a, at in there.items()}, phrase


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [("de", "Haus", ["calls/haus/2024-01-02/#t1"]), ("de", "Umsatz", ["calls/haus/2024-01-02/#t1"])],
)
def test_words_of_another_language_are_found_by_its_rules(
    somebody: Reader, language: str, words: str, found: Sequence[str]
) -> None:
    assert somebody.abroad(language, words) == found


def test_words_of_a_text_without_spaces_are_found_where_they_stand(somebody: Reader) -> None:
    for word, found in (("收入", True), ("计算", True), ("入收", False)):
        signs = f'"{" ".join(word)}"'
        assert bool(somebody.abroad("zh", signs)) is found


def test_a_query_fetches_little_and_asks_no_other_host(somebody: Reader) -> None:
    assert all(address.startswith(somebody.root) for address in somebody.fetched)
    assert somebody.ask("kettle").bytes < 30_000


def test_what_somebody_wrote_is_shown_and_not_run(tmp_path: Path, browser: Browser) -> None:
    script = "Wen Zhao: A kettle <img src=x onerror=alert(1)> &lt;b&gt; boils.\nMei Tan: Good."
    archive = scripts.archive(scripts.transcript(script, listed=calls.LISTED, series="tea", date="2024-05-02"))
    index, _ = making.index(archive, True, lambda function, things, _, fill: map(function, map(fill, things)))
    assert index
    site.add(tmp_path, search.files(index))
    with reader.opened(tmp_path, browser) as opened:
        (result,) = itertools.islice(opened.ask("kettle").results, 1)
    assert "<img" not in result["excerpt"]
    assert "&lt;img" in result["excerpt"]
