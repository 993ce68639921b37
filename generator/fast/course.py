"""The course of a build on the fast way: which pages are leaves, what must be made again, and what MkDocs checks."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator import cache, disk, output, site, workers
from generator.alone import Frame
from generator.fast import leaves, shells, store, ways
from generator.fast.leaves import Draft, Leaf
from generator.fast.shells import Shell
from generator.progress import Tick

MANY = 1500
"""Leaves below which processes take longer to start than the leaves to make."""
SHOWN = (InclusionLevel.INCLUDED, InclusionLevel.NOT_IN_NAV)


class LeafFile(File):
    """A file that links may lead to, and that MkDocs neither reads nor copies."""

    def is_documentation_page(self) -> bool:
        """Stay out of what MkDocs builds."""
        return False

    is_media_file = is_documentation_page

    def copy_file(self, dirty: bool = False) -> None:
        """Leave it where it is."""


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
    beside: Mapping[str, output.Stamp] = field(default_factory=dict)
    """Path → size and time of what will lie beside the pages."""
    drafts: dict[str, Draft] = field(default_factory=dict)
    """Path → leaf."""
    pages: list[File] = field(default_factory=list)
    """All pages in MkDocs's order, leaves as well."""

    def leave_out(self, files: Files, ours: Mapping[str, str], text: Callable[[str], str]) -> Files:
        """Make leaves of all generated pages that are not in the navigation.

        `ours` are path and digest of what we wrote; `text` gives the words of a page, and is asked where it is new.
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
        for file in [each for each in files.static_pages() if each.src_uri in ours and each.inclusion in SHOWN]:
            file.__class__ = LeafFile  # data, of which a call has 76 kB: it may be the same file in the site
        self.pages = [file for file in files if file.src_uri in self.drafts or file.is_documentation_page()]
        return files

    def make(self, env: Any, nav: Navigation, files: Files, tick: Tick | None) -> str | None:
        """Make all leaves; say so if a kind of page has to be built by MkDocs after all."""
        if self.store.folder:  # to compile templates takes longer than to draw all pages of an archive
            env.bytecode_cache = FileSystemBytecodeCache(f"{self.store.folder}/leaves")
        frame = Frame(self.config, env, nav, self.pages)
        stale = self._stale(frame, files)
        with workers.crew(self.jobs if len(stale) >= MANY else 1) as crew:
            made = crew.map(leaves.make, stale, tick, (self.manner,))
            found = {leaf.path: each for leaf, each in zip(stale, made, strict=True) if each}
        proven = {each.kind for each in self.store.kept.values()}
        self.store.kept.update(found)
        doubted = self._prove(frame, files, [each for each in stale if each.path in found and each.kind not in proven])
        self._give_back(frame, files, {leaf.path for leaf in stale if leaf.path not in found or leaf.kind in doubted})
        self._give_back(frame, files, self._astray(files, found.keys()))
        self._settle(files, {leaf.path for leaf in stale})
        return f"Of {len(doubted)} kinds the theme looks at what pages hold: MkDocs builds them" if doubted else None

    def _stale(self, frame: Frame, files: Files) -> list[Leaf]:
        """Find the leaves that have to be made, and have their shells drawn."""
        folders = shells.folders((each.dest_uri for each in self.pages if each.src_uri not in self.drafts), self.config)
        kinds = {path: (each.front, shells.place(path, folders)) for path, each in self.drafts.items()}
        samples = {kind: shells.draw(frame, self.date, kind, shells.SAMPLE) for kind in dict.fromkeys(kinds.values())}
        digests = {kind: store.digest(sample) for kind, sample in samples.items()}
        keys = {
            path: (kinds[path], draft.shape if shells.TELLS in samples[kinds[path]] else draft.shape[:1])
            for path, draft in self.drafts.items()
            if not self.store.fresh(path, draft, digests[kinds[path]])
        }
        drawn = shells.shells(frame, self.date, dict.fromkeys(keys.values()))
        return [self._leaf(files.src_uris[path], digests[key[0]], drawn[key]) for path, key in keys.items()]

    def _leaf(self, file: File, kind: str, shell: Shell) -> Leaf:
        path, place = file.src_uri, self.store.place(file.src_uri) or file.abs_dest_path
        return Leaf(path, self.drafts[path], kind, shell, str(file.abs_src_path), place)

    def _prove(self, frame: Frame, files: Files, made: Sequence[Leaf]) -> set[str]:
        """Build a page of every kind as MkDocs does, a small one with headings, and say of which it is not the same."""
        doubted: set[str] = set()
        large = sorted(made, key=lambda leaf: self.store.kept[leaf.path].stamp, reverse=True)
        samples = {leaf.kind: leaf for leaf in sorted(large, key=lambda leaf: len(leaf.draft.shape) > 1)}
        for kind, leaf in samples.items():
            page = files.src_uris[leaf.path].page
            assert page
            frame.read(page, files)
            if frame.dress(page).encode("utf-8", "xmlcharrefreplace") != Path(leaf.place).read_bytes():
                doubted.add(kind)
        return doubted

    def _give_back(self, frame: Frame, files: Files, paths: Iterable[str]) -> None:
        """Leave pages to MkDocs, which has read all that it builds by now."""
        for path in sorted(paths):
            del self.drafts[path]
            file = files.src_uris[path]
            file.__class__ = File
            if file.page and file.page.content is None:
                frame.read(file.page, files)

    def _astray(self, files: Files, fresh: Collection[str]) -> set[str]:
        """Find the leaves with a link that does not land, so that MkDocs is to say so."""
        there = {file.src_uri for file in files if file.inclusion in SHOWN}
        kept, lost = self.store.kept, self.store.lose(self._anchors())
        anchors = lru_cache(512)(lambda path: frozenset(self.store.anchors.get(path, "").split("\n")))

        def lands(aim: str) -> bool:
            path, _, anchor = aim.partition("#")
            return path in there and (not anchor or anchor in anchors(path))

        asked = [path for path in self.drafts if path in fresh or (lost and not lost.isdisjoint(kept[path].links))]
        return {path for path in asked if not all(map(lands, kept[path].links))}

    def _anchors(self) -> dict[str, str]:
        told = {file.src_uri: "\n".join(sorted(file.page.present_anchor_ids or ())) for file in self.pages if file.page}
        return told | {path: self.store.kept[path].anchors for path in self.drafts}

    def _settle(self, files: Files, stale: set[str]) -> None:
        """Put leaves and data into the site, and tell MkDocs which anchors are in leaves that it links to.

        What is as it was comes with its folders from an older site, if there is one.
        """
        there = [file for file in files if isinstance(file, LeafFile)]
        places = {each.src_uri: str(each.abs_src_path) for each in there if each.src_uri not in self.drafts}
        stamps = {path: self.store.kept[path].stamp for path in self.drafts.keys() - stale}
        stamps |= {path: output.stamp(place) for path, place in places.items()}
        wanted = {**self.beside, **{each.dest_uri: stamps[each.src_uri] for each in there if each.src_uri in stamps}}
        spare = self.store.folder and self.store.folder / "spare"
        same = site.adopt(Path(self.config.site_dir), spare, wanted) if spare else set()
        for file in there:
            if file.dest_uri not in same and (place := places.get(file.src_uri) or self.store.place(file.src_uri)):
                disk.same(place, file.abs_dest_path)
        for to in (to for file in self.pages if file.page for to in file.page.links_to_anchors or ()):
            if to.page and to.src_uri in self.drafts:
                to.page.present_anchor_ids = set(self.store.anchors[to.src_uri].split("\n"))
        self.store.close(self.drafts)


def begin(
    config: MkDocsConfig,
    folder: Path | None,
    jobs: int,
    date: str | None,
    search: bool,
    beside: Mapping[str, output.Stamp],
) -> Course:
    """Set out on a build; `folder` is where leaves are remembered."""
    version, manner = cache.version(Path(__file__).parent.parent, "call-archive"), ways.manner(config)
    known = store.load(folder, store.digest(version, repr(manner), str(search)))
    return Course(config, manner, known, jobs, date, search, beside)
