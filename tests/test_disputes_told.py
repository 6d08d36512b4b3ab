"""Every recorded disagreement of pages is told by a command that answers about what it is about."""

import itertools
from collections.abc import Iterator

import pytest

from portone_guide.checklist.decide import checklist
from portone_guide.checklist.site import Site
from portone_guide.gateways import versions
from portone_guide.gateways.support import SupportTable
from portone_guide.need_new_mid.answer import Change
from portone_guide.need_new_mid.decide import answer as new_mid
from portone_guide.needs.questions import GATEWAY
from portone_guide.needs.reading import read
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.next_steps.decide import next_steps
from portone_guide.next_steps.questions import NEXT_STEPS
from portone_guide.next_steps.wishes import Wishes
from portone_guide.rules.business_days import add_business_days
from portone_guide.rules.models.fee_key import FeeKey
from portone_guide.rules.models.fields import PaymentType
from portone_guide.rules.models.method import Support
from portone_guide.rules.vocabulary import EASY_PAY
from portone_guide.select_pg.decide import select
from support import CHECKED, shipped

BOOK = shipped()
CONFLICTS = BOOK.conflicts.conflicts


@pytest.fixture(scope="module", autouse=True)
def one_table() -> Iterator[None]:
    """The support rows are indexed once for all questions."""
    table, patch = SupportTable(BOOK.pg_methods), pytest.MonkeyPatch()
    patch.setattr(versions, "SupportTable", lambda file: table)
    yield
    patch.undo()


def road(asked: Requirements, *gateways: str) -> set[str]:
    wishes = Wishes(asked, read(NEXT_STEPS, {GATEWAY.id: list(gateways)}, BOOK), CHECKED, {})
    return set(next_steps(BOOK, wishes, add_business_days).disputes)


def chosen(asked: Requirements) -> set[str]:
    answer = select(BOOK, asked)
    entries = (*answer.qualified, *answer.combinations)
    found = {name for entry in entries for name in (*entry.conflicts, *entry.details)} | set(answer.disputes)
    reasons = (*answer.warnings, *(reason for entry in answer.rejected for reason in entry.reasons))
    return found.union(*(reason.conflicts for reason in reasons))


def asking(*needs: Need, **said: object) -> Requirements:
    styles = tuple((need.type, need.style) for need in needs if need.style)
    parts = tuple(dict.fromkeys(need.part for need in needs))
    return Requirements(methods=parts, styles=styles, as_of=CHECKED)._replace(**said)  # type: ignore[arg-type]


def about_rows() -> set[str]:
    """What is told by who asks for what a row is about, on the platform or in the industry that it names."""
    told: set[str] = set()
    rows = [(module, row) for module, found in BOOK.pg_methods.support.items() for row in found if row.conflict]
    for module, row in rows:
        gateway = BOOK.pg_methods.modules[module].gateway
        for asked in _of_row(row):
            told |= road(asked, gateway)
            if row.conflict not in told:
                told |= chosen(asked)
    for name, module in BOOK.pg_methods.modules.items():
        for row in BOOK.pg_methods.support[name] if module.portone_conflict else ():
            told |= road(asking(Need(row.type, row.methods[0]), portone="v2"), module.gateway)
    return told


def about_rates() -> set[str]:
    """What is told by who asks for what a disputed rate is for."""
    brands = [extra.easy_pay for extra in BOOK.fees.surcharges if extra.conflict]
    told = set().union(*(chosen(asking(Need("one_time", f"{EASY_PAY}{brand}"))) for brand in brands))
    for gateway, rates in BOOK.fees.disputed.items():
        read_for = BOOK.fees.overseas_rows.get(gateway, {})
        for key in map(FeeKey.parse, rates):
            methods = [method for method, rows in read_for.items() if key.name in rows] or [key.name]
            kind: PaymentType = "overseas_billing" if key.way == "billing" else "overseas"
            for method in methods if key.family == "overseas" else ():
                told |= chosen(asking(Need(kind, method)))
    return told


def _of_row(row: Support) -> Iterator[Requirements]:
    for method, portone in itertools.product(row.methods, row.portone):
        yield asking(Need(row.type, method, row.style if row.type != "one_time" else None), portone=portone)


