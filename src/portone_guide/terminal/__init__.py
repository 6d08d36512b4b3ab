"""Screens and prompts: the only place that knows how a terminal works."""
