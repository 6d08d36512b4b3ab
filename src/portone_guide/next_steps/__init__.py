"""The road from the choice to the first live payment."""
