"""Tells whether words can be the name of a speaker. Must not know layouts.

A label is a plausible person's name or one of the generic names of voices ("Operator", "Q", "Unidentified Analyst").
"""

from __future__ import annotations

import re
from functools import lru_cache

REMEMBERED = 4096
"""The same labels are asked about again and again: so many answers are kept."""
LONGEST = 6
"""Words of the longest name: "Hon. Maria del Carmen Ortiz Vega"."""

HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame hon rev lord lady madam herr frau mme monsieur senator representative"
    " congressman congresswoman secretary ambassador governor mayor councillor councilor councilman councilwoman"
    " councilmember alderman commissioner chair chairman chairwoman chairperson vice-chair president judge justice"
    " general admiral colonel captain lieutenant major administrator director minister speaker surgeon acting vice"
    " deputy assistant under coach advisor adviser chief superintendent treasurer trustee supervisor".split()
)
ABBREVIATED = frozenset("mr mrs ms mx dr prof hon rev st jr sr gen sen rep gov lt col capt mme sra".split())
"""Words after which a full stop ends nothing: `MS. IBÁÑEZ. text`."""
_PARTICLES = frozenset(
    "van von de der den da del della di do dos das du des la le las los lo bin ibn binti al el ben bar ter ten te af av"
    " zu zur y e i und of the".split()
)
_SUFFIXES = frozenset("jr sr ii iii iv phd md cfa esq cpa".split())

_VOICES = frozenset(
    "operator moderator coordinator facilitator analyst host cohost co-host interviewer interviewee interpreter"
    " translator speaker participant attendee audience member representative executive official officer question answer"
    " questioner reporter journalist voice man woman aide chair chairman chairwoman chairperson mayor clerk resident"
    " narrator announcer presenter panelist panellist guest student caller crowd staff everyone all q a investor"
    " shareholder stockholder secretary treasurer citizen counsel president commentator male female unknown"
    " unidentified interjection photojournalist photographer crew adviser advisor".split()
)
_ALONE = frozenset(["question", "answer", "q", "a", "all", "everyone", "man", "woman"])
"""Voices only by themselves: "Second question: …" is somebody's words."""
_QUALIFIERS = frozenset(
    "unidentified unknown unnamed male female multiple another second first third the our your conference call event"
    " meeting audience company corporate white house senior administration military state department management"
    " investor press lead vice deputy city town village council board committee crew force air one defense intelligence"
    " sell-side buy-side u.s. american local union various several co flight hill".split()
)
_NUMBERS = frozenset("one two three four five six seven eight nine ten".split())
# "SPEAKER_03", "Speaker 3", "spk_0", "Speaker A", "Operator #2": the number after the voice
_NUMBERED = re.compile(
    r"(?i)(?:speaker|spk|spkr|voice|participant|caller|analyst|operator|guest|official)s?[ _-]?#?\s?(?:\d{1,3}|[A-Z])"
)

_COMMON = frozenset(
    (
        "a about above account accounting act action actions activity add added additional adjusted advisory after"
        " again agenda agreed agreement ai all also although always amount an analysis and announcement annual another"
        " answer answers any api app application are area areas argument article as asia asset assets at attendance"
        " attendees audience audio author average back background balance based basic basically because before below"
        " benefit benefits best between bill bip bitcoin board bonus book bookings bottom break budget business but"
        " buy by call capital caption cases cause challenge change changes chapter characters china city closing code"
        " comment comments commercial committee community companies company comparison conclusion conference consensus"
        " constant consumer contact content contents context corporate cost costs could cover credit currency current"
        " customer customers data date day days debt decision decisions definition deferred deliverable demand"
        " description details development did digital disclaimer discussion dividend do does dollar duration each"
        " earnings ebitda edited editor education else email emphasis end energy engagement enterprise episode eps"
        " equity europe even event every example expected expense expenses fact figure file finally finance financial"
        " first fiscal flow focus follow following footnote for forecast format forward free from full fund further"
        " gaap gaming general github given global goal going good great group growth guidance guide had has have"
        " health here highlights history hour how however i idea if image impact important in inc include includes"
        " including income increase index india industry inflation info information innovation insight integration"
        " interest international into introduction inventory investment investments is issue issues it item items its"
        " jingle job just key kind language last later launch lead learning legal less lesson let level line link"
        " links list live loan location logistics long look looking loss ltd made main management margin margins"
        " market marketing markets material maybe me means media meeting members metric metrics minutes model more"
        " most motion move music my name net network never new news next no non-gaap none north not note notes nothing"
        " now number numbers objective of ok okay on once one online only open operating operations opinion"
        " opportunity option or order original other our out outcome outlook output over overall overview own page"
        " paper part participants partnership past payment people per performance period phase pipeline place plan"
        " platform please point points policy poll portfolio position possible post premium prepared present presented"
        " presentation press previous principle private problem process product production products profit program"
        " progress project projects proposal published purchase purpose q1 q2 q3 q4 quality quarter question questions"
        " quick quote rate rates ratio reading reason record recording reference references region related remarks"
        " reminder remember report reported research resolution resolved resource resources response restructuring"
        " result results retail retention return returns revenue revenues review right risk risks rule safe sales same"
        " say scraped second section security see segment selected service services session share shares she should"
        " side similarly since slide slides so software solution some something source speakers special spending"
        " sponsor start started statement statements status step still stock stocks story strategic strategy subject"
        " subscription such summary supply support sure system tags take talk tariff tax team tech technology terms"
        " test thank thanks that the their them theme then there these they thing things third this those though three"
        " through ticker tier time tip title to today tokens too tool top topic topics total trade transcript"
        " transcribed transcription transition translation true two type u.s under unit units until update updates"
        " upgrade url us use user users value version very via video volume vote votes wait warning was way we week"
        " weeks well were what when where whether which while who why will with within without wonderful work world"
        " would year years yes yet you your zero january february march monday tuesday wednesday thursday friday"
        " saturday sunday absolutely congratulations correct definitely exactly excellent hello hey hi morning perfect"
        " really terrific yeah moreover furthermore secondly thirdly lastly firstly ads voiceover assuming regarding"
        " concerning"
    ).split()
)
"""Words that stand before colons and on lines of their own and are nobody's name."""


