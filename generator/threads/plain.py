"""Words with which anything is asked, so that they tell no question from another. Knows nothing of any archive."""

from __future__ import annotations

from generator.lexicon import words

COURTESY = frozenset(
    """
    afternoon afternoons appreciate color colour congrats congratulations curious evening everybody everyone folks
    follow followup glad good great guess guys happy hello hey hi hope hoping kind kindly love madam morning nice ok
    okay pardon please question questions quick quickly regards sir sorry sure thank thanked thanks wanted welcome
    wish wonder wondered wondering
    """.split()
)
"""What people say to each other before they ask."""

ASKING = frozenset(
    """
    add ask asked asking bit clarify clear color comment commented comments confirm curious detail details discuss
    discussed discussing discussion discussions elaborate explain express feel gave give given giving going gonna
    got guidance hear heard help helpful idea insight kind know known let like look looked looking lot maybe mean
    mention mentioned mentioning particular particularly perspective point put read really regard regarding remind
    said saw say saying see seeing seem seems seen sense sort speak speaking specific specifically spoke spoken
    suppose talk talked talking tell terms thing things think thinking thought thoughts told touch touched try
    trying understand understanding understood update updated view wanna want way ways word words
    """.split()
)
"""What a question is put in, whatever it is about."""

WHEN = frozenset(
    """
    ago already current currently date day days earlier early eventually far fiscal half immediately late later
    latest long longer moment month months next now past period previous previously prior quarter quarterly quarters
    recent recently soon start started still time times today tomorrow tonight week weeks year yearly years
    yesterday yet
    """.split()
)
"""When something is: a question asked again a quarter later is about another quarter."""

COUNTS = frozenset(
    """
    billion eight eighth fifth first five four fourth half hundred hundreds last million nine number numbers one
    ones percent second secondly seven six sixth ten tens third thirdly thousand thousands three trillion twenty two
    """.split()
)

FRAGMENTS = frozenset(
    "ain aren couldn didn doesn don hadn hasn haven isn ll re shouldn ve wasn weren won wouldn".split()
)
"""What is left of "don't" and "we've" without their ends."""

MARKS = frozenset("applause crosstalk inaudible indiscernible laughter overlapping phonetic unintelligible".split())
"""What transcribers set down where they could not hear."""

NOTHING = (
    words.GRAMMAR | words.CALENDAR | COURTESY | ASKING | WHEN | COUNTS | FRAGMENTS | MARKS | {"um", "uh", "er", "ah"}
)
"""Words that are left out altogether."""

PLAIN = frozenset(
    """
    able actual actually address area available bad base based basically become believe benefit best better big
    bigger business case certain certainly change changed changes changing clearly come comes coming company compare
    compared completely continue continued continues conversation conversations create difference different
    difficult drive driver drivers easy effect effort efforts element end entire especially everything exactly
    example expect expectation expectations expected expecting fact factor factors fair feeling figure find forecast
    forward full fully future general generally great group happen happened happening happens hard high higher hold
    impact important include increase increased increasing interesting involved issue issues keep kept key large
    larger largest lead level levels little look low lower main major makes manage matter meaningful metric modest
    move moving near need needed needs new normal obvious obviously open opportunities opportunity option outlook
    overall part people perhaps piece pieces place plan planning plans play positive possible potential potentially
    pretty probably process progress provide quite range reason reasonable reasons related result results right role
    run running segment segments set share short show side significant significantly similar simple situation size
    small something stand state step steps strong stronger support take takes taking team top total towards
    trajectory trend trends turn type types understand use used using usual various whole work worked working world
    worth
    """.split()
)
"""Words that may tell what is asked, but not by themselves: they count for half."""

CHINESE = frozenset("的了是在我您你们请问谢想一下和有吗呢吧啊也就都与对及这那个会能可以到去来说看")
"""Characters of grammar and of courtesy; what stands between them is a word more often than not."""
