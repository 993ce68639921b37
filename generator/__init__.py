"""A static site generator for call archives."""
