"""From the statuses of the parts to that of the whole question. Must not know how a part's status was found.

All parts of one status give it to the question; declined and deferred together give the more frequent of the two;
anything answered beside anything that is not makes the question partial. Parts of which nothing is known count for
nothing, unless something else was said that may have answered them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.model import AnswerStatus, Evidence, Exchange, QuestionPart, Status

NOT_ANSWERED = (Status.DECLINED, Status.DEFERRED, Status.UNADDRESSED)


def settle(
    exchange: Exchange, parts: Sequence[QuestionPart], loose: Sequence[AnswerStatus] = ()
) -> AnswerStatus | None:
    """The status of a question, by those of its parts and by refusals of which nobody can tell what they refuse."""
    if not exchange.answers and not any(part.status and part.status.ruling for part in parts):
        return AnswerStatus(Status.UNADDRESSED, Evidence("nobody answers"))
    known = [*(part.status for part in parts if part.status), *loose]
    against = [one for one in known if one.status is not Status.ANSWERED]
    if not against:
        return _answered(exchange, known)
    counted = Counter(one.status for one in against)
    status = max(NOT_ANSWERED, key=lambda s: counted[s])
    if len(against) < len(known) or counted[Status.PARTIAL] or (loose and len(parts) > len(known)):
        status = Status.PARTIAL
    first = next((one for one in against if one.status is status), against[0])
    return AnswerStatus(status, first.evidence, first.at)


def _answered(exchange: Exchange, known: Sequence[AnswerStatus]) -> AnswerStatus | None:
    """Answered: somebody answers, and no words refuse anything or put it off."""
    if known:
        return AnswerStatus(Status.ANSWERED, known[0].evidence)
    return AnswerStatus(Status.ANSWERED, Evidence("somebody answers, and no words refuse or put off"))
