"""Turns links to pages, as they stand in Markdown, into addresses as MkDocs does. Must not know what a page holds."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from urllib.parse import urlsplit, urlunsplit

from mkdocs.utils import get_relative_url

from generator.fast import signs
from generator.fast.signs import Foreign


class Addresses(dict[str, str]):
    """Link as written → the tag that opens it, worked out once for all pages of a folder."""

    def __init__(self, page: str, directory_urls: bool, wider: Addresses | None = None) -> None:
        super().__init__()
        self.page = page
        self.directory_urls = directory_urls
        self.wider = wider
        """Those of links that lead to the root and down again, which are the same for many folders."""
        self.up = "../" * page.count("/")
        self.home = self.up + page.split("/")[0]
        self.aims: dict[str, str] = {}
        """Link as written → page and anchor that it leads to, nothing if that is no page of ours."""

    def __missing__(self, written: str) -> str:
        path, _, anchor = written.partition("#")
        wide = self.wider is not None and path.startswith(self.up) and not path.startswith(self.home)
        if path and anchor:
            self[written] = f'{self[path][:-2]}#{signs.attribute(anchor)}">'
            self.aims[written] = self.aims[path] and f"{self.aims[path]}#{anchor}"
        elif self.wider is not None and wide and "/." not in path[len(self.up) - 1 :]:
            self[written], self.aims[written] = self.wider[written], self.wider.aims[written]
        else:
            href, self.aims[written] = _address(self.page, self.directory_urls, written)
            self[written] = signs.MADE + f'<a href="{signs.attribute(href)}">'
        return self[written]


def of(page: str, directory_urls: bool, text: str) -> Addresses:
    """Give the addresses of the links in a page."""
    folder, _, name = page.rpartition("/")
    stem = name.removesuffix(".md")
    if stem == "index" or f"]({stem}" not in text:  # or else "topics/oils.md" may have a link into "topics/oils/"
        return _shared(folder, stem == "index", directory_urls)
    return _addresses(page, directory_urls)


@lru_cache(maxsize=64)
def _shared(folder: str, index: bool, directory_urls: bool) -> Addresses:
    return _addresses(f"{folder}/{_name(index)}".lstrip("/"), directory_urls)


def _addresses(page: str, directory_urls: bool) -> Addresses:
    depth, index = page.count("/"), page.endswith("index.md")
    return Addresses(page, directory_urls, _wider(depth, index, directory_urls) if depth else None)


@lru_cache(maxsize=64)
def _wider(depth: int, index: bool, directory_urls: bool) -> Addresses:
    return Addresses("-/" * depth + _name(index), directory_urls)


def _name(index: bool) -> str:
    """A page's name that no page has, for what does not depend on it."""
    return "index.md" if index else "-.md"


def _address(page: str, directory_urls: bool, written: str) -> tuple[str, str]:
    scheme, host, path, query, anchor = urlsplit(written)
    if scheme or host:
        return written, ""
    if written.startswith("/") or "%" in path or (path and not path.endswith(".md")) or path.endswith("README.md"):
        raise Foreign
    if not path:
        return written, f"#{anchor}" if anchor else ""  # in the page itself, which is not named here
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    relative = get_relative_url(_url(target, directory_urls), _url(page, directory_urls))
    return urlunsplit(("", "", relative, query, anchor)), target


def _url(path: str, directory_urls: bool) -> str:
    """Where MkDocs puts a page: `topics/cloud.md` at `topics/cloud/`."""
    stem = path.removesuffix(".md")
    if not directory_urls:
        return f"{stem}.html"
    return "./" if stem == "index" else f"{stem.removesuffix('/index')}/"
