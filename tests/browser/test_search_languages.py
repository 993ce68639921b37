"""Words of a language are found by its readers: in other forms, without accents or spaces; from a server and a file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import browsing
from tests.conftest import call_archive
from tests.search import indexing

HEAD = "---\ntitle: {title}\norganization: {firm}\nseries: {series}\ndate: {date}\nlanguage: {language}\n---\n"
GERMAN = """
Jürgen Müller: Guten Morgen, meine Damen und Herren. Die Umsätze sind um ein Drittel gewachsen, und wir haben die neue
Straße zum Werk im Mai eröffnet.

Die Größe der Anlage und die Häfen an der Küste sind für uns entscheidend.

Sabine Groß: Vielen Dank. Warum ist das Geschäft mit den Öfen so schwach?

Jürgen Müller: Das Geschäft mit den Öfen ist nicht schwach, es wächst nur langsam.
"""
FRENCH = """
Hélène Lefèvre: Bonjour à toutes et à tous. La société a vendu plus de théières que l'année dernière, et les économies
d'énergie sont réelles.

François Noël: Merci beaucoup. Pourquoi les coûts de l'énergie sont-ils restés élevés cet hiver?

Hélène Lefèvre: Les coûts baissent depuis le mois de mai, et l’été était bon.
"""
ARABIC = """
سلمى الحداد: صباح الخير. ارتفعت مبيعات الشركة بنسبة الثلث هذا العام، وافتتحنا المحطة الجديدة في مايو.

ليلى منصور: شكرا. متى ستبدأ المحطات الأخرى العمل؟

سلمى الحداد: نبدأ في الخريف، ولا نعطي رقما للسنة القادمة.
"""
CHINESE = """
王芳: 大家早上好。我们的云计算收入增长了三分之一，新的数据中心在五月开始运行。

李明: 谢谢。请问数据中心的电力成本是多少？

王芳: 电力成本比去年低，我们没有给出明年的数字。
"""
CALLS = (
    ("werk", "Halbjahr der Weserwerke", "Weserwerke AG", "de", GERMAN),
    ("mer", "Semestre de la Société des Marées", "Société des Marées", "fr", FRENCH),
    ("nahr", "لقاء شركة النهر", "شركة النهر", "ar", ARABIC),
    ("yun", "云海公司业绩会", "云海公司", "zh", CHINESE),
)
ASK = """async words => {
  const {found, names, passages} = await callArchive.search.answer(words, {shown: 9});
  const marked = passages.flatMap(hit => hit.places.map(at => hit.words[at]));
  return {series: [...new Set(passages.map(hit => hit.address.split("/")[1]))], total: found.total, marked,
    names: names.map(hit => hit.title)};
}"""


@pytest.fixture(scope="module")
def project(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of four calls in as many languages."""
    indexing.program()
    folder = tmp_path_factory.mktemp("languages")
    shutil.copy(sample / "mkdocs.yml", folder)
    for series, title, firm, language, words in CALLS:
        place = folder / "content" / series / "2024-05-02.txt"
        place.parent.mkdir(parents=True)
        head = HEAD.format(title=title, firm=firm, series=series, date="2024-05-02", language=language)
        place.write_text(head + words, encoding="utf-8")
    for how in (("--site-dir", "site"), ("--packed", "packed")):
        done = call_archive("build", *how, "--quiet", cwd=folder)
        assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module", params=["served", "packed"])
def reader(request: pytest.FixtureRequest, project: Path, browser: Browser) -> Iterator[Page]:
    """Somebody who has opened the page of the search."""
    page = browser.new_page()
    with browsing.served(project / "site") as base:
        served = request.param == "served"
        page.goto(f"{base}search/" if served else (project / "packed/search/index.html").as_uri())
        yield page
    page.close()


@pytest.mark.parametrize(
    ("words", "series", "marked"),
    [
        ("Umsatz", "werk", "Umsätze"),
        ("Strasse", "werk", "Straße"),
        ("Hafen", "werk", "Häfen"),
        ("Haefen", "werk", "Häfen"),
        ("groesse anlage", "werk", "Anlage"),
        ("theiere", "mer", "théières"),
        ("économie", "mer", "économies"),
        ("energie", "mer", "d'énergie"),
        ("été", "mer", "l’été"),
        ("societe", "mer", "société"),
        ("المحطة", "nahr", "المحطات"),
        ("محطة", "nahr", "المحطة"),
        ("الخريف", "nahr", "الخريف،"),
        ("云计算", "yun", "云"),
        ("数据中心 电力", "yun", "电"),
        ('"电力成本"', "yun", "成"),
    ],
)
def test_a_word_finds_passages_of_its_language_and_no_others(
    reader: Page, words: str, series: str, marked: str
) -> None:
    found = reader.evaluate(ASK, words)
    assert found["series"] == [series]
    assert any(each.strip() == marked or each.startswith(marked) for each in found["marked"])


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Muller", "Jürgen Müller"),
        ("Mueller", "Jürgen Müller"),
        ("sabine gross", "Sabine Groß"),
        ("Lefevre", "Hélène Lefèvre"),
        ("francois noel", "François Noël"),
        ("ليلى منصور", "ليلى منصور"),
        ("王芳", "王芳"),
    ],
)
def test_a_name_is_found_as_people_type_it_with_what_it_says(reader: Page, words: str, name: str) -> None:
    found = reader.evaluate(ASK, words)
    assert name in found["names"]
    assert found["total"] > 0


def test_a_word_that_nobody_says_is_found_in_no_language(reader: Page) -> None:
    assert reader.evaluate(ASK, "zeppelin")["total"] == 0
    assert reader.evaluate(ASK, "人工智能")["total"] == 0
