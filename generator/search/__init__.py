"""Archive → an index that a reader's browser searches: records, shards of them, bundles. Must not know files or MkDocs.

Records are made of the model, not of pages. Shards are indexed by Pagefind, one by one, in whatever process, and may be
remembered; what they give is joined into one bundle a language, so that a browser fetches one small part a word.
"""

from generator.search.bundles import FOLDER, MANIFEST, Index
from generator.search.making import Remember, files, index, pack, records
from generator.search.packed import Packed
from generator.search.slips import Memory

__all__ = ["FOLDER", "MANIFEST", "Index", "Memory", "Packed", "Remember", "files", "index", "pack", "records"]
