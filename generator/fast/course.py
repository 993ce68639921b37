"""The course of a build on the fast way: which pages are leaves, what must be made again, and what MkDocs checks."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator import cache, workers
from generator.fast import addresses, dialect, kinds, leaves, store, ways
from generator.fast.dialect import Body
from generator.fast.files import put, same, stamp
from generator.fast.leaves import Draft, Leaf, Manner
from generator.fast.shells import Drawing, contents
from generator.progress import Tick

PLAIN = re.compile(r"(?!.*(?:^|/)README\.md$)(?:[\w-][\w.-]*/)*[\w-][\w.-]*\.md", re.ASCII)
"""A path that is its own address: `calls/lanhai/fy2024-q1.1/index.md`."""
MANY = 1500
"""Leaves below which processes take longer to start than the leaves to make."""
SHOWN = (InclusionLevel.INCLUDED, InclusionLevel.NOT_IN_NAV)


class LeafFile(File):
    """A page that links may lead to, and that MkDocs neither reads nor copies."""

    course: Course
    _page: Page | None = None

    def is_documentation_page(self) -> bool:
        """Stay out of what MkDocs builds."""
        return False

    def is_media_file(self) -> bool:
        """Be no picture either."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Leave the Markdown where it is."""

    @property
    def page(self) -> Page:
        """What MkDocs knows of the page, made when it is first asked for."""
        if self._page is None:
            self._page = self.course.page(self)
        return self._page

    @page.setter
    def page(self, page: Page | None) -> None:
        self._page = page


