"""Where the site will show what a search finds, from the root of the site. Knows ids, not their meaning."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Addresses:
    """How pages are addressed: as folders, or as files where the site must open without a server."""

    directories: bool = True

    def call(self, call_id: str, anchor: str = "") -> str:
        """Point at a call, or at a place in it."""
        page = f"calls/{call_id}/" if self.directories else f"calls/{call_id}/index.html"
        return f"{page}#{anchor}" if anchor else page

    def speaker(self, speaker_id: str) -> str:
        """Point at a person."""
        return self._leaf("speakers", speaker_id)

    def organization(self, organization_id: str) -> str:
        """Point at a firm or body."""
        return self._leaf("organizations", organization_id)

    def topic(self, topic_id: str) -> str:
        """Point at a topic."""
        return self._leaf("topics", topic_id)

    def _leaf(self, folder: str, name: str) -> str:
        return f"{folder}/{name}/" if self.directories else f"{folder}/{name}.html"
