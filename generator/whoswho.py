"""The account of an archive's people and firms, and what may be one, as YAML to paste. Must not know files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

import yaml

from generator.grammar import alike, firms, names
from generator.model import Affiliation, Archive, Organization, Role, Speaker

MOST = 200
"""Proposals of one sort at most; what is left out is counted."""


def tell(archive: Archive) -> Iterator[str]:
    """Say who is who: one person after another, with affiliations, printed forms and the rules that joined them."""
    people = [s for s in archive.speakers.values() if not s.anonymous]
    for speaker in sorted(people, key=lambda s: (names.fold(s.name), s.id)):
        yield f"{speaker.name}  #{speaker.id}"
        for held in speaker.affiliations:
            yield f"    {_held(held, archive)}"
        if speaker.aliases:
            yield f"    as printed: {', '.join(speaker.aliases)}"
        for evidence in speaker.evidence:
            yield f"    joined by: {evidence.rule}" + (f", line {evidence.line}" if evidence.line else "")


def _held(held: Affiliation, archive: Archive) -> str:
    dates = sorted(d for c in held.calls if (d := archive.calls[c].date))
    when = f"{dates[0]} to {dates[-1]}" if dates else "no date"
    calls = "1 call" if len(held.calls) == 1 else f"{len(held.calls)} calls"
    what = ", ".join(part for part in (held.title, held.organization) if part) or "no organization"
    return f"{what} [{held.role}] in {calls}, {when}"


def propose(archive: Archive) -> str:
    """Propose, as YAML with comments, what a person should decide: which people and which firms are one."""
    parts = ["# For content/people.yml: are these one person? Paste what is true.", *_of(_people(archive), "people")]
    parts += _splits(archive)
    parts += ["", "# For content/organizations.yml: are these one firm? Paste what is true."]
    parts += _of(_organizations(archive), "organizations")
    return "\n".join(parts) + "\n"


def _of(found: Iterator[tuple[str, dict[str, object]]], key: str) -> Iterator[str]:
    entries = list(found)
    yield f"{key}:" if entries else f"# nothing to propose for {key}"
    for why, entry in entries[:MOST]:
        yield f"  # {why}"
        text = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=1000)
        yield "\n".join(f"  {line}" for line in text.rstrip().splitlines())
    if len(entries) > MOST:
        yield f"  # … and {len(entries) - MOST} more"


def _people(archive: Archive) -> Iterator[tuple[str, dict[str, object]]]:
    """Namesakes at different firms, and near namesakes at one firm."""
    people = [s for s in archive.speakers.values() if not s.anonymous and len(names.tokens(s.name)) > 1]
    for group in _groups(people, lambda s: [names.key(s.name)]):
        yield f"one name: {', '.join(_where(s) for s in group)}", _entry(group, archive)
    seen: set[tuple[str, str]] = set()
    for group in _groups(people, _firms):
        for a, b in combinations(group, 2):
            rule = alike.likeness(a.name, b.name)
            if rule and (a.id, b.id) not in seen:
                seen.add((a.id, b.id))
                yield f"{rule}: {_where(a)}, {_where(b)}", _entry([a, b], archive)


ASKING = frozenset({Role.SELL_SIDE_ANALYST, Role.BUY_SIDE_ANALYST, Role.JOURNALIST})


def _splits(archive: Archive) -> Iterator[str]:
    """People who ask in one call and answer in another: perhaps two who bear one name."""
    for speaker in sorted(archive.speakers.values(), key=lambda s: s.id):
        sides = [[a for a in speaker.affiliations if (a.role in ASKING) == asks] for asks in (True, False)]
        if speaker.anonymous or not all(any(a.organization for a in side) for side in sides):
            continue
        yield f"  # is {speaker.name} #{speaker.id} two people? One asks, one answers. If so, write instead:"
        entries = [
            {"name": speaker.name, "id": f"{speaker.id}-{n}", "affiliations": [_affiliation(a, "") for a in side]}
            for n, side in enumerate(sides, start=1)
        ]
        text = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=1000)
        yield "\n".join(f"  # {line}" for line in text.rstrip().splitlines())


def _firms(speaker: Speaker) -> list[str]:
    """What a firm and the first letter of the name make comparable: never everybody with everybody."""
    held = {firms.key(a.organization) for a in speaker.affiliations if a.organization}
    return [f"{firm} {names.tokens(speaker.name)[-1][:1]}" for firm in sorted(held)]


def _groups(people: Iterable[Speaker], keys: Callable[[Speaker], list[str]]) -> Iterator[list[Speaker]]:
    """People who share a key, in order of key, where there are at least two of them."""
    found: dict[str, list[Speaker]] = {}
    for speaker in people:
        for key in keys(speaker):
            found.setdefault(key, []).append(speaker)
    return (sorted(group, key=lambda s: s.id) for _, group in sorted(found.items()) if len(group) > 1)


def _where(speaker: Speaker) -> str:
    held = next((a.organization for a in speaker.affiliations if a.organization), None)
    return f"{speaker.name} #{speaker.id}" + (f" ({held})" if held else "")


def _entry(group: list[Speaker], archive: Archive) -> dict[str, object]:
    """An entry that would make a group one person, each affiliation from its first call on."""
    main = max(group, key=lambda s: (sum(len(a.calls) for a in s.affiliations), len(s.name), s.id))
    aliases = sorted({s.name for s in group} - {main.name})
    held = [a for s in group for a in s.affiliations if a.organization]
    dated = sorted(
        (min((d for c in a.calls if (d := archive.calls[c].date)), default=""), n) for n, a in enumerate(held)
    )
    entry: dict[str, object] = {"name": main.name}
    if aliases:
        entry["aliases"] = aliases
    entry["affiliations"] = [_affiliation(held[n], first) for first, n in dated]
    return entry


def _affiliation(held: Affiliation, first: str) -> dict[str, str]:
    told = {"organization": held.organization, "title": held.title, "role": str(held.role), "from": first}
    return {key: value for key, value in told.items() if value}


def _organizations(archive: Archive) -> Iterator[tuple[str, dict[str, object]]]:
    """Firms of which one has all words of the other: "Barclays" and "Barclays Capital"."""
    by_word: dict[str, list[Organization]] = {}
    for one in archive.organizations.values():
        by_word.setdefault(firms.words(one.name)[0], []).append(one)
    for _, group in sorted(by_word.items()):
        for a, b in combinations(sorted(group, key=lambda o: (len(o.name), o.id)), 2):
            if firms.shares_words(a.name, b.name):
                yield (
                    f"all words of one are in the other: {a.name} #{a.id}, {b.name} #{b.id}",
                    {
                        "name": a.name,
                        "aliases": [b.name],
                    },
                )
