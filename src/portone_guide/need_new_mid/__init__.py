"""Does a change need another merchant id."""
