"""Is the site ready for the reviews: the questions, the answer and how it is told."""
