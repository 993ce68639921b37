"""The MkDocs plugin: glue. It runs the generator before a build and turns its problems into log records.

Besides the command line this is the only module that knows MkDocs; it must not know how an archive is understood.
"""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator import ahead, build, collector, config, executors, lease, lifting, parcel, site
from generator.alone import Frame
from generator.build import Built
from generator.config import Settings
from generator.fast import course, ways
from generator.problems import Level, Problem
from generator.progress import Stopwatch, Watcher
from generator.shelf import Kept

PACKAGE = Path(__file__).parent
THEME = PACKAGE / "theme"
BOX = THEME / "pagefind"
"""Templates for a site that has a search of our own."""
WATCHED = (PACKAGE / "templates", PACKAGE / "assets", THEME)
LEVELS = {Level.ERROR: logging.ERROR, Level.WARNING: logging.WARNING, Level.NOTE: logging.INFO}

SEARCH = "call_archive_search"
"""Where templates learn which search the site has: `config.extra.call_archive_search`."""

log = get_plugin_logger("call-archive")


class Unchecked(Config):  # type: ignore[no-untyped-call]
    """No options that MkDocs would have to check."""


class CallArchivePlugin(BasePlugin[Unchecked]):  # type: ignore[no-untyped-call]
    """Runs the generator as part of `mkdocs build` and `mkdocs serve`."""

    def __init__(self) -> None:
        self.options: dict[str, Any] = {}
        self.settings: Settings | None = None
        self.built: Built | None = None
        self.index: build.Found | None = None
        self.shelved: dict[str, Kept] = {}
        """Path → file of the search, where the next site is to have the same."""
        self.problems: tuple[Problem, ...] = ()
        """Everything there is to say about the last build."""
        self.watcher: Watcher | None = None
        self.seconds: dict[str, float] = {}
        """Stage → seconds of the last build, MkDocs's own work as the last of them."""
        self.lifted: dict[str, list[str]] = {}
        """Address of a page → its pictures, while its Markdown is converted."""
        self.course: course.Course | None = None
        """The leaves of a build that goes the fast way."""
        self.nav: Navigation | None = None
        self.written: Mapping[str, str] = {}
        """Path of a file that is in the page folder as we wrote it → digest of what it holds."""
        self.dirty = False
        self.held: build.Held | None = None
        """What was understood, for a process that builds again and again."""
        self.upkeep: build.Upkeep | None = None
        """Brings the index of a served site up to date after its pages."""
        self.ahead: ahead.Ahead | None = None
        """Shows changed pages of a served site before it is built anew."""
        self.last: ahead.Last | None = None
        self._open = ExitStack()
        self._lease = ExitStack()

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """Check the options, so that MkDocs reports every mistake in them before it does anything."""
        self.options = dict(options)
        _, told = config.load(options, _base(config_file_path))
        return [(_option(one), ValueError(_sentence(one))) for one in told], []

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Stay the same object over all builds of `mkdocs serve`."""
        self.dirty = dirty
        self.held = build.Held() if command == "serve" else None
        self.upkeep, self.ahead, self.last = None, None, None

    def on_shutdown(self) -> None:
        """Leave nothing behind that still works on a site that is about to go."""
        for each in (self.ahead, self.upkeep):
            if each:
                each.close()
        self.upkeep, self.ahead = None, None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Take the name from mkdocs.yml, put our overrides before the theme's templates, and name our assets."""
        self.settings = _settings(self.options, config)
        for listed, ending in ((config.extra_css, ".css"), (config.extra_javascript, ".js")):
            ours = (f"assets/{path.name}" for path in sorted((PACKAGE / "assets").glob(f"*{ending}")))
            listed.extend(each for each in ours if each not in map(str, listed))
        if self.settings.search == "none":
            config.plugins.pop("material/search", None)  # by which the theme knows whether to show a box
        if THEME.is_dir():
            _override(config, THEME)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read the content folder and write the pages, from which MkDocs then builds."""
        assert self.settings is not None
        if self.upkeep:
            self.upkeep.pause()
        folder = Path(config.docs_dir)
        self._lease.enter_context(lease.taken(folder, log.info))
        self._open.enter_context(collector.relaxed())
        done = self.ahead.take(self.settings, folder) if self.ahead else None
        try:
            done = done or build.prepare(self.settings, folder, self.watcher, self.held)
        except (executors.Unavailable, build.Changed) as wrong:
            raise PluginError(str(wrong)) from wrong
        self.built = dataclasses.replace(done.built, seconds=done.seconds)
        told, seconds = self._make_index(self.built, self.settings)
        self.shelved = {} if self.held else build.shelve(self.index, self.settings)
        if self.held is None:  # nobody asks for words of calls again, and to build pages takes memory, too
            build.close(self.built)
        config.extra[SEARCH] = self._engine()
        if self.index:
            _override(config, BOX)
        clock = Stopwatch(self.watcher, dict(seconds))
        self.seconds = clock.seconds
        self.problems = (*self.built.problems, *told, *done.written.problems)
        for problem in self.problems:
            self._say(problem)
        self.written = done.written.digests
        self._open.enter_context(clock.stage("site", len(self.written)))

    @event_priority(-100)  # when every other plugin has added its files
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take the leaves out of what MkDocs builds, where the fast way makes the same of them."""
        assert self.settings is not None and self.built is not None
        self.course = None
        if not self.settings.fast:
            return files
        if why := next(ways.objections(config, self.dirty), None):
            log.info(f"Every page is built by MkDocs, which takes longer: {why}")
            return files
        search = self._engine() == "material" and "material/search" in config.plugins
        beside = {path: kept.stamp for path, kept in self.shelved.items()}
        where, jobs = self.settings.cache, self.settings.jobs
        self.course = course.begin(config, where, jobs, self._newest(), search, beside)
        folder = Path(config.docs_dir)
        return self.course.leave_out(files, self.written, lambda path: (folder / path).read_text(encoding="utf-8"))

    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Remember the navigation, which is part of every page."""
        self.nav = nav

    @event_priority(-100)  # when every other plugin has had its way with the templates
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Make the leaves."""
        if self.held and self.nav and self.settings:
            frame = Frame(config, env, self.nav, list(files.documentation_pages()))
            self.last = ahead.Last(self.settings, frame, files, self.written)
        if self.course and self.nav:
            said = self.course.make(env, self.nav, files, self.watcher.advance if self.watcher else None)
            if said:
                log.debug(said)

    @event_priority(-100)
    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """List the leaves wherever a template lists all pages, as the site map does."""
        return self._with_leaves(context)

    @event_priority(100)  # before search, which takes from a page what it has read
    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        """List the leaves wherever a page lists all pages."""
        return self._with_leaves(context)

    @event_priority(-100)  # after every other plugin that reads or sets a page's date
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Date every page by the newest call, not by the clock: the same archive makes the same bytes on any day."""
        newest = self._newest()
        if newest:
            page.update_date = newest
        if self._engine() != "material":
            page.meta["search"] = {"exclude": True}  # what the theme indexes, it sends to every reader
        text, self.lifted[page.file.src_uri] = lifting.lift(markdown)
        return text

    @event_priority(100)  # before every other plugin, which is to see the whole page
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Set the pictures in again, which the parser of Markdown was spared."""
        return lifting.settle(html, self.lifted.pop(page.file.src_uri, []))

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Tell whoever watches that a page is done."""
        if self.watcher:
            self.watcher.advance(1)
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add the search, and list the files of the site as ours."""
        self._open.close()
        if self.index and not self.upkeep:
            build.add(self.index, self.shelved, Path(config.site_dir))
        if self._engine() == "packed":
            parcel.twin(Path(config.site_dir))
        site.sign(Path(config.site_dir))
        self._lease.close()
        if self.upkeep and self.built and self.settings:
            self.upkeep.resume(self.built, self.settings)
        elif self.held is not None and self.index:
            self.upkeep = build.keep_up(self.index, Path(config.site_dir), self.held, self._say)

    def on_build_error(self, *, error: Exception) -> None:
        """Stop the clock, and let others build."""
        self._open.close()
        self._lease.close()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Build again when a transcript changes, or one of our templates."""
        assert self.settings is not None
        for folder in (self.settings.content, *WATCHED):
            if folder.is_dir():
                server.watch(str(folder))
        server.unwatch(config.docs_dir)  # we write there ourselves, and would never come to rest
        if self.held:
            self.ahead = ahead.attach(server, self.held, self._left)
        return server

    def _left(self) -> ahead.Last | None:
        """Give what the last build left, once nothing else is being made of it."""
        if self.upkeep:
            self.upkeep.close()
        return self.last

    def _make_index(self, built: Built, settings: Settings) -> tuple[tuple[Problem, ...], Mapping[str, float]]:
        """Make the index, unless it is one that follows the pages."""
        if self.upkeep and settings.search == "pagefind":
            return self.upkeep.told, built.seconds
        self.upkeep = None
        self.index, told, seconds = build.index(built, settings, self.watcher, self.held)
        return told, seconds

    def _say(self, problem: Problem) -> None:
        log.log(LEVELS[problem.level], str(problem))

    def _with_leaves(self, context: Any) -> Any:
        if self.course:
            context["pages"] = self.course.pages
        return context

    def _engine(self) -> str:
        """Name the search that the site will have; where ours cannot be made it is the theme's."""
        assert self.settings is not None
        return self.settings.search if self.index else "none" if self.settings.search == "none" else "material"

    def _newest(self) -> str | None:
        calls = self.built.archive.calls.values() if self.built else ()
        return max((call.date for call in calls if call.date), default=None)


def _settings(options: dict[str, Any], mkdocs: MkDocsConfig) -> Settings:
    """The settings as of now; they were right when MkDocs loaded them, but a folder may have gone since."""
    named: dict[str, object] = {"site_name": mkdocs.site_name, "site_description": mkdocs.site_description or ""}
    named |= {"site_url": mkdocs.site_url or "", "directory_urls": mkdocs.use_directory_urls}
    settings, told = config.load(options, _base(mkdocs.config_file_path), site=named)
    if settings is None:
        raise PluginError("\n".join(map(str, told)))
    return settings


def _override(config: MkDocsConfig, folder: Path) -> None:
    """Put templates before the theme's own, and behind those of the user, who has the last word."""
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(folder))


def _base(config_file_path: str | None) -> Path:
    return Path(config_file_path).parent if config_file_path else Path.cwd()


def _option(problem: Problem) -> str:
    """`jobs` of `call-archive.jobs: -1 was given, …`."""
    return problem.message.partition(":")[0].removeprefix("call-archive.")


def _sentence(problem: Problem) -> str:
    said = problem.message.partition(": ")[2]
    return f"{said} ({problem.hint})" if problem.hint else said
