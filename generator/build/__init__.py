"""The conductor: the way from a content folder to pages, in order. Decides nothing, and must not know the edges."""

from generator.build.conductor import Built, Held, Index, add, build, index, read, understand, update, write
from generator.build.standing import Standing, keep, recall, stamp

__all__ = [
    "Built",
    "Held",
    "Index",
    "Standing",
    "add",
    "build",
    "index",
    "keep",
    "read",
    "recall",
    "stamp",
    "understand",
    "update",
    "write",
]
