"""The formats of documents: ending of the name, and how such a file is opened. Must not know layouts of dialogue."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.model import Document
from generator.readers import hypertext, pdf, word
from generator.readers.opened import Opened

FORMATS: Mapping[str, Callable[[Document], Opened]] = {
    ".html": hypertext.unfold,
    ".htm": hypertext.unfold,
    ".xhtml": hypertext.unfold,
    ".docx": word.unfold,
    ".pdf": pdf.unfold,
}
