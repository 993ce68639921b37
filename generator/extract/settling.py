"""From the statuses of the parts to that of the whole question. Must not know how a part's status was found.

All parts of one status give it to the question; declined and deferred together give the more frequent of the two;
anything answered beside anything that is not makes the question partial. A part of which nothing is known counts as
answered, unless little was said beside the words that refuse.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.model import AnswerStatus, Evidence, Exchange, QuestionPart, Status

NOT_ANSWERED = (Status.DECLINED, Status.DEFERRED, Status.UNADDRESSED)


def settle(
    exchange: Exchange, parts: Sequence[QuestionPart], loose: Sequence[AnswerStatus] = (), little: bool = False
) -> AnswerStatus | None:
    """The status of a question, by those of its parts and by refusals of which nobody can tell what they refuse."""
    known = [*(part.status for part in parts if part.status), *loose]
    if not exchange.answers and not known:
        return None
    against = [one for one in known if one.status is not Status.ANSWERED]
    if not against:
        return _answered(known)
    counted = Counter(one.status for one in against)
    status = max(NOT_ANSWERED, key=lambda s: counted[s])
    unknown = any(part.status is None for part in parts) and not little
    if len(against) < len(known) or counted[Status.PARTIAL] or unknown:
        status = Status.PARTIAL
    first = next((one for one in against if one.status is status), against[0])
    return AnswerStatus(status, first.evidence, first.at)


def _answered(known: Sequence[AnswerStatus]) -> AnswerStatus:
    """Answered: somebody answers, and no words refuse anything or put it off."""
    if known:
        return AnswerStatus(Status.ANSWERED, known[0].evidence)
    return AnswerStatus(Status.ANSWERED, Evidence("somebody answers, and no words refuse or put off"))
