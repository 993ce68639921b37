"""Measurements of single parts as ratios within one run; `python -m bench` runs them all."""
