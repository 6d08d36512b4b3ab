"""``portone-guide go-live``: would the code take real money right."""
