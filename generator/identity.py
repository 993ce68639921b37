"""Transcripts → what each call is called and where it belongs. Knows no formats and nothing of speakers."""

from __future__ import annotations

from collections.abc import Iterable
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
    found: dict[str, Identity] = {}
    taken: dict[str, str] = {}
    said: list[Problem] = []
    ordered = sorted(transcripts, key=lambda t: (t.value("date") or "9999", t.source.path))
    for transcript in ordered:
        wanted = _identity(transcript)
        key = slugs.unique(wanted.key, {i.split("/", 1)[1] for i in taken if i.startswith(wanted.series + "/")})
        identity = _with_key(wanted, key)
        if key != wanted.key:
            said.append(
                problems.warning(
                    transcript.source.path,
                    0,
                    f"{taken[wanted.id]} is already {wanted.id}, so this call became {identity.id}",
                    "give one of them a period or date of its own",
                )
            )
        taken[identity.id] = transcript.source.path
        found[transcript.source.path] = identity
    return dict(sorted(found.items())), tuple(said)


def _with_key(identity: Identity, key: str) -> Identity:
    return Identity(
        f"{identity.series}/{key}",
        identity.series,
        key,
        identity.series_name,
        identity.title,
        identity.date,
        identity.period,
        identity.organization,
        identity.kind,
    )


def _identity(transcript: Transcript) -> Identity:
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
