"""A folder of a few pages that are written here, and a bare theme, so that hundreds of builds take seconds."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator import build, output, site
from generator.build import Built, Done
from generator.model import Page

BARE = Path(__file__).parent / "bare"
FRONT = '---\ntitle: "{}"\nhide:\n- navigation{}\n---\n\n'
CONFIG = """
site_name: Small
not_in_nav: "*"
nav: [index.md, {{Topics: topics/index.md}}]
theme: {{name: null, custom_dir: {theme}}}
validation: {{links: {{not_found: warn, anchors: warn}}, nav: {{omitted_files: ignore}}}}
markdown_extensions: [attr_list, md_in_html, toc: {{permalink: "{sign}", toc_depth: {depth}}}]
plugins: [call-archive: {{content: content, jobs: 1, cache: {cache}, fast: {fast}, search: none}}]
"""


class Records(logging.Handler):
    """What MkDocs warned of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the words."""
        self.said.append(record.getMessage())


@dataclass
class Project:
    """Pages and settings, which a test changes between builds."""

    folder: Path
    pages: dict[str, str] = field(default_factory=dict)
    """Path → Markdown."""
    footer: str = ""
    sign: str = "#"
    depth: int = 3

    def built(self, fast: bool) -> tuple[dict[str, bytes], list[str]]:
        """Build the site; give its files and what was warned of."""
        records = Records()
        text = CONFIG.format(
            theme=self._theme(), sign=self.sign, depth=self.depth, cache=self.folder / "cache", fast=str(fast).lower()
        )
        (self.folder / "mkdocs.yml").write_text(text, encoding="utf-8")
        logging.getLogger("mkdocs").addHandler(records)
        try:
            with self._stood_in(), site.staged(self.site(fast)) as staging:
                places = {"docs_dir": str(self.folder / "pages"), "site_dir": str(staging)}
                mkdocs_build(load_config(str(self.folder / "mkdocs.yml"), **places))
        finally:
            logging.getLogger("mkdocs").removeHandler(records)
        place = self.site(fast)
        assert all(any(each.iterdir()) for each in place.rglob("*") if each.is_dir())
        return {each: (place / each).read_bytes() for each in site.visible(place)}, sorted(records.said)

    def site(self, fast: bool) -> Path:
        """Where the site lies."""
        return self.folder / ("site-fast" if fast else "site-plain")

    def _theme(self) -> Path:
        theme = self.folder / "theme"
        theme.mkdir(exist_ok=True)
        (theme / "main.html").write_text((BARE / "main.html").read_text(encoding="utf-8"), encoding="utf-8")
        (theme / "footer.html").write_text(f"<footer>{self.footer}</footer>", encoding="utf-8")
        return theme

    @contextmanager
    def _stood_in(self) -> Iterator[None]:
        """Let the plugin find these pages instead of those of an archive."""
        built = Built(SimpleNamespace(calls={}), {}, (), {}, {})  # type: ignore[arg-type]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(build, "prepare", lambda chosen, place, *_: Done(chosen, place, built, self._write(), {}, ()))
            patch.setattr(build, "index", lambda *_: (None, (), {}))
            yield

    def _write(self) -> output.Written:
        return output.write((Page(path, text) for path, text in self.pages.items()), self.folder / "pages")


def project(folder: Path, pages: Mapping[str, str]) -> Project:
    """Begin with these pages."""
    for name in ("content", "pages"):
        (folder / name).mkdir(parents=True)
    return Project(folder, dict(pages))
