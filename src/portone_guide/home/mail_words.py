"""A ready e-mail that asks after a step that others are to finish; what nobody told the program is left open."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from portone_guide.needs.question import Answers
from portone_guide.road.answer import RoadStep, Waited
from portone_guide.road.words import business_days_text, waiting_state
from portone_guide.rules.models.method import Gateway
from portone_guide.terminal.text import one_line

_OPEN: Final = "(여기에 적으세요)"
_PORTONE: Final = "cs@portone.io (포트원 고객지원)"


def reminder(step: RoadStep, entry: Waited | None, gateways: Mapping[str, Gateway], on: date, kept: Answers) -> str:
    """Return the mail about a step, as it stands on ``on``; None: since when it is waited for was not told.

    ``kept`` are the plan's answers: what they say of the merchant is filled in.
    """
    shop, site = (one_line(str(kept.get(name) or _OPEN)) for name in ("trade_name", "url"))
    whose = gateways[step.lane].name if step.lane and step.lane in gateways else "결제대행사"
    what = step.short or step.title
    lines = [
        f"받는 사람: {_address(step, gateways)}",
        f"제목: {one_line(f'[{shop}] {whose} {what} 진행 상황 문의')}",
        "",
        "안녕하세요.",
        f"{whose} {what}의 진행 상황을 문의드립니다.",
        "",
        f"- 상호: {shop}",
        f"- 서비스 주소: {site}",
        f"- 단계: {one_line(step.title)}",
        f"- {waiting_state(step)}: {entry.since if entry else _OPEN}",
        f"- 오늘: {on}",
        *(_usual(entry) if entry else ()),
        "",
        "지금 어디까지 진행되었는지, 저희가 더 낼 것이 있는지, 언제쯤 끝나는지 알려 주시기 바랍니다.",
        "감사합니다.",
    ]
    return "\n".join(lines) + "\n"


def _usual(entry: Waited) -> list[str]:
    days = entry.step.days
    if days is None or entry.due is None:
        return []
    return [f"- 안내된 기간: {business_days_text(days)} ({entry.due}까지)"]


def _address(step: RoadStep, gateways: Mapping[str, Gateway]) -> str:
    """Return the first address that a page gives of the gateway, and what it is for; else that of PortOne's support."""
    contacts = gateways[step.lane].contacts if step.lane and step.lane in gateways else ()
    own = (f"{one_line(contact.value)} ({one_line(contact.what)})" for contact in contacts if "@" in contact.value)
    return next(own, _PORTONE)
