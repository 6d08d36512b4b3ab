"""``portone-guide compare``: gateways side by side, or all of them at a glance."""
