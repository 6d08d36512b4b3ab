"""What short programs of a page open when something is pressed, as far as the address is written out."""

import re
from collections.abc import Iterable
from typing import Final

_ADDRESS: Final = re.compile(r"""['"]([^'"\s<>()]{1,300})['"]""")
_LOOKS: Final = re.compile(r"^(?:https?://|//|/|\./|\.\./)|\.(?:html?|php|do|jsp|aspx?|action)(?:[?#]|$)", re.I)
_CALLED: Final = re.compile(r"([A-Za-z_$][\w$]{2,60})\s*\(")
_OPENS: Final = re.compile(
    r"""(?:\bopen\s*\(|\blocation(?:\.href)?\s*=|\blocation\.(?:assign|replace)\s*\()\s*['"]([^'"\s<>]{2,300})['"]"""
)
_BODY: Final = 600
_MOST: Final = 8


def script_address(script: str) -> str | None:
    """Return the address that a short program opens, where it is written out."""
    return next((found for found in _ADDRESS.findall(script[:1000]) if _LOOKS.search(found)), None)


def function_address(script: str, programs: Iterable[str]) -> str | None:
    """Return the address that a function of the page opens which a short program calls; None: none that is written."""
    for name in dict.fromkeys(_CALLED.findall(script[:500])[:_MOST]):
        made = re.compile(rf"function\s+{re.escape(name)}\s*\(|(?<![\w$.]){re.escape(name)}\s*=\s*(?:function\b|\()")
        for program in programs:
            if (begins := made.search(program)) is None:
                continue
            body = program[begins.end() : begins.end() + _BODY]
            body = body.partition("function ")[0]
            found = [address for address in _OPENS.findall(body) if _LOOKS.search(address)]
            return found[0] if len(set(found)) == 1 else None
    return None
