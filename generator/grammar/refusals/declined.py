"""Refusals: somebody could tell and does not, or refers to somebody else. Knows text only."""

from __future__ import annotations

from generator.grammar.refusals.rule import OURS, REFUSE, THING, TO, WE_NOT, Rule, rule
from generator.model import Status

RULES: tuple[Rule, ...] = (
    # "We don't disclose the number." "We are not breaking it out." "I'm not going to comment on that."
    rule(
        "does not disclose",
        Status.DECLINED,
        REFUSE,
        "not|n't",
        rf"{WE_NOT}{TO}(?: (?:disclos(?:e|es|ed|ing)|divulg(?:e|ed|ing)|comment(?:ing)?|speculat(?:e|ing)"
        r"|quantif(?:y|ied|ying)|prejudg(?:e|ing)|previewing|preview|opin(?:e|ing)"
        r"|characteriz(?:e|ing)|break(?:ing)? (?:it|that|this|those|these|them|any|out|down|our|the)"
        r"|broken (?:it|that|this|those|these|them|any|out|down|our|the)|split(?:ting)? (?:it|that|this|those|out)"
        r"|guid(?:e|ed|ing)\b(?: (?:to|on|for|that|beyond|by|specifically|quarterly|out|past|further|at|explicitly))?"
        r"|negotiat(?:e|ing) (?:in public|here|from|through)))\b",
    ),
    # "We don't give guidance by segment." "We haven't provided a specific number." "We're not giving a range either."
    rule(
        "gives no figures",
        Status.DECLINED,
        REFUSE,
        "not|n't",
        rf"{WE_NOT}{TO} (?:giv(?:e|en|ing)|provid(?:e|ed|ing)|offer(?:ed|ing)?|shar(?:e|ed|ing)|issu(?:e|ed|ing)"
        r"|put(?:ting)?|quot(?:e|ing)|publish(?:ed|ing)?|releas(?:e|ed|ing)|report(?:ed|ing)?|discuss(?:ed|ing)?"
        rf"|announc(?:e|ed|ing)|nam(?:e|ed|ing)|updat(?:e|ed|ing)|mak(?:e|ing)){THING}",
    ),
    # "I won't get into the details." "We're not going to go into specifics." "I'm not going to go there."
    rule(
        "does not go into it",
        Status.DECLINED,
        REFUSE,
        "into|there|down that",
        rf"{WE_NOT}{TO} (?:get(?:ting)?|go(?:ing)?|delv(?:e|ing)|wad(?:e|ing)|weigh(?:ing)?) "
        rf"(?:into (?:that|it|this|those|the|any|all|specif|detail|number|individual|discuss|private"
        rf"|hypothetical|what"
        r"|how|a lot|too|much|more|our|deliberat|conversations?)|in on (?:that|this|it)|there\b|down that"
        r" (?:road|path))",
    ),
    # "I'm not going to talk about specific customers." "We can't discuss that." "I won't answer it."
    rule(
        "will not talk about it",
        Status.DECLINED,
        REFUSE,
        "not|n't",
        r"\b(?:i|we)(?: (?:really|just|also|still|obviously|certainly|probably|simply|again))?"
        r"(?:'m not|'re not| am not| are not|'m just not|'re just not|'m really not| won't| will not|'ll not| can't"
        r"| cannot| can not| wouldn't| would not|'d not| aren't| don't| do not)"
        r"(?: (?:really|going to|gonna|able to|prepared to|ready to|in a position to|at liberty to|want to|wanna|be"
        r"|like to|here to|allowed to|necessarily|about to|even|today|publicly|specifically|intend to)){0,3}"
        r" (?:talk(?:ing)? (?:about|to) (?:that|it|this|those|specific|individual|any|our|the|what|private|customer"
        r"|names?|future)|discuss(?:ing)? (?:that|it|this|those|specific|individual|any|the|private|customer|names?"
        r"|details|terms|our|personnel|intelligence|ongoing)|answer(?:ing)? (?:that|it|this|hypothetical|any)"
        r"|speak(?:ing)? (?:to (?:that|it|specific|any|the specifics|private|individual)|about (?:that|specific"
        r"|individual))|respond(?:ing)? to (?:that|every|each|hypothetical)|name (?:names|them|it|anyone|any|the)"
        r"|address(?:ing)? (?:that|it|specific)|read(?:ing)? out\b|confirm(?:ing)? (?:that|it|or deny|any|whether)"
        r"|shar(?:e|ing) (?:that|it|this|those)|reveal(?:ing)?|litigat(?:e|ing)|engag(?:e|ing) in hypothetical)",
    ),
    # "I'm not going to tell you what we pay."
    rule(
        "will not tell",
        Status.DECLINED,
        REFUSE,
        "tell you|say ",
        r"\b(?:i|we)(?: (?:really|just|also|still))?(?:'m not| am not|'re not| are not| won't| will not|'ll not)"
        r"(?: (?:going to|gonna|prepared to|ready to|in a position to|able to))? "
        r"(?:tell you(?! that| it's| there)|say (?:who|what|when|where|which|how|whether|any more|more|anything))",
    ),
    # "That's not something we disclose." "It's not a number we give out."
    rule(
        "not something we disclose",
        Status.DECLINED,
        REFUSE,
        "not|n't",
        r"(?:not|n't)(?: really| generally| typically| usually)? (?:something|anything|a (?:number|figure"
        r"|metric|level"
        r"|statistic|detail|data point|topic|question|subject)|numbers|information|an area|one)(?: of"
        r" detail)?(?: that)?"
        r" (?:we|i)(?:'re|'m|'d|'ll|'ve| are| am| would| will| can| have| do)?(?: \w+ly)?"
        r" (?:going to|gonna|prepared to|ready to|able to|want to|in a position to|disclos|shar|break|giv"
        r"|provid|comment"
        r"|discuss|talk|publish|report|release|quantif|get into|go into|put out|speak|answer|guid)",
    ),
    # "I'd rather not say." "We'd prefer not to comment." "I have to decline." "No comment."
    rule(
        "rather not",
        Status.DECLINED,
        REFUSE,
        "rather not|prefer not|declin|no comment|refrain|reluctant to|hesitant to|hesitate to",
        r"\b(?:i|we)(?:'d| would)?(?: really| just)? (?:rather not|prefer(?:red)? not to)\b"
        r"|\b(?:i|we)(?:'ll|'d| will| would|'m going to| have to| must|'re going to)?(?: respectfully| politely)?"
        r" (?:decline(?: to (?:comment|answer|say|give|discuss))?\b(?! in)|refrain from)"
        r"|\bno comments?\b(?: (?:on|about|to|there|at|for)|[.,;!]|$)"
        r"|\b(?:i'm|we're|i am|we are|i would be|i'd be)(?: a (?:bit|little))? (?:reluctant|hesitant) to"
        r" (?:give|comment|say|put|provide|quantify|share|speculate|talk|discuss|get)",
    ),
    # "The cost I'm going to leave alone." "The first part I have to leave." "I'll leave it at that."
    rule(
        "leaves it",
        Status.DECLINED,
        OURS,
        " leave ",
        r"\b(?:i|we)(?:'ll|'m going to|'d| will| have to|'re going to| must|'m gonna)(?: just| probably)? leave"
        r" ?(?:(?:it|that|this|those)(?: one| part)? )?(?:alone|unanswered|out\b|(?:it |that )?there[.,;]|at that"
        r"|\.|for another)",
    ),
    # "We keep that to ourselves." "That is commercially sensitive." "We are in a quiet period."
    rule(
        "kept private",
        Status.DECLINED,
        REFUSE,
        "ourselves|sensitive|confidential|quiet period|proprietary|blackout|black-out|classified|private convers"
        "|private discuss|competitive reasons|ongoing litigation|pending litigation",
        r"\bkeep (?:that|this|it|those)(?: one| number| figure| information)? (?:to ourselves|confidential|private"
        r"|close)|\b(?:that|it|this|which)(?:'s| is)(?: \w+ly)? (?:commercially |competitively |very |market )?"
        r"(?:sensitive(?: information| subject)?\b|confidential|proprietary information|classified)"
        r"|\b(?:in|during) (?:a|our|the) (?:quiet|black-?out) period|\bfor competitive reasons\b"
        r"|\b(?:due to|because of|given|subject of) (?:the )?(?:ongoing|pending) litigation"
        r"|\b(?:it|that)(?:'s| is) (?:a )?private (?:conversation|discussion)s?",
    ),
)
