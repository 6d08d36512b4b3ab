"""The answer of ``next-steps`` as one JSON object (its schema: docs/schemas/next-steps.json)."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from portone_guide.next_steps.channels import GatewayChannels
from portone_guide.next_steps.decide import NextSteps
from portone_guide.next_steps.goal import Goal
from portone_guide.next_steps.road import RoadStep
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.contract import GatewayContract

SCHEMA_VERSION = 1


def next_steps_json(answer: NextSteps, book: RuleBook) -> dict[str, Any]:
    """Return the whole answer; money is integer won, dates are ISO, Unknown is null or in ``unknowns``."""
    return _Writer(answer, book).answer()


class _Writer:
    def __init__(self, answer: NextSteps, book: RuleBook) -> None:
        self._answer = answer
        self._book = book

    def urls(self, names: Iterable[str]) -> list[str]:
        return [self._book.sources.sources[name].url for name in dict.fromkeys(names)]

    def answer(self) -> dict[str, Any]:
        answer = self._answer
        wishes = answer.wishes
        return {
            "schema_version": SCHEMA_VERSION,
            "as_of": wishes.today.isoformat(),
            "gateways": list(wishes.gateways),
            "portone": answer.version,
            "portone_given": answer.version_given,
            "needs": [need.key for need in wishes.needs.needs()],
            "counted": "backward" if answer.schedule.backward else "forward",
            "goal": _goal(answer.goal) if answer.goal else None,
            "steps": [self.step(step) for step in answer.steps],
            "channels": {entry.gateway: self.channels(entry) for entry in answer.channels},
            "console": {
                name: {"path": console.path, "steps": list(console.steps), "sources": self.urls(console.sources)}
                for name, console in (
                    ("test", self._book.channels.test_console),
                    ("live", self._book.channels.live_console),
                )
            },
            "untestable": [
                {"text": row.text, "types": list(row.types), "methods": list(row.methods), **self.source(row.source)}
                for row in self._book.channels.untestable_everywhere
            ],
            "contracts": {name: self.contract(name, contract) for name, contract in answer.contracts.items()},
            "documents": [
                {
                    "id": name,
                    "name": paper.name,
                    "kinds": list(paper.kinds),
                    "gateways": list(paper.gateways),
                    "industries": list(paper.industries),
                    "note": paper.note,
                    **self.source(paper.source),
                }
                for name, paper in answer.papers
            ],
            "insurance": self.insurance(),
            "card_review": [{"style": row.style, "what": row.what, **self.source(row.source)} for row in answer.looks],
            "opening": [
                {
                    "id": name,
                    "portone": list(item.portone),
                    "title": item.title,
                    "why": item.why,
                    "how": item.how,
                    "sources": self.urls(item.sources),
                }
                for name, item in answer.opening
            ],
            "code": list(self.code()),
            "code_change": list(self.code_change()),
            "unknowns": [
                {"gateway": entry.gateway, "what": entry.what, "ask": list(entry.ask)} for entry in answer.unknowns
            ],
            "warnings": [
                {"gateway": entry.gateway, "text": entry.text, "sources": self.urls(entry.sources)}
                for entry in answer.cautions
            ],
            "sources": [
                {"url": source.url, "title": source.title, "checked": source.checked.isoformat()}
                for source in (self._book.sources.sources[name] for name in answer.sources)
            ],
        }

    def source(self, name: str) -> dict[str, list[str]]:
        return {"sources": self.urls([name])}

    def step(self, step: RoadStep) -> dict[str, Any]:
        dates = self._answer.schedule.of(step)
        alone = len(self._answer.wishes.gateways) < 2
        return {
            "id": step.id,
            "stage": step.stage,
            "gateway": step.lane if step.own or not alone else None,
            "title": step.title,
            "actor": step.actor,
            "what": step.what,
            "business_days": {"min": step.days.min, "max": step.days.max} if step.days else None,
            "business_days_text": step.days_text,
            "state": dates.state,
            "start": _day(dates.start),
            "end": _day(dates.end),
            "start_latest": _day(dates.start_latest),
            "end_latest": _day(dates.end_latest),
            "open_ended": dates.open_ended,
            "overdue": _day(dates.overdue),
            "after": [{"id": name, "gateway": lane} for name, lane in step.after],
            "where": step.where,
            "prepare": list(step.prepare),
            "next": step.next,
            "sources": self.urls(step.sources),
        }

    def channels(self, entry: GatewayChannels) -> dict[str, Any]:
        return {
            "test": [
                {
                    "module": module.module,
                    "purpose": row.purpose,
                    "merchant_id": row.merchant_id,
                    "types": list(row.types),
                    "methods": list(row.methods),
                    "portone": list(row.portone),
                    "note": row.note,
                    **self.source(row.source),
                }
                for module in entry.modules
                for row in module.test
            ],
            "test_money": entry.money.does if entry.money else "unknown",
            "test_money_when": entry.money.when if entry.money else None,
            "test_money_by_method": [
                {"methods": list(row.methods), "does": row.does, "when": row.when, **self.source(row.source)}
                for row in entry.money_by_method
            ],
            "untestable": [
                {"text": row.text, "types": list(row.types), "methods": list(row.methods), **self.source(row.source)}
                for row in entry.untestable
            ],
            "live_fields": [
                {
                    "module": module.module,
                    "field": row.field,
                    "where": row.where,
                    "required": row.required,
                    "secret": row.secret,
                    "note": row.note,
                    **self.source(row.source),
                }
                for module in entry.modules
                for row in module.live_fields
            ],
            "live_differences": [
                {"module": module.module, "text": note.text, **self.source(note.source)}
                for module in entry.modules
                for note in module.live_differences
            ],
        }

    def contract(self, gateway: str, contract: GatewayContract) -> dict[str, Any]:
        page = contract.card_review_progress
        quick = self._answer.quick.get(gateway)
        return {
            "card_review_progress": {"where": page.where, "url": page.url, **self.source(page.source)}
            if page
            else None,
            "settlement": [
                {"method": row.method, "cycle": row.cycle, **self.source(row.source)} for row in contract.settlement
            ],
            "notes": [{"text": note.text, **self.source(note.source)} for note in contract.notes],
            "quick_opening": {
                "available_from": quick.available_from,
                "methods": list(quick.methods),
                "goods": quick.goods,
                "condition": quick.condition,
                "excludes": [note.text for note in self._book.terms.quick_opening_excludes],
                **self.source(quick.source),
            }
            if quick
            else None,
        }

    def insurance(self) -> dict[str, Any]:
        rule = self._book.contracts.insurance
        return {
            "premium_percent_a_year": {"min": str(rule.premium_rate.low), "max": str(rule.premium_rate.high)},
            "cap_multiples": dict(rule.caps),
            "monthly_sales_krw": self._answer.wishes.monthly_sales,
            "by_cycle": [
                {
                    "settlement_cycle": need.cycle,
                    "multiple": need.multiple,
                    "insured_sum_krw": need.insured_sum,
                    "monthly_cap_krw": need.monthly_cap,
                    "premium_krw": {"min": need.premium_min, "max": need.premium_max},
                }
                for need in self._answer.insurance
            ],
            "rules": [{"text": note.text, **self.source(note.source)} for note in rule.rules],
            "sources": self.urls([rule.source]),
        }

    def code(self) -> Iterator[dict[str, Any]]:
        for sample in self._answer.samples:
            yield {
                "gateway": sample.gateway,
                "module": sample.module,
                "portone": sample.portone,
                "type": sample.need.type,
                "method": sample.need.method,
                "style": sample.need.style,
                "lang": sample.language,
                "runs": sample.runs,
                "code": sample.code,
                "notes": list(sample.notes),
                "sources": self.urls(sample.sources),
            }

    def code_change(self) -> Iterator[dict[str, Any]]:
        from portone_guide.next_steps.code_change import code_changes

        for change in code_changes(self._answer, self._book):
            yield change._asdict()


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _goal(goal: Goal) -> dict[str, Any]:
    return {
        "open_by": goal.open_by.isoformat(),
        "verdict": goal.verdict,
        "first_open_step": goal.step.id if goal.step else None,
        "apply_by": _day(goal.apply_by),
        "apply_latest": _day(goal.apply_latest),
        "steps_of_unknown_length": list(goal.unknown),
        "earliest_opening": _day(goal.earliest_opening),
    }
