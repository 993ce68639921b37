"""Counts and shares, worked out from calls and archives for pages. Knows no markup, no wording, no files."""
