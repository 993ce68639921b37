"""Spellings of organisations → organisations. Knows no formats; joins only what differs in legal form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator import slugs
from generator.grammar import firms
from generator.model import Identity, Organization, Speaker


def resolve(
    speakers: Iterable[Speaker], identities: Iterable[Identity]
) -> tuple[dict[str, Organization], dict[str, str]]:
    """Return organisations by id, and every spelling → id. The name is the spelling that occurs most, then the"
    " shortest."""
    spellings: dict[str, Counter[str]] = {}
    for form in _forms(speakers, identities):
        if firms.key(form):
            spellings.setdefault(firms.key(form), Counter())[form] += 1
    found: dict[str, Organization] = {}
    spelled: dict[str, str] = {}
    for _, forms in sorted(spellings.items()):
        name = min(forms, key=lambda f: (-forms[f], len(f), f))
        made = slugs.unique(slugs.slug(name), found)
        found[made] = Organization(made, name, tuple(sorted(f for f in forms if f != name)))
        spelled.update(dict.fromkeys(forms, made))
    return found, dict(sorted(spelled.items()))


def _forms(speakers: Iterable[Speaker], identities: Iterable[Identity]) -> Iterable[str]:
    for speaker in speakers:
        for affiliation in speaker.affiliations:
            if affiliation.organization:
                yield from [affiliation.organization] * len(affiliation.calls)
    for identity in identities:
        if identity.organization:
            yield identity.organization
