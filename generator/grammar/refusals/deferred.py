"""Putting off: somebody will tell later, or says that it is too early to tell. Knows text only."""

from __future__ import annotations

from generator.grammar.refusals.rule import AFTERCALL, OURS, TELL, THING, WE_NOT, Rule, rule
from generator.model import Status

# "say", "give": what it is too early to do
TO_TELL = (
    r"(?:say|tell|know|call|comment|speculate|give|predict|quantify|discuss|talk|judge|determine|draw|put|provide|guide"
    r"|speak|assess|answer|forecast|estimate|conclude|really|get|declare|share|pin|size|commit|evaluate|offer"
    r"|project|gauge"
    r"|read|make (?:a|any)|announce|confirm)\b"
)

# "when we report", "on our next call", "in due course", "next quarter": then it will be told
LATER = (
    r"(?:when (?:we|i|it|they|the|he|that)|once|as we (?:get|go|move|have)|in (?:our|the (?:next|coming|near|fall"
    r"|spring"
    r"|summer|first|second|third|fourth|new|future)|due course|january|february|march|april|may|june|july|august"
    r"|september"
    r"|october|november|december|q[1-4]|a (?:few|couple))|at (?:our|the (?!moment)|that|a later|an appropriate|some"
    r" point)"
    r"|on (?:our|the) (?:next|q[1-4]|first|second|third|fourth|year-end|january|february|\w+ call)|next (?:quarter"
    r"|year|month"
    r"|week|call|time)|later|soon\b|during (?:our|the next)|as (?:soon as|things|time|those)|over the (?:next|coming)"
    r"|down the road|on (?:mon|tues|wednes|thurs|fri)day|tomorrow)"
)

# "we'll", "they expect to", "once we": whoever will tell, and when
TELLERS = "|".join(
    [f"{who}{will}" for who in ("we", "i", "you", "he", "she", "they") for will in (
        "'ll", " will", "'re going to", " are going to", "'m going to", " plan to", " expect to", " intend to",
        " look forward to", " should", " hope to", " can",
    )] + [f"{when} {who} " for when in ("when", "once", "after") for who in ("we", "they", "he", "she")]
)  # fmt: skip

