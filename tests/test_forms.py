"""What may be spoken of in a document is asked once, until the document or the lexicon is another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from generator import cache, lexicon
from generator.build import forms
from generator.lexicon import Lexicon
from generator.model import Document, Roster, Source, Topic, Vocabulary


def of_topics(*names: str) -> Lexicon:
    """What may be spoken of: topics."""
    return lexicon.compile(Vocabulary(topics=tuple(Topic(name, name) for name in names)), Roster({}, {}, {}, {}))


def document(path: str, sha256: str = "1") -> Document:
    """A document of some content."""
    return Document(Source(path, sha256, 1), b"")


class Sifting:
    """Tells of each document that its name stands in it, and remembers which it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, fresh: Sequence[Document]) -> Iterable[tuple[str, ...]]:
        self.asked = [each.source.path for each in fresh]
        return [(each.source.path, each.source.sha256) for each in fresh]


@pytest.fixture
def store(tmp_path: Path) -> cache.Store:
    return cache.Store(tmp_path, "1")


ONE, TWO = document("one.txt"), document("two.txt")
GLASS = of_topics("glass")


def test_only_the_document_that_changed_is_looked_at_again(store: cache.Store) -> None:
    sift = Sifting()
    first = forms.find([ONE, TWO], GLASS, store, sift)
    assert sift.asked == ["one.txt", "two.txt"]
    other = document("two.txt", "2")
    again = forms.find([ONE, other], GLASS, store, sift)
    assert sift.asked == ["two.txt"]
    assert again == [first[0], (other, ("two.txt", "2"))]


def test_documents_may_come_and_go_and_keep_their_order(store: cache.Store) -> None:
    sift = Sifting()
    forms.find([ONE, TWO], GLASS, store, sift)
    three = document("three.txt")
    assert [each for each, _ in forms.find([three, TWO], GLASS, store, sift)] == [three, TWO]
    assert sift.asked == ["three.txt"]
    assert forms.find([ONE], GLASS, store, sift) == [(ONE, ("one.txt", "1"))]
    assert sift.asked == ["one.txt"]


@pytest.mark.parametrize("of", ["another lexicon", "another version", "no cache", "a damaged file"])
def test_all_documents_are_looked_at_where_nothing_can_be_known(store: cache.Store, of: str) -> None:
    sift = Sifting()
    forms.find([ONE, TWO], GLASS, store, sift)
    assert store.folder
    if of == "a damaged file":
        (store.folder / forms.MEMORY).write_bytes(b"no pickle")
    terms = of_topics("glass", "sand") if of == "another lexicon" else GLASS
    where = {"another version": cache.Store(store.folder, "2"), "no cache": cache.Store(None)}.get(of, store)
    forms.find([ONE, TWO], terms, where, sift)
    assert sift.asked == ["one.txt", "two.txt"]
