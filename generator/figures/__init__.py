"""Counts and shares, worked out from calls and archives for pages and exports. Knows no markup, no wording, no files."""
