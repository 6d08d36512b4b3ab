"""Which project is written for what was asked: only calls that the pages of the modules document."""

from collections.abc import Iterable, Iterator

from portone_guide.gateways.hosting import through_host
from portone_guide.gateways.references import references
from portone_guide.gateways.shares import Share, Shares, shares
from portone_guide.needs.reason import because
from portone_guide.needs.requirements import Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.rules.vocabulary import method_names
from portone_guide.samples.decide import first_need, row_of
from portone_guide.samples.project import Item
from portone_guide.samples.stacks import STACKS, StackId
from portone_guide.starter.answer import Missing, Offer, Project
from portone_guide.starter.channels import channel_of, money_of, settings_of
from portone_guide.starter.remarks import remarks_of


def project(book: RuleBook, asked: Requirements, gateways: tuple[str, ...], stack: StackId) -> Project:
    """Return the project for what a merchant asked for and signs with, on a stack."""
    found = shares(book, asked, gateways)
    version = found.versions[0] if asked.portone is None else asked.portone
    hosted = through_host(book, asked.platform, asked.builder)
    host = hosted.why if hosted else None
    offered = () if host else tuple(_offers(book, found, version, bool(asked.needs())))
    offers = tuple(offer for offer in offered if STACKS[stack].takes(offer.item.kind))
    items = tuple(offer.item for offer in offers)
    missing = () if host else (*_not_taken(offered, offers), *_missing(book, found, asked, version, offered))
    money = tuple(money_of(book, items))
    sources = tuple(dict.fromkeys(_sources(book, items)))
    modules = tuple(item.module for item in items)
    return Project(
        stack,
        STACKS[stack],
        version,
        offers,
        tuple(settings_of(book, items)),
        money,
        missing,
        host,
        book.channels.test_console.path,
        sources,
        method_names(book.pg_methods),
        references(book, gateways=gateways, modules=modules, sources=sources),
    )


def _offers(book: RuleBook, found: Shares, version: PortOneVersion, asked: bool) -> Iterator[Offer]:
    for gateway, share in found.of.items():
        modules = _modules(found, gateway, share)
        needs = share.needs if asked else first_need(book, modules, version)
        for need in needs if share.version == version else ():
            row = row_of(book.code_samples, modules, need, version)
            if row is None:
                continue
            name, call = row
            identifier = "_".join((gateway, *need.key.split(":")))
            channel = channel_of(book, name, need, call)
            item = Item(identifier, name, need, call, channel, book.pg_methods.modules[name].v1_code)
            yield Offer(item, need.named(book.pg_methods), tuple(remarks_of(book, item)))


def _modules(found: Shares, gateway: str, share: Share) -> tuple[str, ...]:
    return share.modules or tuple(found.coverage.payment_modules(gateway))


def _not_taken(offered: Iterable[Offer], offers: Iterable[Offer]) -> Iterator[Missing]:
    taken = {offer.item.id for offer in offers}
    yield from (Missing(offer.need, because("not_in_stack")) for offer in offered if offer.item.id not in taken)


def _missing(
    book: RuleBook, found: Shares, asked: Requirements, version: PortOneVersion, offered: Iterable[Offer]
) -> Iterator[Missing]:
    done = {offer.item.need for offer in offered}
    for need in asked.needs():
        if need in done:
            continue
        carrying = [share for share in found.of.values() if need in share.needs]
        if not carrying:
            why = because("not_carried")
        elif any(share.version == version for share in carrying):
            why = because("no_sample", version=version)
        else:
            why = because("other_version", version=carrying[0].version)
        yield Missing(need.named(book.pg_methods), why)


def _sources(book: RuleBook, items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        yield from item.row.sources
        yield from book.code_samples.calls[item.row.call].sources