@lru_cache(REMEMBERED)
def generic(name: str) -> bool:
    """Tell whether a name is that of a voice and of no person: "Operator", "SENIOR OFFICIAL TWO", "SPEAKER_03"."""
    said = name.split(None, LONGEST + 1)
    if len(said) > LONGEST + 1:
        return False
    words = [word.strip(".,#()").casefold() for word in said]
    if words and (words[-1].isdigit() or words[-1] in _NUMBERS) and len(words) > 1:
        words.pop()
    if not words or len(words) > LONGEST:
        return False
    known = words[-1] in _VOICES or words[-1].removesuffix("s") in _VOICES
    if len(words) > 1 and words[-1] in _ALONE:
        return False
    return (known and all(w in _QUALIFIERS or w in _VOICES for w in words[:-1])) or bool(_NUMBERED.fullmatch(name))


@lru_cache(REMEMBERED)
def plausible(name: str) -> bool:
    """Tell whether words have the shape of a person's name: "Hon. J. B. van der Berg", "王小明", "Ghost43"."""
    words = name.split()
    if not 1 <= len(words) <= LONGEST or len(name) > 60:
        return False
    kept = [word for word in words if not _small_part(word)]
    return bool(kept) and all(_name_word(word) for word in kept) and (words[0] in kept or len(words) > 1)


@lru_cache(REMEMBERED)
def common(name: str) -> bool:
    """Tell whether a name-shaped label holds a word that names of people do not hold: "Total Revenue", "Break"."""
    words = [word.strip(".,").casefold() for word in name.split()]
    asked = [word for word in words if word not in HONORIFICS]
    return any(word in _COMMON and word not in _PARTICLES for word in asked) or (bool(asked) and asked[0] in _COMMON)


def capitals(name: str) -> bool:
    """Tell whether a name is printed in capitals."""
    return name.isupper() and sum(c.isalpha() for c in name) > 1


def unspaced(name: str) -> bool:
    """Tell whether a name is of a script that writes full names without a space: 王小明."""
    return 2 <= len(name) <= 6 and all(c.isalpha() and c.upper() == c.lower() for c in name)


def titled(name: str) -> bool:
    """Tell whether a name begins with an honorific or an office, and goes on: "MS. PSAKI", "Mayor Okafor"."""
    words = name.split()
    return len(words) > 1 and words[0].rstrip(".").casefold() in HONORIFICS


def honored(name: str) -> bool:
    """Tell whether a name begins with Mr., Ms., Dr. or the like."""
    words = name.split()
    return len(words) > 1 and words[0].rstrip(".").casefold() in ABBREVIATED


@lru_cache(REMEMBERED)
def core(name: str) -> tuple[str, ...]:
    """Give the words of a name that tell people apart: no honorific, no initial, no suffix."""
    words = [word.strip(".,'’").casefold() for word in name.split()]
    kept = [w for w in words if len(w) > 1 and w not in _SUFFIXES and w not in HONORIFICS]
    return tuple(kept or words)


def same_person(one: str, other: str) -> bool:
    """Tell whether two names of one call differ by no more than a slip: Steve Ju and Stephen Ju, Bob and Robert not."""
    a, b = core(one), core(other)
    if not a or not b:
        return False
    if a == b or (set(a) <= set(b) and len(a) > 1) or (set(b) <= set(a) and len(b) > 1):
        return True
    return a[-1] == b[-1] and a[0][0] == b[0][0] and len(a) > 1 and len(b) > 1


def _small_part(word: str) -> bool:
    return word.casefold() in _PARTICLES and not word[:1].isupper()


def _name_word(word: str) -> bool:
    bare = word.rstrip(".,").strip("“”\"'‘’")
    first = bare[:1]
    if not first.isalpha() or not (first.isupper() or not (first.islower() or first.istitle())):
        return bool(_name_after_small(bare))
    return all(c.isalnum() or c in ".'’‘-·‐‑`" or (not c.isascii() and not c.isspace() and c.isalpha()) for c in bare)


def _name_after_small(word: str) -> bool:
    """`al-Rashid`, `d'Arcy`, `de-Vries`: a small beginning, a capital after the mark."""
    head, mark, tail = next(((word[:i], c, word[i + 1 :]) for i, c in enumerate(word) if c in "-'’"), ("", "", ""))
    return bool(mark) and len(head) <= 3 and head.isalpha() and tail[:1].isupper() and tail.replace("-", "").isalpha()
