"""Measures how fast terms are found against how many there are: that must not matter."""

from __future__ import annotations

import random
import string
from functools import partial

from bench import invented
from bench.rows import Row, measure
from generator import lexicon
from generator.model import Roster, Topic, Vocabulary

SIZES = (30, 300, 3000)
SPOKEN = 2
"""Of the topics so many occur in the text, whatever the size, so that only the vocabulary grows."""


def run() -> list[Row]:
    """Search the same text with vocabularies of three sizes."""
    text = [paragraph for _, _, paragraphs in invented.call(200) for paragraph in paragraphs]
    size = sum(len(paragraph.encode()) for paragraph in text)
    return [measure(f"lexicon, {terms} topics", size, partial(_search, _lexicon(terms), text)) for terms in SIZES]


def _search(known: lexicon.Lexicon, text: list[str]) -> int:
    searcher = lexicon.searcher(known)
    return sum(1 for paragraph in text for _ in searcher.find(paragraph))


def _lexicon(size: int) -> lexicon.Lexicon:
    chance = random.Random(size)
    spoken = invented.WORDS[-SPOKEN:]
    silent = ["".join(chance.choices(string.ascii_lowercase, k=9)) for _ in range(size - SPOKEN)]
    names = [*spoken, *(f"{name} {chance.choice(invented.WORDS)}" for name in silent)]
    return lexicon.compile(Vocabulary(topics=tuple(Topic(name, name) for name in names)), Roster({}, {}, {}, {}))
