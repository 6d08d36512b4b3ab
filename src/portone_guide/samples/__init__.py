"""Sample programs for what was chosen."""
