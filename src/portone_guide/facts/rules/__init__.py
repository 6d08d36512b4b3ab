"""``portone-guide rules``: the rule files checked, and their facts with the pages behind them."""
