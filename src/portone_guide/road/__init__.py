"""The road from the choice to the first live payment: its steps, which are over, and what comes next."""
