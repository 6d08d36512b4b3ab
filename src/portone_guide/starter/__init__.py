"""``portone-guide code``: a small project that runs, for what was chosen."""
