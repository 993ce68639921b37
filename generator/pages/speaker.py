"""The page of a person: posts over time, questions asked and answered, remarks, topics, and the names as printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from generator import slugs
from generator.model import Affiliation, Asked, Page, Role, Speaker
from generator.pages import addresses, entries, escape, listing, paging, parts, wording
from generator.pages.desk import Desk
from generator.pages.escape import Safe
from generator.pages.listing import Group
from generator.pages.paging import Slice
from generator.pages.pen import Pen
from generator.pages.press import Sheet
from generator.pages.units import Unit

MOST = 8
"""Topics named."""
FEW = 3
"""People named in a sentence."""
POSTS = 3
"""Posts named above all else; the list of them has all."""


def units(at: Desk) -> Iterator[Unit]:
    """Print every person."""
    for speaker in at.people:
        lists = (at.archive.asked_by, at.archive.answered_by, at.remarks)
        lengths = (len(each.get(speaker.id, ())) for each in lists)
        for sliced in paging.newest(addresses.speaker(speaker.id), at.settings.page_size, *lengths):
            yield Unit(f"speaker {speaker.id} {sliced}", partial(_pages, speaker.id, sliced))


def _pages(key: str, sliced: Slice, at: Desk) -> Iterator[Page]:
    yield _page(Pen(at, sliced.path), at.archive.speakers[key], sliced)


def _page(pen: Pen, speaker: Speaker, sliced: Slice) -> Page:
    crumbs = (pen.link("Speakers", addresses.SPEAKERS), speaker.name)
    title = listing.numbered(speaker.name, sliced)
    sheet = Sheet(pen.path, title, crumbs, *listing.turned(pen, sliced), search=sliced.first, contents=True)
    groups = list(_lists(pen, speaker, sliced))
    if sliced.first:
        groups = [*groups, _posts(pen, speaker), _printed(speaker)]
    picture = _picture(pen, speaker) if sliced.first else None
    lead = _lead(pen, speaker) if sliced.first else []
    return listing.page(sheet, lead, groups, "person.md", picture=picture)


def _lead(pen: Pen, speaker: Speaker) -> list[Safe]:
    """Write what one wants to know first: posts with years, how much asked and answered, with whom and about what."""
    archive = pen.desk.archive
    asked, answered = archive.asked_by.get(speaker.id, ()), archive.answered_by.get(speaker.id, ())
    answers = Counter(each for one in asked for each in archive.exchange(one).answered_by if each != speaker.id)
    asks = Counter(each for one in answered if (each := archive.exchange(one).asker) and each != speaker.id)
    about = parts.topics(pen.desk, asked)
    return [
        _career(pen, speaker),
        _did(pen, "Asked", asked, _told("answered most often by", parts.names(pen, answers, FEW))),
        _told("Asks about", entries.topics(pen, about, MOST)),
        _did(pen, "Answered", answered, _told("asked most often by", parts.names(pen, asks, FEW))),
        _told("Asked about", entries.topics(pen, pen.desk.asked_about.get(speaker.id, {}), MOST)),
        _presence(pen, speaker) if not asked and not answered else Safe(""),
        _told("Speaks of", entries.topics(pen, {} if asked else pen.desk.topics_of.get(speaker.id, {}), MOST)),
        escape.fill("{}", speaker.note),
    ]


def _did(pen: Pen, verb: str, asked: tuple[Asked, ...], *told: Safe) -> Safe:
    return entries.dotted([parts.sentence(pen, verb, asked), *told])


def _presence(pen: Pen, speaker: Speaker) -> Safe:
    calls = pen.desk.archive.spoke_in.get(speaker.id, ())
    if not calls:
        return Safe("Listed, never speaks")
    return escape.fill("Speaks in {} of {}", Safe(wording.count(len(calls), "call")), parts.bodies(pen, calls))


def _picture(pen: Pen, speaker: Speaker) -> Safe:
    """Draw questions asked and answers given over time."""
    archive = pen.desk.archive
    asked = [each.call for each in archive.asked_by.get(speaker.id, ())]
    answered = [each.call for each in archive.answered_by.get(speaker.id, ())]
    calls = dict.fromkeys((*archive.spoke_in.get(speaker.id, ()), *asked, *answered))
    done = {"asked": asked, "answered": answered}
    title = "Questions" if asked and answered else "Questions asked" if asked else "Questions answered"
    return parts.picture(pen, title, calls, done)


def _career(pen: Pen, speaker: Speaker) -> Safe:
    """Write the newest posts, which are the last, with their years; one of which nothing is known is none."""
    held = [(post, each) for each in speaker.affiliations if (post := _post(pen, each)).text]
    return escape.join("; ", [_years(pen, *each) for each in reversed(held[-POSTS:])])


def _years(pen: Pen, post: Safe, held: Affiliation) -> Safe:
    years = sorted({date[:4] for call in held.calls if (date := pen.desk.archive.calls[call].date)})
    span = f" ({'–'.join(dict.fromkeys((years[0], years[-1])))})" if years else ""
    return escape.fill("{}{}", post, Safe(span))


def _post(pen: Pen, held: Affiliation) -> Safe:
    role = "" if held.role is Role.UNKNOWN else wording.role(held.role)
    return entries.dotted([escape.fill("{}", held.title), pen.organization(held.organization), escape.fill("{}", role)])


def _told(name: str, value: Safe) -> Safe:
    return escape.fill("{} {}", Safe(name), value) if value.text else Safe("")


def _posts(pen: Pen, speaker: Speaker) -> Group:
    return listing.group("Posts", [_held(pen, each) for each in reversed(speaker.affiliations)])


def _held(pen: Pen, held: Affiliation) -> Safe:
    """Write a post, when it held, and from which call to which."""
    dates = [date for call in held.calls if (date := pen.desk.archive.calls[call].date)]
    span = listing.between(dates[0], dates[-1]) if dates else ""
    return escape.fill(
        '<span class="ca-when">{}</span> {}<br><small>{}</small>', span, _post(pen, held), _in_calls(pen, held)
    )


def _in_calls(pen: Pen, held: Affiliation) -> Safe:
    if not held.calls:
        return Safe("declared, in no call")
    first, last = pen.call_short(held.calls[0]), pen.call_short(held.calls[-1])
    if len(held.calls) == 1:
        return escape.fill("in {}", first)
    return escape.fill("{}, from {} to {}", Safe(wording.count(len(held.calls), "call")), first, last)


def _lists(pen: Pen, speaker: Speaker, sliced: Slice) -> Iterator[Group]:
    archive = pen.desk.archive
    lists = (("Questions asked", archive.asked_by, False), ("Questions answered", archive.answered_by, True))
    for title, index, answered in lists:
        found = sliced.take(index.get(speaker.id, ()))
        table = parts.table(pen, found, answered)
        yield Group(title, table=table if found else None, anchor=slugs.slug(title))
    said = sliced.take(pen.desk.remarks.get(speaker.id, ()))
    yield listing.group("Remarks", [_remarks(pen, call, numbers) for call, numbers in said])


def _remarks(pen: Pen, call_id: str, numbers: tuple[int, ...]) -> Safe:
    """Write what somebody says in a call beside questions and answers: how much, and how the longest begins."""
    call = pen.desk.archive.calls[call_id]
    said = {number: call.turn(number).words for number in numbers}
    longest = max(said, key=lambda number: (said[number], -number))
    begins = pen.turn(call_id, longest, wording.cut(call.turn(longest).paragraphs[0].text, 120))
    words = wording.count(sum(said.values()), "word")
    rest = entries.dotted([pen.call_short(call_id), Safe(wording.count(len(said), "turn")), Safe(words)])
    return escape.fill('<span class="ca-when">{}</span> {}<br><small>{}</small>', wording.date(call.date), begins, rest)


def _printed(speaker: Speaker) -> Group:
    names = [escape.fill("“{}”", alias) for alias in (speaker.name, *_others(speaker))]
    why = [escape.fill("<small>Known by {}</small>", wording.evidence(each)) for each in speaker.evidence]
    return listing.group("As printed", [*names, *why], listing.PLAIN)


def _others(speaker: Speaker) -> Iterator[str]:
    return (alias for alias in dict.fromkeys(speaker.aliases) if alias != speaker.name)
