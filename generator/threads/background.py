"""How common words are in the questions of any call, so that a series with few questions knows what is rare.

The list is ours: words that many ask with, in three tiers; what is not in it counts as never heard. Knows no calls.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.threads import terms

QUESTIONS = 1000
"""So many questions tell what is rare; where a series has fewer, the background stands for those that are missing."""

EVERYWHERE = """
administration change cost couple customer demand end expect growth increase line margin market new people plan
president price product rate relate report result revenue right sale share side state support take term versus
"""
OFTEN = """
actual address ai announce assume balance basis begin bill board bring budget build call capacity capex capital cash
channel city clarify close commit community compete competition competitor concern condition congress consider consumer
contribute cut deal decide decline decrease deliver demand department develop economy environment expand expense
federal finance flow fund gain government grow happen hire hour improve income inflation infrastructure interest
inventory invest job launch law leader loss macro member minister mix model nation need negotiate offer official
operate order organic organization pay percent percentage performance policy potential pressure program project propose
public purchase quality raise ramp reach release remain require resident response return risk school sell senate
service shift spend stock strategy strength supply system talk target tax unit vaccine value versus volume vote work
"""
SOMETIMES = """
accelerate account acquire acquisition action activity additional affect aggressive agreement allocation american
analyst application approach approve assess asset association assumption backlog bank benchmark bond border
brand bring broad buy buyback calendar campaign category caution chain challenge client close cloud combine
comfortable commercial commission committee component confidence construction consumption content contract control
convert council country credit currency cycle data date debt decision deposit design detail digital direct discount
distribution dividend division domestic double dollar dynamic earnings efficiency employee energy engine engineer
enterprise equity estimate europe evaluate exchange execute exposure extent facility faster federal figure flat
footprint freight gross guidance guide headcount headwind health hike historical household implication imply
incentive incremental indicate industry initiative input international introduce labor land legislation license
liquidity loan local locate logistics longer maintain management manufacture material measure mechanism media meet
message metric mid minute mobile momentum monetary money monitor month national net network normalize office online
open operation opex overhead pace partner partnership pass pattern payment peak penetration phase pipeline platform
portfolio premium prepare press private problem procurement production profile profit profitability promotion
property push quantify quote range reaction realize receive recover recovery reduce reduction regulation regulator
renew rent replace reserve respond restructure retail retention review rise roll round savings scale seasonal sector
security sequential settle shareholder short sign signal site slow slowdown software solution source spread stable
staff standard statement stimulus store street subscriber subscription suggest supplier surprise sustain tailwind
tariff team technology test timeline timing top traction trade traffic training transaction transition travel trial
unemployment union upside utilization vendor vertical visibility wage warehouse weak website weekend wholesale
worker
"""
TIERS = ((0.015, SOMETIMES), (0.03, OFTEN), (0.08, EVERYWHERE))
PLAIN = 0.02
"""In so many questions a word stands that tells nothing by itself, if no list has it."""

TOGETHER = """
artificial intelligence, balance sheet, basis point, bottom line, capital expenditure, capital spending, cash flow,
central bank, climate change, customer base, data center, data centre, double digit, executive order, exchange rate,
federal government, federal reserve, foreign policy, free cash, gross margin, growth rate, health care, human rights,
income tax, interest income, interest rate, language model, long term, machine learning, market share, minimum wage,
monetary policy, near term, net income, open source, operating expense, operating income, operating margin,
press conference, press release, prime minister, private label, product line, public health, real estate, run rate,
same store, short term, social media, supply chain, supreme court, tax rate, top line, unit cost, united states,
white house, working capital
"""
"""Words that are one thing wherever they stand side by side."""


def _rates() -> dict[str, float]:
    found = dict.fromkeys(terms.HALF, PLAIN)
    for rate, words in TIERS:
        found.update(dict.fromkeys(filter(None, map(terms.stem, words.split())), rate))
    return found


def _pairs(phrases: Iterable[str]) -> frozenset[tuple[str, str]]:
    stems = (tuple(map(terms.stem, phrase.split())) for phrase in phrases)
    return frozenset((one, two) for one, two in stems if one and two)


RATES = _rates()
"""Stem → in what part of all questions it is heard."""
JOINED = _pairs(TOGETHER.split(","))
"""Stems that are one thing, as they follow each other."""
