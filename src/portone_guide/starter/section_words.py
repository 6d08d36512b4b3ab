"""The sections of ``code``, by the name that ``--section`` takes."""

from typing import Final

SECTIONS: Final = {
    "files": "만든 파일",
    "settings": ".env에 적을 값",
    "money": "테스트 결제의 돈",
    "remarks": "확인할 것",
    "missing": "없는 것",
    "sources": "출처",
}
