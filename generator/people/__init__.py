"""Who is who: first in one call (`cast`), then over the whole archive (`resolve`). Knows no formats."""

from generator.people.casting import cast
from generator.people.roster import resolve

__all__ = ["cast", "resolve"]
