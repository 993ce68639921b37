"""An archive of believable calls, invented, the same on every run. Must not know what is measured.

What makes a search index big is how words are spread, so words come with the frequencies of speech: a few dozen make
half of all text, a call keeps to words of its own, and brings some that few others have.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

SMALL = (
    "the to and of a in that we our for is on as are you this it with be have so from at will or i by not what which "
    "has an more about can think was there year all they if but just some do one now how over into also well than "
    "other these continue very see out where up been who their going would really lot because like had when your good "
    "look"
).split()
"""Small words, the commonest first: they are about half of everything said."""
STEMS = (
    "quarter growth margin revenue cost price demand customer market order supply plan share region team product "
    "launch cloud model grid mill bakery ferry harbour copper winter bridge lantern orchard kettle walnut saddle "
    "meadow timber engine tunnel turbine anchor basket beacon boiler border bottle branch butter button canal candle "
    "carbon carpet castle cellar cement chain channel chapter charter chimney circle clock coast coffee collar colour "
    "column comet contract corner cotton counter cradle crane credit crystal current curtain dairy deck desert diesel "
    "door draft drawer dredge driver drum dune dust easel echo edge elbow ember fabric factory farm feather fence "
    "fibre field filter finance flame fleet floor flour forest forge fountain frame freight frost fuel furnace "
    "gallery garden gauge gear glass glove grain granite gravel groove guard gutter hammer handle hangar hatch hay "
    "hazel hedge hill hinge hollow honey hook horizon house hull ice inlet iron island jacket jar joint journal juice "
    "jungle keel kernel key kitchen ladder lake lamp land lane latch lathe lattice lawn layer lead leaf leather ledge "
    "lens letter level lever library lid lime line linen link lock loft log loom loop machine magnet map marble mast "
    "mat matter measure medal melt metal meter mine mint mirror mist mortar moss motor mountain museum nail needle "
    "nest net nickel night note nut oak oar oat office oil olive onion orbit ore organ oven paddle page paint panel "
    "paper parcel park pasture path pattern pearl pebble pencil pepper piano pier pine pipe pitch plank plate plough "
    "pocket point pole pond port post pot powder press prism pulley pump quarry quilt rack raft rail rain ramp range "
    "reed reef resin ribbon rice ridge ring river road robe rock roof room root rope rubber rudder rug sail salt sand "
    "scale school screen screw sea seed shade shaft shed sheet shelf shell ship shore silk silver skill slate sleeve "
    "slope smith smoke snow soap soil spade spark spice spring square stage stair star station steam steel stem step "
    "stone store storm straw stream street string study sugar summit surface swan switch table tank tape target tea "
    "tent thread tide tile tin tool tower track trade train tray tree trench trunk tube valley valve vault velvet "
    "vessel village vine wage wagon wall watch water wave wax weather weight well wharf wheat wheel willow wind "
    "window wing wire wood wool work yard yarn zinc zone"
).split()
ENDINGS = ("", "s", "ed", "ing", "er", "ment", "al", "less", "wise")
FIRST = (
    "Ada Boris Carla Dmitri Elena Farid Greta Henrik Ines Jonas Katja Luis Marta Nils Olga Pavel Quentin Rosa Sven "
    "Tara Ugo Vera Wanda Xenia Yusuf Zora Anil Bodil Cem Dora Emre Fleur Goran Hana Imre Joana Kofi Lena Mirko Nadia"
).split()
LAST = (
    "Abbott Brandt Castro Dahl Ekman Fischer Grant Haas Ivanov Jensen Keller Lund Moreau Novak Ortiz Petrov Quist "
    "Rossi Sato Tanaka Ueda Varga Weber Yilmaz Zeman Achterberg Bellweather Corvin Drummond Eastlake Fairholm "
    "Grimaldi Hollis Ingram Jarvela Kestner Lockwood Merriweather Norling Oakes"
).split()
FIRMS = (
    "Alster Birch Cardinal Dover Elm Falcon Garnet Heron Iris Juniper Kite Larch Mistral Nettle Osprey Plover".split()
)
KINDS = ("Capital", "Research", "Privatbank", "Securities")
COMPANIES = "Foundry Ferries Bakeries Grids Timber Glass Freight Cement Textiles Engines".split()
TOPICS = 120
"""Words that the archive's topics.yml lists: a few in a passage, as with real vocabularies."""
QUESTIONS = 10
SERIES = 40
"""Calls of one company: ten years of quarters."""
TAIL = 24_000
"""Different words beside the small ones."""
EXPONENT = 1.07
"""How fast words get rarer; 1 is Zipf's law."""
POOL = 2_400
"""Words that a call draws once and then says over and over: about 1,600 different ones, as in real calls."""
PHRASES, FIXED = 600, 0.14
"""Turns of phrase that everybody uses, and how often one comes up."""
ECHO, SPAN = 0.1, 200
"""How often somebody takes up two words that were just said, and how far back: text then packs as real calls do."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """Words and how often each is said."""

    words: tuple[str, ...]
    weights: tuple[float, ...]
    """Summed up, as `random.choices` likes it."""
    phrases: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Mouth:
    """The words of one call."""

    chance: random.Random
    pool: Sequence[str]
    phrases: Sequence[tuple[str, ...]]
    said: list[str] = field(default_factory=list)


def tongue() -> Tongue:
    """Make the words of an archive: small ones first, then stems, their forms, and compounds of two."""
    chance = random.Random(1)
    forms = [stem + ending for ending in ENDINGS for stem in STEMS]
    found = dict.fromkeys([*SMALL, *forms])
    short = [stem for stem in STEMS if len(stem) < 6]
    while len(found) < len(SMALL) + TAIL:
        found[chance.choice(short) + chance.choice(short) + chance.choice(("", "s"))] = None
    words = tuple(found)
    weights = tuple(accumulate(1 / (rank + 2.7) ** EXPONENT for rank in range(1, len(words) + 1)))
    lengths = (chance.randrange(3, 6) for _ in range(PHRASES))
    return Tongue(words, weights, tuple(tuple(chance.choices(words, cum_weights=weights, k=n)) for n in lengths))


def write(project: Path, calls: int, words: int = 8_000) -> None:
    """Write a project with so many calls of so many words each; a call's text depends on its number alone."""
    root, said = Path(__file__).parent.parent, tongue()
    content = project / "content"
    content.mkdir(parents=True, exist_ok=True)
    (project / "mkdocs.yml").write_bytes((root / "mkdocs.yml").read_bytes())
    subjects = (said.words[len(SMALL) + 300 + number * number // 4] for number in range(TOPICS))
    topics = "".join(f"  - name: {word.title()}\n" for word in dict.fromkeys(subjects))
    (content / "topics.yml").write_text(f"topics:\n{topics}", encoding="utf-8")
    for number in range(calls):
        place = project / path(number)
        place.parent.mkdir(exist_ok=True)
        place.write_text("\n\n".join(call(said, number, words)) + "\n", encoding="utf-8")


def path(number: int) -> str:
    """Name the file of a call."""
    series, quarter = divmod(number, SERIES)
    return f"content/company-{series:03}/{2015 + quarter // 4}-q{quarter % 4 + 1}.txt"


def call(said: Tongue, number: int, words: int = 8_000) -> Iterator[str]:
    """Say a call: remarks, then questions that are handed over, asked, answered and followed up."""
    chance, series = random.Random(number), number // SERIES
    mouth = Mouth(chance, chance.choices(said.words, cum_weights=said.weights, k=POOL), said.phrases)
    firm = f"{STEMS[40 + series].title()} {COMPANIES[series % len(COMPANIES)]}"
    chief, money = person(7_000 + 2 * series), person(7_001 + 2 * series)
    quarter, year = number % 4 + 1, 2015 + number % SERIES // 4
    yield f"{firm} Q{quarter} {year} Earnings Call\n{year}-{quarter * 3 - 1:02}-{series % 27 + 1:02}"
    yield f"Operator: Welcome to the call of {firm}. I now hand over to {chief}, Chief Executive Officer."
    for speaker in (chief, money):
        yield f"{speaker}: {_paragraph(mouth, 110)}"
        yield from (_paragraph(mouth, 110) for _ in range(words // 800))
    for _ in range(QUESTIONS):
        asker = chance.randrange(40 + series * 8, 140 + series * 8)
        house = f"{FIRMS[asker % len(FIRMS)]} {KINDS[asker // len(FIRMS) % len(KINDS)]}"
        yield f"Operator: Our next question comes from {person(asker)} with {house}. Please go ahead."
        yield f"{person(asker)}: Thank you. {_paragraph(mouth, 70)} What will {_phrase(mouth, 14)}?"
        yield f"{chief}: {_paragraph(mouth, 110)}"
        yield from (_paragraph(mouth, 110) for _ in range(words // 3200))
        yield f"{person(asker)}: Understood. And how do you see {_phrase(mouth, 12)}?"
        yield f"{money}: {_paragraph(mouth, words // 110)}"
    yield "Operator: There are no further questions. This concludes the call. You may now disconnect."


def person(number: int) -> str:
    """Name somebody: the same number is the same name."""
    return f"{FIRST[number % len(FIRST)]} {LAST[number // len(FIRST) % len(LAST)]}"


def commonest(said: Tongue) -> Sequence[str]:
    """List words that are worth trying: the commonest of all, the commonest that means something, and rarer ones."""
    at = bisect(said.weights, said.weights[-1] * 0.9)
    return (said.words[0], STEMS[0], said.words[len(SMALL) + 200], said.words[at])


def _paragraph(mouth: Mouth, count: int) -> str:
    """Say sentences of about fourteen words, now and then with a figure."""
    sentences = []
    while count > 0:
        length = min(count, mouth.chance.randrange(6, 23))
        figure = f" of {mouth.chance.randrange(1, 900) / 10} percent" if mouth.chance.random() < 0.2 else ""
        sentences.append(f"{_phrase(mouth, length).capitalize()}{figure}.")
        count -= length + (3 if figure else 0)
    return " ".join(sentences)


def _phrase(mouth: Mouth, count: int) -> str:
    words: list[str] = []
    while len(words) < count:
        kind = mouth.chance.random()
        if kind < FIXED:
            words += mouth.chance.choice(mouth.phrases)
        elif kind < FIXED + ECHO and len(mouth.said) > SPAN:
            at = len(mouth.said) - mouth.chance.randrange(2, SPAN)
            words += mouth.said[at : at + 2]
        else:
            words.append(mouth.chance.choice(mouth.pool))
    mouth.said.extend(words[:count])
    return " ".join(words[:count])
