"""Tells in one go which rules of refusal can fit a text at all, by the words they need. Knows text only."""

from __future__ import annotations

from collections.abc import Sequence

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from generator.grammar.refusals.rule import Rule


class Needs:
    """The needed words of some rules. Each group of alternatives is a bit, so that a rule is a number of bits."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        groups = {group: 1 << n for n, group in enumerate(dict.fromkeys(g for rule in rules for g in rule.needs))}
        words = dict.fromkeys(word for group in groups for word in group)
        self._automaton = AhoCorasick(words, matchkind=MatchKind.Standard, implementation=Implementation.DFA)
        self._bits = [sum(bit for group, bit in groups.items() if word in group) for word in words]
        self._rules = [(rule, sum(groups[group] for group in set(rule.needs))) for rule in rules]

    def met(self, folded: str) -> list[Rule]:
        """The rules that a folded text may fit, in their order."""
        bits = 0
        for word in {word for word, _, _ in self._automaton.find_matches_as_indexes(folded, overlapping=True)}:
            bits |= self._bits[word]
        return [rule for rule, needed in self._rules if needed & bits == needed]
