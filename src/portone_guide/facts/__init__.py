"""The facts themselves: gateways side by side, all rates, the rule files and their sources."""
