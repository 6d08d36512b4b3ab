"""The answer of ``need-new-mid`` as a screen and as JSON."""

from collections.abc import Iterable, Iterator
from typing import Any

from portone_guide.need_new_mid.decide import Decision
from portone_guide.need_new_mid.email_words import email_draft
from portone_guide.need_new_mid.pasted_value import Recognised
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.merchant_id import LeadTime, Route
from portone_guide.terminal.blocks import Block, Bullets, Command, Heading, Screen, Text, Tone

SCHEMA_VERSION = 1
VERDICTS: dict[str, tuple[str, Tone]] = {
    "new_mid": ("상점아이디를 새로 받아야 합니다", "warn"),
    "keep": ("지금 상점아이디를 그대로 씁니다", "good"),
    "new_contract": ("계약을 새로 해야 합니다", "bad"),
    "ask_gateway": ("출처로는 정할 수 없습니다: 결제대행사에 물어보세요", "warn"),
}
ROUTES = {
    "gateway_admin": "결제대행사 관리자나 담당자에게 직접 신청",
    "reapply_in_console": "포트원 콘솔에서 전자결제 다시 신청",
    "request_to_portone": "포트원 고객지원에 요청",
    "postal": "서류를 우편으로 신청",
}
_SCREENING = {"yes": "심사를 다시 받음", "no": "심사를 다시 받지 않음", "unknown": "심사를 다시 받는지 출처에 없음"}


class DecisionView:
    """One decision with the names and addresses that go with it."""

    def __init__(self, decision: Decision, book: RuleBook) -> None:
        self.decision = decision
        self.book = book
        file = book.merchant_ids
        self.gateway = book.pg_methods.gateways[decision.change.gateway]
        synonym = file.synonyms.get(decision.change.gateway)
        self.label = (synonym.label if synonym else None) or self.gateway.merchant_id_label or "상점아이디"
        self.case_names = tuple(file.cases[case.case].name for case in decision.cases)

    def draft(self) -> str | None:
        """Return the ready mail, if the way to apply is one."""
        known = {"결제대행사": self.gateway.name, "PG사": self.gateway.name}
        return email_draft(self.decision, self.gateway.name, self.case_names, known)

    def sources(self) -> list[str]:
        """Return every page that the answer rests on."""
        rows = [case.row for case in self.decision.cases if case.row]
        names = [source for row in rows for source in row.sources]
        for row in rows:
            if row.conflict:
                names += [claim.source for claim in self.book.conflicts.conflicts[row.conflict].claims]
        if route := self.decision.route:
            names += [*route.sources, *(note.source for note in (*route.prepare, *route.after, *route.old_id))]
            names += [route.lead_time.source] if route.lead_time else []
        return list(dict.fromkeys(names))

    def conflicts(self) -> list[str]:
        """Return the ids of the conflicts that the answer rests on."""
        return list(dict.fromkeys(case.row.conflict for case in self.decision.cases if case.row and case.row.conflict))


def mid_screen(decisions: Iterable[Decision], book: RuleBook) -> Screen:
    """Return one answer a gateway, then what holds for all."""
    return tuple(block for decision in decisions for block in _answer(DecisionView(decision, book)))


def _answer(view: DecisionView) -> Iterator[Block]:
    decision, book = view.decision, view.book
    said, tone = VERDICTS[decision.verdict]
    yield Heading(f"{view.gateway.name}: {', '.join(view.case_names)}")
    yield Text(said, tone)
    for case in decision.cases:
        name = book.merchant_ids.cases[case.case].name
        general = " (모든 결제대행사에 대한 일반 안내)" if case.general else ""
        yield Bullets(((f"{name}: {VERDICTS[case.verdict][0]}", f"{case.reason}{general}"),))
    yield Text(f"이 결제대행사는 상점아이디를 '{view.label}'(이)라고 부릅니다.")
    for name in view.conflicts():
        conflict = book.conflicts.conflicts[name]
        yield Text(f"출처가 어긋남: {conflict.about}", "warn")
        yield Bullets(tuple(f"{book.sources.sources[claim.source].title}: {claim.says}" for claim in conflict.claims))
    if decision.verdict == "ask_gateway":
        asked = [f"{contact.what} {contact.value}" for contact in view.gateway.contacts]
        yield Text("물어볼 곳:")
        yield Bullets((*asked, "포트원 고객지원 cs@portone.io"))
    elif decision.route:
        yield from _route(view, decision.route)
    if decision.verdict != "keep":
        yield Heading("함께 알아둘 것")
        yield Bullets(tuple(note.text for note in book.merchant_ids.general.values()))
    yield Heading("출처")
    sources = [book.sources.sources[name] for name in view.sources()]
    yield Bullets(tuple((f"{source.title} ({source.checked} 확인)", source.url) for source in sources))


def _route(view: DecisionView, route: Route) -> Iterator[Block]:
    yield Heading("신청하는 방법")
    if view.decision.route_is_general:
        yield Text("이 결제대행사만의 안내가 없어 일반 안내를 보입니다.", "warn")
    yield Text(f"{ROUTES[route.route]}: {route.where}")
    if route.url:
        yield Text(route.url)
    if route.prepare:
        yield Text("먼저 할 것:")
        yield Bullets(tuple(note.text for note in route.prepare))
    yield Bullets(tuple(f"{number}. {step}" for number, step in enumerate(route.steps, 1)))
    yield Text(f"걸리는 시간: {lead_time_text(route.lead_time)}")
    note = f" ({route.screening_note})" if route.screening_note else ""
    yield Text(f"심사: {_SCREENING[route.screening_again]}{note}")
    if draft := view.draft():
        yield Heading("보낼 메일")
        for line in draft.split("\n"):
            yield Text(line)
    elif route.send:
        yield Text("적거나 보낼 것:")
        yield Bullets(
            tuple(
                f"{field.item}{f': {field.value}' if field.value else ''}{f' ({field.note})' if field.note else ''}"
                for field in route.send
            )
        )
    if route.after:
        yield Text("받은 뒤에 할 것:")
        yield Bullets(tuple(note.text for note in route.after))
    if route.old_id:
        yield Text("쓰던 상점아이디는:")
        yield Bullets(tuple(note.text for note in route.old_id))


