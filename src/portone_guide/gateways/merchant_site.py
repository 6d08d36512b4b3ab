"""What was said of a merchant's site, and which rules concern it."""

from datetime import date
from typing import NamedTuple

from portone_guide.needs.requirements import Need
from portone_guide.rules.models.checklist import Applies, SiteDocument
from portone_guide.rules.models.fields import PlatformId


class Site(NamedTuple):
    """What is known of a merchant's site. None: not known, which leaves an item in; an empty set: known to be none.

    ``on`` is the day on which it is looked at.
    """

    goods: str | None = None
    platform: PlatformId | None = None
    types: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    gateways: frozenset[str] = frozenset()
    industries: frozenset[str] = frozenset()
    easy_pay: frozenset[str] = frozenset()
    in_development: bool | None = None
    methods: frozenset[str] = frozenset()
    portone: str | None = None
    needs: tuple[Need, ...] = ()
    on: date | None = None

    @property
    def identity_only(self) -> bool:
        """Whether only identity verification is asked for."""
        return self.types == {"identity"}


def applies(rule: Applies, site: Site) -> bool:
    """Tell whether an item concerns a site: every list that the rule gives must be met."""
    return (
        _meets(rule.goods, site.goods)
        and _meets(rule.platforms, site.platform)
        and _shares(rule.types, site.types)
        and _shares(rule.styles, site.styles)
        and _shares(rule.gateways, site.gateways)
        and _shares(rule.industries, site.industries)
        and _shares(rule.easy_pay, site.easy_pay)
        and _shares(rule.methods, site.methods)
        and rule.identity_only in (None, site.identity_only)
        and (rule.in_development is None or site.in_development in (None, rule.in_development))
    )


def asked_of(document: SiteDocument, site: Site) -> bool:
    """Tell whether the site's industries, gateways or payments ask for a document."""
    return (
        _shares(document.industries, site.industries)
        and _shares(document.gateways, site.gateways)
        and _shares(document.types, site.types)
        and _shares(document.methods, site.methods)
        and _meets(document.portone, site.portone)
    )


def _meets(rule: tuple[str, ...], known: str | None) -> bool:
    return not rule or known is None or known in rule


def _shares(rule: tuple[str, ...], known: frozenset[str]) -> bool:
    return not rule or not known.isdisjoint(rule)
