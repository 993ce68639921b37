"""Tells words that run a call (thanks, routing, closing) from words that say something. Knows text only."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.grammar import cues, sentences

# "Next question, please." "Operator, could we have the next question?" "We'll take our next question." "Thank you.
# Next!"
ROUTES = re.compile(
    r"(?i)\b(?:who(?:'s|’s| is) next|(?:next|last|final|first|one more|another|any(?: other| more)?"
    r"|further) (?:question|caller|one)s?\b"
    r"|operator[,.]|, operator\b|go ahead|line is (?:now )?open|open (?:up )?the (?:line|floor|call)|poll for questions"
    r"|over to you|(?<!come )(?<!get )(?<!circle )back to you|back to you next|turn (?:it|the call|things) (?:back"
    r" )?(?:over )?to"
    r"|next up\b|(?:let's|we'll"
    r"|let us) (?:go|move) (?:on )?to"
    r"|i'?ll (?:hand|turn|pass)|press star|operator instructions)"
)
ROUTING = cues.cued(
    ROUTES,
    """
    who is|who's & next
    next|last|final|first|one more|another|further & question|caller|one
    any
    operator|, operator|go ahead|line is|open|poll for|over to you|back to you|turn it|turn the|turn things|next up
    let's|we'll|let us & go|move
    i'll|ill & hand|turn|pass
    press star
    """,
)

# "Thank you very much." "Great, thanks." "Hi, good morning, everyone." "Appreciate it." "That's helpful."
COURTESY = re.compile(
    r"(?i)\b(?:thank(?:s| you)\b|great|good (?:morning|afternoon|evening|day)|hi\b|hello|hey|welcome|appreciate"
    r"|perfect|"
    r"congrat\w*|bye|take care|cheers|sure\b|okay|ok\b|all right|alright|got it|understood|helpful|wonderful|excellent|"
    r"very clear|nice to|you bet|you're welcome|no problem|my pleasure|makes sense|fair enough|awesome|super|cool)"
)
COURTEOUS = cues.cued(
    COURTESY,
    "thank|great|good|hi|hello|hey|welcome|appreciate|perfect|congrat|bye|take care|cheers|sure|ok|all right|alright"
    "|got it|understood|helpful|wonderful|excellent|very clear|nice to|you bet|you're welcome|no problem|my pleasure"
    "|makes sense|fair enough|awesome|super|cool",
)

# "谢谢大家。", "非常感谢您的问题。", "您好。": the same in Chinese
CHINESE = re.compile(r"[^，,？?]{0,6}(?:[谢感多]谢|[您你]好|[早晚]上好)[^，,？?]{0,8}")

# "价", "は": a sign of a script that writes no spaces
SIGN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")

# "This concludes today's conference call." "That ends our Q&A session." "You may now disconnect."
CLOSES = re.compile(
    r"(?i)\b(?:(?:that|this|which) (?:does |will |now )?(?:conclude|end|complete|bring)s?\b|has (?:now )?(?:concluded"
    r"|ended)|wraps? (?:it |things )?up"
    r"|you may (?:all )?(?:now )?disconnect|no (?:further|more|other) questions|(?:end|conclusion) of (?:the|our"
    r"|today's)"
    r"|reached the end|that(?:'s| is) all the (?:time|questions)|closing (?:remarks|comments))"
)

# "We're at time." "I make that everyone." "I think that's the queue." "We'll end it there." "A last word?"
WINDS_UP = re.compile(
    r"(?i)\b(?:(?:we(?:'|’)re|we are) (?:out of|at) time|(?:that(?:'s|’s| is)|make that) (?:all (?:the time "
    r"|that )?we have|everyone|the queue|it for)"
    r"|(?:end|leave|stop) (?:it )?there|last word|with that,? we(?: will|(?:'|’)ll)? (?:close|end)|(?:would"
    r"|do) you (?:like to )?close)"
)

# "Congratulations on the move, Mei. Tomás?"
NAMES = re.compile(r"(?:^|[ ,])[A-ZÀ-Þ][\w’'-]+\?$")

# "Marcus, do you want to take that?" "Wei will take this one."
HANDS_ON = re.compile(
    r"\b(?i:will|can|could|would|want to|let|ask"
    r"|why don['’]t)\b[^.?!]{0,40}\b(?i:take|answer|address|cover|handle|start with|speak to)\b (?i:that|this|it|the"
    r"|these|those)\b(?! off-?line)"
)
HANDING = cues.cued(HANDS_ON, "will|can|could|would|want to|let|ask|why don't")

# "[Operator signoff]"
SIGN_OFF = re.compile(r"(?i)\[[^\]]{0,40}sign-?off[^\]]{0,20}\]")

# what an answer has and a courtesy has not: a figure, a negation, a first person with a verb of saying or doing
SUBSTANCE = re.compile(
    r"(?i)\d|\b(?:because|think|expect|believe|yes|yeah|no|not|correct|right|absolutely|exactly|would|will)\b"
)

SHORT = 25
"""Words up to which a turn can be mere courtesy or routing."""


def within(text: str, words: int) -> bool:
    """Whether a text has no more than so many words; no more of them are counted."""
    return len(text.split(None, words)) <= words


def routes(text: str) -> bool:
    """Whether a turn does nothing but pass the floor: "Thanks, Brent. Operator, next question please."."""
    return (
        within(text, SHORT * 2)
        and bool(ROUTING.search(text))
        and all(ROUTING.search(s) or COURTEOUS.search(s) or len(s.split()) <= 3 for s in sentences.split(text))
    )


def courteous(text: str) -> bool:
    """Whether a turn is only thanks, greeting or acknowledgement: "Great, thanks, Jeff.", "Hey, Mark."."""
    if "?" in text or not within(text, SHORT):
        return False
    return all(_courtesy(s) for s in sentences.split(text))


def _courtesy(sentence: str) -> bool:
    said = COURTEOUS.search(sentence) or CHINESE.fullmatch(sentence) or _words(sentence) <= 2
    return bool(said) and not SUBSTANCE.search(sentence)


def _words(sentence: str) -> int:
    """Count words, two signs for one in Chinese and Japanese, which write no spaces."""
    return len(sentence.split()) + len(SIGN.findall(sentence)) // 2


def closes(text: str) -> bool:
    """Whether a turn ends the questions or the call."""
    return bool(CLOSES.search(text) or SIGN_OFF.search(text))


# "Thank you all for joining us today", "We look forward to speaking with you next quarter", "Have a great day"
FAREWELL = re.compile(
    r"(?i)\b(?:thank(?:s| you)(?: again| all| everyone| everybody| very much| so much|,)*"
    r" (?:for|to everyone for) (?:joining|dialing|dialling|calling|your (?:time|participation|interest|attention)"
    r"|coming|being|attending|participating|listening)"
    r"|look forward to (?:speaking|seeing|talking|updating|meeting)|(?:that|this) (?:concludes|wraps up)"
    r"|have a (?:great|good|nice|wonderful) (?:day|rest|evening|afternoon|night|weekend|week|holiday|one)|goodbye"
    r"|bye-bye)"
)

TAKING_LEAVE = cues.cued(
    FAREWELL,
    """
    thank|look forward|goodbye|bye-bye
    that|this & concludes|wraps up
    have a & great|good|nice|wonderful
    """,
)


def says_farewell(text: str) -> bool:
    """Whether a turn takes leave of everybody: not long, and in the words in which calls end."""
    return courteous(text) or (within(text, 150) and bool(TAKING_LEAVE.search(text) or WINDS_UP.search(text)))


BRIEF = 20
"""Words up to which a turn can do nothing but pass a question on."""


def hands_on(text: str) -> bool:
    """Whether a turn does nothing but pass a question on to a colleague: short, and in the words for it."""
    if not within(text, BRIEF):
        return False
    told = sentences.split(text)
    handing = [bool((s.endswith("?") and NAMES.search(s)) or HANDING.search(s)) for s in told]
    return any(handing) and all(hands or _courtesy(s) for hands, s in zip(handing, told, strict=True))


@lru_cache(maxsize=4096)
def says_nothing(text: str) -> bool:
    """Whether a turn is neither question nor answer: routing, courtesy, passing on."""
    return routes(text) or courteous(text) or hands_on(text)
