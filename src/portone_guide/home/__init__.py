"""Where the merchant stands on the road, and what is kept of it."""
