"""The conductor: the way from a content folder to pages, in order. Decides nothing, and must not know the edges."""

from generator.build.conductor import Built, Held, Index, add, build, index, read, understand, update, write
from generator.build.standing import Standing, keep, recall, stamp
from generator.build.upkeep import Upkeep, keep_up

__all__ = [
    "Built",
    "Held",
    "Index",
    "Standing",
    "Upkeep",
    "add",
    "build",
    "index",
    "keep",
    "keep_up",
    "read",
    "recall",
    "stamp",
    "understand",
    "update",
    "write",
]
