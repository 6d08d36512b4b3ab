"""``portone-guide fees``: what every gateway charges, in one table."""
