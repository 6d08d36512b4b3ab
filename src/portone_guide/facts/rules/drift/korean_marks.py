"""What the two layouts of the documents write in Korean beside the text itself."""

import re
from collections.abc import Mapping
from typing import Final

BADGES: Final[Mapping[str, str]] = {
    "PaymentV1": "결제 모듈 V1",
    "PaymentV2": "결제 모듈 V2",
    "Recon": "PG 거래대사",
    "Console": "관리자 콘솔",
    "Partner": "파트너 정산 자동화",
}
"""The badges of release notes: the component of each, and what it shows."""

HANGUL: Final = re.compile("[가-힣]")
_PICTURE = re.compile(r"\((?:이미지|동영상|파일)(?: ?첨부)?: ?.*\)|\(관련 (?:이미지|동영상|파일) 첨부\)")


def without_pictures(text: str) -> str:
    """Return text without what stands for a picture."""
    return " ".join(_PICTURE.sub(" ", text).split())
