"""Whom to sign with, and why, as JSON."""

from typing import Literal, TypedDict, cast

from portone_guide.rules.json_types import NotEmpty
from portone_guide.select_pg.answer import RecommendationCode, Selection
from portone_guide.select_pg.words import text_of


class WhyReport(TypedDict):
    """Why these: ``code`` is for programs, ``text`` for people."""

    code: RecommendationCode
    text: NotEmpty


class RecommendedReport(TypedDict):
    """Whom to sign with."""

    kind: Literal["gateway", "set"]
    """gateway: one that carries every need, so one of qualified; set: the first of combinations."""
    gateways: list[str]
    why: WhyReport


def recommended_report(selection: Selection) -> RecommendedReport | None:
    """Return the gateway or the set that is recommended; None: nothing covers the needs."""
    why = selection.why_recommended
    if not why:
        return None
    return {
        "kind": "gateway" if selection.recommended else "set",
        "gateways": list(selection.contracts),
        "why": {"code": cast(RecommendationCode, why.code.partition(".")[2]), "text": text_of(why)},
    }
