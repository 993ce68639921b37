"""Where every page lies in the page tree, and how one page points at another. Knows ids, not their meaning.

Ids are slugs, which never hold an underscore: `page_2`, the second page of a list, can therefore never be the
address of somebody or something.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache

HOME = "index.md"
CALLS = "calls/index.md"
QUESTIONS = "questions/index.md"
UNANSWERED = "questions/unanswered.md"
AGAIN = "questions/again/index.md"
"""Questions that were asked again."""
STATUSES = "questions/statuses.md"
ROWS = "questions/rows.json"
"""The table of questions as data."""
SPEAKERS = "speakers/index.md"
ORGANIZATIONS = "organizations/index.md"
TOPICS = "topics/index.md"
PERIODS = "periods/index.md"
SEARCH = "search/index.md"
"""Beside it lies the index, which is made after the pages."""


def series(series_id: str) -> str:
    """Name the page of a company or a body."""
    return f"calls/{series_id}/index.md"


def series_of(call_id: str) -> str:
    """Take from the id of a call that of its company or body."""
    return call_id.partition("/")[0]


def call(call_id: str) -> str:
    """Name the page of a call, which is a folder because its questions lie in it."""
    return f"calls/{call_id}/index.md"


def question(call_id: str, key: str) -> str:
    """Name the page of a question of a call."""
    return f"calls/{call_id}/{key}.md"


def thread(thread_id: str) -> str:
    """Name the page of a question that was asked again."""
    return f"questions/again/{thread_id}.md"


def words(number: int) -> str:
    """Name a file with words of questions, for the table of questions."""
    return f"questions/words-{number}.json"


def speaker(speaker_id: str) -> str:
    """Name the page of a person."""
    return f"speakers/{speaker_id}.md"


def organization(organization_id: str) -> str:
    """Name the page of a firm or body."""
    return f"organizations/{organization_id}.md"


def topic(topic_id: str) -> str:
    """Name the page of a topic."""
    return f"topics/{topic_id}.md"


def period(period_id: str) -> str:
    """Name the page of a period."""
    return f"periods/{period_id}.md"


def numbered(path: str, page: int) -> str:
    """Name a further page of a list: `topics/cloud.md` goes on in `topics/cloud/page_2.md`."""
    if page == 1:
        return path
    folder = path.removesuffix("index.md") if path.endswith("index.md") else path.removesuffix(".md") + "/"
    return f"{folder}page_{page}.md"


def alike(path: str) -> tuple[str, int]:
    """Tell from where people, firms and topics are pointed at alike: each lie in one folder at the top."""
    return path[: path.find("/") + 1], path.count("/")


def alike_to_calls(path: str) -> Hashable:
    """Tell from where calls and questions, too, are pointed at alike."""
    return path[: path.rfind("/") + 1] if path.startswith("calls/") else alike(path)


def relative(origin: str, target: str, anchor: str = "") -> str:
    """Point from a page of the tree to another, or to an anchor of the same page."""
    if anchor and origin == target:
        return f"#{anchor}"
    up, shared = origin.count("/"), 0
    while up and target.startswith(origin[: (end := origin.find("/", shared) + 1)]):
        up, shared = up - 1, end
    way = "../" * up + target[shared:]
    return f"{way}#{anchor}" if anchor else way


def served(origin: str, target: str, anchor: str = "", folders: bool = True) -> str:
    """Point from a page of the finished site to another, for raw HTML, whose links MkDocs leaves as they are.

    With `folders`, MkDocs's `use_directory_urls`, `topics/cloud.md` is served as `topics/cloud/`.
    """
    if anchor and origin == target:
        return f"#{anchor}"
    path = relative(_served(origin, folders), _served(target, folders))
    place = (path.removesuffix("index.html") if folders else path) or "./"
    return f"{place}#{anchor}" if anchor else place


@lru_cache(maxsize=1 << 12)
def _served(path: str, folders: bool) -> str:
    """Name the file that becomes of a page."""
    stem = path.removesuffix(".md")
    return f"{stem}/index.html" if folders and stem.rpartition("/")[2] != "index" else f"{stem}.html"


def recording(call_id: str, ending: str) -> str:
    """Name the recording of a call, which lies beside its page."""
    return f"calls/{call_id}/recording{ending}"


def beside(origin: str, target: str, folders: bool = True) -> str:
    """Point from a page of the finished site to a file that is no page."""
    return relative(_served(origin, folders), target)
