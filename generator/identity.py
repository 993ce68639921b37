"""Transcripts → what each call is called and where it belongs. Knows no formats and nothing of speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from generator import problems, slugs
from generator.grammar import company
from generator.model import Identity, Transcript
from generator.problems import Problem


def identify(transcripts: Iterable[Transcript]) -> tuple[dict[str, Identity], tuple[Problem, ...]]:
    """Give every call its id, `<series>/<key>`, by source path.

    The series is what the details say, else the organisation, else the folder, else "calls". The key is the period,
    else the date, else the file's name. Two calls that want one key get `-2`, in order of date and path, and a problem.
    """
    return settle({transcript.source.path: want(transcript) for transcript in transcripts})


def settle(wanted: Mapping[str, Identity]) -> tuple[dict[str, Identity], tuple[Problem, ...]]:
    """Give every call an id of its own, by source path, however many want the same."""
    found: dict[str, Identity] = {}
    taken: dict[str, dict[str, str]] = defaultdict(dict)
    said: list[Problem] = []
    for path, one in sorted(wanted.items(), key=lambda pair: (pair[1].date or "9999", pair[0])):
        keys = taken[one.series]
        key = slugs.unique(one.key, keys)
        found[path] = replace(one, id=f"{one.series}/{key}", key=key)
        if key != one.key:
            told = f"{keys[one.key]} is already {one.id}, so this call became {found[path].id}"
            said.append(problems.warning(path, 0, told, "give one of them a period or date of its own"))
        keys[key] = path
    return dict(sorted(found.items())), tuple(said)


def want(transcript: Transcript) -> Identity:
    """Say what a call would be called if it were the only one."""
    path = PurePosixPath(transcript.source.path)
    folder = path.parent.name
    organization = company.organization(transcript)
    name = transcript.value("series") or (organization.value if organization else None) or folder or "calls"
    series = slugs.slug(name)
    date, period = transcript.value("date"), transcript.value("period")
    key = slugs.slug(period or date or path.stem)
    return Identity(
        f"{series}/{key}",
        series,
        key,
        _series_name(transcript, organization.value if organization else None, folder),
        transcript.value("title") or _title(organization.value if organization else None, period, date, path.stem),
        date,
        period,
        organization.value if organization else None,
        company.kind(transcript),
    )


def _series_name(transcript: Transcript, organization: str | None, folder: str) -> str:
    """The name of a series: a `series` written as an address is no name, the organisation is."""
    series = transcript.value("series")
    if series and slugs.slug(series) != series:
        return series
    return organization or series or folder.replace("-", " ").replace("_", " ") or "Calls"


def _title(organization: str | None, period: str | None, date: str | None, stem: str) -> str:
    """A title for a call that has none: what is known of it, and nothing else."""
    known = [organization, (period or "").upper().replace("-", " ") or date]
    return ", ".join(part for part in known if part) or stem
