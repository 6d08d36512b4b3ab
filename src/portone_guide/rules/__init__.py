"""Typed facts, the loader that reads them, and errors that say where a rule file is wrong."""
