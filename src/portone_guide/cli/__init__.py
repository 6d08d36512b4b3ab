"""The command line: one file a command, each imported only when it runs."""

from portone_guide.cli.app import main

__all__ = ["main"]
