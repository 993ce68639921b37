"""Points into recordings on other sites: the address of a moment, in the form that its host takes. Knows no page."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import SplitResult, urlsplit

from generator.pages import escape

WEB = frozenset({"http", "https"})
LONGEST = 2000
"""Characters of an address; nobody's recording has a longer one."""


def at(address: str, seconds: float) -> str | None:
    """Make the address of a moment: `https://youtu.be/x?t=252s`; None where this is no web address.

    An address that has a fragment of its own is left as it is, for nobody knows what it means there.
    """
    parts = split(address)
    if parts is None:
        return None
    whole = int(seconds)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    form = next((form for hosts, form in HOSTS if host in hosts), _fragment)
    return form(parts, whole).geturl()


def split(address: str) -> SplitResult | None:
    """Take a web address apart; None if it is none."""
    if len(address) > LONGEST:
        return None
    try:
        parts = urlsplit(escape.fold(address).strip())
        return parts if parts.scheme in WEB and parts.hostname else None
    except ValueError:
        return None


def _query(key: str, unit: str = "") -> Callable[[SplitResult, int], SplitResult]:
    def form(parts: SplitResult, seconds: int) -> SplitResult:
        kept = [one for one in parts.query.split("&") if one and not one.startswith(f"{key}=")]
        return parts._replace(query="&".join([*kept, f"{key}={seconds}{unit}"]))

    return form


def _fragment(parts: SplitResult, seconds: int) -> SplitResult:
    """Write a media fragment, which players of browsers understand: `talk.mp3#t=252`."""
    if parts.fragment and not parts.fragment.startswith("t="):
        return parts
    return parts._replace(fragment=f"t={seconds}")


def _vimeo(parts: SplitResult, seconds: int) -> SplitResult:
    return parts._replace(fragment=f"t={seconds}s")


HOSTS: tuple[tuple[frozenset[str], Callable[[SplitResult, int], SplitResult]], ...] = (
    (frozenset({"youtube.com", "youtu.be", "youtube-nocookie.com", "music.youtube.com"}), _query("t", "s")),
    (frozenset({"vimeo.com", "player.vimeo.com"}), _vimeo),
    (frozenset({"open.spotify.com", "podcasts.apple.com"}), _query("t")),
    (frozenset({"archive.org"}), _query("start")),
    (frozenset({"dailymotion.com"}), _query("start")),
    (frozenset({"twitch.tv"}), _query("t", "s")),
)
"""Hosts that take a time, and how; every other address gets a media fragment."""
