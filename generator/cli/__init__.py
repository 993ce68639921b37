"""The command line, `call-archive`. An edge: it must not know how an archive is understood."""


def main() -> None:
    """Run it. The commands are imported here and not above: every worker process imports this, and works at once."""
    from generator import collector

    with collector.relaxed():
        from generator.cli import commands

    commands.main()
