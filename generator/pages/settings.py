"""What the pages need to be told by the user. Knows no configuration file."""

from __future__ import annotations

from typing import Protocol


class Settings(Protocol):
    """Whatever holds these choices."""

    @property
    def page_size(self) -> int:
        """Entries on one page of a list."""

    @property
    def site_name(self) -> str:
        """The archive's name."""

    @property
    def site_description(self) -> str:
        """A sentence about the archive, maybe empty."""

    @property
    def site_url(self) -> str:
        """The address at which the site is published, maybe empty."""

    @property
    def question_pages(self) -> str:
        """Which questions have a page of their own: `always` all, `never` none, `auto` as `own` decides."""

    @property
    def dataset(self) -> bool:
        """Whether the site holds the archive as data."""

    @property
    def directory_urls(self) -> bool:
        """Whether the page `topics/cloud.md` is served as `topics/cloud/`, else as `topics/cloud.html`."""
