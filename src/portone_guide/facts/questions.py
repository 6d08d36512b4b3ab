"""What ``compare`` and ``fees`` can be told."""

from portone_guide.needs.question import never
from portone_guide.needs.questions import TIER

TIER_OF_RATES = TIER._replace(ask_if=never, flag=TIER.flag._replace(help=f"{TIER.flag.help} (기본: general)"))
"""Whose card rates are shown."""
