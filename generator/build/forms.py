"""Remembers which forms of the lexicon stand in each document, for as long as the lexicon is the same.

Most changes leave it so, and to find by its words what each of a thousand calls could hold takes as long as to read and
understand the one that changed. Must not know what is made of the forms.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence

from generator import cache, covers
from generator.lexicon import Lexicon
from generator.model import Document

MEMORY = "forms.pickle"

Rows = tuple[str, ...]


def find(
    documents: Iterable[Document],
    terms: Lexicon,
    store: cache.Store,
    sift: Callable[[Sequence[Document]], Iterable[Rows]],
) -> list[tuple[Document, Rows]]:
    """Give documents with the forms that stand in them; `sift` tells those of documents that are new."""
    calls = {"\0".join(covers.depends(each)): each for each in documents}
    of = cache.digest(repr((store.version, terms.terms)).encode("utf-8", "surrogatepass"))
    before: dict[str, Rows] = cache.take_of(store.folder / MEMORY if store.folder else None, of)
    fresh = [key for key in calls if key not in before]
    found = zip(fresh, sift([calls[key] for key in fresh]), strict=True)
    new = {key: tuple(map(sys.intern, rows)) for key, rows in found}  # all calls say the same few thousand
    rows = {key: before[key] if key in before else new[key] for key in calls}
    if store.folder and rows.keys() != before.keys():
        cache.pack(store.folder / MEMORY, (of, rows))
    return [(calls[key], each) for key, each in rows.items()]
