"""Addresses that nobody but the developer reaches, and those that only fill a place."""

import re
from typing import Final

from portone_guide.go_live import korean_samples

_LOCAL: Final = re.compile(
    r"^(?:https?:)?//(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+"
    r"|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|\[::1\]|host\.docker\.internal"
    r"|[\w.-]+\.(?:ngrok\.io|ngrok\.app|ngrok\.dev|ngrok-free\.app|ngrok-free\.dev|loca\.lt|trycloudflare\.com"
    r"|serveo\.net|localtunnel\.me|local|localhost|test))(?::\d+)?(?=[/?#\0]|$)",
    re.IGNORECASE,
)
_PLACEHOLDER: Final = re.compile(
    r"^(?:https?://)?(?:www\.)?(?:[\w.-]*\.)?(?:example\.(?:com|org|net|kr)|myservice\.com|myshop\.com|mysite\.com|my-?domain\.com"
    r"|your-?(?:site|shop|domain|service|app|server|company|website)[\w-]*\.(?:com|kr|co\.kr|net|io|app)"
    r"|yourdomain|domain\.com|test\.com|naver\.com|google\.com|daum\.net|iamport\.kr|portone\.io)(?::\d+)?(?=[/?#\0]|$)"
    r"|^<[^>]+>$|YOUR[_-]?(?:URL|DOMAIN|SITE)|^https?://\{|" + korean_samples.ADDRESS,
    re.IGNORECASE,
)


def is_local(address: str) -> bool:
    """Tell whether an address is of this computer, a private network or a temporary tunnel."""
    return bool(_LOCAL.match(address.strip()))


def is_placeholder_address(address: str) -> bool:
    """Tell whether an address is an example or of somebody else."""
    return bool(_PLACEHOLDER.search(address.strip()))
