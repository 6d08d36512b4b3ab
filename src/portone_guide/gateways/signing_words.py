"""What is signed today and what later, as people read it."""

from typing import Final

from portone_guide.needs.reason import Sentences

_UNLESS_SELLING: Final = {False: ", 이미 그렇게 팔고 있으면 지금", True: ""}


def _selling(months: int | None) -> str:
    return f" {months}개월 이상" if months else ""


SIGNING_SENTENCES: Final[Sentences] = {
    "sign_later.alone": lambda months, new: (
        f"새로 여는 곳은 지금 계약할 수 없음: 일반 PG로 먼저 열고{_selling(months)} 판 뒤에 신청"
        if new
        else f"일반 PG로{_selling(months)} 팔고 있지 않으면 지금은 계약할 수 없음: 일반 PG와 먼저 계약"
    ),
    "sign_later.set": lambda now, later, first, months, new: (
        f"지금 계약: {', '.join(now)}. 나중에 계약: {', '.join(later)} "
        f"({' · '.join(first)}에서{_selling(months)} 판 뒤에 신청{_UNLESS_SELLING[new]})"
    ),
    "sign_later.elsewhere": lambda now, later, first, months, new: (
        f"지금 계약: {', '.join(now) or '없음'}. 나중에 계약: {', '.join(later)} "
        f"(일반 PG로{_selling(months)} 판 뒤에 신청하는데 이 조합에는 일반 PG가 없음{_UNLESS_SELLING[new]})"
    ),
}
