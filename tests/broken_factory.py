"""A module that fails when it is imported."""

pool = 1 / 0
