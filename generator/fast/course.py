"""The course of a build on the fast way: which pages are leaves, what must be made again, and what MkDocs checks."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import meta

from generator import cache, workers
from generator.fast import leaves, store, ways
from generator.fast.leaves import Leaf, Made, Manner
from generator.fast.shells import Drawing, Kind, Shape
from generator.progress import Tick

PLAIN = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")  # "fy2024-q1.1", a part of a path that is its own address
QUOTED = re.compile(r'\A---\ntitle: "([^"\\]*)"\n(.*?\n)---\n', re.DOTALL)  # how our pages begin
TOP = re.compile(r"^(#{1,6}) ", re.MULTILINE)  # "## Questions"
SHOWN = (InclusionLevel.INCLUDED, InclusionLevel.NOT_IN_NAV)


class LeafFile(File):
    """A page that links may lead to, and that MkDocs neither reads nor copies."""

    def is_documentation_page(self) -> bool:
        """Stay out of what MkDocs builds."""
        return False

    def is_media_file(self) -> bool:
        """Be no picture either."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Leave the Markdown where it is."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A leaf before it is made."""

    page: Page
    title: str
    text: str
    kind: Kind
    shape: Shape
    digest: str
    """Of its Markdown, with the front matter."""


@dataclass(slots=True)
class Course:
    """The leaves of one build."""

    config: MkDocsConfig
    settings: str
    """Whatever else the pages depend on: versions, settings."""
    store: store.Store
    jobs: int = 0
    date: str | None = None
    search: bool = False
    """Whether pages that are not excluded go into the theme's search, which has to read them."""
    drafts: dict[str, Draft] = field(default_factory=dict)
    """Path → leaf."""
    pages: list[File] = field(default_factory=list)
    """All pages in MkDocs's order, leaves as well."""
    plain: set[str] = field(default_factory=set)
    """Leaves that were built as MkDocs would."""

    def leave_out(self, files: Files, ours: Mapping[str, str]) -> Files:
        """Make leaves of all generated pages that are not in the navigation; `ours` are path and text of the pages."""
        named = set(_named(self.config.nav))
        chosen = {path: text for path, text in ours.items() if path not in named and self._may(files, path, text)}
        rest = [file for file in files if file.src_uri not in chosen]
        folders = _folders([file.dest_uri for file in rest if file.is_documentation_page()], self.config, named)
        out: list[File] = []
        for file in files:
            if file.src_uri not in chosen:
                out.append(file)
                continue
            leaf = _leaf_file(file)
            self.drafts[file.src_uri] = self._draft(leaf, chosen[file.src_uri], folders)
            out.append(leaf)
        self.pages = [file for file in out if file.src_uri in self.drafts or file.is_documentation_page()]
        return Files(out)

    def make(self, env: Any, nav: Navigation, files: Files, tick: Tick | None) -> str | None:
        """Make all leaves; say so if a kind of page has to be built by MkDocs after all."""
        drawing = Drawing(env, nav, self.pages, self.config, self.date)
        shapes: dict[Kind, set[Shape]] = defaultdict(set)
        for draft in self.drafts.values():
            shapes[draft.kind].add(draft.shape)
        kinds = {kind: at for at, kind in enumerate(shapes)}
        drawn = [drawing.shell(kind, shapes[kind]) for kind in kinds]
        said = [store.digest(self.settings, repr((shell.begin, sorted(shell.steps.items())))) for shell in drawn]
        manner = Manner(
            *(drawn, ways.permalink(self.config), ways.depths(self.config), self.config.use_directory_urls),
            searched=_searched(self.config),
        )
        known = {path: store.digest(said[kinds[each.kind]], each.digest) for path, each in self.drafts.items()}
        there = {file.src_uri: file for file in files if file.inclusion in SHOWN}
        found = {path: self.store.find(path, known[path]) for path in self.drafts}
        stale = [self._leaf(path, kinds) for path, made in found.items() if made is None]
        doubted = self._prove(drawing, files, manner, stale, said)
        missing = [path for path, made in found.items() if made and not _lands(made, there)]
        with workers.crew(self.jobs) as crew:
            fresh = [leaf for leaf in stale if leaf.shell not in doubted and leaf.path not in self.plain]
            for leaf, made in zip(fresh, crew.map(leaves.make, fresh, tick, (manner,)), strict=True):
                if made is None or not _lands(made, there):
                    missing.append(leaf.path)
                else:
                    self.store.keep(leaf.path, known[leaf.path], made)
                    found[leaf.path] = made
        missing += [leaf.path for leaf in stale if leaf.shell in doubted and leaf.path not in self.plain]
        for path in missing:
            self._build(drawing, files, path)
        for path in self.drafts.keys() - self.plain:
            self._settle(path, found[path], there)
        self.store.close(set(self.drafts) - self.plain)
        return f"{len(doubted)} kinds of pages look at what they hold" if doubted else None

    def validate(self) -> None:
        """Warn of anchors that are not there, in the words of MkDocs."""
        for draft in self.drafts.values():
            draft.page.validate_anchor_links(files=Files(self.pages), log_level=self.config.validation.links.anchors)

    def _may(self, files: Files, path: str, text: str) -> bool:
        file = files.get_file_from_path(path)
        if file is None or not file.is_documentation_page() or file.inclusion != InclusionLevel.NOT_IN_NAV:
            return False
        begun = QUOTED.match(text)
        parts = path.removesuffix(".md").split("/")
        slugs = all(PLAIN.fullmatch(part) for part in parts) and path not in ("index.md", "README.md")
        kept = not self.search or "\nsearch:\n  exclude: true\n" in (begun[0] if begun else "")
        return bool(begun and slugs and kept and parts[-1] != "README")

    def _draft(self, leaf: File, text: str, folders: set[str]) -> Draft:
        begun = QUOTED.match(text)
        assert begun
        front = meta.get_data(f"---\n{begun[2]}---\n")[1]
        body = text[begun.end() :].lstrip("\n")
        first, last = ways.depths(self.config)
        levels = (len(found[1]) for found in TOP.finditer(body))
        shape = tuple(level for level in levels if first <= level <= last)
        page = Page(None, leaf, self.config)
        if self.date:
            page.update_date = self.date
        if not self.search:
            front["search"] = {"exclude": True}
        kind = Kind(json.dumps(front | {"title": ""}), _place(leaf.src_uri, folders))
        return Draft(page, begun[1], body, kind, shape, store.digest(text))

    def _leaf(self, path: str, kinds: Mapping[Kind, int]) -> Leaf:
        draft = self.drafts[path]
        kept, site = self.store.place(path), Path(draft.page.file.abs_dest_path)
        places = (kept, site) if kept else (site,)
        return Leaf(path, draft.text, draft.title, draft.page.url, places, kinds[draft.kind], draft.shape)

    def _prove(
        self, drawing: Drawing, files: Files, manner: Manner, stale: Sequence[Leaf], said: Sequence[str]
    ) -> set[int]:
        """Build one page of every kind as MkDocs does, unless that was done before, and see which are not the same."""
        groups: dict[int, list[Leaf]] = defaultdict(list)
        for leaf in stale:
            groups[leaf.shell].append(leaf)
        doubted = {at for at, shell in enumerate(manner.shells) if shell.doubted}
        for at, group in groups.items():
            if at in doubted or said[at] in self.store.proven:
                continue
            leaf = min(group, key=lambda each: len(each.text))
            printed = leaves.render(leaf, manner)
            if self._build(drawing, files, leaf.path) == (printed and printed[0]):
                self.store.proven.add(said[at])
                self.plain.discard(leaf.path)
            elif printed:
                doubted.add(at)
        return doubted

    def _build(self, drawing: Drawing, files: Files, path: str) -> str:
        """Build a page as MkDocs does, with every event that it has for pages."""
        page, plugins, config = self.drafts[path].page, self.config.plugins, self.config
        page = plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
        page.render(config, files)
        page.content = plugins.on_page_content(page.content or "", page=page, config=config, files=files)
        page.active = True
        context: Any = get_context(drawing.nav, self.pages, config, page)
        context = plugins.on_page_context(context, page=page, config=config, nav=drawing.nav)
        template = drawing.env.get_template(page.meta.get("template", "main.html"))
        output: str = plugins.on_post_page(template.render(context), page=page, config=config)
        page.active = False
        page.content = page.markdown = None
        leaves.put(output.encode("utf-8", "xmlcharrefreplace"), (Path(page.file.abs_dest_path),))
        self.plain.add(path)
        return output

    def _settle(self, path: str, made: Made | None, there: Mapping[str, File]) -> None:
        """Put a leaf that was kept into the site, and tell MkDocs what it would have seen in it."""
        assert made
        page, kept = self.drafts[path].page, self.store.place(path)
        site = Path(page.file.abs_dest_path)
        if kept and not site.exists():
            leaves.same(kept, site)
        page.present_anchor_ids = set(made.anchors)
        links: dict[File, dict[str, str]] = defaultdict(dict)
        for target, anchor, written in made.links:
            if anchor:
                links[there[target]].setdefault(anchor, written)
        page.links_to_anchors = dict(links)


