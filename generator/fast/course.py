"""The course of a build on the fast way: which pages are leaves, what must be made again, and what MkDocs checks."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator import cache, site, workers
from generator.alone import Frame
from generator.fast import files as disk
from generator.fast import leaves, shells, store, ways
from generator.fast.leaves import Draft, Leaf
from generator.fast.shells import Drawing
from generator.progress import Tick

MANY = 1500
"""Leaves below which processes take longer to start than the leaves to make."""
SHOWN = (InclusionLevel.INCLUDED, InclusionLevel.NOT_IN_NAV)


class LeafFile(File):
    """A page that links may lead to, and that MkDocs neither reads nor copies."""

    def is_documentation_page(self) -> bool:
        """Stay out of what MkDocs builds."""
        return False

    is_media_file = is_documentation_page

    def copy_file(self, dirty: bool = False) -> None:
        """Leave the Markdown where it is."""


@dataclass(slots=True)
class Course:
    """The leaves of one build."""

    config: MkDocsConfig
    manner: ways.Manner
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

    def leave_out(self, files: Files, ours: Mapping[str, str], text: Callable[[str], str]) -> Files:
        """Make leaves of all generated pages that are not in the navigation.

        `ours` are path and digest of the pages; `text` gives the words of a page, and is asked where it is new.
        """
        named = shells.named(self.config)
        for file in files.documentation_pages(inclusion=InclusionLevel.is_not_in_nav):
            path, kept = file.src_uri, self.store.kept.get(file.src_uri)
            if path not in ours or path in named or file.inclusion not in SHOWN:
                continue
            draft = kept.draft if kept and kept.draft.digest == ours[path] else None
            if draft := draft or leaves.draft(path, text(path), ours[path], self.manner.depths, self.search):
                file.url, file.__class__ = file.url, LeafFile
                page = Page(None, file, self.config)
                page.markdown, page.meta = "", json.loads(draft.front) | {"title": draft.title}
                page.update_date = self.date or page.update_date
                self.drafts[path] = draft
        self.pages = [file for file in files if file.src_uri in self.drafts or file.is_documentation_page()]
        return files

    def make(self, env: Any, nav: Navigation, files: Files, tick: Tick | None) -> str | None:
        """Make all leaves; say so if a kind of page has to be built by MkDocs after all."""
        env.bytecode_cache = self.store.templates()
        drawing = Drawing(Frame(self.config, env, nav, self.pages), self.date)
        stale = self._stale(drawing, files)
        adopted = self._adopt({leaf.path for leaf in stale})
        doubted = self._prove(drawing, files, stale)
        left = {leaf.path for leaf in stale} - self.plain
        fresh = [leaf for leaf in stale if leaf.path in left and leaf.kind not in doubted]
        with workers.crew(self.jobs if len(fresh) >= MANY else 1) as crew:
            for leaf, made in zip(fresh, crew.map(leaves.make, fresh, tick, (self.manner,)), strict=True):
                if made:
                    self.store.kept[leaf.path] = made
                    left.remove(leaf.path)
        for path in sorted(left):
            self._build(drawing, files, path)
        for path in sorted(self._astray(files, {leaf.path for leaf in fresh})):
            self._build(drawing, files, path)
        self._settle(adopted)
        return f"Of {len(doubted)} kinds the theme looks at what pages hold: MkDocs builds them" if doubted else None

    def validate(self) -> None:
        """Warn of anchors that are not there, in MkDocs's words: it has built each leaf that links to one."""
        built = Files(file for file in self.pages if file.src_uri in self.plain)
        for file in built:
            assert file.page
            file.page.validate_anchor_links(files=built, log_level=self.config.validation.links.anchors)

    def _stale(self, drawing: Drawing, files: Files) -> list[Leaf]:
        """Find the leaves that have to be made, and have their shells drawn."""
        folders = shells.folders((each.dest_uri for each in self.pages if each.src_uri not in self.drafts), self.config)
        kinds = {path: (each.front, shells.place(path, folders)) for path, each in self.drafts.items()}
        samples = {kind: drawing.shell(kind, shells.SAMPLE) for kind in dict.fromkeys(kinds.values())}
        digests = {kind: store.digest(repr(sample)) for kind, sample in samples.items()}
        keys = {
            path: (kinds[path], draft.shape[: shells.told(samples[kinds[path]])])
            for path, draft in self.drafts.items()
            if not self.store.fresh(path, draft, digests[kinds[path]])
        }
        drawn = drawing.shells(dict.fromkeys(keys.values()))
        known = ((path, self.drafts[path], digests[kind], drawn[kind, shape]) for path, (kind, shape) in keys.items())
        return [Leaf(*each, *self._places(files.src_uris[each[0]])) for each in known]

    def _places(self, file: File) -> tuple[str, str]:
        """Tell where the words of a leaf are, and where it goes first."""
        return str(file.abs_src_path), self.store.place(file.src_uri) or file.abs_dest_path

    def _adopt(self, stale: set[str]) -> set[str]:
        """Take over from an older site what is as it was."""
        kept = (file for file in self.pages if file.src_uri in self.drafts and file.src_uri not in stale)
        wanted = {file.dest_uri: self.store.place(file.src_uri) for file in kept}
        spare = self.store.folder and self.store.folder / "spare"
        return site.adopt(Path(self.config.site_dir), spare, wanted) if spare else set()

    def _prove(self, drawing: Drawing, files: Files, stale: Sequence[Leaf]) -> set[str]:
        """Build one page of every kind as MkDocs does, unless that was done before, and see which are not the same."""
        doubted: set[str] = set()
        for kind in {leaf.kind for leaf in stale} - self.store.proven:
            group = (leaf for leaf in stale if leaf.kind == kind)
            leaf = min(group, key=lambda each: (len(each.draft.shape) < 2, disk.stamp(each.source) or ()))
            printed = leaves.render(leaf, self.manner)
            if self._build(drawing, files, leaf.path) == (printed and printed[0]):
                self.store.proven.add(kind)
                self.plain.discard(leaf.path)
            elif printed:
                doubted.add(kind)
        return doubted

    def _build(self, drawing: Drawing, files: Files, path: str) -> str:
        """Build a page as MkDocs does, with every event that it has for pages."""
        page = files.src_uris[path].page
        assert page
        output = drawing.frame.build(page, files)
        disk.put(output.encode("utf-8", "xmlcharrefreplace"), page.file.abs_dest_path)
        self.plain.add(path)
        return output

    def _astray(self, files: Files, fresh: set[str]) -> set[str]:
        """Find the leaves with a link that does not land, so that MkDocs is to say so."""
        there = {file.src_uri for file in files if file.inclusion in SHOWN}
        kept, lost = self.store.kept, self.store.lose({file.src_uri: self._anchors(file) for file in self.pages})
        anchors = lru_cache(512)(lambda path: frozenset(self.store.anchors.get(path, "").split("\n")))

        def lands(page: str, aim: str) -> bool:
            path, _, anchor = aim.partition("#")
            return not aim or ((path or page) in there and (not anchor or anchor in anchors(path or page)))

        joined = self.drafts.keys() - self.plain
        asked = {path for path in joined if path in fresh or (lost and not lost.isdisjoint(kept[path].links))}
        return {page for page in asked if not all(lands(page, aim) for aim in kept[page].links)}

    def _anchors(self, file: File) -> str:
        if self._joined(file):
            return self.store.kept[file.src_uri].anchors
        return "\n".join(sorted((file.page and file.page.present_anchor_ids) or ()))

    def _joined(self, file: File) -> bool:
        return file.src_uri in self.drafts and file.src_uri not in self.plain

    def _settle(self, adopted: set[str]) -> None:
        """Put the leaves that were kept into the site, and tell MkDocs which anchors are in those that it links to."""
        for path in self.store.kept.keys() - (self.drafts.keys() - self.plain):
            self.store.drop(path)
        for file in self.pages:
            if not self._joined(file):
                for to in (file.page and file.page.links_to_anchors) or ():
                    if to.page and self._joined(to):
                        to.page.present_anchor_ids = set(self._anchors(to).split("\n"))
            elif file.dest_uri not in adopted and (place := self.store.place(file.src_uri)):
                disk.same(place, file.abs_dest_path)
        self.store.close()


def begin(config: MkDocsConfig, folder: Path | None, jobs: int, date: str | None, search: bool) -> Course:
    """Set out on a build; `folder` is where leaves are remembered."""
    version, manner = cache.version(Path(__file__).parent.parent, "call-archive"), ways.manner(config)
    known = store.load(folder, store.digest(version, repr(manner), str(search)))
    return Course(config, manner, known, jobs, date, search)
