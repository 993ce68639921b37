"""Builds one page by itself, just as MkDocs does while it builds a site. An edge: knows MkDocs and nothing of ours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page


@dataclass(frozen=True, slots=True)
class Frame:
    """What pages are built with."""

    config: MkDocsConfig
    env: Any
    nav: Navigation
    pages: Sequence[File]
    """All pages of the site, whoever builds them."""

    def build(self, page: Page, files: Files) -> str:
        """Build a page, with every event that MkDocs has for pages; links may lead to any of the files."""
        self.read(page, files)
        output = self.dress(page)
        page.content, page.markdown = None, ""
        return output

    def read(self, page: Page, files: Files) -> None:
        """Read and convert a page, after which MkDocs can go on with it."""
        plugins, config = self.config.plugins, self.config
        page = plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
        page.render(config, files)
        page.content = plugins.on_page_content(page.content or "", page=page, config=config, files=files)

    def dress(self, page: Page) -> str:
        """Print a page that was read, as it goes into the site."""
        plugins, config = self.config.plugins, self.config
        page.active = True
        context = plugins.on_page_context(self.context(page), page=page, config=config, nav=self.nav)
        output: str = plugins.on_post_page(self.print(page, context), page=page, config=config)
        page.active = False
        return output

    def context(self, page: Page) -> Any:
        """Give what a template may ask of a page and its site."""
        return get_context(self.nav, self.pages, self.config, page)

    def print(self, page: Page, context: Any) -> str:
        """Print a page with the theme's template."""
        return str(self.env.get_template(page.meta.get("template", "main.html")).render(context))
