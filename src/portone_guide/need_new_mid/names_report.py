"""What gateways call their merchant ids, and what a pasted value is, as JSON objects."""

from typing import Literal, TypedDict

from portone_guide.need_new_mid.answer import Recognised, Synonyms
from portone_guide.need_new_mid.words import why_secret
from portone_guide.rules.json_types import NotEmpty


class SynonymReport(TypedDict):
    """What a gateway calls its merchant id and where it is found (null: no source says), and what comes with it."""

    gateway: str
    label: str | None
    where: str | None
    also: list[str]


class SynonymsReport(TypedDict):
    """What gateways call their merchant ids."""

    schema_version: Literal[1]
    synonyms: list[SynonymReport]


class KindReport(TypedDict):
    """A kind of value whose form the pasted one has. ``secret``: nobody else may see such a value."""

    id: str
    name: str
    where_used: str
    secret: bool


class TestIdReport(TypedDict):
    """A gateway's shared merchant id for tests."""

    gateway: str
    purpose: str


class ValueReport(TypedDict):
    """What a pasted value may be; it is not repeated.

    ``may_be_secret``: nobody else may see it, for the reason ``why_secret``, null: nothing speaks for that.
    """

    schema_version: Literal[1]
    kinds: list[KindReport]
    test_ids: list[TestIdReport]
    may_be_secret: bool
    why_secret: NotEmpty | None


def synonyms_report(found: Synonyms) -> SynonymsReport:
    """Return what gateways call their merchant ids as one object."""
    return {
        "schema_version": 1,
        "synonyms": [
            {"gateway": gateway, "label": label, "where": row.where, "also": list(row.also)}
            for gateway, label, row in found.rows
        ],
    }


def value_report(found: Recognised) -> ValueReport:
    """Return what a pasted value is as one object."""
    return {
        "schema_version": 1,
        "kinds": [
            {"id": name, "name": kind.name, "where_used": kind.where_used, "secret": kind.secret}
            for name, kind in found.kinds
        ],
        "test_ids": [{"gateway": test.gateway, "purpose": test.purpose} for test in found.test_ids],
        "may_be_secret": found.secret is not None,
        "why_secret": why_secret(found.secret) if found.secret else None,
    }
