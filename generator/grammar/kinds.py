"""Kinds of call that are held in ways of their own. Knows text only."""

PRESS = frozenset({"press_conference", "press_briefing"})
"""Whoever answers also calls upon people, and who asks is a journalist."""

MEETINGS = frozenset({"standards_call", "community_call", "council_meeting"})
"""One discussion: nobody is called upon for a question and an answer."""
