"""A ready e-mail for a merchant-id request: what is known is filled in, the rest is marked to fill in."""

from collections.abc import Mapping

from portone_guide.need_new_mid.decide import Decision

_OPEN = "(여기에 적으세요)"


def email_draft(
    decision: Decision, gateway_name: str, case_names: tuple[str, ...], known: Mapping[str, str]
) -> str | None:
    """Return the draft, or None where the way to apply is no mail.

    ``known`` maps a field that the source asks for to a value already known. Nothing secret belongs in it.
    """
    route = decision.route
    if route is None or not route.email:
        return None
    subject = route.subject or f"[포트원] {gateway_name} 상점아이디 추가 요청"
    lines = [
        f"받는 사람: {route.email}",
        f"제목: {subject}",
        "",
        "안녕하세요.",
        f"아래와 같이 {gateway_name} 상점아이디 관련 요청을 드립니다.",
        f"요청 사유: {', '.join(case_names)}",
        "",
    ]
    for field in route.send:
        value = field.value or known.get(field.item) or _OPEN
        note = f" [{field.note}]" if field.note and value == _OPEN else ""
        lines.append(f"- {field.item}: {value}{note}")
    return "\n".join([*lines, "", "감사합니다."])
