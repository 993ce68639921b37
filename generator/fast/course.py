"""The course of a build on the fast way: which pages are leaves, what must be made again, and what MkDocs checks."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
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
        frame = Frame(self.config, env, nav, self.pages)
        stale = self._stale(Drawing(frame, self.date), files)
        adopted = self._adopt({leaf.path for leaf in stale})
        doubted = self._prove(frame, files, stale)
        fresh = [leaf for leaf in stale if leaf.path in self.drafts]
        with workers.crew(self.jobs if len(fresh) >= MANY else 1) as crew:
            made = crew.map(leaves.make, fresh, tick, (self.manner,))
            found = {leaf.path: each for leaf, each in zip(fresh, made, strict=True) if each}
        self.store.kept.update(found)
        self._give_back(frame, files, {leaf.path for leaf in fresh} - found.keys())
        self._give_back(frame, files, self._astray(files, found.keys()))
        self._settle(adopted)
        return f"Of {len(doubted)} kinds the theme looks at what pages hold: MkDocs builds them" if doubted else None

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
        stale = []
        for path, (kind, shape) in keys.items():
            file = files.src_uris[path]
            place = self.store.place(path) or file.abs_dest_path
            leaf = Leaf(path, self.drafts[path], digests[kind], drawn[kind, shape], str(file.abs_src_path), place)
            stale.append(leaf)
        return stale

    def _adopt(self, stale: set[str]) -> set[str]:
        """Take over from an older site what is as it was."""
        kept = (file for file in self.pages if file.src_uri in self.drafts and file.src_uri not in stale)
        wanted = {file.dest_uri: self.store.place(file.src_uri) for file in kept}
        spare = self.store.folder and self.store.folder / "spare"
        return site.adopt(Path(self.config.site_dir), spare, wanted) if spare else set()

    def _prove(self, frame: Frame, files: Files, stale: Sequence[Leaf]) -> set[str]:
        """Build one page of every kind as MkDocs does, unless that was done before, and see which are not the same."""
        doubted: set[str] = set()
        for kind in {leaf.kind for leaf in stale} - self.store.proven:
            group = [leaf for leaf in stale if leaf.kind == kind]
            leaf = min(group, key=lambda each: (len(each.draft.shape) < 2, disk.stamp(each.source) or ()))
            page, printed = files.src_uris[leaf.path].page, leaves.render(leaf, self.manner)
            assert page
            frame.read(page, files)
            if printed and frame.dress(page) == printed[0]:
                self.store.proven.add(kind)
                page.content, page.markdown = None, ""
            elif printed:
                doubted.add(kind)
            else:
                self._give_back(frame, files, {leaf.path})
        self._give_back(frame, files, {leaf.path for leaf in stale if leaf.kind in doubted})
        return doubted

    def _give_back(self, frame: Frame, files: Files, paths: Iterable[str]) -> None:
        """Leave pages to MkDocs, which has read all that it builds by now."""
        for path in sorted(paths):
            del self.drafts[path]
            file = files.src_uris[path]
            file.__class__ = File
            disk.clear(file.abs_dest_path)
            if file.page and file.page.content is None:
                frame.read(file.page, files)

    def _astray(self, files: Files, fresh: Collection[str]) -> set[str]:
        """Find the leaves with a link that does not land, so that MkDocs is to say so."""
        there = {file.src_uri for file in files if file.inclusion in SHOWN}
        kept, lost = self.store.kept, self.store.lose({file.src_uri: self._anchors(file) for file in self.pages})
        anchors = lru_cache(512)(lambda path: frozenset(self.store.anchors.get(path, "").split("\n")))

        def lands(page: str, aim: str) -> bool:
            path, _, anchor = aim.partition("#")
            return (path or page) in there and (not anchor or anchor in anchors(path or page))

        asked = {path for path in self.drafts if path in fresh or (lost and not lost.isdisjoint(kept[path].links))}
        return {page for page in asked if not all(lands(page, aim) for aim in kept[page].links)}

    def _anchors(self, file: File) -> str:
        if file.src_uri in self.drafts:
            return self.store.kept[file.src_uri].anchors
        return "\n".join(sorted((file.page and file.page.present_anchor_ids) or ()))

    def _settle(self, adopted: set[str]) -> None:
        """Put the leaves that were kept into the site, and tell MkDocs which anchors are in those that it links to."""
        for path in self.store.kept.keys() - self.drafts.keys():
            self.store.drop(path)
        for file in self.pages:
            if file.src_uri not in self.drafts:
                for to in (file.page and file.page.links_to_anchors) or ():
                    if to.page and to.src_uri in self.drafts:
                        to.page.present_anchor_ids = set(self._anchors(to).split("\n"))
            elif file.dest_uri not in adopted and (place := self.store.place(file.src_uri)):
                disk.same(place, file.abs_dest_path)
        self.store.close()


def begin(config: MkDocsConfig, folder: Path | None, jobs: int, date: str | None, search: bool) -> Course:
    """Set out on a build; `folder` is where leaves are remembered."""
    version, manner = cache.version(Path(__file__).parent.parent, "call-archive"), ways.manner(config)
    known = store.load(folder, store.digest(version, repr(manner), str(search)))
    return Course(config, manner, known, jobs, date, search)
