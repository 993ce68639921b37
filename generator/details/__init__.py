"""The details of a call: title, date, period and so on, and where each was found. Must not know layouts or stages.

Front matter wins over the sidecar, that over the folder's archive.yml (the nearest first), that over the header of
the text, and that over the file's path.
"""

from generator.details.names import DETAILS, KINDS
from generator.details.settling import Told, settle, tell

__all__ = ["DETAILS", "KINDS", "Told", "settle", "tell"]