RULES: tuple[Rule, ...] = (
    rule(
        "too early",
        Status.DEFERRED,
        OURS,
        "early|premature|too soon",
        # "It's too early to say." "It's a bit early in the year for us to give a number."
        r"\b(?:too|a (?:bit|little)(?: bit)?(?: too)?|very|still|pretty|quite|really|it's|be|bit) (?:early"
        r"|(?<=too )soon)(?: (?:in the (?:year|game|process|quarter|cycle|day|season)|on|days|right now|yet"
        r"|at this (?:point|stage|time)|still"
        rf"|for (?:us|me|that|anyone|anybody)))?,? (?:for (?:us|me) )?to (?:\w+ly )?{TO_TELL}",
        # "It would be premature to comment."
        rf"\bpremature (?:(?:at this (?:point|time|stage) )?(?:for (?:us|me) )?to (?:\w+ly )?{TO_TELL}|[.,;])",
        # "It's too early."
        r"\b(?:it's|it is|that's|that is|still)(?: just| a little| a bit| way| far)? too (?:early|soon)[.,;]",
        firm=False,
    ),
    rule(
        "will come back",
        Status.DEFERRED,
        AFTERCALL,
        "back to|back with|get back|come back|follow up|follow-up|off-line|offline|revert|patience|circle back"
        "|look into|look that|look it|find out|check on|check and|check with|check into|get you",
        # "We'll come back to you in May." "Let me get back to you on that."
        r"\b(?:we'll|i'll|we will|i will|let me|let us|i can|we can|we could|and|to|will have to|'d have to)(?:"
        r" \w+ly| just| try to"
        r"| have to| need to)? (?:come|get|circle|revert|report) back (?:to|with) (?:you|everyone|everybody|the"
        r" market|all of you)"
        r"(?! (?:for|in the queue|next\b))",
        # "Can I get back to you after the call?" "We will circle back."
        r"\b(?:i'll|we'll|i will|we will|let me|let us|can i|if i (?:can|could|may))(?: try to| just)? (?:circle"
        r" back|get back to you"
        r"|revert\b(?! to the))",
        # "Let's take that offline." "We can deal with that in an offline discussion."
        r"\b(?:call|contact|e-?mail|conversations?|discussions?|discuss|answer|dealt with|information|get you"
        r"|connect|take (?:it|that"
        r"|this|those|you)|talk|follow[ -]up|speak|chat|share|have (?:it|that)|go over|cover|walk you)(?:"
        r" [\w,'-]+){0,8}? off-?line\b",
        r"\b(?:in an? )off-?line (?:discussion|conversation|call)\b",
        # "We'll follow up with you." "Happy to follow up after the call."
        r"\b(?:will|'ll|let's|let me|could)(?: just| certainly| also| have to)? follow[ -]up (?:with you|after|on"
        r" that|separately"
        r"|directly|off)|\bask (?:you )?for your patience\b",
        # "I'm happy to look into it." "I'll have to check on that." "Let me find out."
        r"\b(?:i'll|i will|i'd|i would|i can|let me|happy to|i'm happy to|we'll|we can|we will)(?: have to| need to|"
        r" certainly|"
        r" see if we can)? (?:look into (?:it|that|this)|check (?:on (?:that|it)|and|with the team|into)|find out\b"
        r"|look (?:that|it)"
        r" up|get you (?:that|the|an answer|something|more))",
        r"\b(?:ir|investor relations)(?: team)?(?: \w+){0,3} (?:get back|follow up|come back)\b",
    ),
    rule(
        "more to come",
        Status.DEFERRED,
        OURS,
        f"{TELLERS}|stay tuned|in due|more to come|more to follow|the time|right time|appropriate time|wait|hold off"
        "|let me|we could|we 'll",
        # "We'll give an update in May." "We'll share more at our investor day." "You'll hear more next quarter."
        r"\b(?:we|i|you|he|she|they)(?:'ll| will|'re going to| are going to|'m going to| plan to| expect to| intend"
        r" to| look forward"
        r" to| should| hope to| can)(?: (?:be|also|certainly|obviously|then|probably|just|likely|definitely|have to"
        r"|able to|being able"
        r" to|in a position to)){0,3} (?:giv(?:e|ing)|provid(?:e|ing)|shar(?:e|ing)|have|offer(?:ing)?|updat(?:e"
        r"|ing)|hear(?:ing)?"
        r"|lay(?:ing)? out|announc(?:e|ing)|communicat(?:e|ing)|say(?! that\b)|talk(?:ing)?"
        r"|discuss(?:ing)?|disclos(?:e|ing)|do)"
        r"(?: (?:you|everyone|a|an|the|some|much|lot|any|about|with|that|it|of|full|specific|new|formal|better"
        r"|further|additional"
        r"|more|little|bit|[\w-]+ing)){0,5}? (?:updates?|more|details?|specifics|guidance|colou?r|numbers?"
        r"|information|outlook|to say"
        rf"|that|it|this|clarity|news|read-?out|you|discussion)\b(?: [\w']+){{0,6}}? {LATER}",
        # "Once we have the figures we'll share them."
        r"\b(?:when|once|after) (?:we|they|he|she) (?:have|has|conclude|finish|get|are|report)\b[^.?!]{0,60}?"
        r" (?:we'll|i'll|we will"
        r"|i will|i'm sure we'll) (?:do|have|provide|give|share|let you know|update)\b",
        # "Stay tuned." "In due course." "When the time comes." "More to come."
        r"\b(?:so |please )?stay tuned\b|\bin due (?:course|time)\b|\bmore to (?:come|follow)\b|\bwhen the time"
        r" (?:comes|is right)\b"
        r"|\bat the (?:appropriate|right) time\b",
        # "You'll have to wait for our guidance in January." "Come back on the day after."
        r"\b(?:wait|hold off)(?: \w+){0,3}? (?:until|till|for) (?:our|the|we|next|that)(?: \w+){0,3}? (?:call"
        r"|guidance|quarter|day"
        r"|report|announcement|update|results|earnings|january|february|budget)\b",
        r"\b(?:i'll|we'll|i will|we will|let me)(?: just)? (?:delay|save|hold|keep) (?:that|it|this|those)(?: one)?"
        r" (?:for|until|till)\b",
        # "We can have that debate later."
        r"\bwe (?:can|could|will|'ll) (?:have|discuss) (?:that|it|a)(?: \w+){0,3}? (?:later|then|another (?:day"
        r"|time))\b",
        firm=False,
    ),
    rule(
        "not yet",
        Status.DEFERRED,
        OURS,
        "yet|not ready|not prepared|not quite|not really",
        # "We haven't set guidance for 2025 yet."
        rf"{WE_NOT} (?:(?:going|ready|prepared|able) to |in a position to )?(?:{TELL}|finalized|set){THING}?(?:"
        rf" [\w-]+){{0,6}}? yet\b",
        # "We're not ready to talk about next year."
        r"\b(?:i'm|i am|we're|we are)(?: just| still)? not (?:quite |really |yet )?(?:ready|prepared) (?:today |yet"
        r" )?to (?:talk|give"
        r"|discuss|share|say|announce|provide|comment|get into|put|quantify|disclose|guide|go)\b",
    ),
)
