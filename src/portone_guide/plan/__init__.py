"""The merchant's saved answers and progress."""
