"""Turns links to pages, as they stand in Markdown, into addresses as MkDocs does. Must not know what a page holds."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from functools import lru_cache

from mkdocs.utils import get_relative_url

from generator.fast.signs import Foreign, refuse

ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")  # "https://calls.example/", "mailto:us@calls.example"
PAGE = re.compile(r"((?:\.\./)*(?!.*(?:README\.md|\./|//))\w[\w./-]*\.md)((?:\?.+)?)", re.ASCII)
"""The way to a page, and a query: `../questions/index.md?by=mei-tan`."""
LOOSE = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)  # "?a=b&c=d"

Address = tuple[str, str]
"""What a link says, and the page that it leads to: `("../topics/cloud/", "topics/cloud.md")`."""


def of(page: str, directory_urls: bool) -> Callable[[str], Address]:
    """Give what turns the links of a page into addresses; links are as written, without an anchor.

    They are the same for all pages of a folder, but for those that lead below the page itself. Those that lead up to
    the root and down again are the same for all folders as deep as it.
    """
    *folders, name = page.split("/")
    stem, root = name.removesuffix(".md"), "../" * len(folders)
    name = "index.md" if stem == "index" else "-.md"  # which no page is called
    near, far, home = "/".join([*folders, name]), "-/" * len(folders) + name, page.partition("/")[0]

    def address(written: str) -> Address:
        if not written or (stem in written and stem != "index"):
            return _address(written, page, directory_urls)
        return _address(written, far if written.startswith(root) and home not in written else near, directory_urls)

    return address


@lru_cache(maxsize=1 << 15)
def _address(written: str, page: str, directory_urls: bool) -> Address:
    if not written:
        return "", page
    if ELSEWHERE.match(written):
        return LOOSE.sub("&amp;", written), written
    if not (found := PAGE.fullmatch(written)):
        raise Foreign
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), found[1]))
    refuse(target.startswith("../"))
    href = get_relative_url(_url(target, directory_urls), _url(page, directory_urls))
    return LOOSE.sub("&amp;", href + found[2]), target


def _url(path: str, directory_urls: bool) -> str:
    """Where MkDocs puts a page: `topics/cloud.md` at `topics/cloud/`."""
    folder, name = posixpath.split(path.removesuffix(".md"))
    if not directory_urls:
        return f"{path.removesuffix('.md')}.html"
    return f"{folder or '.'}/" if name == "index" else f"{path.removesuffix('.md')}/"
