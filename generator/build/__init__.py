"""The conductor: the way from a content folder to pages, in order. Decides nothing, and must not know the edges."""

from generator.build.conductor import Built, Index, add, build, index, read, understand, update, write
from generator.build.glimpse import Glimpse, glimpse
from generator.build.held import Held
from generator.build.standing import Standing, keep, recall, stamp
from generator.build.upkeep import Upkeep, keep_up

__all__ = [
    "Built",
    "Glimpse",
    "Held",
    "Index",
    "Standing",
    "Upkeep",
    "add",
    "build",
    "glimpse",
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
