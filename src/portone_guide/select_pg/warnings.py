"""What every merchant with these answers must hear, whichever gateway it is."""

from collections.abc import Iterator, Sequence

from portone_guide.gateways.fees import FeeSheet
from portone_guide.gateways.pricing import in_won
from portone_guide.gateways.scope import audience, concerns
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fee import PlatformPlan
from portone_guide.rules.models.source import Note
from portone_guide.select_pg.answer import Qualified


def warnings(
    book: RuleBook,
    answers: Requirements,
    needs: Sequence[Need],
    sheet: FeeSheet,
    qualified: Sequence[Qualified],
) -> tuple[Reason, ...]:
    """Return the warnings that hold for the whole answer, the gravest first."""
    found = [
        *_industries(book, answers),
        *_platform(book, answers, needs),
        *_tier(book, answers, needs, sheet),
        *_style(book, answers, needs),
        *_easy_pay(book, needs),
        *_quick_opening(book, answers),
    ]
    if not qualified and needs:
        found.append(because("no_single_gateway"))
    return tuple(dict.fromkeys(found))


def portone_plan(book: RuleBook, answers: Requirements, needs: Sequence[Need]) -> int | None:
    """Return PortOne's own monthly fee in won before VAT; None where it is not known.

    By net monthly volume (PortOne help, One Payment Infra), so all sales must be known. Identity verification is
    not charged. Shops of some platforms pay a rate instead, and at least some foreign money.
    """
    charged = [need.part for need in needs if need.type != "identity"]
    if needs and not charged:
        return 0
    if not charged or any(part not in answers.sales for part in charged):
        return None
    volume = sum(answers.sales.values())
    if plan := platform_plan(book, answers):
        least = in_won(plan.least, answers.usd_krw)
        return None if least is None else max(least, int(volume * plan.rate.high / 100))
    for row in book.fees.portone_plan:
        if volume >= row.volume_from and (row.volume_below is None or volume < row.volume_below):
            return row.monthly
    return None


def platform_plan(book: RuleBook, answers: Requirements) -> PlatformPlan | None:
    """Return PortOne's own fee of shops on the merchant's platform, where it is another than everybody's."""
    return book.fees.platform_plans.get(answers.platform) if answers.platform else None


def _industries(book: RuleBook, answers: Requirements) -> Iterator[Reason]:
    for name in answers.industries:
        industry = book.industries.industries[name]
        sources, conflicts = (industry.source,), filter(None, (industry.conflict,))
        code = "refused_industry.why" if industry.status == "refused" else "risky_industry"
        yield because(code, sources=sources, conflicts=conflicts, industry=industry.name, why=industry.why)
        if industry.advice:
            yield because("industry_advice", sources=sources, text=industry.advice)
        for note in industry.notes:
            yield because("industry_advice", sources=(note.source,), text=note.text)
        for way in book.industries.ways_out:
            yield because("way_out", sources=(way.source,), text=way.text)


def _platform(book: RuleBook, answers: Requirements, needs: Sequence[Need]) -> Iterator[Reason]:
    if answers.platform and (platform := book.terms.platforms.get(answers.platform)):
        merchant = audience(answers, (), needs)
        concerning = (Note(note.text, note.source) for note in platform.notes if concerns(note.scope, merchant))
        for note in (*platform.at_builder, *platform.by_portone, *concerning):
            yield because("platform", sources=(note.source,), text=note.text)


def _tier(book: RuleBook, answers: Requirements, needs: Sequence[Need], sheet: FeeSheet) -> Iterator[Reason]:
    source = (book.fees.tier_source,)
    if answers.tier is None and answers.yearly_sales == 0:
        yield because("new_business", sources=source)
    elif len(sheet.tiers) > 1 and any(
        need.type == "one_time" and (need.method == "card" or need.brand) for need in needs
    ):
        tiers = tuple(book.fees.tiers[tier].name for tier in sheet.tiers)
        yield because("tier_unknown", sources=source, tiers=tiers)
    if set(sheet.tiers) - {"general"} and any(
        need.type in {"billing", "key_in"} and need.method == "card" for need in needs
    ):
        yield because("flat_billing_rate")


def _style(book: RuleBook, answers: Requirements, needs: Sequence[Need]) -> Iterator[Reason]:
    asked = {style for kind, style in answers.styles if kind is None}
    if "api" in asked and any(need.type == "one_time" for need in needs):
        yield because("one_time_is_window")
    unasked = [need for need in needs if need.part in answers.one_style and need.style is None]
    if asked and unasked:
        yield because("style.no_choice", needs=tuple(need.named(book.pg_methods) for need in unasked))


def _easy_pay(book: RuleBook, needs: Sequence[Need]) -> Iterator[Reason]:
    if any(need.brand for need in needs):
        for rule in book.pg_methods.easy_pay_rules:
            yield because("easy_pay", sources=(rule.source,), text=rule.text)


def _quick_opening(book: RuleBook, answers: Requirements) -> Iterator[Reason]:
    if answers.open_before_review and (excluded := book.terms.quick_opening_excludes):
        sources = dict.fromkeys(note.source for note in excluded)
        yield because("quick_opening", sources=sources, excluded=tuple(note.text for note in excluded))
        for note in book.terms.quick_opening_notes:
            yield because("quick_opening_note", sources=(note.source,), text=note.text)
