"""Screens: prompts, tables, plain text and JSON. They show decisions and make none."""
