"""Refusals: somebody could tell and does not. Knows text only."""

from __future__ import annotations

from generator.grammar.refusals.rule import OURS, REFUSE, TELL, THING, TO, WE_NOT, Rule, rule
from generator.model import Status

# "that", "specific customers", "the details": what somebody will not talk about
MATTER = (
    r"(?:that|it|this|those|these|them|specifics?|individual|any|our|the|what|private|customers?|names?|future"
    r"|hypothetical|details|terms|particular|personnel|ongoing|intelligence|monthly|quarterly|go-forward|rumou?rs?"
    r"|internal|deliberative|operational|legal)\b"
)

RULES: tuple[Rule, ...] = (
    rule(
        "does not disclose",
        Status.DECLINED,
        REFUSE,
        "not|n't & disclos|divulg|comment|speculat|prejudg|quantif|specify|preview|negotiat|break|broke|split|guid"
        "|forecast"
        "|predict|get into|give|share",
        # "We don't disclose the number." "I'm not going to comment on that." "We won't speculate."
        rf"{WE_NOT}{TO} (?:disclos(?:e|ed|ing)|divulg(?:e|ed|ing)|comment(?:ed|ing)?|speculat(?:e|ing)|prejudg(?:e|ing)"
        r"|quantif(?:y|ied|ying)|specify(?:ing)?(?! whether)|preview(?:ing)?|negotiat(?:e|ing) (?:in public|here"
        r"|from))\b",
        # "We are not breaking it out." "We don't split that." "We've never broken those down."
        rf"{WE_NOT}{TO} (?:break(?:ing)?|broken|split(?:ting)?) (?:it|that|this|those|these|them|any|out|down"
        rf"|our)\b(?: out\b| down\b)?",
        # "We don't guide to quarters." "We're not guiding beyond this year."
        rf"{WE_NOT}{TO} guid(?:e|ed|ing)\b",
        # "I don't think we want to comment on that." "I'm not sure we're prepared to disclose it."
        r"\b(?:i|we)(?: do not|don't|'m not|'re not) (?:think|sure|believe)(?: that)? (?:i|we)(?:'re|'m|'ve| are| can"
        r"| could| should| want to| would| will| have)?(?: (?:really|ever|going to|prepared to|ready to|able to|want to"
        r"|like to|even)){0,3}? (?:comment|disclos|quantif|break (?:that|it|out)|broken|speculate|get into|mak(?:e|ing)"
        r" that"
        r" (?:forecast|prediction)|make predictions|give (?:that|guidance|any|a number)|share (?:that|those))",
    ),
    rule(
        "gives no figures",
        Status.DECLINED,
        REFUSE,
        "not|n't| no  & giv|provid|offer|shar|issu|put|quot|publish|releas|report|discuss|announc|nam|updat|talk"
        "|mention|mak|disclos"
        " & guidance|number|figure|down|out|detail|specific|forecast|range|colo|split|tim|date|percentage"
        "|information|target|disclosure|comment|granularity|projection|name|prediction|metric|estimate|assumption"
        "|data|answer|announcement|assessment|statistic|ratio|quantif",
        # "We don't give guidance by segment." "We haven't provided a specific number." "We're not giving a range."
        rf"{WE_NOT}{TO} {TELL}{THING}",
        # "I'd rather give no specific percentage."
        rf"\b(?:i|we)(?:'d| would|'ll| will)(?: rather)? {TELL} no{THING}",
    ),
    rule(
        "has given no figures",
        Status.DECLINED,
        REFUSE,
        "didn't|did not & giv|provid|offer|shar|issu|put|quot|publish|releas|report|discuss|announc|nam|updat|talk"
        "|mention|mak|disclos",
        # "We didn't give guidance on that." "For next year we did not disclose any figures."
        rf"\b(?:i|we)(?:didn't| didn't| did not)(?: (?:actually|really|specifically))? {TELL}{THING}",
        firm=False,
    ),
    rule(
        "does not go into it",
        Status.DECLINED,
        REFUSE,
        "not|n't & into|in on| there|down that|ahead of|specific|granular|detailed & get|got|go|delv|wad|weigh|be|jump",
        # "I won't get into the details." "We're not going to go into specifics." "I'm not going to go there."
        rf"{WE_NOT}{TO} (?:get(?:ting)?|gotten|got|go(?:ing)?|delv(?:e|ing)|wad(?:e|ing)|weigh(?:ing)?) (?:into\b(?!"
        rf" (?:a|an)"
        r" )|in on (?:that|this|it)|there\b|down that (?:road|path)|any more (?:granular|specific|detailed))",
        # "I don't want to get specific." "We'd prefer just not to get into geographies."
        rf"{WE_NOT}{TO} (?:get(?:ting)?|be(?:ing)?)(?: too| that| more| very)? specific\b",
        # "I'm not going to get ahead of the process." And not "ahead of ourselves", which is a hedge
        r"\b(?:i|we)(?:'m not| am not|'re not| are not| won't| will not| don't| do not| wouldn't)(?: (?:going to|gonna"
        r"|want to|wanna|here to))? (?:get(?:ting)?|go(?:ing)?|be|jump) ahead of (?!ourselves|myself|our skis|our ski)",
    ),
    rule(
        "will not talk about it",
        Status.DECLINED,
        REFUSE,
        "not|n't & talk|discuss|speak|get to|getting to|address|confirm|respond|answer|nam|read|shar|mention|reveal"
        "|litigat"
        "|record|elaborate|have that",
        # "I'm not going to talk about specific customers." "We can't discuss that." "We don't talk about trends."
        rf"{WE_NOT}{TO} (?:talk(?:ing)? (?:about|to)|discuss(?:ing)?|speak(?:ing)? (?:to|about|of|specifically (?:to"
        rf"|of|about))|get(?:ting)? to|address(?:ing)?|confirm(?:ing)?|respond(?:ing)? to) {MATTER}",
        # "I won't answer it." "I'm not going to name them." "I can't share that." "We cannot mention its name."
        r"\b(?:i|we)(?: (?:really|just|also|still|obviously|certainly|simply))?(?:'m not|'re not| am not| are not|"
        r" won't"
        r"| will not|'ll not| can't| cannot| can not| wouldn't| would not)(?: (?:really|going to|gonna|able to|prepared"
        r" to|in a position to|at liberty to|like to|publicly|even|be)){0,3} (?:answer(?:ing)? (?:that|it|this|hypo"
        r"|any)"
        r"|name (?:names|them|it|anyone|any|the)|read(?:ing)? out\b|confirm or deny|shar(?:e|ing)|mention(?:ing)?"
        r"|reveal"
        r"|litigat(?:e|ing)|go on record|elaborate|have that (?:debate|discussion|conversation))\b",
    ),
    rule(
        "will not tell",
        Status.DECLINED,
        REFUSE,
        "not|n't & tell you|say ",
        # "I'm not going to tell you what we pay." "I won't say who." And not "I won't tell you that it is easy"
        r"\b(?:i|we)(?: (?:really|just|also|still))?(?:'m not| am not|'re not| are not| won't| will not|'ll not)"
        r"(?: (?:going to|gonna|prepared to|ready to|in a position to|able to))? "
        r"(?:tell you(?! (?:today |now )?(?:that|it's|there))|say (?:who|what|when|where|which|how|whether|any ?more"
        r"|anything))",
    ),
    rule(
        "not something we disclose",
        Status.DECLINED,
        REFUSE,
        "not|n't & something|anything|a number|a figure|a metric|a level|a statistic|a detail|a data|a topic|a question"
        "|a subject|numbers|information|one",
        # "That's not something we disclose." "It's not a number we give out." "That isn't information we share."
        r"(?:not|n't)(?: really| generally| typically| usually)? (?:something|anything|a (?:number|figure|metric|level"
        r"|statistic|detail|data point|topic|question|subject)|numbers|information|one)(?: of detail)?(?: that)?"
        r" (?:we|i)"
        r"(?:'re|'m|'d|'ll|'ve| are| am| would| will| can| have| do)?(?: \w+ly)? (?:(?:going|prepared|ready|able"
        r"|want) to"
        r" |gonna |in a position to )?(?:disclos|shar|break|giv|provid|comment|discuss|talk about|publish|report|releas"
        r"|quantif|get into|go into|put out|speak|answer|guid)",
    ),
    rule(
        "rather not",
        Status.DECLINED,
        REFUSE,
        "rather not|prefer|declin|no comment|refrain|reluctant to|hesitant to|defer from|uncomfortable",
        # "I'd rather not say." "We prefer just not to get into that."
        r"\b(?:i|we)(?:'d| would)?(?: really| just| think)? (?:rather not|prefer(?:red)?(?: just)? not to)\b",
        # "I have to decline." "We'll respectfully decline to answer." "We defer from answering."
        r"\b(?:i|we)(?:'ll|'d| will| would|'m going to|'re going to| have to| must)(?: respectfully| politely)?"
        r" (?:decline to (?:comment|answer|say|give|discuss)|decline\b(?=[.,;])|refrain from|defer from)",
        # "No comment on that."
        r"(?:^|[.,;!-] ?)no comments?\b(?: (?:on|about|to|there|at|for)|[.,;!]|$)",
        # "I'm reluctant to give a number." "I am pretty uncomfortable giving any guidance."
        r"\b(?:i'm|we're|i am|we are|i would be|i'd be)(?: (?:a (?:bit|little)|pretty|very|really))? (?:(?:reluctant"
        r"|hesitant) to (?:give|comment|put|provide|quantify|share|speculate|discuss|get into|go)|uncomfortable"
        r" (?:giving"
        r"|sharing|putting|commenting))",
    ),
    rule(
        "leaves it",
        Status.DECLINED,
        OURS,
        " leave",
        # "The cost I'm going to leave alone." "The first part I have to leave." "I'll leave it at that."
        r"\b(?:i|we)(?:'ll|'m going to|'d| will| have to|'re going to| must|'m gonna)(?: just| probably)? leave"
        r"(?: (?:it|that|this|those)(?: one| part)?)?(?: (?:alone|unanswered|out\b|at that|for another)|\.)",
        # "I'll leave the prediction to the experts." And not "I'll leave that to Tom"
        r"\bi(?:'ll|'d| will| would)? leave (?:\w+ ){1,3}to (?:the (?!end)|others\b|economists|analysts\b|experts\b)",
    ),
    rule(
        "kept private",
        Status.DECLINED,
        REFUSE,
        "ourselves|sensitive|confidential|quiet period|proprietary|blackout|black-out|classified|private|keep "
        "|competitive reasons|litigation",
        # "We keep that to ourselves."
        r"\bkeep (?:that|this|it|those)(?: one| number| figure| information)? (?:to ourselves|confidential|private\b"
        r"|close to (?:the|our) (?:vest|chest)\b)",
        # "That is commercially sensitive." "It's confidential."
        r"\b(?:that|it|this|which)(?:'s| is)(?: \w+ly)? (?:commercially |competitively |very |market )?"
        r"(?:sensitive(?: information| subject)?\b(?! to)|confidential\b|proprietary information|classified\b)",
        # "We are in a quiet period." "For competitive reasons." "Given the pending litigation."
        r"\b(?:in|during) (?:a|our|the) (?:quiet|black-?out) period|\bfor (?:competitive reasons|reasons of"
        r" confidentiality)\b|\b(?:due to|because of|given|subject of) (?:the )?(?:ongoing|pending) litigation",
        # "Those are private conversations."
        r"\b(?:it's|that's|it is|that is|those are|they're) (?:a )?private (?:conversation|discussion)s?\b",
    ),
)
