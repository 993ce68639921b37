"""The command line, `call-archive`. An edge: it must not know how an archive is understood."""

from generator.cli.main import main

__all__ = ["main"]