@dataclass(slots=True)
class Course:
    """The leaves of one build."""

    config: MkDocsConfig
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
    converted: dict[str, tuple[Body, dict[File, dict[str, str]]]] = field(default_factory=dict)
    """Path → words and links of pages that are just being read."""

    def leave_out(self, files: Files, ours: Mapping[str, str], text: Callable[[str], str]) -> Files:
        """Make leaves of all generated pages that are not in the navigation.

        `ours` are path and digest of the pages; `text` gives the words of a page, and is asked where it is new.
        """
        named = set(kinds.named(self.config.nav))
        for file in files:
            path = file.src_uri
            if path not in ours or path in named or file.inclusion != InclusionLevel.NOT_IN_NAV:
                continue
            draft = self._draft(path, ours[path], text) if file.is_documentation_page() else None
            if draft:
                file.url, file.__class__ = file.url, LeafFile
                file.course = self  # type: ignore[attr-defined]
                self.drafts[path] = draft
        self.pages = [file for file in files if file.src_uri in self.drafts or file.is_documentation_page()]
        return files

    def make(self, env: Any, nav: Navigation, files: Files, tick: Tick | None) -> str | None:
        """Make all leaves; say so if a kind of page has to be built by MkDocs after all."""
        env.bytecode_cache = self.store.templates()
        drawing = Drawing(env, nav, self.pages, self.config, self.date)
        rest = [file.dest_uri for file in self.pages if file.src_uri not in self.drafts]
        shapes, of = kinds.sort(self.drafts, rest, self.config)
        drawn = [drawing.shell(kind, each) for kind, each in shapes.items()]
        said = [store.digest(repr((shell.begin, sorted(shell.steps.items())))) for shell in drawn]
        told = (ways.permalink(self.config), ways.depths(self.config), self.config.use_directory_urls)
        manner = Manner(drawn, *told, searched=_searched(self.config))
        stale = [path for path, each in self.drafts.items() if not self.store.fresh(path, each.digest, said[of[path]])]
        stale_leaves = [self._leaf(path, of[path], files) for path in stale]
        doubted = self._prove(drawing, files, manner, stale_leaves, said)
        fresh = [each for each in stale_leaves if each.shell not in doubted and each.path not in self.plain]
        foreign = {each.path for each in stale_leaves if each.shell in doubted} - self.plain
        with workers.crew(self.jobs if len(fresh) >= MANY else 1) as crew:
            for leaf, made in zip(fresh, crew.map(leaves.make, fresh, tick, (manner,)), strict=True):
                if made:
                    self.store.keep(leaf.path, self.drafts[leaf.path], said[leaf.shell], made)
                else:
                    foreign.add(leaf.path)
        for path in sorted(foreign):
            self._build(drawing, files, path)
        for path in sorted(self._astray(files, {each.path for each in fresh} - foreign)):
            self._build(drawing, files, path)
        self._settle()
        return f"Of {len(doubted)} kinds the theme looks at what pages hold: MkDocs builds them" if doubted else None

    def convert(self, page: Page, text: str, files: Files) -> bool:
        """Convert a page that MkDocs builds, if it is of our dialect and its links lead to pages."""
        path, urls = page.file.src_uri, self.config.use_directory_urls
        known = addresses.of(path, urls, text)
        ours = page.meta.get("title") and path not in self.drafts  # of which one is to prove that we do it right
        body = dialect.convert(text, known, ways.permalink(self.config)) if ours else None
        links: dict[File, dict[str, str]] = defaultdict(dict)
        for written in body.links if body else ():
            target, _, anchor = known.aims[written].partition("#")
            file = files.src_uris.get(target or path)
            if file is None or file.inclusion not in SHOWN:
                return False
            if anchor:
                links[file].setdefault(anchor, written)
        if body:
            self.converted[path] = body, dict(links)
        return body is not None

    def converse(self, page: Page) -> str | None:
        """Give the words of a page that was converted, and tell MkDocs what it would have seen in them."""
        body, links = self.converted.pop(page.file.src_uri, (None, None))
        if body is None:
            return None
        first, last = ways.depths(self.config)
        page.toc = contents([each for each in body.toc if first <= each[0] <= last])
        page.present_anchor_ids, page.links_to_anchors = set(body.anchors), links
        return body.html

    def validate(self) -> None:
        """Warn of anchors that are not there, in MkDocs's words: it has built each leaf that links to one."""
        built = Files(file for file in self.pages if file.src_uri in self.plain)
        for file in built:
            assert file.page
            file.page.validate_anchor_links(files=built, log_level=self.config.validation.links.anchors)

    def page(self, file: File) -> Page:
        """Make what MkDocs knows of a page that it does not read."""
        page = Page(None, file, self.config)
        if draft := self.drafts.get(file.src_uri):
            page.markdown, page.meta = "", json.loads(draft.front) | {"title": draft.title}
        if self.date:
            page.update_date = self.date
        return page

    def _draft(self, path: str, digest: str, text: Callable[[str], str]) -> Draft | None:
        kept = self.store.kept.get(path)
        if kept and kept.draft.digest == digest:
            return kept.draft
        right = PLAIN.fullmatch(path) and path != "index.md"
        return leaves.draft(text(path), digest, ways.depths(self.config), self.search) if right else None

    def _leaf(self, path: str, shell: int, files: Files) -> Leaf:
        file, draft = files.src_uris[path], self.drafts[path]
        place = self.store.place(path) or file.abs_dest_path
        return Leaf(path, str(file.abs_src_path), draft.title, place, shell, draft.shape)

    def _prove(
        self, drawing: Drawing, files: Files, manner: Manner, stale: Sequence[Leaf], said: Sequence[str]
    ) -> set[int]:
        """Build one page of every kind as MkDocs does, unless that was done before, and see which are not the same."""
        doubted = {at for at, shell in enumerate(manner.shells) if shell.doubted}
        groups: dict[int, list[Leaf]] = defaultdict(list)
        for leaf in stale:
            if leaf.shell not in doubted and said[leaf.shell] not in self.store.proven:
                groups[leaf.shell].append(leaf)
        for at, group in groups.items():
            leaf = min(group, key=lambda each: stamp(each.source) or ())
            printed = leaves.render(leaf, manner)
            if self._build(drawing, files, leaf.path) == (printed and printed[0]):
                self.store.proven.add(said[at])
                self.plain.discard(leaf.path)
            elif printed:
                doubted.add(at)
        return doubted

    def _build(self, drawing: Drawing, files: Files, path: str) -> str:
        """Build a page as MkDocs does, with every event that it has for pages."""
        page, plugins, config = files.src_uris[path].page, self.config.plugins, self.config
        assert page
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
        page.content, page.markdown = None, ""
        put(output.encode("utf-8", "xmlcharrefreplace"), page.file.abs_dest_path)
        self.plain.add(path)
        return output

    def _astray(self, files: Files, fresh: set[str]) -> set[str]:
        """Find the leaves with a link that does not land, so that MkDocs is to say so."""
        there = {file.src_uri for file in files if file.inclusion in SHOWN}
        built = {file.src_uri: _anchors(file) for file in self.pages if not self._joined(file)}
        self.store.settle(built, there)

        @lru_cache(maxsize=512)
        def anchors(path: str) -> frozenset[str]:
            return built[path] if path in built else self.store.told[path].ids

        def lands(page: str, aim: str) -> bool:
            path, _, anchor = aim.partition("#")
            return not aim or ((path or page) in there and (not anchor or anchor in anchors(path or page)))

        asked = fresh | (self.store.touched() & (self.drafts.keys() - self.plain) if self.store.lost else set())
        return {page for page in asked if not all(lands(page, aim) for aim in self.store.links(page))}

    def _joined(self, file: File) -> bool:
        return file.src_uri in self.drafts and file.src_uri not in self.plain

    def _settle(self) -> None:
        """Put the leaves that were kept into the site, and tell MkDocs which anchors are in those that it links to."""
        for path in self.store.kept.keys() - (self.drafts.keys() - self.plain):
            self.store.drop(path)
        for file in self.pages:
            if not self._joined(file):
                for to in (file.page and file.page.links_to_anchors) or ():
                    if to.page and self._joined(to):
                        to.page.present_anchor_ids = set(self.store.told[to.src_uri].ids)
            elif place := self.store.place(file.src_uri):
                same(place, file.abs_dest_path)
        self.store.close()


def begin(config: MkDocsConfig, folder: Path | None, jobs: int, date: str | None, search: bool) -> Course:
    """Set out on a build; `folder` is where leaves are remembered."""
    package = Path(__file__).parent.parent
    told = (ways.permalink(config), ways.depths(config), config.use_directory_urls, _searched(config), search)
    settings = store.digest(cache.version(package, "call-archive"), repr(told))
    return Course(config, store.load(folder, settings), jobs, date, search)


def _anchors(file: File) -> frozenset[str]:
    return frozenset((file.page and file.page.present_anchor_ids) or ())


def _searched(config: MkDocsConfig) -> bool:
    """Tell whether the theme's search runs over each page."""
    hosts: list[Any] = [getattr(method, "__self__", None) for method in config.plugins.events["page_context"]]
    return any(type(host).__module__.startswith("material.plugins.search") and host.config.enabled for host in hosts)
