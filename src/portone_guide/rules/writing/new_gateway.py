"""A new gateway's own file: every table with how to write it, and nothing in it yet."""

import re

from portone_guide.rules.loader import data_directory

_PLACEHOLDER = "GATEWAY"


def is_gateway_id(text: str) -> bool:
    """Tell whether a new gateway may be called so in the rule files."""
    return re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", text) is not None


def skeleton(gateway: str) -> str:
    """Return the file of a gateway that nobody has looked up yet; ``rules check`` tells each table that is empty."""
    text = (data_directory() / "skeletons" / "gateway.yaml").read_text("utf-8")
    return text.replace(_PLACEHOLDER, gateway)
