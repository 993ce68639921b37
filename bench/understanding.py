"""Measures reading, casting and extraction together, as each call of an archive undergoes them."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

from generator import collector, config, discover, extract, identity, lexicon, people, readers, vocabulary
from generator.model import Document, Vocabulary

ROUNDS = 3
"""The best of them counts: what the machine can do when nothing disturbs it."""


def speed(project: Path) -> float:
    """Give MB of text that one core reads and understands in a second of its time."""
    settings, told = config.load({}, project)
    assert settings, told
    documents, _ = discover.discover(settings.content, settings.day_first)
    known, _ = vocabulary.load(settings.content)
    size = sum(len(document.data) for document in documents)
    with collector.relaxed():
        return max(size / _seconds(documents, known) / 1e6 for _ in range(ROUNDS))


def _seconds(documents: Iterable[Document], known: Vocabulary) -> float:
    """Understand all calls; what is done once an archive, such as to resolve who is who, is not counted."""
    began = time.process_time()
    read = [(document.source.path, readers.read(document).transcript) for document in documents]
    cast = [(path, transcript, people.cast(transcript)) for path, transcript in read if transcript]
    took = time.process_time() - began
    wants = {path: want for path, transcript, _ in cast if (want := identity.want(transcript))}
    identities, _ = identity.settle(wants)
    roster = people.resolve([who for _, _, who in cast], identities, known)
    terms = lexicon.compile(known, roster)
    began = time.process_time()
    for path, transcript, who in cast:
        if path in identities:
            extract.extract(transcript, who, identities[path], roster, terms)
    return took + time.process_time() - began
