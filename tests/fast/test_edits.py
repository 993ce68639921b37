"""After any edits the fast way makes the site, and warns of what, MkDocs would: pages, templates, settings, files."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as some

from tests.fast import small
from tests.fast.small import Project

NAMES = ("topics/a.md", "topics/b.md", "topics/a/page_2.md", "calls/x/index.md", "calls/x/mei-1.md")
NAV = ("index.md", "topics/index.md")
PIECES = (
    "Words & [a link]({}).", "## Part {{: #{anchor} }}", "### Below", "- [one]({})\n- two", "## Part {{: #t1 }}",
    "<p class=\"x\">raw</p>", "<div class=\"x\" id=\"{anchor}\" markdown=\"1\">\n\nwords\n\n</div>",
    "> [quoted]({}) words that are foreign", "Here: [in the page](#{anchor}).",
)  # fmt: skip
ANCHORS = ("t1", "t2", "x")
ABOVE = {name: "../" * name.count("/") for name in (*NAMES, *NAV)}

Edit = Callable[[Project], object]


@some.composite
def text(draw: some.DrawFn, name: str) -> str:
    """Write a page with links to others, that may be there or not."""
    hidden = draw(some.sampled_from(["", "\n- toc"]))
    targets = some.sampled_from([f"{ABOVE[name]}{to}{at}" for to in (*NAMES, *NAV) for at in ("", "#t1", "#t2", "#x")])
    pieces = draw(some.lists(some.sampled_from(PIECES), max_size=4))
    body = [piece.format(draw(targets), anchor=draw(some.sampled_from(ANCHORS))) for piece in pieces]
    title = draw(some.sampled_from(["One", "Two & more"]))
    return "\n\n".join([small.FRONT.format(title, hidden) + f"# {title}", *body]) + "\n"


def put(name: str, words: str) -> Edit:
    """Add a page, or write it anew."""
    return lambda project: project.pages.update({name: words})


def remove(name: str) -> Edit:
    """Take a page away."""
    return lambda project: project.pages.pop(name, None)


def rename(name: str, to: str) -> Edit:
    """Give the words of a page another address."""
    return lambda project: name in project.pages and project.pages.update({to: project.pages.pop(name)})


def template(footer: str) -> Edit:
    """Change a template of the theme."""
    return lambda project: setattr(project, "footer", footer)


def setting(name: str, value: object) -> Edit:
    """Change a setting of the headings."""
    return lambda project: setattr(project, name, value)


def tamper(place: str, pattern: str) -> Edit:
    """Change files behind the program's back: in the site, or among what it remembers."""

    def edit(project: Project) -> None:
        for path in (project.folder / place).rglob(pattern):
            path.write_bytes(b"spoiled")

    return edit


def forget(project: Project) -> None:
    """Throw away all that is remembered."""
    shutil.rmtree(project.folder / "cache", ignore_errors=True)


def edits() -> some.SearchStrategy[Edit]:
    """Any edit."""
    name = some.sampled_from(NAMES)
    spoiled = some.sampled_from(
        [("site-fast", "*.html"), ("cache", "*.html"), ("cache", "*.pickle"), ("pages", "a.md")]
    )
    changes = some.sampled_from([("sign", "#"), ("sign", "§"), ("depth", 2), ("depth", 6)])
    written = some.sampled_from((*NAMES, *NAV)).flatmap(lambda each: some.builds(put, some.just(each), text(each)))
    return some.one_of(
        written,
        written,
        some.builds(remove, name),
        some.builds(rename, name, name),
        some.builds(template, some.sampled_from(["", "one", "{{ pages | length }}", "{{ page.url }}"])),
        changes.map(lambda each: setting(*each)),
        spoiled.map(lambda each: tamper(*each)),
        some.just(forget),
    )


BEGUN = {name: f"{small.FRONT.format('Begun', '')}# Begun\n\nTo [a](topics/a.md#t1).\n" for name in NAV[:1]}
BEGUN |= {name: f"{small.FRONT.format('Begun', '')}# Begun\n\n## Part {{: #t1 }}\n" for name in (NAV[1], *NAMES)}


@settings(max_examples=200)
@example([[put("topics/b.md", BEGUN["topics/b.md"] + "\n[x](a.md#t1)\n")], [remove("topics/a.md")]])
@example([[put("topics/b.md", BEGUN["topics/b.md"] + "\n[x](a.md#t1)\n")], [put("topics/a.md", BEGUN["index.md"])]])
@example([[put("calls/x/index.md", BEGUN["index.md"])], []])
@given(some.lists(some.lists(edits(), min_size=1, max_size=3), min_size=1, max_size=3))
def test_a_site_after_any_edits_is_the_site_that_mkdocs_makes(steps: list[list[Edit]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = small.project(Path(folder), BEGUN)
        project.built(fast=True)
        for step in steps:
            for edit in step:
                edit(project)
            fast = project.built(fast=True)
        assert fast == project.built(fast=False)
