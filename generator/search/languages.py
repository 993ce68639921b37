"""In which index a passage belongs: one a language, whose rules cut words to their stems. Knows no engine."""

from __future__ import annotations

from generator.grammar import languages

DEFAULT = "en"
"""Where nobody can tell, and for what we write ourselves."""
UNPARTED = {"zh": "Chinese", "ja": "Japanese", "th": "Thai"}
"""Languages without spaces between words: text must be parted before it can be searched."""


def tell(text: str, main: str | None) -> str:
    """Name the index of a text; `main` is the language of what surrounds it."""
    return (languages.language(text, main) or main or DEFAULT).partition("-")[0].lower()
