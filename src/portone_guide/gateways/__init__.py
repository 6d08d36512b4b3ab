"""What several questions ask of the facts: support, fees, conditions, names."""
