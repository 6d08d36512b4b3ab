"""Facts as JSON: records of the rule files as they stand, sources by id with one table of the pages."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from portone_guide.facts.comparison import Cell, Section
from portone_guide.facts.rate_table import Rate, RateRow
from portone_guide.facts.rate_words import rate_text
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fee import fees_on
from portone_guide.rules.models.method import Module
from portone_guide.rules.models.money import Charge

SCHEMA_VERSION = 1


def plain_value(value: Any) -> Any:
    """Return a value of the rule files as JSON has it; see :func:`charge_json` for rates."""
    if isinstance(value, Charge):
        return charge_json(value)
    if hasattr(value, "_asdict"):
        return {key.removesuffix("_"): plain_value(item) for key, item in value._asdict().items()}
    if isinstance(value, dict):
        return {key: plain_value(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain_value(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def charge_json(charge: Charge) -> dict[str, Any]:
    """Return a charge before VAT: percent as text, so that no digit is lost, and integer won."""
    return {
        "min_percent": str(charge.low),
        "max_percent": str(charge.high),
        "per_payment_krw": charge.won,
        "at_least_krw": charge.floor,
    }


def rates_json(row: RateRow, vat_factor: Decimal) -> dict[str, Any]:
    """Return the rates of one gateway by column, as shown before and with VAT, and in numbers before VAT."""
    return {column: _rate(rate, vat_factor, signup=column == "signup") for column, rate in row.rates.items()}


def _rate(rate: Rate, vat_factor: Decimal, *, signup: bool) -> dict[str, Any]:
    known = bool(rate.charges)
    return {
        "state": rate.state,
        "rate": rate_text(rate, signup=signup).removesuffix("*") if known else None,
        "rate_with_vat": rate_text(rate, vat_factor, signup=signup).removesuffix("*") if known else None,
        "charges": [{"fee": str(key), "condition": said, **charge_json(charge)} for key, said, charge in rate.charges],
        "sources": list(rate.sources),
        "conflicts": list(rate.conflicts),
    }


def module_json(module: Module) -> dict[str, Any]:
    """Return a module as the file has it, notes left out."""
    return {key: value for key, value in plain_value(module).items() if key != "notes"}


def section_json(section: Section) -> dict[str, Any]:
    """Return one payment type and style of a comparison."""
    return {
        "type": section.type,
        "style": section.style,
        "methods": list(section.methods),
        "rows": [
            {
                "module": row.module,
                "portone": list(row.versions),
                "cells": {method: _cell(cell) for method, cell in row.cells.items()},
            }
            for row in section.rows
        ],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {"supported": cell.supported, "conflicts": list(cell.conflicts)}


def conflict_json(name: str, book: RuleBook) -> dict[str, Any]:
    """Return a conflict with the addresses of its pages; ``used`` null: neither page was chosen."""
    conflict = book.conflicts.conflicts[name]
    sources = book.sources.sources
    return {
        "id": name,
        "about": conflict.about,
        "claims": [
            {"source": claim.source, "url": sources[claim.source].url, "says": claim.says} for claim in conflict.claims
        ],
        "used": None if conflict.used == "none" else conflict.used,
        "why": conflict.why,
    }


def sources_json(names: Iterable[str], book: RuleBook, on: date) -> dict[str, Any]:
    """Return pages by id, with the days since each was checked."""
    from portone_guide.facts.source_ages import source_age

    ages = (source_age(name, book.sources.sources[name], on) for name in dict.fromkeys(names))
    return {
        age.id: {
            "title": age.source.title,
            "url": age.source.url,
            "checked": age.source.checked.isoformat(),
            "age_days": age.days,
            "old": age.old,
        }
        for age in ages
    }


def gateway_json(gateway: str, book: RuleBook, on: date) -> dict[str, Any]:
    """Return everything that the files say of one gateway; fees are those in force on the day."""
    from portone_guide.facts.gateway_facts import conflicts_of, industries_of, platforms_of

    file = book.pg_methods
    modules = {name: module for name, module in file.modules.items() if module.gateway == gateway}
    fees = {str(key): last for key, (*_, last) in fees_on(book.fees.fees.get(gateway, ()), on).items()}
    value: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "as_of": on.isoformat(),
        "gateway": gateway,
        **plain_value(file.gateways[gateway]),
        "modules": [
            {"id": name, **plain_value(module), "support": plain_value(file.support.get(name, ()))}
            for name, module in modules.items()
        ],
        "fees": {
            key: {
                "from": fee.since.isoformat(),
                "source": fee.source,
                "charges": [{"condition": said, **charge_json(charge)} for said, charge in fee.quote],
                "conflict": book.fees.disputed.get(gateway, {}).get(key),
            }
            for key, fee in fees.items()
        },
        "identity_packages": plain_value(book.fees.packages.get(gateway, ())),
        "conditions": plain_value(book.terms.conditions.get(gateway, ())),
        "quick_opening": plain_value(book.terms.quick_opening.get(gateway)),
        "amount_limits": plain_value(book.terms.amount_limits.get(gateway, ())),
        "platforms": [
            {
                "platform": found.id,
                **plain_value(found.offer._replace(source=found.offer.source or found.platform.source)),
            }
            for found in platforms_of(book, gateway)
        ],
        "industries": [
            {
                "industry": found.id,
                **plain_value(found.reviewer._replace(source=found.reviewer.source or found.industry.source)),
            }
            for found in industries_of(book, gateway)
        ],
        "conflicts": [conflict_json(name, book) for name in conflicts_of(book, gateway)],
    }
    return {**value, "sources": sources_json(_source_ids(value), book, on)}


def _source_ids(value: Any) -> list[str]:
    """Return the source ids in a JSON value, in the order in which they come."""
    if isinstance(value, list):
        return [name for item in value for name in _source_ids(item)]
    if not isinstance(value, dict):
        return []
    found: list[str] = []
    for key, item in value.items():
        if key == "source" and item:
            found.append(item)
        elif key == "sources":
            found += item
        else:
            found += _source_ids(item)
    return found
