"""Sales tiers: which card rate a business pays.

Source: PortOne's help page on tiers (small-business-commission-fee). Tiers follow yearly sales and are set each
January and July; a business without sales is 일반 until its first tax filing.
"""

from portone_guide.rules.models.fee import FeesFile
from portone_guide.rules.models.fee_key import TIERS
from portone_guide.rules.models.fields import SalesTier


def tiers_for_sales(yearly_sales: int, file: FeesFile) -> tuple[SalesTier, ...]:
    """Return the tiers that yearly sales (won) may fall into.

    A new business (0 won) is 일반. A sum that the source puts in no tier gives both neighbours: the source
    leaves exactly 3,000,000,000 won out.
    """
    if yearly_sales == 0:
        return ("general",)
    inside: list[SalesTier] = [
        tier
        for tier, limits in file.tiers.items()
        if (limits.at_least is None or yearly_sales >= limits.at_least)
        and (limits.above is None or yearly_sales > limits.above)
        and (limits.below is None or yearly_sales < limits.below)
    ]
    if inside:
        return tuple(inside)
    return tuple(tier for tier, limits in file.tiers.items() if yearly_sales in (limits.below, limits.above))


def possible_tiers(tier: SalesTier | None, yearly_sales: int | None, file: FeesFile) -> tuple[SalesTier, ...]:
    """Return the tiers that the answers leave open: all of them where nothing is known."""
    if tier:
        return (tier,)
    return tiers_for_sales(yearly_sales, file) if yearly_sales is not None else TIERS
