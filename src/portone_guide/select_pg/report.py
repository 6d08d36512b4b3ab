"""The answer of ``select-pg`` as one JSON object (its schema: docs/schemas/select-pg.json)."""

from collections.abc import Iterable
from typing import Any

from portone_guide.gateways.pricing import Amount
from portone_guide.needs.requirements import Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.select_pg.answer import Combination, Qualified, Reason, Selection

SCHEMA_VERSION = 1


def selection_json(selection: Selection, book: RuleBook) -> dict[str, Any]:
    """Return the whole answer; money is integer won, before VAT unless the schema says otherwise."""
    writer = _Writer(book)
    answers = selection.requirements
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": answers.as_of.isoformat(),
        "requirements": _requirements(answers),
        "qualified": [writer.qualified(entry) for entry in selection.qualified],
        "rejected": [
            {
                "gateway": entry.gateway,
                "name": book.pg_methods.gateways[entry.gateway].name,
                "reasons": writer.reasons(entry.reasons),
            }
            for entry in selection.rejected
        ],
        "combinations": [writer.combination(entry) for entry in selection.combinations],
        "portone_plan_krw": selection.portone_plan,
        "warnings": writer.reasons(selection.warnings),
        "sources": [
            {"url": source.url, "title": source.title, "checked": source.checked.isoformat()}
            for source in (book.sources.sources[name] for name in selection.sources)
        ],
    }


class _Writer:
    def __init__(self, book: RuleBook) -> None:
        self._book = book

    def urls(self, names: Iterable[str]) -> list[str]:
        return [self._book.sources.sources[name].url for name in dict.fromkeys(names)]

    def reasons(self, reasons: Iterable[Reason]) -> list[dict[str, Any]]:
        return [
            {
                "code": reason.code,
                "text": reason.text,
                "sources": self.urls(reason.sources),
                "conflicts": self.conflicts(reason.conflicts),
            }
            for reason in reasons
        ]

    def conflicts(self, names: Iterable[str]) -> list[dict[str, Any]]:
        found = []
        for name in dict.fromkeys(names):
            conflict = self._book.conflicts.conflicts[name]
            found.append(
                {
                    "id": name,
                    "about": conflict.about,
                    "claims": [
                        {"url": self._book.sources.sources[claim.source].url, "says": claim.says}
                        for claim in conflict.claims
                    ],
                    "used": None if conflict.used == "none" else self._book.sources.sources[conflict.used].url,
                    "why": conflict.why,
                }
            )
        return found

    def qualified(self, entry: Qualified) -> dict[str, Any]:
        file = self._book.pg_methods
        return {
            "gateway": entry.gateway,
            "name": file.gateways[entry.gateway].name,
            "confidence": entry.confidence,
            "portone": entry.version,
            "portone_versions": sorted(entry.versions),
            "modules": [self._module(name) for name in entry.modules],
            "monthly_fee_krw": _amount(entry.cost.monthly),
            "known_monthly_fee_krw": _amount(entry.cost.known),
            "signup_fee_krw": entry.cost.signup,
            "first_year_cost_krw": _amount(entry.cost.first_year),
            "fees": [
                {
                    "type": line.part[0],
                    "method": line.part[1],
                    "rate": line.pricing.text() if line.pricing.charges else None,
                    "monthly_fee_krw": _amount(line.monthly),
                }
                for line in entry.cost.lines
            ],
            "reasons": self.reasons(entry.reasons),
            "unknowns": self.reasons(entry.unknowns),
            "conflicts": self.conflicts(entry.conflicts),
            "sources": self.urls(entry.sources),
        }

    def _module(self, name: str) -> dict[str, Any]:
        module = self._book.pg_methods.modules[name]
        return {"id": name, "name": module.name, "v1_code": module.v1_code, "v2_code": module.v2_code}

    def combination(self, entry: Combination) -> dict[str, Any]:
        return {
            "gateways": list(entry.gateways),
            "assignment": {need.key: gateway for need, gateway in entry.assignment},
            "portone": entry.version,
            "confidence": entry.confidence,
            "monthly_fee_krw": _amount(entry.monthly),
            "signup_fee_krw": entry.signup,
            "first_year_cost_krw": _amount(entry.first_year),
            "saves_first_year_krw": entry.saves_first_year,
            "unknowns": self.reasons(entry.unknowns),
            "conflicts": self.conflicts(entry.conflicts),
        }


def _amount(amount: Amount | None) -> dict[str, int] | None:
    return {"min": amount.min, "max": amount.max} if amount else None


def _requirements(answers: Requirements) -> dict[str, Any]:
    return {
        "needs": [need.key for need in answers.needs()],
        "easy_pay_contract": answers.easy_pay_contract,
        "portone": answers.portone,
        "tier": answers.tier,
        "yearly_sales_krw": answers.yearly_sales,
        "sales_krw": {f"{kind}:{method}": won for (kind, method), won in answers.sales.items()},
        "count": {f"{kind}:{method}": number for (kind, method), number in answers.payments.items()},
        "largest_payment_krw": answers.largest_payment,
        "goods": answers.goods,
        "industries": list(answers.industries),
        "platform": answers.platform,
        "max_signup_fee_krw": answers.max_signup_fee,
        "open_before_review": answers.open_before_review,
    }
