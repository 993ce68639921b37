"""Decides which questions have a page of their own. Knows no addresses: `pen` asks it, and links accordingly."""

from __future__ import annotations

from generator.model import Asked, Exchange, Status
from generator.pages.desk import Desk

ALWAYS, NEVER, AUTO = "always", "never", "auto"


def page(at: Desk, asked: Asked) -> bool:
    """Tell whether a question has a page of its own, or is shown in its call alone."""
    choice = at.settings.question_pages
    if choice != AUTO:
        return choice != NEVER
    return _worth(at.archive.calls[asked.call].exchanges[asked.exchange - 1]) or asked in at.archive.threads_of


def _worth(exchange: Exchange) -> bool:
    """Tell whether a question has what the page of its call does not show: parts, a ruling, words that left it open.

    Of the others, that page says all there is: the words, and that they were answered.
    """
    found = [each for each in (exchange.status, *(part.status for part in exchange.parts)) if each]
    return len(exchange.parts) > 1 or any(each.ruling or each.status is not Status.ANSWERED for each in found)
