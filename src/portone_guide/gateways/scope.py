"""Whom a row of the rule files concerns: the one place where that is judged."""

from collections.abc import Iterable
from typing import NamedTuple

from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.models.fields import Goods, PlatformId, PortOneVersion
from portone_guide.rules.models.scope import Scope
from portone_guide.rules.vocabulary import EASY_PAY


class Audience(NamedTuple):
    """One merchant: what is to be paid with, in which PortOne versions, where, for what, with whom.

    What was not said rules nothing out; an industry or a gateway that was not named is none of theirs.
    """

    versions: tuple[PortOneVersion, ...] = ()
    needs: tuple[Need, ...] = ()
    platform: PlatformId | None = None
    goods: Goods | None = None
    industries: tuple[str, ...] = ()
    gateways: tuple[str, ...] = ()
    in_development: bool | None = None

    @property
    def identity_only(self) -> bool:
        """Whether nothing but identity verification is asked for."""
        return bool(self.needs) and all(need.type == "identity" for need in self.needs)


def audience(
    answers: Requirements, versions: Iterable[PortOneVersion], needs: Iterable[Need], gateways: Iterable[str] = ()
) -> Audience:
    """Return the merchant of these answers, with the needs that some contracts carry."""
    where = (answers.platform, answers.goods, answers.industries)
    return Audience(tuple(versions), tuple(needs), *where, tuple(gateways))


def concerns(scope: Scope, merchant: Audience) -> bool:
    """Tell whether a row with this scope is to be told to a merchant."""
    return (
        (not scope.portone or not merchant.versions or not set(scope.portone).isdisjoint(merchant.versions))
        and (not merchant.needs or any(_pays(scope, need) for need in merchant.needs))
        and (not scope.platforms or merchant.platform is None or merchant.platform in scope.platforms)
        and (not scope.goods or merchant.goods is None or merchant.goods in scope.goods)
        and (not scope.industries or not set(scope.industries).isdisjoint(merchant.industries))
        and (not scope.gateways or not set(scope.gateways).isdisjoint(merchant.gateways))
        and scope.identity_only in {None, merchant.identity_only}
        and (scope.in_development is None or merchant.in_development in {None, scope.in_development})
    )


def _pays(scope: Scope, need: Need) -> bool:
    method = {need.method, EASY_PAY.rstrip(":")} if need.brand else {need.method}
    return (
        (not scope.types or need.type in scope.types)
        and (not scope.styles or need.style is None or need.style in scope.styles)
        and (not scope.methods or not method.isdisjoint(scope.methods))
    )