def begin(config: MkDocsConfig, folder: Path | None, jobs: int, date: str | None, search: bool) -> Course:
    """Set out on a build; `folder` is where leaves are remembered."""
    package = Path(__file__).parent.parent
    told = (ways.permalink(config), ways.depths(config), config.use_directory_urls, _searched(config))
    settings = store.digest(cache.version(package, "call-archive"), repr(told))
    return Course(config, settings, store.load(folder), jobs, date, search)


def _lands(made: Made, there: Mapping[str, File]) -> bool:
    """Tell whether every link leads to a page; if not, MkDocs is to say so."""
    return all(target in there for target, _, _ in made.links)


def _leaf_file(file: File) -> LeafFile:
    urls, inclusion = file.use_directory_urls, file.inclusion
    return LeafFile(file.src_uri, file.src_dir, file.dest_dir, urls, dest_uri=file.dest_uri, inclusion=inclusion)


def _searched(config: MkDocsConfig) -> bool:
    """Tell whether the theme's search runs over each page."""
    hosts: list[Any] = [getattr(method, "__self__", None) for method in config.plugins.events["page_context"]]
    return any(type(host).__module__.startswith("material.plugins.search") and host.config.enabled for host in hosts)


def _named(nav: object) -> Iterator[str]:
    """All paths in the navigation of mkdocs.yml."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for each in nav.values():
            yield from _named(each)
    elif isinstance(nav, list):
        for each in nav:
            yield from _named(each)


def _folders(pages: Iterable[str], config: MkDocsConfig, named: Iterable[str]) -> set[str]:
    """The folders that links in the frame of a page lead into, for such links are written from the page."""
    linked = [*pages, *map(str, config.extra_css), *map(str, config.extra_javascript), *named]
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