def test_every_dispute_of_a_place_is_told_to_whom_it_concerns() -> None:
    for name, dispute in CONFLICTS.items():
        if dispute.at is None:
            continue
        scope, gateway = dispute.scope, name.partition("-")[0]
        kind = scope.types[0] if scope.types else "one_time"
        method = scope.methods[0] if scope.methods else "card"
        method = f"{EASY_PAY}kakaopay" if method == EASY_PAY.rstrip(":") else method
        kinds = scope.types or ("one_time", "billing", "key_in", "overseas", "identity")
        told: set[str] = set()
        for kind in kinds:
            asked = asking(
                Need(kind, method),
                portone=scope.portone[0] if scope.portone else None,
                platform=scope.platforms[0] if scope.platforms else None,
            )
            signing = () if gateway == "general" else (gateway,)
            told |= road(asked, *signing)
            told |= chosen(asked)
            if signing and dispute.at == "merchant_id":
                for case in BOOK.merchant_ids.cases:
                    decisions = new_mid(BOOK, [Change(gateway, (case,))]).decisions
                    told.update(*(decision.conflicts for decision in decisions))
        assert name in told, (name, dispute.at)


def test_a_dispute_is_not_told_to_whom_it_does_not_concern() -> None:
    for name, dispute in CONFLICTS.items():
        gateway, other = name.partition("-")[0], {"v1": "v2", "v2": "v1"}
        if dispute.at in {"channels", "code", "contract"} and gateway != "general" and len(dispute.scope.portone) == 1:
            asked = asking(Need("one_time", "card"), portone=other[dispute.scope.portone[0]])
            assert name not in road(asked, gateway), name
        if dispute.at == "platform":
            assert name not in road(asking(Need("one_time", "card")), *([gateway] if gateway != "general" else [])), (
                name
            )


def told_anywhere() -> set[str]:
    """Everything that the answering commands tell to somebody, over all gateways, needs, industries and platforms."""
    told = about_rows()
    for name, platform in BOOK.terms.platforms.items():
        for row in platform.gateways or ():
            for kind, method in itertools.product(row.types, row.methods or ("card",)) if row.conflict else ():
                told |= road(asking(Need(kind, method), platform=name), row.gateway)
    for module, rows in (*BOOK.channels.test.items(), *BOOK.channels.live_fields.items()):
        gateway = BOOK.pg_methods.modules[module].gateway
        for cell in BOOK.pg_methods.support[module] if any(row.conflict for row in rows) else ():
            for method, portone in itertools.product(cell.methods[:2], cell.portone):
                told |= road(asking(Need(cell.type, method), portone=portone), gateway)
    for gateway in BOOK.pg_methods.gateways:
        told |= road(Requirements(as_of=CHECKED, business="sole"), gateway)
        told |= road(Requirements(as_of=CHECKED, business="corporation"), gateway)
        for case in BOOK.merchant_ids.cases:
            for decision in new_mid(BOOK, [Change(gateway, (case,))]).decisions:
                told |= set(decision.conflicts)
            for brand in BOOK.pg_methods.easy_pays:
                for decision in new_mid(BOOK, [Change(gateway, (case,), easy_pay=(brand,))]).decisions:
                    told |= set(decision.conflicts)
    return told


def test_every_dispute_that_a_row_names_is_told_by_an_answering_command() -> None:
    told = told_anywhere() | about_rates()
    for industry in BOOK.industries.industries:
        told |= chosen(asking(Need("one_time", "card"), industries=(industry,)))
        told |= set(checklist(BOOK, Site(Requirements(industries=(industry,))), {}).disputes)
    for platform in ("wordpress", "shopify"):
        for kind, method in {(kind, "card") for kind in ("one_time", "billing", "key_in", "overseas")}:
            told |= chosen(asking(Need(kind, method), platform=platform))  # type: ignore[arg-type]
    for gateway in BOOK.pg_methods.gateways:
        answers = Requirements(as_of=CHECKED, industries=tuple(BOOK.industries.industries))
        told |= set(checklist(BOOK, Site(answers, (gateway,)), {}).disputes)
    rest = {name for name, dispute in CONFLICTS.items() if dispute.at is None} - told
    assert not rest
