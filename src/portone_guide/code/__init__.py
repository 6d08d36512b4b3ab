"""Reads a merchant's source tree: files, the languages in them, and their trees. It knows no rules."""
