"""Records of whom and what an archive is about: calls, people, organisations, topics. Must not know any engine.

They hold names only, so that nothing said is in the index twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model import Archive, Speaker
from generator.search import languages, wording
from generator.search.addresses import Addresses
from generator.search.names import Names
from generator.search.record import CALL, ORGANIZATION, SPEAKER, TOPIC, Facets, Record

NAMES = ""
"""In place of a language: names stand in an index of their own, which is asked beside that of any language."""


def records(archive: Archive, addresses: Addresses) -> list[Record]:
    """Make a record of everything that has a page and a name of its own."""
    return [
        *_calls(archive, addresses),
        *_speakers(archive, addresses),
        *_organizations(archive, addresses),
        *_topics(archive, addresses),
    ]


def _calls(archive: Archive, addresses: Addresses) -> Iterator[Record]:
    names = Names(archive)
    for call in archive.calls.values():
        facets = {"series": [call.series], "year": [(call.date or "")[:4]], "period": [call.period or ""]}
        name = wording.call(names, call)
        words = name if name != call.title else ""
        day = wording.date(call.date) if call.date else ""
        yield _entry(addresses.call(call.id), call.title, day, words, CALL, facets, call.date or "")


def _speakers(archive: Archive, addresses: Addresses) -> Iterator[Record]:
    for person in archive.speakers.values():
        if not person.anonymous:
            facets = {"speaker": [person.id], "organization": _firms(archive, person), "role": _roles(person)}
            known = (*person.aliases, *(each.organization or "" for each in person.affiliations))
            yield _entry(
                addresses.speaker(person.id), person.name, wording.post(person), _words(known), SPEAKER, facets
            )


def _organizations(archive: Archive, addresses: Addresses) -> Iterator[Record]:
    for firm in archive.organizations.values():
        facets = {"organization": [firm.id]}
        yield _entry(
            addresses.organization(firm.id), firm.name, "Organization", _words(firm.aliases), ORGANIZATION, facets
        )


def _topics(archive: Archive, addresses: Addresses) -> Iterator[Record]:
    for topic in archive.topics.values():
        words = " ".join(filter(None, (_words(topic.aliases), topic.description)))
        yield _entry(addresses.topic(topic.id), topic.name, "Topic", words, TOPIC, {"topic": [topic.id]})


def _entry(
    address: str, title: str, context: str, words: str, kind: str, facets: dict[str, list[str]], date: str = ""
) -> Record:
    told: Facets = (("kind", (kind,)), *((key, tuple(filter(None, each))) for key, each in facets.items() if any(each)))
    return Record(
        address=address,
        title=languages.clean(title),
        context=languages.clean(context),
        words=languages.clean(words) or languages.clean(title),
        language=NAMES,
        group=_group(address),
        facets=told,
        date=date,
    )


def _group(address: str) -> str:
    """Put names into groups that change together: `speakers/m`."""
    folder, _, name = address.partition("/")
    return f"{folder}/{name[:1]}"


def _firms(archive: Archive, person: Speaker) -> list[str]:
    known = (archive.organization_of.get(each.organization or "") for each in person.affiliations)
    return list(dict.fromkeys(filter(None, known)))


def _roles(person: Speaker) -> list[str]:
    return list(dict.fromkeys(each.role.value for each in person.affiliations))


def _words(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(filter(None, names)))
