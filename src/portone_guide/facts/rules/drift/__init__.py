"""``rules snapshot`` and ``rules drift``: what a new copy of the documents means for the facts."""
