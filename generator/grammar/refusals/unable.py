"""Inability: somebody does not have it, does not know it, or leaves it to others to say. Knows text only."""

from __future__ import annotations

from generator.grammar.refusals.rule import OURS, THING, UNABLE, Rule, rule
from generator.model import Status

RULES: tuple[Rule, ...] = (
    rule(
        "nothing to share",
        Status.DECLINED,
        UNABLE,
        "don't|do not|won't|nothing|have no|'ve no|got no|anything|not much|not a lot|just no|really no|currently no"
        "|that's all |that is all |this is all |really all |about all |as far as |as much as |as specific as ",
        # "I don't have anything for you on that." "I don't have any updates to share." "We don't have more to add."
        r"\b(?:i|we)(?: (?:just|also|really|still|certainly|obviously))? (?:don't|do not|won't)(?: (?:really|currently"
        r"|actually|yet|necessarily|just|even))? have (?:any(?:thing)?|a|an|more|much|the)(?: [\w-]+){0,3}? (?:to"
        r" (?:share"
        r"|announce|add|say|preview|read out|report|offer|give you|provide|disclose|lay out|go beyond|read|confirm"
        r"|make)"
        r"\b|for you\b|on that\b|beyond (?:that|what)\b|(?:further|more|else|new|additional)(?= (?:than|on|about|at"
        r"|from"
        r"|beyond|to)\b|[.,;-]))",
        # "I have nothing to announce." "We have no updates to share." "I've got nothing for you on that."
        r"\b(?:i|we)(?:'ve| have)(?: really| just| currently| got)? (?:nothing|no (?:updates?|announcements?|news"
        r"|comment"
        r"|details?|information|(?:further|new|additional|more|specific) \w+))(?: (?:more|new|further|else))?(?:"
        r" \w+){0,2}?"
        r" (?:to (?:share|announce|add|say|preview|read|report(?!, which)|offer|give|provide|make)|for you|on that"
        r"|at this)\b",
        # "Nothing more to add." "Nothing to share yet." at the beginning of a sentence
        r"(?:^|[.;!?-] |, |\bso |\bbut )(?:really )?nothing (?:(?:more|further|else|new|specific) )?(?:to (?:add|share"
        r"|announce|report|disclose|preview)|for you|at this (?:time|point))\b",
        # "There isn't anything more I can say."
        r"\bthere(?:'s| is|isn't| isn't)(?: not)?(?: really)? (?:nothing|anything|not much|not a lot)(?: (?:more"
        r"|further"
        r"|else|new))?(?: that)? (?:i|we) (?:can|could) (?:say|add|share|tell|give|disclose)",
        # "That's all I can say." "That's about as far as I can go."
        r"\b(?:that's|that is|this is)(?: really| about)? (?:all|as (?:far|much|specific) as) (?:i|we)(?: can| could"
        r"|'m able"
        r" to|'m going to|'re going to| want to)? (?:say|go|share|tell you|give|comment|disclose|be)\b",
    ),
    rule(
        "does not have it at hand",
        Status.DECLINED,
        UNABLE,
        "don't|do not|didn't|haven't|couldn't tell you & have|got|bring|brought|recall|top of my head|tell you",
        # "I don't have the number in front of me." "We don't have that breakdown." "I don't have a figure for that."
        rf"\b(?:i|we)(?: (?:just|also|really|actually|still|honestly))? (?:don't|do not)(?: (?:actually|really|yet"
        rf"|necessarily|currently|even))? have{THING}(?: (?:in front of|with|handy|at hand|available|on hand|right"
        rf"|off|on top"
        r"|for (?:that|this|you)|here|on (?:that|this|me|him|it)|yet|to (?:hand|give|share|release|that)|ready|today"
        r"|at)"
        r"|[.,;])",
        # "I don't have that in front of me." "I don't really have it cut that way."
        r"\b(?:i|we) (?:don't|do not|didn't|haven't)(?: really| actually)? (?:have|got|bring|brought) (?:that|it|those"
        r"|this|them|the [\w ]{1,30}?)(?: \w+){0,2}? (?:in front of|with me|with us|handy|at hand|on hand|at my finger"
        r"|to hand|off the top|cut that way)\b",
        # "I couldn't tell you off the top of my head." "I don't recall."
        r"\bdon't (?:know|have|recall)(?: \w+){0,4} (?:off|on) (?:the )?top of my head\b|\bcouldn't tell you\b"
        r"|\bi don't recall\b(?! (?:having|any))",
        # "I don't have a good feel for that." "We don't have clarity on that."
        r"\b(?:i|we)(?: really)? (?:don't|do not)(?: really| yet)? have (?:a (?:good |great |real )?(?:feel|sense"
        r"|handle"
        r"|quantification|crystal ball)|(?:any |much )?(?:clarity|visibility))\b",
    ),
    rule(
        "cannot say",
        Status.DECLINED,
        UNABLE,
        "can't|cannot|can not|not able|really able|quite able|unable|couldn't|in a position|in any position",
        # "I can't speak to that." "I can't say yet." "I cannot tell you how much." And not "I can't tell you how happy"
        r"\b(?:i|we)(?: (?:really|just|honestly|obviously))? (?:can't|cannot|can not|couldn't)(?: (?:really|actually"
        r"|possibly|yet|quite|necessarily|just|obviously|even|today|tonight|honestly|effectively|uniformly))?"
        r" (?:(?:speak|talk) (?:to|for|about) (?:that|the|it|any|those|what|his|her|their|them|him|specific|other)\b"
        r"|say (?:anything|yet|more|much|who|what|when|how|if|whether|exactly|for sure|any ?more|definitively|at"
        r" this)\b"
        r"|say[.,;]|tell you(?! (?:how (?!much\b|many\b|long\b|often\b|big\b)|that\b|it's|enough|there|is\b))"
        r"|predict|answer (?:that|it|this)\b"
        r"|confirm\b"
        r"|forecast|be (?:more )?specific|help you (?:with that|there)|help you[.,;]|give you)",
        # "I'm not able to say." "We're unable to predict that."
        r"\b(?:i'm|i am|we're|we are)(?: \w+ly| just)? (?:not (?:really |quite )?(?:able|in (?:a|any) position)|unable)"
        r" to (?:\w+ly )?(?:say|tell|comment|give|share|answer|provide|confirm|disclose|discuss|quantify|speak|talk"
        r"|verify"
        r"|predict)",
        # "Really can't, Eric." "I can't right now."
        r"(?:^|[.!?] |, )(?:i |we )?(?:really |just )?can't(?: right)?(?: at this (?:time|point)| now)?[.,;]",
    ),
    rule(
        "hard to say",
        Status.DECLINED,
        UNABLE,
        "hard |difficult |tough |impossible |challenging |appropriate "
        " & it's|it is|that's|that is|it would|it'd|that'd|that would|hard to |difficult to |tough to ",
        # "It's very hard to give a number on that." "It would be difficult for me to answer that."
        r"\b(?:it's|it is|that's|that is|it would be|it'd be|that'd be|that would be)(?: (?:very|really|pretty|so"
        r"|too|just"
        r"|extremely|a (?:bit|little)|a little bit)){0,2} (?:hard|difficult|tough|impossible|challenging|not"
        r" appropriate"
        r"|inappropriate)(?: (?:for (?:me|us)|right now|at this (?:point|time|stage)))? to (?:say|give|quantify"
        r"|answer|predict"
        r"|speculate|comment|project|put|tell|forecast|be (?:specific|precise|definitive)|estimate|break|share"
        r"|disclose|call)\b",
        # "Just too hard to predict right now." "Not really clear on that."
        r"(?:^|[.!?] |, )(?:just |really |very )?(?:too |very )?(?:hard|difficult|tough) to (?:say|predict|tell)\b",
        firm=False,
    ),
    rule(
        "does not know",
        Status.DECLINED,
        UNABLE,
        "know|no idea|not aware|not tracking|not familiar|haven't|have not|the first i|i don't|i do not"
        "|y do not|y don't|just do not|just don't"
        " & don't|do not|'m not|am not|no idea|haven't|have not|the first i",
        # "I don't know." "I honestly don't know the answer." "I don't know exactly." as a sentence's beginning
        r"(?:^|[.!?-] )(?:(?:well|so|look|um|uh|yeah|yes|you know|honestly|frankly|again|and|but|no|i'm sorry"
        r"|sorry),? )"
        r"{0,2}(?:i|we)(?: (?:really|honestly|just|actually|frankly))? (?:don't|do not)(?: (?:really|actually|yet))?"
        r" know"
        r"(?: (?:the answer|that|yet|exactly|the exact|about that|what that|when that|specific)\b|[.;!]|$)",
        # "I actually don't." as a whole answer
        r"^(?:no, )?i (?:actually |really |just )?(?:don't|do not)(?: know)?[.,]",
        # "I don't know if he has." "I don't know whether that is so." And not "I don't know if you want to add"
        r"\bi(?: (?:really|honestly|just|actually|frankly))? (?:don't|do not) know (?:if|whether|what|when|who|how)"
        r" (?!(?:you|anyone|anybody|we|to|much|many|long|it's|[a-z]+ (?:wants?|would like|has anything)) )",
        # "I'm not aware of that." "I haven't seen the report." "This is the first I'm hearing of it."
        r"\bi(?:'m| am) not (?:familiar with (?:that|any|it|those|the|this)\b|(?:aware of|tracking) (?:that|it|those"
        r"|this)(?=[.,;!]|$| (?:report|story|comment|article|letter)))|\bi have no"
        r" idea(?=[.,;!]|$| (?:what|who|when|if|about|on)\b)"
        r"|\bi (?:haven't|have not) (?:seen|read|heard|spoken|talked|gotten)(?: (?:about|to|with|of))? (?:that|those"
        r"|it\b|them"
        r"|him\b|her\b|the\b|any(?:thing)?\b|a\b)|\bthe first (?:i'm|i've|i have) (?:hear|heard|been)",
        firm=False,
    ),
    rule(
        "refers elsewhere",
        Status.DECLINED,
        OURS,
        "refer|point you|ask |direct you|question for|questions for|check with|talk to|reach out|speak with|speak to"
        "|speak for|defer to|let the|let him|let her|let them|send you|direct that|direct those|take that|allow ",
        # "I would refer you to the department." And not "I refer you to page 4"
        r"\b(?:refer|direct|send) you (?:all |guys |back |over )?to (?!(?:our|slide|page|my|the (?:slide|release|press"
        r"|appendix|presentation|10-|prepared))\b)",
        # "You'd have to ask them." "You may ask the supplier." "You should direct that to the agency."
        r"\byou(?:'d| would|'ll| will)? (?:may|might|should|can|could|have to|need to|want to|gotta|must)(?: (?:really"
        r"|probably|have to|need to|want to|just|better|certainly))? (?:ask (?!me\b|us\b|any|yours|for|that|again|a)"
        r"|(?:speak (?:to|with)|check with|talk to|reach out to) (?!me\b|us\b|you)|direct (?:that|those)|take that"
        r" (?:up )?(?:to"
        r"|with))",
        # "That's a question for them." "Those are questions for the customer."
        r"\b(?:that's|that is|it's|would be|those are) (?:really |probably |more )?(?:a )?(?:better )?questions? for"
        r" (?:the"
        r" |them|him\b|her\b|those|somebody|someone|others)",
        # "I'll defer to them on that." "We'd let the department speak to it."
        r"\b(?:i|we)(?:'ll|'d| will| would| have to)?(?: just| really| obviously)? defer to (?:them|the|his|her"
        r"|their|those"
        r"|others)\b",
        r"\b(?:i|we)(?:'ll|'d| will| would|'m going to|'re going to)(?: just)? (?:let|allow) (?:them|him|her|the"
        r" (?:department|president|white house|company|agency|campaign|family|customers?|vice president"
        r"|secretary))(?: to)?"
        r" (?:speak|talk|answer|address|announce|comment|respond|make|lay|decide)",
    ),
)
