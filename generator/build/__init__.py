"""The conductor: the way from a content folder to pages, in order. Decides nothing, and must not know the edges."""

from generator.build.conductor import Built, build, close, read, understand, update, write
from generator.build.finding import Found, add, index, shelve
from generator.build.glimpse import Glimpse, glimpse
from generator.build.held import Held
from generator.build.standing import Standing, keep, recall, stamps
from generator.build.upkeep import Hurried, Overtaken, Upkeep, keep_up
from generator.build.whole import Done, holds, prepare
from generator.covers import Changed

__all__ = [
    "Built",
    "Changed",
    "Done",
    "Found",
    "Glimpse",
    "Held",
    "Hurried",
    "Overtaken",
    "Standing",
    "Upkeep",
    "add",
    "build",
    "close",
    "glimpse",
    "holds",
    "index",
    "keep",
    "keep_up",
    "prepare",
    "read",
    "recall",
    "shelve",
    "stamps",
    "understand",
    "update",
    "write",
]
