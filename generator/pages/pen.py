"""Writes links from one page to the others, escaped. Knows addresses and names, not what a page is about."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote, urlsplit

from generator.model import Appearance, Asked, Call, Exchange, Speaker, Turn
from generator.pages import addresses, desk, escape, own, tongues, wording
from generator.pages.desk import Desk
from generator.pages.escape import Safe
from generator.pages.fragments import once, shared

OUTSIDE = {"http", "https"}
ADDRESS_SAFE = "/:?=&%+,;@#.-_~"


@dataclass(frozen=True, slots=True)
class Pen:
    """The hand that writes one page."""

    desk: Desk
    path: str
    """Of the page being written."""
    known: defaultdict[Any, dict[Any, Any]] = field(
        default_factory=lambda: defaultdict(dict), repr=False, compare=False
    )
    """Function → what it has written already; nothing here depends on more of the path than the folder."""

    def beside(self, path: str) -> Pen:
        """Take the same pen to another page of the same folder, from which all links are the same."""
        return replace(self, path=path)

    def at(self, desk: Desk) -> Pen:
        """Take a pen that knows nothing yet to another desk, for the same page."""
        return Pen(desk, self.path)

    def link(self, text: object, target: str, anchor: str = "") -> Safe:
        """Write a link to a page of the tree."""
        return Safe(f"[{tongues.isolated(text).text}]({addresses.relative(self.path, target, anchor)})")

    def href(self, target: str, anchor: str = "") -> Safe:
        """Write the address of a page of the tree for a link in raw HTML, such as a picture: ids of ours are slugs."""
        return Safe(addresses.served(self.path, target, anchor, self.folders()))

    @once
    def folders(self) -> bool:
        """Tell whether pages are served as folders."""
        return self.desk.settings.directory_urls

    def anchor(self, text: object, target: str, anchor: str = "") -> Safe:
        """Write a link to a page of the tree in raw HTML."""
        return escape.fill('<a href="{}">{}</a>', self.href(target, anchor), tongues.isolated(text))

    @once
    def found(self, call_id: str) -> Call:
        """Find a call."""
        return self.desk.archive.calls[call_id]

    @once
    def exchange(self, asked: Asked) -> Exchange:
        """Find a question."""
        return self.found(asked.call).exchanges[asked.exchange - 1]

    @shared(addresses.alike)
    def series_name(self, series_id: str) -> str:
        """Name a company or a body."""
        return self.desk.archive.series[series_id].name

    @shared(addresses.alike)
    def speaker(self, speaker_id: str | None, text: str = "") -> Safe:
        """Write a person's name, linked; a voice known by its part only ("Operator", "Q") has no page."""
        if speaker_id and self.known_person(speaker_id):
            return self.link(text or self.person_name(speaker_id), addresses.speaker(speaker_id))
        return tongues.isolated(text or self.person_name(speaker_id) or wording.NOBODY)

    @shared(addresses.alike)
    def organization(self, printed: str | None) -> Safe:
        """Write an organisation as it is printed, linked if it has a page."""
        found = self.organization_of(printed)
        return self.link(printed, addresses.organization(found)) if found else tongues.isolated(printed)

    @once
    def organization_of(self, printed: str | None) -> str:
        """Find the organisation that a printed name means; nothing where that is not known."""
        return self.desk.archive.organization_of.get(printed or "") or ""

    @shared(addresses.alike)
    def organization_id(self, organization_id: str, text: str = "") -> Safe:
        """Write an organisation's own name, linked."""
        organization = self.desk.archive.organizations[organization_id]
        return self.link(text or organization.name, addresses.organization(organization_id))

    @shared(addresses.alike)
    def topic(self, topic_id: str, text: str = "") -> Safe:
        """Write a topic's name, linked."""
        return self.link(text or self.desk.archive.topics[topic_id].name, addresses.topic(topic_id))

    @once
    def series(self, series_id: str) -> Safe:
        """Write the name of a company or a body, linked to its calls."""
        return self.link(self.series_name(series_id), addresses.series(series_id))

    @once
    def period(self, key: str) -> Safe:
        """Write a period, linked if it has a page."""
        if key not in self.desk.archive.periods:
            return escape.fill("{}", wording.period(key))
        return self.link(wording.period(key), addresses.period(key))

    def call(self, call_id: str, text: str = "", anchor: str = "") -> Safe:
        """Write a call's title, linked, or to a place in it."""
        return self.link(text or self.found(call_id).title, addresses.call(call_id), anchor)

    def place(self, call_id: str, anchor: str) -> str:
        """Point at a place in a call."""
        page = addresses.call(call_id)
        return f"#{anchor}" if page == self.path else f"{self._way(page)}#{anchor}"

    @once
    def _way(self, page: str) -> str:
        return addresses.relative(self.path, page)

    @shared(addresses.alike_to_calls)
    def call_short(self, call_id: str) -> Safe:
        """Write a call as its series and period, or date, linked."""
        return self.call(call_id, self.call_name(call_id))

    @once
    def call_name(self, call_id: str) -> str:
        """Name a call by its series and period, or date."""
        call = self.found(call_id)
        return f"{self.series_name(call.series)} {self.short(call)}"

    def short(self, call: Call) -> str:
        """Name a call inside its series."""
        if call.period:
            return wording.period(call.period)
        return wording.date(call.date) if call.date else call.title

    def turn(self, call_id: str, number: int, text: str) -> Safe:
        """Write a link to a turn."""
        return self.call(call_id, text, f"t{number}")

    def question(self, asked: Asked, longest: int = 180) -> Safe:
        """Write a question in the asker's words, cut, linked."""
        call, exchange = self.found(asked.call), self.exchange(asked)
        return self.link(wording.cut(desk.words(call, exchange), longest), *self.question_place(asked))

    def question_place(self, asked: Asked, anchor: str = "") -> tuple[str, str]:
        """Find the page that shows a question, its own or its call's, and where; `anchor` is a place within it."""
        if self.has_page(asked):
            return self.question_path(asked), anchor
        return addresses.call(asked.call), anchor or self.exchange(asked).anchor

    def has_page(self, asked: Asked) -> bool:
        """Tell whether a question has a page of its own."""
        return self.choice() == own.ALWAYS or own.page(self.desk, asked)

    @once
    def choice(self) -> str:
        """Tell which questions are to have a page of their own."""
        return self.desk.settings.question_pages

    def question_path(self, asked: Asked) -> str:
        """Find the page that a question has for its own, if it has one."""
        return addresses.question(asked.call, self.desk.archive.question_keys[asked.call, asked.exchange])

    def own_page(self, asked: Asked) -> Safe:
        """Write the link to a question's own page; nothing where it has none."""
        return self.link("on its own page", self.question_path(asked)) if self.has_page(asked) else Safe("")

    @once
    def asker(self, asked: Asked) -> Safe:
        """Write who asks, and the organisation as introduced."""
        exchange = self.exchange(asked)
        told = (
            self.speaker(exchange.asker)
            if self.known_person(exchange.asker)
            else tongues.isolated(self.asker_name(asked))
        )
        return self.with_organization(told, exchange.organization)

    @once
    def asker_name(self, asked: Asked) -> str:
        """Name who asks; of a nameless asker tell what is printed."""
        call, exchange = self.found(asked.call), self.exchange(asked)
        seen = desk.asker(call, exchange)
        if seen is None:
            return wording.NOBODY
        return seen.name if not seen.speaker or self.known_person(seen.speaker) else self._nameless(seen)

    def _nameless(self, seen: Appearance) -> str:
        return wording.nameless(seen.name) if desk.nameless(self.desk.archive, seen) else seen.name

    @once
    def answerers(self, asked: Asked) -> Safe:
        """Write to whom a question was put, else who answered; nothing if neither is known."""
        exchange = self.exchange(asked)
        return self.speakers(exchange.addressees or exchange.answered_by)

    def speakers(self, speaker_ids: tuple[str, ...]) -> Safe:
        """Write several people's names."""
        return escape.join(", ", [self.speaker(each) for each in speaker_ids])

    def with_organization(self, name: Safe, organization: str | None) -> Safe:
        """Write a name and where that person is from."""
        return escape.fill("{}, {}", name, self.organization(organization)) if organization else name

    def voice(self, call: Call, turn: Turn) -> Safe:
        """Write who speaks in a turn: the person, else the label as printed, else that nobody knows."""
        seen = None if turn.speaker else desk.appearance(call, turn)
        return self.speaker(turn.speaker, seen.name if seen else "")

    def voice_name(self, call: Call, turn: Turn) -> str:
        """Name who speaks in a turn, without markup."""
        seen = desk.appearance(call, turn)
        return self.person_name(turn.speaker) or (seen.name if seen else wording.NOBODY)

    @shared(addresses.alike)
    def known_person(self, speaker_id: str | None) -> bool:
        """Tell whether somebody has a page, as a voice known by its part only has not."""
        speaker = self._person(speaker_id)
        return speaker is not None and not speaker.anonymous

    @shared(addresses.alike)
    def person_name(self, speaker_id: str | None) -> str:
        """Name a person; nothing where nobody knows who it is."""
        speaker = self._person(speaker_id)
        return speaker.name if speaker else ""

    def _person(self, speaker_id: str | None) -> Speaker | None:
        return self.desk.archive.speakers.get(speaker_id or "")

    def post(self, seen: Appearance | None, apart_from: str | None = None, linked: bool = True) -> Safe:
        """Write title and organisation of somebody in a call, the latter unless it is the one that is understood."""
        return self.held(seen.title, seen.organization, apart_from, linked) if seen else Safe("")

    def held(
        self, title: str | None, organization: str | None, apart_from: str | None = None, linked: bool = True
    ) -> Safe:
        """Write a post by its title and organisation."""
        words = [tongues.isolated(title)] if title else []
        if organization and not (words and self.same_organization(organization, apart_from)):
            words.append((self.organization if linked else tongues.isolated)(organization))
        return words[0] if len(words) == 1 else escape.join(", ", words)

    def same_organization(self, one: str, other: str | None) -> bool:
        """Tell whether two printed names mean the same organisation."""
        if one == other or other is None:
            return one == other
        known = self.organization_of(one)
        return known != "" and known == self.organization_of(other)

    def outside(self, address: str | None, text: str = "") -> Safe:
        """Write a link to another site; an address that is no web address stays words."""
        if not address:
            return Safe("")
        parts = _split(address)
        if parts is None:
            return escape.fill("{}", address)
        target = escape.attribute(quote(escape.fold(address).strip(), safe=ADDRESS_SAFE))
        return escape.fill('<a href="{}" rel="noopener">{}</a>', target, text or parts)


def _split(address: str) -> str | None:
    """Take the host of a web address, None if it is none."""
    try:
        parts = urlsplit(escape.fold(address).strip())
    except ValueError:
        return None
    return parts.hostname if parts.scheme in OUTSIDE else None
