"""Run as ``python -m portone_guide``."""

from portone_guide.cli import main

main()
