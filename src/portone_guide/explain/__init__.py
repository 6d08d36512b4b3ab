"""``portone-guide explain``: what the words on the screens mean."""
