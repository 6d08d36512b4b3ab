"""What was asked for, as JSON."""

from typing import TypedDict

from portone_guide.needs.questions import EasyPayContract
from portone_guide.rules.json_types import Count
from portone_guide.rules.models.fields import BusinessForm, Goods, PlatformId, PortOneVersion, SalesTier
from portone_guide.select_pg.answer import Selection


class RequirementsReport(TypedDict):
    """What was asked for, as it was understood."""

    needs: list[str]
    """TYPE:METHOD or TYPE:METHOD:STYLE, one for each style that must be possible."""
    easy_pay_contract: EasyPayContract
    portone: PortOneVersion | None
    tier: SalesTier | None
    yearly_sales_krw: Count | None
    sales_krw: dict[str, Count]
    """Won a month by TYPE:METHOD."""
    count: dict[str, Count]
    """Payments a month by TYPE:METHOD."""
    smallest_payment_krw: Count | None
    largest_payment_krw: Count | None
    usd_krw: str | None
    """Won for a US dollar; null: not given, so that foreign money is in no total."""
    goods: Goods | None
    industries: list[str]
    countries: list[str]
    contracted: list[str]
    platform: PlatformId | None
    builder: str | None
    business: BusinessForm | None
    max_signup_fee_krw: Count | None
    open_before_review: bool


def requirements_report(selection: Selection) -> RequirementsReport:
    """Return what was asked for."""
    answers = selection.requirements
    return {
        "needs": [need.key for need in selection.needs],
        "easy_pay_contract": answers.easy_pay_contract,
        "portone": answers.portone,
        "tier": answers.tier,
        "yearly_sales_krw": answers.yearly_sales,
        "sales_krw": {":".join(part): won for part, won in answers.sales.items()},
        "count": {":".join(part): number for part, number in answers.payments.items()},
        "smallest_payment_krw": answers.smallest_payment,
        "largest_payment_krw": answers.largest_payment,
        "usd_krw": str(answers.usd_krw) if answers.usd_krw else None,
        "goods": answers.goods,
        "industries": list(answers.industries),
        "countries": list(answers.countries),
        "contracted": list(answers.contracted),
        "platform": answers.platform,
        "builder": answers.builder,
        "business": answers.business,
        "max_signup_fee_krw": answers.max_signup_fee,
        "open_before_review": answers.open_before_review,
    }
