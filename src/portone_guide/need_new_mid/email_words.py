"""A ready e-mail for a merchant-id request: what is known is filled in, the rest is marked to fill in."""

from collections.abc import Iterator
from typing import Final

from portone_guide.need_new_mid.answer import Decision, Mail, Way
from portone_guide.terminal.text import one_line

_OPEN: Final = "(여기에 적으세요)"
_TO: Final = "받는 사람"
_SUBJECT: Final = "제목"
BETWEEN: Final = "-----"
"""Stands between several mails."""
MAIL_READY: Final = "보낼 메일이 준비되어 있습니다: 메일만 보기 --mail, 메일 프로그램으로 여는 링크 --mailto"
MAIL_ALONE: Final = "복사하기 좋게 메일만: --mail. 아는 것을 채우려면: --trade-name, --url, --contact ..."
NO_MAIL: Final = "이 답에는 보낼 메일이 없습니다: 메일로 신청하는 곳이 아니거나 새로 신청할 것이 없습니다."


def email_draft(decision: Decision, way: Way) -> str | None:
    """Return the draft for one way, or None where it is no mail. Nothing secret is in it."""
    if way.mail is None:
        return None
    head = (f"{_TO}: {one_line(way.mail.to)}", f"{_SUBJECT}: {_subject(decision, way, way.mail)}", "")
    return "\n".join((*head, *_body(decision, way, way.mail)))


def mailto(decision: Decision, way: Way) -> str | None:
    """Return the link that opens the draft in a mail program; what was typed adds no header to it."""
    if way.mail is None:
        return None
    from urllib.parse import quote

    body = "\r\n".join(_body(decision, way, way.mail))
    to = quote(one_line(way.mail.to), safe="@")
    return f"mailto:{to}?subject={quote(_subject(decision, way, way.mail), safe='')}&body={quote(body, safe='')}"


def _subject(decision: Decision, way: Way, mail: Mail) -> str:
    return one_line(mail.subject or f"[포트원] {decision.name} 상점아이디 {_wish(way)}")


def _wish(way: Way) -> str:
    return "문의" if way.to_be_asked else "추가 요청"


def _body(decision: Decision, way: Way, mail: Mail) -> Iterator[str]:
    yield "안녕하세요."
    yield f"아래와 같이 {decision.name} 상점아이디 관련 요청을 드립니다."
    yield f"요청 사유: {', '.join(case.name for case in way.cases)}"
    if way.to_be_asked:
        yield "상점아이디를 새로 받아야 하는지도 알려 주시기 바랍니다."
    yield ""
    for field in mail.fields:
        value = one_line(field.value) if field.value else _OPEN
        yield f"- {field.label}: {value}{f' [{field.note}]' if field.note and not field.value else ''}"
    if mail.fields:
        yield ""
    yield "감사합니다."
