"""What the team declares: people.yml, organizations.yml, topics.yml and rulings.yml. Must not know stages.

One bad entry is reported with its line and left out; it does not lose the others.
"""

from generator.vocabulary.files import load

__all__ = ["load"]
