"""Where words that are everywhere stand, by the word after them: a phrase needs "of" before "the", not every "of".

All places of "the" in a thousand calls are 300 kB, so such a word is listed by its first place in each passage. For
phrases in quotes, each of its places is listed under a word of our own: `+3+c7` is the fourth such word before the
eighth, `+3+g2` is it before any other word whose first letter is in the third group. Must not know bundles.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.search import glossary, listing, packing, shards, terms
from generator.search.glossary import WEIGHTS, Entry, Glossary
from generator.search.listing import LIGHT, USUAL, Told
from generator.search.shards import Pack, Shard

GROUPS = 3
"""Into which first letters are put: fewer make longer lists to fetch, more make a larger index."""
END = ""
"""Stands after the last word of a text."""
NOTHING = "e0"
"""The kind of an end, and of what is no word, as a dash by itself."""
BEFORE = ","
"""Stands between the kinds of a pair."""
UNSAID = {"Pd", "Pe", "Pf", "Pi", "Po", "Ps"}
"""Categories of what Pagefind leaves out of a query: "-", ")", "'"."""
ENDINGS = frozenset("da de en es fi fr hu it no pt ro ru sv zh ja th".split())
"""Languages in which a stem begins as the word does; in Arabic, an article is cut off its front."""


@dataclass(frozen=True, slots=True)
class Common:
    """Words of a language that are everywhere, in order."""

    shard: Shard
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paired:
    """What a shard says of them."""

    words: bytes
    """As `packing.given` reads them."""
    forms: tuple[tuple[str, ...], ...]
    """How each is written: "the"; "need" and "needs"."""


def common(packs: Sequence[Pack], bundles: int) -> tuple[str, ...]:
    """Name the words of a language whose lists in its bundles are too long to be fetched whole."""
    if packs[0].language not in ENDINGS:
        return ()
    sizes: dict[str, int] = {}
    for pack in packs:
        for word, size in pack.heavy.items():
            sizes[word] = sizes.get(word, 0) + size
    return tuple(sorted(word for word, size in sizes.items() if size > terms.COMMON * bundles))


def key(told: Common) -> list[str]:
    """Say whatever the pairs of a shard depend on."""
    return [*shards.key(told.shard), *told.words]


def pair(told: Common) -> Paired:
    """List where common words of a shard stand, by the word after each."""
    if not told.words:
        return Paired(packing.kept({}), ())
    records, known = shards.told(told.shard), glossary.of(told.shard.program, told.shard.language)
    _, said = listing.told(records)
    tokens = listing.tokens(said)
    glossary.learn(known, tokens)
    kinds = Kinds(known, told.words, tokens)
    words = listing.words([kinds.told(each) for each in said], kinds)
    return Paired(packing.kept(words), tuple(tuple(sorted(forms)) for forms in kinds.forms))


class Kinds:
    """Pairs of neighbouring tokens by their kinds, as a glossary has tokens: "3 c7" before "2 g0 c1", of a compound."""

    def __init__(self, known: Glossary, words: Sequence[str], tokens: Iterable[str]) -> None:
        self.entries: list[Entry] = []
        self.forms: list[set[str]] = [set() for _ in words]
        self.tokens = _Pairs(self)
        self._known = known
        self._places: dict[str, int] = {}
        numbers = {word: number for number, word in enumerate(words)}
        self._numbers = {entry: numbers[word] for entry, (word, _) in enumerate(known.entries) if word in numbers}
        self._after = {END: NOTHING, **{token: self._kinds(token) for token in tokens}}
        self._common = {token: found for token in tokens if (found := self._of(token))}

    def told(self, record: Told) -> Told:
        """Put pairs in place of tokens, and nothing in place of those that are not common."""
        return Told(self._pairs(record.tokens), [self._pairs(each) for each in record.beside])

    def keys(self, both: str) -> tuple[int, ...]:
        """Give the entries of a pair, as a glossary gives those of a token."""
        numbers, _, kinds = both.partition(BEFORE)
        words = [f"+{number}+{kind}" for number in numbers.split() for kind in kinds.split()]
        return tuple(self._place(word) << WEIGHTS | USUAL for word in words)

    def _place(self, word: str) -> int:
        """Number an entry, which several pairs may have."""
        if word not in self._places:
            self._places[word] = len(self.entries)
            self.entries.append((word, ""))
        return self._places[word]

    def _pairs(self, tokens: Sequence[str]) -> list[str]:
        common, after = self._common, self._after
        return [common[a] + BEFORE + after[b] if a in common else END for a, b in pairwise((*tokens, END))]

    def _of(self, token: str) -> str:
        """Name the common words by which a token is found, and note how they are written."""
        found = [key for key in self._known.tokens[token] if key >> WEIGHTS in self._numbers]
        for key in found:
            if key & LIGHT == USUAL:
                self.forms[self._numbers[key >> WEIGHTS]].add(plain(token))
        return " ".join(dict.fromkeys(str(self._numbers[key >> WEIGHTS]) for key in found))

    def _kinds(self, token: str) -> str:
        """Name the kinds of a token that stands after a common one."""
        entries, numbers = [key >> WEIGHTS for key in self._known.tokens[token]], self._numbers
        named = (f"c{numbers[each]}" if each in numbers else group(self._known.entries[each][0]) for each in entries)
        return " ".join(dict.fromkeys(named)) or NOTHING


class _Pairs(dict[str, tuple[int, ...]]):
    """Entries of pairs, found when first asked for."""

    def __init__(self, kinds: Kinds) -> None:
        super().__init__({END: ()})
        self._kinds = kinds

    def __missing__(self, both: str) -> tuple[int, ...]:
        found = self[both] = self._kinds.keys(both)
        return found


def group(word: str) -> str:
    """Name the group of a word's first letter; what asks (`search-asking.js`) does the same."""
    return f"g{ord(word[0]) % GROUPS}"


def plain(token: str) -> str:
    """Write a token as a query has it: in small letters, without what is not said."""
    said = "".join(sign for sign in token if unicodedata.category(sign) not in UNSAID).lower()
    return "".join(s for s in unicodedata.normalize("NFD", said) if not unicodedata.category(s).startswith("M"))


def forms(found: Iterable[Paired], words: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Put together how each common word is written."""
    written: list[set[str]] = [set() for _ in words]
    for each in found:
        for number, known in enumerate(each.forms):
            written[number].update(known)
    return tuple(tuple(sorted(each)) for each in written)
