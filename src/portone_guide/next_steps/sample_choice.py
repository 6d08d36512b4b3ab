"""Which samples are shown: of each gateway, for the needs that it carries."""

from portone_guide.next_steps.answer import ShownSample
from portone_guide.next_steps.case import Case
from portone_guide.next_steps.questions import LANGUAGE
from portone_guide.samples.answer import Choice, NoSample
from portone_guide.samples.decide import first_need, samples_for


def samples(case: Case) -> tuple[tuple[ShownSample, ...], tuple[NoSample, ...]]:
    """Return the samples, and the needs that no page gives the parameters for."""
    shown: list[ShownSample] = []
    without: list[NoSample] = []
    for gateway, carrier in case.carriers.items():
        modules = tuple(use.module for use in carrier.modules)
        needs = carrier.needs or (() if case.needs else first_need(case.book, modules, carrier.version))
        choice = Choice(gateway, modules, needs, carrier.version, case.wishes.said.of(LANGUAGE))
        found, missing = samples_for(case.book, choice)
        shown += [ShownSample(sample, sample.need.named(case.book.pg_methods)) for sample in found]
        without += missing
    return tuple(shown), tuple(without)
