"""The page of an organisation: its calls, its people, what they asked, and where it is spoken of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from generator import slugs
from generator.model import Asked, Organization, Page, Speaker
from generator.pages import addresses, entries, escape, listing, paging, parts, passages, wording
from generator.pages.desk import Desk
from generator.pages.escape import Safe
from generator.pages.listing import Group
from generator.pages.paging import Slice
from generator.pages.pen import Pen
from generator.pages.press import Sheet
from generator.pages.units import Unit

MOST = 8
"""People and topics named."""


def units(at: Desk) -> Iterator[Unit]:
    """Print every organisation."""
    for organization in at.archive.organizations:
        for sliced in paging.newest(
            addresses.organization(organization), at.settings.page_size, *_lengths(at, organization)
        ):
            yield Unit(f"organization {organization} {sliced}", partial(_pages, organization, sliced))


def _lengths(at: Desk, key: str) -> tuple[int, ...]:
    """Count what is listed."""
    spoken = at.spoken_of[key].passages
    return len(at.asked_from.get(key, ())), len(at.archive.calls_of.get(key, ())), len(spoken)


def _pages(key: str, sliced: Slice, at: Desk) -> Iterator[Page]:
    pen, organization, questions = Pen(at, sliced.path), at.archive.organizations[key], at.asked_from.get(key, ())
    groups = [
        listing.group("Calls", [entries.call(pen, each) for each in sliced.take(at.archive.calls_of.get(key, ()))]),
        _questions(pen, sliced.take(questions)),
        *([_people(pen, organization)] if sliced.first else []),
        *passages.by_call(pen, "Where it is spoken of", at.spoken_of[key], sliced),
    ]
    yield _page(pen, organization, sliced, groups, questions)


def _page(pen: Pen, organization: Organization, sliced: Slice, groups: list[Group], asked: Sequence[Asked]) -> Page:
    crumbs = (pen.link("Organizations", addresses.ORGANIZATIONS), organization.name)
    title = listing.numbered(organization.name, sliced)
    sheet = Sheet(pen.path, title, crumbs, *listing.turned(pen, sliced), search=sliced.first, contents=True)
    if not sliced.first:
        return listing.page(sheet, [], groups, "person.md", picture=None)
    others = [alias for alias in dict.fromkeys(organization.aliases) if alias != organization.name]
    printed = escape.fill("Also printed as {}", ", ".join(f"“{alias}”" for alias in others)) if others else Safe("")
    held = [each.call for each in asked]
    picture = parts.picture(pen, "Questions its people asked", held, {"asked": held})
    return listing.page(sheet, [*_lead(pen, organization, asked), printed], groups, "person.md", picture=picture)


def _lead(pen: Pen, organization: Organization, asked: Sequence[Asked]) -> Iterator[Safe]:
    """Write what one wants to know first: its own calls, how much its people ask, who of them, and about what."""
    archive = pen.desk.archive
    calls = archive.calls_of.get(organization.id, ())
    own = sum(len(archive.calls[call].exchanges) for call in calls)
    if calls:
        told = entries.counted(len(calls), "call of its own", "calls of its own")
        yield entries.dotted([told, entries.counted(own, "question")])
    yield parts.sentence(pen, "Its people asked", asked)
    askers = Counter(each for one in asked if (each := archive.exchange(one).asker))
    known = {each: number for each, number in askers.items() if not archive.speakers[each].anonymous}
    if known:
        yield escape.fill("Who asks: {}", entries.speakers(pen, known, MOST))
    about = parts.topics(pen.desk, asked)
    if about:
        yield escape.fill("About: {}", entries.topics(pen, about, MOST))


def _questions(pen: Pen, asked: Sequence[Asked]) -> Group:
    title = "Questions its people asked"
    return Group(title, table=parts.table(pen, asked) if asked else None, anchor=slugs.slug(title))


def _people(pen: Pen, organization: Organization) -> Group:
    ids = pen.desk.archive.people_of.get(organization.id, ())
    people = [pen.desk.archive.speakers[each] for each in ids]
    return listing.group("People", [_person(pen, organization, each) for each in people], listing.PLAIN)


def _person(pen: Pen, organization: Organization, speaker: Speaker) -> Safe:
    """Write a person with the titles held here, and when."""
    archive = pen.desk.archive
    held = [e for e in speaker.affiliations if archive.organization_of.get(e.organization or "") == organization.id]
    dates = sorted(date for each in held for call in each.calls if (date := archive.calls[call].date))
    titles = ", then ".join(dict.fromkeys(each.title or wording.role(each.role) for each in held))
    span = listing.between(dates[0], dates[-1]) if dates else ""
    title = entries.comma(escape.fill("{}", titles))
    return escape.fill("{}{} <small>{}</small>", pen.speaker(speaker.id), title, span)
