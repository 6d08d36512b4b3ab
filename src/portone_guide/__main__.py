"""Run as ``python -m portone_guide``."""

from portone_guide.app import main

main()
