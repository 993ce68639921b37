"""Finds the questions that are asked again, and strings them into threads. Must not know Markdown, pages or files.

Questions of two series are never compared, so threads are found series by series: `of_series` is a pure function of
the calls of one, and `join` puts what was found into an archive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator import slugs
from generator.model import Archive, Asked, Call, Thread
from generator.threads import asks, gathering, matching, subjects, terms, twice, weaving, weighing
from generator.threads.asks import Ask
from generator.threads.subjects import Parents

Hearing = tuple[Ask, ...]
"""What is asked in one call."""

hear = asks.hear


def follow(archive: Archive) -> Archive:
    """Give an archive its threads; nothing depends on the order in which calls came in."""
    wider = parents(archive)
    return join(archive, (of_series(calls, wider) for calls in series(archive)))


def series(archive: Archive) -> tuple[tuple[Call, ...], ...]:
    """The calls of each series, by id."""
    found: defaultdict[str, list[Call]] = defaultdict(list)
    for _, call in sorted(archive.calls.items()):
        found[call.series].append(call)
    return tuple(tuple(calls) for _, calls in sorted(found.items()))


def parents(archive: Archive) -> Parents:
    """What of the vocabulary threads depend on."""
    return {topic.id: topic.parent for topic in archive.topics.values()}


def of_series(calls: Sequence[Call], wider: Parents, heard: Sequence[Hearing] | None = None) -> tuple[Thread, ...]:
    """Find the threads of one series: a pure function of its calls and of which topic is part of which.

    `heard` is what `hear` gives for each of the calls, where that is known already.
    """
    copies = twice.copies(calls)
    known = map(hear, (call for call in calls if call.id not in copies)) if heard is None else heard
    names = asks.names(calls)
    every = (ask.without(names) for one in known for ask in _wholes(one, wider) if ask.asked.call not in copies)
    ordered = tuple(sorted(every, key=lambda ask: ask.order))
    found = matching.Matcher(ordered, weighing.weigh(ordered))
    return weaving.Weaver({call.id: call for call in calls}, found).weave(gathering.gather(found))


def join(archive: Archive, found: Iterable[tuple[Thread, ...]]) -> Archive:
    """Put the threads of all series into an archive, the one asked last first, under ids of their own."""
    named: dict[str, Thread] = {}
    for thread in (thread for several in found for thread in several):
        name = slugs.unique(thread.id, named)
        named[name] = thread if name == thread.id else replace(thread, id=name)
    newest = sorted(named.values(), key=lambda thread: (_last(archive, thread), thread.id), reverse=True)
    of: defaultdict[Asked, tuple[str, ...]] = defaultdict(tuple)
    for thread in newest:
        for version in thread.versions:
            of[version.asked] += (thread.id,)
    terms.WORDS.clear()  # nothing is compared any more, and it holds every word of all questions
    return replace(archive, threads={thread.id: thread for thread in newest}, threads_of=dict(of))


def _last(archive: Archive, thread: Thread) -> str:
    return archive.calls[thread.versions[-1].asked.call].date or ""


def _wholes(heard: Hearing, wider: Parents) -> Iterable[Ask]:
    """Take a question as a whole once for each family of topics that it names, and never otherwise."""
    for ask in heard:
        if ask.part:
            yield ask
        else:
            yield from (ask.with_terms(family, (), ()) for family in subjects.families(ask.own, wider))
