"""What speaks against asking for a review at all, judged where every command judges it."""

from collections.abc import Iterator

from portone_guide.gateways.barriers import Caution, barriers
from portone_guide.gateways.industries import refused
from portone_guide.gateways.merchant_site import Site
from portone_guide.needs.requirements import Requirements
from portone_guide.rules.book import RuleBook


def cautions(book: RuleBook, site: Site) -> Iterator[Caution]:
    """Yield which industries nobody takes, and why the chosen gateways may not be for this site.

    Of several gateways nobody said which carries what: then only what holds whatever they carry is told.
    """
    industries = tuple(sorted(site.industries))
    for reason in refused(book, industries):
        yield Caution(None, reason)
    answers = Requirements(platform=site.platform, industries=industries)
    needs = site.needs if len(site.gateways) == 1 else ()
    for gateway in sorted(site.gateways):
        for reason in barriers(book, answers, gateway, needs):
            if not reason.code.startswith("refused_industry"):
                yield Caution(gateway, reason)
