"""A ready e-mail for a merchant-id request: what is known is filled in, the rest is marked to fill in."""

from typing import Final

from portone_guide.need_new_mid.answer import Decision, Way
from portone_guide.terminal.text import one_line

_OPEN: Final = "(여기에 적으세요)"
_NAMES_GATEWAY: Final = ("결제대행사", "PG사")
"""The fields that a source asks for and that the gateway's name answers."""


def email_draft(decision: Decision, way: Way) -> str | None:
    """Return the draft for one way, or None where it is no mail. Nothing secret is in it."""
    route = way.route
    if not route.email:
        return None
    wish = "문의" if way.to_be_asked else "추가 요청"
    lines = [
        f"받는 사람: {one_line(route.email)}",
        f"제목: {one_line(route.subject or f'[포트원] {decision.name} 상점아이디 {wish}')}",
        "",
        "안녕하세요.",
        f"아래와 같이 {decision.name} 상점아이디 관련 요청을 드립니다.",
        f"요청 사유: {', '.join(case.name for case in way.cases)}",
        *(["상점아이디를 새로 받아야 하는지도 알려 주시기 바랍니다."] if way.to_be_asked else []),
        "",
    ]
    for field in route.send:
        value = field.value or (decision.name if field.item in _NAMES_GATEWAY else _OPEN)
        note = f" [{field.note}]" if field.note and value == _OPEN else ""
        lines.append(f"- {field.item}: {value}{note}")
    return "\n".join([*lines, *([""] if route.send else []), "감사합니다."])
