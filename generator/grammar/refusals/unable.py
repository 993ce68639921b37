"""Inability: somebody does not have it, does not know it, or may not be the one to say it. Knows text only."""

from __future__ import annotations

from generator.grammar.refusals.rule import SILENCE, THING, UNABLE, Rule, rule
from generator.model import Status

RULES: tuple[Rule, ...] = (
    # "I don't have anything for you on that." "I have nothing to announce." "We have no updates to share."
    rule(
        "nothing to share",
        Status.DECLINED,
        UNABLE,
        "have|nothing|'ve got",
        r"\b(?:i|we)(?: (?:just|also|really|still|certainly|obviously))? (?:don't|do not|won't|wouldn't)"
        r"(?: (?:really|currently|actually|yet|necessarily|just|even))? have (?:any(?:thing)?|a|an|more|much"
        r"|the|that)"
        r"(?: (?:more|new|else|further|additional|specific|particular|other|personnel|scheduling|travel|sort"
        r" of|kind of"
        r"|\w+ing)){0,2}(?: (?:to (?:share|announce|add|say|preview|read out|report|offer|give|provide"
        r"|disclose|lay out"
        r"|go beyond|update)|for you\b|beyond (?:that|what)|on that\b"
        r"|(?:updates?|announcements?|details?|information|comment|read-?outs?|specifics|guidance|previews?|timeline"
        r"|news|numbers|confirmation|response|reaction|assessment|intelligence|insight)"
        r"(?: \w+){0,3} (?:to (?:share|announce|provide|give|preview|read|offer|make|add|report|say)|for you|on that"
        r"|at this (?:time|point|moment)|today|beyond|about (?:that|it))))"
        r"|\b(?:i|we)(?:'ve| have)(?: really| just| currently| got)? (?:nothing|no (?:updates?|announcements?"
        r"|news|comment"
        r"|details?|information|(?:further|new|additional|more|specific) \w+))(?: (?:more|new|further|else))?"
        r"(?: \w+){0,2} (?:to (?:share|announce|add|say|preview|read|report|offer|give|provide|make)|for you|on that"
        r"|at this)",
    ),
    # "I don't have the number in front of me." "I don't have an answer." "We don't have that breakdown."
    rule(
        "does not have it at hand",
        Status.DECLINED,
        UNABLE,
        "have|'ve got",
        rf"\b(?:i|we)(?: (?:just|also|really|actually|still))? (?:don't|do not|won't|didn't)(?: (?:actually"
        rf"|really|yet"
        rf"|necessarily|currently|even))? have{THING}(?: (?:in front of|with|handy|at hand|available|on hand"
        rf"|right|off"
        r"|for (?:that|this|you)|here|on (?:that|this|me|him|it)|yet|to (?:hand|give|share|that)|ready|today|at)"
        r"|[.,;])"
        r"|\b(?:i|we) (?:don't|do not|didn't|haven't) (?:have|got|bring|brought)"
        r" (?:that|it|those|this|them)(?: \w+){0,2} (?:in front of|with me|with us|handy|at hand|on hand|available"
        r"|at my finger|to hand|off the top)",
    ),
    # "I can't speak to that." "I don't know the answer." "I can't say."
    rule(
        "cannot say",
        Status.DECLINED,
        UNABLE,
        "can't|cannot|can not|not able|unable|couldn't|not in a position|don't know|do not know|hard to|hard for"
        "|difficult to|difficult for|impossible to",
        r"\b(?:i|we)(?: (?:really|just|honestly|obviously))? (?:can't|cannot|can not|couldn't)(?: (?:really|actually"
        r"|possibly|yet|quite|necessarily|just|obviously|even|today|tonight|honestly))?"
        r" (?:(?:speak|talk) (?:to|for|about) (?:that|the|it|any|those|what|his|her|their|them|him|specific|other)"
        r"|say(?: (?:yet|more|much|who|what|when|how|if|whether|exactly|for sure|anything|any more"
        r"|definitively|at this))"
        r"|say[.,;]|tell you (?:tonight|today|yet|exactly|who|what|when|where|which|how (?:much|many|long|often|big)"
        r"|if|whether|more|at this|right now|precisely|the (?:exact|precise))|give you (?:a|an|any|the|that|exact"
        r"|specific|those|precise|more)|predict|answer (?:that|it|this)|confirm|forecast|be more specific|be"
        r" specific)"
        r"|\b(?:i'm|i am|we're|we are)(?: \w+ly| just)? (?:not (?:really |quite )?(?:able|in (?:a|any)"
        r" position)|unable)"
        r" to (?:say|tell|comment|give|share|answer|provide|confirm|disclose|discuss|quantify|speak|talk|verify)",
    ),
    # "I don't know." at the beginning of an answer, and little else
    rule(
        "does not know",
        Status.DECLINED,
        UNABLE,
        "don't know|do not know|no idea|not aware|haven't seen|not familiar|not sure|not certain",
        r"(?:^|[.!?] |, )(?:(?:well|so|look|um|uh|yeah|yes|you know|honestly|frankly|again|and|but|no),? ){0,2}i"
        r"(?: (?:really|honestly|just|actually|personally|simply))? (?:don't|do not) know(?: (?:the answer"
        r"|that|if|whether"
        r"|what|when|who|how|where|exactly|the exact|about that|yet|specific)\b|[.,;!]|$)"
        r"|\bi(?:'m| am) not aware of (?:that|any|it|those|the)|\bi (?:haven't|have not) seen (?:that|those"
        r"|the (?:report"
        r"|comment|story|article|letter|statement|specific)|it\b|them)|\bi have no idea\b"
        r"|\bi(?:'m| am) not familiar with (?:that|those|the|it)",
        firm=False,
    ),
    # "I would refer you to the department." "You may ask the supplier." "That's a question for them."
    rule(
        "refers elsewhere",
        Status.DECLINED,
        SILENCE,
        "refer you|point you|ask |direct you|question for|questions for|to speak to|check with|talk to|reach out"
        "|speak with|speak to|let them|defer to|let him|let her",
        r"\b(?:refer|direct|point|send) you (?:back )?(?:to|over to) (?!(?:our|slide|page|the (?:slide|release|press"
        r"|appendix|presentation|10-))\b)|\byou(?:'d| would|'ll| will)? (?:may|might|should|can|could|have to|need to"
        r"|want to|gotta|must)(?: (?:really|probably|have to|need to|want to|just|better))? (?:ask (?!me\b"
        r"|us\b|any|yours"
        r"|that question to me|tom)|speak (?:to|with)|check with|talk to|reach out to|direct (?:that|those)|take that"
        r" (?:up )?(?:to|with))|\b(?:that's|that is|it's|would be|is|are)(?: \w+ly)? (?:a )?(?:better"
        r" )?questions? for"
        r" (?:the |them|him|her|those|him|somebody|someone|others|our customers|[a-z]+ to answer)"
        r"|\b(?:i|we)(?:'ll|'d| will| would)?(?: just| have to| really| obviously)? (?:defer|refer) (?:you )?to"
        r" (?:them|the|him|her|his|their|those|others)\b"
        r"|\b(?:i|we)(?:'ll|'d| will| would| 'm going to|'m going to) (?:let|leave (?:it|that) to|allow)"
        r" (?:them|him|her|the (?:department|president|white house|company|agency|campaign|family|customer)\w*)"
        r"(?: to)? (?:speak|talk|answer|address|announce|comment|respond|say|make|lay|decide)",
    ),
)
