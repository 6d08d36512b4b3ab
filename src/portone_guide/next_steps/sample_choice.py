"""Which samples are shown: of each gateway, for the needs that it carries."""

from portone_guide.needs.requirements import Need
from portone_guide.next_steps.answer import ShownSample
from portone_guide.next_steps.case import Carrier, Case
from portone_guide.next_steps.questions import LANGUAGE
from portone_guide.samples.answer import Choice, NoSample
from portone_guide.samples.decide import samples_for


def samples(case: Case) -> tuple[tuple[ShownSample, ...], tuple[NoSample, ...]]:
    """Return the samples, and the needs that no page gives the parameters for."""
    shown: list[ShownSample] = []
    without: list[NoSample] = []
    for gateway, carrier in case.carriers.items():
        modules = tuple(use.module for use in carrier.modules)
        needs = carrier.needs or (() if case.needs else _first_need(case, carrier))
        choice = Choice(gateway, modules, needs, carrier.version, case.wishes.said.of(LANGUAGE))
        found, missing = samples_for(case.book, choice)
        shown += [ShownSample(sample, sample.need.named(case.book.pg_methods)) for sample in found]
        without += missing
    return tuple(shown), tuple(without)


def _first_need(case: Case, carrier: Carrier) -> tuple[Need, ...]:
    """Return what most merchants begin with, where nothing was asked for: the first documented call."""
    for use in carrier.modules:
        for row in case.book.code_samples.samples.get(use.module, ()):
            if row.portone == carrier.version:
                return (Need(row.type, next(iter(row.methods))),)
    return ()
