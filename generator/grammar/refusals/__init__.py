"""The rules by which words refuse an answer or put it off: one table. Knows text only.

What a rule is modelled on stands beside it; the phrases are our own.
"""

from generator.grammar.refusals import abroad, declined, deferred, unable
from generator.grammar.refusals.needs import Needs
from generator.grammar.refusals.rule import Rule

RULES: tuple[Rule, ...] = (*declined.RULES, *unable.RULES, *deferred.RULES, *abroad.RULES)
NEEDS = Needs(RULES)

__all__ = ["NEEDS", "RULES", "Rule"]
