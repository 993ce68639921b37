"""Readers turn files into transcripts: one format or layout family a file, one row each in the table."""

from generator.readers.reading import read

__all__ = ["read"]
