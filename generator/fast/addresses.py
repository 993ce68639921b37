"""Turns links to pages, as they stand in Markdown, into addresses as MkDocs does. Must not know what a page holds."""

from __future__ import annotations

import re
from functools import lru_cache

from mkdocs.utils import get_relative_url

from generator.fast import signs
from generator.fast.signs import Foreign

ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")  # "https://calls.example/", "mailto:us@calls.example"
PAGE = re.compile(r"((?:\.\./)*)((?!.*(?:README\.md|\./|//))\w[\w./-]*\.md)(\?.+)?", re.ASCII)
"""The way up, the way down, and a query: `../questions/index.md?by=mei-tan`."""


class Addresses(dict[str, tuple[str, str]]):
    """Way to a page as written, without an anchor → the address of the link, and the page: `topics/cloud.md`."""

    def __init__(self, page: str, directory_urls: bool) -> None:
        super().__init__({"": ("", "")})
        *self.folders, name = page.split("/")
        self.way = [f"{each}/" for each in (*self.folders, name.removesuffix(".md"))]
        self.page, self.directory_urls = page, directory_urls
        self.up = "../" if directory_urls and name != "index.md" else ""

    def __missing__(self, written: str) -> tuple[str, str]:
        page = PAGE.fullmatch(written)
        left = len(self.folders) - len(page[1]) // 3 if page else -1
        if ELSEWHERE.match(written):
            self[written] = signs.attribute(written), written
        elif page is None or left < 0:
            raise Foreign
        else:
            target, down = "/".join([*self.folders[:left], page[2]]), self._url(page[2])
            if down.startswith(self.way[left]):
                href = get_relative_url(self._url(target), self._url(self.page))
            else:
                href = f"{self.up}{page[1]}{down}" or "./"
            self[written] = signs.attribute(href + (page[3] or "")), target
        return self[written]

    def _url(self, path: str) -> str:
        """Where MkDocs puts a page: `topics/cloud.md` at `topics/cloud/`."""
        stem = path.removesuffix(".md")
        if not self.directory_urls:
            return f"{stem}.html"
        return f"{stem}/".removesuffix("index/") if stem == "index" or stem.endswith("/index") else f"{stem}/"


def of(page: str, directory_urls: bool, text: str) -> Addresses:
    """Give the addresses of the links in a page, which are those of all pages in its folder, but for links to itself.

    `topics/oils.md` may have a link into `topics/oils/`, which looks otherwise from `topics/cloud.md`.
    """
    folder, _, name = page.rpartition("/")
    if name != "index.md" and f"]({name.removesuffix('.md')}" not in text:
        name = "-.md"  # which no page is called
    return known(f"{folder}/{name}".lstrip("/"), directory_urls)


known = lru_cache(maxsize=64)(Addresses)
