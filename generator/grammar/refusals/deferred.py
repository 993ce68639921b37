"""Putting off: somebody will tell later, or says that it is too early to tell. Knows text only."""

from __future__ import annotations

from generator.grammar.refusals.rule import AFTERCALL, THING, UNABLE, WE_NOT, Rule, rule
from generator.model import Status

RULES: tuple[Rule, ...] = (
    # "It's too early to say." "It would be premature to give a number." "It's early to tell."
    rule(
        "too early",
        Status.DEFERRED,
        UNABLE,
        "early|premature|too soon",
        r"\b(?:too|a (?:bit|little)(?: too)?|very|still|pretty|quite|really|it's|is|be|bit) (?:early|soon)(?:"
        r" (?:in the"
        r" (?:year|game|process|quarter|cycle|day|season)|on|days|right now|yet|at this (?:point|stage|time)|still"
        r"|for (?:us|me|that|anyone|anybody)))?,? (?:(?:for (?:us|me) )?to (?:\w+ly )?"
        r"(?:say|tell|know|call|comment|speculate|give|predict"
        r"|quantify|discuss|talk|judge|determine|draw|put|provide|guide|speak|assess|answer|forecast|estimate"
        r"|conclude"
        r"|see|make|be|really|get|declare|share|pin|size|commit|understand|evaluate|have|offer|project|gauge|read)\b)"
        r"|\bpremature (?:(?:for (?:us|me) )?to (?:say|tell|comment|speculate|give|predict|quantify|discuss"
        r"|talk|judge"
        r"|determine|draw|put|provide|guide|speak|assess|answer|forecast|conclude|make|get|be|share|go)|at"
        r" this|[.,;])"
        r"|\b(?:it's|it is|that's|that is|still|too)(?: just| a little| a bit| way| far)? too (?:early|soon)[.,;]",
        firm=False,
    ),
    # "We'll come back to you in May." "Let me get back to you on that." "We'll follow up after the call."
    rule(
        "will come back",
        Status.DEFERRED,
        AFTERCALL,
        "back to you|back with|follow up|off-line|offline|follow-up with|after the call|separately|revert|back on"
        "|patience|circle back",
        r"\b(?:come|get|circle|revert|report|be|comes|came) back (?:to|with) (?:you|everyone|everybody|the"
        r" market|all of"
        r" you)(?! (?:last|in the past))|\b(?:will|'ll|can|let's|let me|let us|should|happy to|to|could)"
        r" (?:just |also |probably )?"
        r"(?:take|discuss|talk about|handle|do|connect|follow up|chat|go over|walk through|cover|address"
        r"|catch up|have"
        r" (?:that|this))(?: (?:that|this|it|those|more|you|with you|one|up|the details|conversation)){0,3} off-?line"
        r"|\b(?:will|'ll|can|let's|let me|happy to|could)(?: just| certainly| also)? follow[ -]up (?:with you"
        r"|after|on"
        r" that (?:with|after|off)|separately|directly|off)|\bask (?:you )?for your patience"
        r"|\b(?:i'll|we'll|i will|we will|let me|let us|i can)(?: try to| just)? (?:circle back|get back"
        r"|revert(?! to the))\b"
        r"|\b(?:ir|investor relations)(?: team)?(?: \w+){0,3} (?:get back|follow up|come back)\b",
    ),
    # "We'll give an update in May." "We'll share more at our investor day." "You'll hear more next quarter."
    rule(
        "more to come",
        Status.DEFERRED,
        AFTERCALL,
        "update|more|detail|guidance|number|stay tuned|due course|hear|announc|next call|talk about|discuss",
        r"\b(?:we|i|you|he|she|they)(?:'ll| will|'re going to| are going to|'m going to| plan to| expect to|"
        r" intend to"
        r"| look forward to| should| hope to)(?: (?:be|also|certainly|obviously|then|probably|just|likely|definitely"
        r"|have to|able to|be able to|in a position to|continue to|look to)){0,3} (?:giv(?:e|ing)|provid(?:e|ing)"
        r"|shar(?:e|ing)|have|offer(?:ing)?|updat(?:e|ing)|hear(?:ing)?|com(?:e|ing) (?:out|back)|lay(?:ing)? out"
        r"|announc(?:e|ing)|communicat(?:e|ing)|say|talk(?:ing)?|discuss(?:ing)?|disclos(?:e|ing))"
        r"(?: (?:you|everyone|a|an|the|some|much|lot|any|about|with|that|it|you all|our|all|on|more|further"
        r"|additional"
        r"|full|specific|new|formal|fulsome|better|[\w-]+)){0,4}"
        r" (?:updates?|more|details?|specifics|guidance|colou?r|numbers?|information|outlook|to say|that|it"
        r"|this|clarity"
        r"|news|view)\b(?: \w+){0,6}? (?:when (?:we|i|it|they|the|he|that)|once|as we (?:get|go|move|have)|in"
        r" (?:our|the"
        r" (?:next|coming|near|fall|spring|first|second|third|fourth|new)|due course|january|february|march|april|may"
        r"|june|july|august|september|october|november|december|q[1-4]|a (?:few|couple))|at (?:our|the|that|a"
        r" later|an"
        r" appropriate|some point)|on (?:our|the) (?:next|q[1-4]|first|second|third|fourth|year-end|fourth-quarter"
        r"|january|february)|next (?:quarter|year|month|week|call|time)|later|soon|during (?:our|the next)|as (?:soon"
        r" as|things|time|those)|over (?:the (?:next|coming)|time)|down the road|going forward)\b"
        r"|\b(?:stay|so stay|please stay) tuned\b|\bin due (?:course|time)\b|\bmore to (?:come|follow)\b"
        r"|\bwhen the time (?:comes|is right)\b|\bat the (?:appropriate|right) time\b"
        r"|\b(?:wait|hold off)(?: \w+){0,3} (?:until|till|for) (?:our|the|we|next|that)(?: \w+){0,3}"
        r" (?:call|guidance|quarter|day|report|announcement|update|results|earnings|january|february)",
        firm=False,
    ),
    # "We're not ready to talk about next year yet." "We haven't set guidance for 2025 yet."
    rule(
        "not yet",
        Status.DEFERRED,
        UNABLE,
        "yet|not ready|n't ready|at this point|at this time|at this stage|today",
        rf"{WE_NOT} (?:going to |ready to |prepared to |in a position to |able to )?(?:giv(?:e|en|ing)"
        rf"|provid(?:e|ed|ing)"
        rf"|shar(?:e|ed|ing)|issu(?:e|ed|ing)|announc(?:e|ed|ing)|finaliz(?:e|ed|ing)|set|publish(?:ed)?"
        rf"|talk(?:ed|ing)? about|discuss(?:ed|ing)?|guid(?:e|ed|ing)(?: to)?){THING}?(?: [\w-]+){{0,6}}? yet\b"
        r"|\b(?:i'm|i am|we're|we are)(?: just| still)? (?:not (?:quite |really |yet )?ready|not prepared)"
        r" (?:today |yet )?"
        r"to (?:talk|give|discuss|share|say|announce|provide|comment|get|put|quantify|disclose|guide|go)",
    ),
)