def lead_time_text(lead: LeadTime | None) -> str:
    """Return a lead time in words; what no source gives is said so."""
    if lead is None or (lead.min is None and lead.max is None):
        return "출처에 없음"
    if lead.min is not None and lead.max is not None and lead.min != lead.max:
        span = f"영업일 {lead.min}~{lead.max}일"
    elif lead.max is not None:
        span = f"영업일 {lead.max}일 이내"
    else:
        span = f"영업일 {lead.min}일 이상"
    return f"{span} ({lead.what})" if lead.what else span


def mid_json(decisions: Iterable[Decision], book: RuleBook) -> dict[str, Any]:
    """Return the answer as one object (its schema: docs/schemas/need-new-mid.json); several gateways in ``others``."""
    first, *others = [_one_json(DecisionView(decision, book)) for decision in decisions]
    notes = [note.text for note in book.merchant_ids.general.values()]
    return {"schema_version": SCHEMA_VERSION, **first, "notes": notes, "others": others}


def _one_json(view: DecisionView) -> dict[str, Any]:
    decision, route, book = view.decision, view.decision.route, view.book
    lead = route.lead_time if route else None

    def urls(names: Iterable[str]) -> list[str]:
        return [book.sources.sources[name].url for name in dict.fromkeys(names)]

    return {
        "gateway": decision.change.gateway,
        "name": view.gateway.name,
        "merchant_id_label": view.label,
        "verdict": decision.verdict,
        "reasons": [
            {
                "case": case.case,
                "verdict": case.verdict,
                "text": case.reason,
                "general": case.general,
                "disputed": bool(case.row and case.row.conflict),
                "sources": urls(case.row.sources) if case.row else [],
            }
            for case in decision.cases
        ],
        "route": route.route if route else None,
        "route_is_general": view.decision.route_is_general,
        "where": route.where if route else None,
        "prepare": [note.text for note in route.prepare] if route else [],
        "steps": list(route.steps) if route else [],
        "send": [field._asdict() for field in route.send] if route else [],
        "lead_time_business_days": {"min": lead.min, "max": lead.max} if lead else None,
        "screening_again": route.screening_again if route else None,
        "email_draft": view.draft(),
        "after": [note.text for note in route.after] if route else [],
        "old_id": [note.text for note in route.old_id] if route else [],
        "contacts": [{"what": contact.what, "value": contact.value} for contact in view.gateway.contacts],
        "sources": urls(view.sources()),
    }


def synonyms_screen(book: RuleBook) -> Screen:
    """Return what each gateway calls its merchant id and where it is found."""
    items = tuple(
        (
            f"{book.pg_methods.gateways[name].name}: {row.label}",
            f"찾는 곳: {row.where or '출처에 없음'}" + (f" · 함께 받는 값: {', '.join(row.also)}" if row.also else ""),
        )
        for name, row in book.merchant_ids.synonyms.items()
    )
    return (
        Heading("상점아이디를 부르는 말과 찾는 곳"),
        Bullets(items),
        Command("portone-guide need-new-mid --value 값", "가진 값이 무엇인지 알아보려면"),
    )


def synonyms_json(book: RuleBook) -> dict[str, Any]:
    """Return the same as one object."""
    return {
        "schema_version": SCHEMA_VERSION,
        "synonyms": [
            {"gateway": name, "label": row.label, "where": row.where, "also": list(row.also)}
            for name, row in book.merchant_ids.synonyms.items()
        ],
    }


def value_screen(found: Recognised, book: RuleBook) -> Screen:
    """Return what a pasted value is; the value itself is never shown again."""
    lines: list[Block] = [Heading("붙여 넣은 값")]
    for test in found.test_ids:
        name = book.pg_methods.gateways[test.gateway].name
        lines.append(Text(f"{name}의 공용 테스트 상점아이디 ({test.purpose})", "good"))
        lines.append(Text("누구나 쓰는 시험용이라 실제 매출이 되지 않습니다. 실연동에는 계약 뒤 받은 값을 쓰세요."))
    for _, kind in found.kinds:
        lines.append(Text(kind.name, "good"))
        lines.append(Bullets((f"쓰는 곳: {kind.where_used}", *([kind.note] if kind.note else []))))
        if kind.secret:
            lines.append(Text("비밀 값입니다: 다른 사람에게 보이거나 코드 저장소에 올리지 마세요.", "bad"))
    if not found.test_ids and not found.kinds:
        lines.append(Text("알려진 형식이 아닙니다. 결제대행사가 준 상점아이디일 수 있습니다.", "warn"))
        lines.append(Command("portone-guide need-new-mid --synonyms", "결제대행사마다 부르는 말과 찾는 곳"))
    return tuple(lines)


def value_json(found: Recognised) -> dict[str, Any]:
    """Return the same as one object."""
    return {
        "schema_version": SCHEMA_VERSION,
        "kinds": [
            {"id": name, "name": kind.name, "where_used": kind.where_used, "secret": kind.secret}
            for name, kind in found.kinds
        ],
        "test_ids": [{"gateway": test.gateway, "purpose": test.purpose} for test in found.test_ids],
    }
