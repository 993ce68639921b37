"""Lets `python -m generator` be the command line."""

from generator.cli import main

if __name__ == "__main__":  # worker processes import this module again
    main()
