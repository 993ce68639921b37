"""All of a build that comes before MkDocs: it may be done behind a served site, so that this is whole meanwhile.

Must not know MkDocs, nor who waits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import discover, output
from generator.build import conductor
from generator.build.conductor import Built
from generator.build.glimpse import changed
from generator.build.held import Held
from generator.config import Settings
from generator.model import Recording
from generator.progress import Watcher


@dataclass(frozen=True, slots=True)
class Done:
    """An archive that is understood, and its pages in their folder."""

    settings: Settings
    folder: Path
    built: Built
    written: output.Written
    seconds: Mapping[str, float]
    """Stage → seconds, in the order of the stages."""
    recordings: tuple[Recording, ...]
    """Those that lay in the content folder."""


def prepare(settings: Settings, folder: Path, watcher: Watcher | None = None, held: Held | None = None) -> Done:
    """Understand the content folder and bring the folder of pages up to date."""
    recordings = discover.recordings(settings.content)
    built = conductor.understand(settings, watcher, held)
    written, seconds = conductor.update(built, settings, folder, watcher, held)
    return Done(settings, folder, built, written, seconds, recordings)


def holds(done: Done, settings: Settings, folder: Path, held: Held) -> bool:
    """Tell whether the same would come of it now, where nobody has touched the pages."""
    if (done.settings, done.folder) != (settings, folder) or changed(settings, held) != []:
        return False
    return done.recordings == discover.recordings(settings.content)
