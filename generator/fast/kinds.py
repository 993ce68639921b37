"""Says which leaves the theme draws alike: those of one front matter and one place. Must not know how it draws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mkdocs.config.defaults import MkDocsConfig

from generator.fast.leaves import Draft
from generator.fast.shells import Kind, Shape


def sort(
    drafts: Mapping[str, Draft], rest: Iterable[str], config: MkDocsConfig
) -> tuple[dict[Kind, set[Shape]], dict[str, int]]:
    """Say which kinds of leaves there are, with which shapes, and of which kind each is; `rest` are all other pages."""
    folders = _folders(rest, config)
    kinds: dict[Kind, set[Shape]] = {}
    of: dict[str, int] = {}
    numbers: dict[Kind, int] = {}
    for path, draft in drafts.items():
        kind = Kind(draft.front, _place(path, folders))
        kinds.setdefault(kind, set()).add(draft.shape)
        of[path] = numbers.setdefault(kind, len(numbers))
    return kinds, of


def named(nav: object) -> Iterator[str]:
    """All paths in the navigation of mkdocs.yml."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for each in nav.values():
            yield from named(each)
    elif isinstance(nav, list):
        for each in nav:
            yield from named(each)


def _folders(pages: Iterable[str], config: MkDocsConfig) -> set[str]:
    """The folders that links in the frame of a page lead into, for such links are written from the page."""
    linked = [*pages, *map(str, config.extra_css), *map(str, config.extra_javascript), *named(config.nav)]
    found: set[str] = set()
    for path in linked:
        parts = path.split("/")[:-1]
        found.update("/".join(parts[:count]) for count in range(1, len(parts) + 1))
    return found


def _place(path: str, folders: set[str]) -> tuple[str, ...]:
    """The parts of a path, with nothing where it is a page's own: `("calls", "", "", "index.md")`."""
    parts = path.split("/")
    shared = 0
    while shared < len(parts) - 1 and "/".join(parts[: shared + 1]) in folders:
        shared += 1
    last = "index.md" if parts[-1] == "index.md" else ""
    return (*parts[:shared], *[""] * (len(parts) - shared - 1), last)
