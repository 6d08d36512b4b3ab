"""Contract papers, insurance, reviews and the opening checklist on a terminal."""

from collections.abc import Iterator

from portone_guide.gateways.caution_words import versions_words
from portone_guide.gateways.limit_words import limit_text
from portone_guide.next_steps.answer import Insured, NextSteps
from portone_guide.next_steps.words import (
    CYCLE_NAMES,
    DEMAND_WORDS,
    KIND_NAMES,
    RESERVE_NAMES,
    doubt_words,
    methods_words,
)
from portone_guide.rules.models.contract import ContractDocument
from portone_guide.rules.models.fields import Demand
from portone_guide.rules.models.term import AmountLimit
from portone_guide.rules.vocabulary import STYLE_NAMES
from portone_guide.terminal.blocks import Block, Bullets, Column, Heading, Table, Text
from portone_guide.terminal.text import won, won_range


def contract_blocks(answer: NextSteps) -> Iterator[Block]:
    """Yield everything about signing and the reviews."""
    yield from _papers(answer)
    yield from _insurance(answer)
    yield from _reserves(answer)
    for name, contract in answer.contracts.items():
        gateway = answer.named.name(name)
        rows = [f"정산: {_of(row.method, answer)}{row.cycle}" for row in contract.settlement]
        rows += [note.text for note in contract.notes]
        rows += [f"결제 금액: {_limit(limit, answer)}" for limit in answer.limits[name]]
        if rows:
            yield Heading(f"{gateway}: 계약에서 알아 둘 것")
            yield Bullets(tuple(rows))
    yield from _card_review(answer)
    yield from _quick(answer)


def _limit(limit: AmountLimit, answer: NextSteps) -> str:
    return limit_text(limit, [methods_words([method], answer) for method in (limit.method, *limit.also)])


def _papers(answer: NextSteps) -> Iterator[Block]:
    yield Heading("계약 서류")
    if answer.papers:
        kind = answer.wishes.business.kind
        everybody = "사업자 종류를 정하지 않아 모두 보입니다 (--business sole 또는 corporation)"
        yield Text(KIND_NAMES[kind] if kind else everybody)
        yield Bullets(tuple(_paper(paper, answer) for _, paper in answer.papers))
    yield from _demands("paper_contract", answer)


def _card_review(answer: NextSteps) -> Iterator[Block]:
    without = tuple(_demands("card_review", answer))
    if answer.looks or without:
        yield Heading("카드사 심사")
    if answer.looks:
        yield Bullets(tuple(f"{STYLE_NAMES[row.style]}: {row.what}" for row in answer.looks))
        for name, contract in answer.contracts.items():
            if "card_review" not in contract.demands:
                page = contract.card_review_progress
                shown = f"{page.where} {page.url or ''}".strip() if page else "모름 (출처에 없음)"
                yield Text(f"{answer.named.name(name)} 진행 현황: {shown}")
    yield from without


def _demands(demand: Demand, answer: NextSteps) -> Iterator[Text]:
    """Yield which gateways don't ask for something, of which it is not known, and where pages disagree about it."""
    what, none = DEMAND_WORDS[demand]
    for name, contract in answer.contracts.items():
        gateway, row = answer.named.name(name), contract.demands.get(demand)
        doubt = doubt_words(row.conflict, answer) if row else ""
        if row and row.asked == "no":
            yield Text(f"{gateway}: {none} ({row.why or ''}{doubt})", "warn" if doubt else "normal")
        elif demand == "insurance" and (row is None or row.asked == "unknown"):
            yield Text(
                f"{gateway}: {what}을 받는지 모름 ({(row.why if row else None) or '출처에 없음'}{doubt})", "warn"
            )
        elif row and doubt:
            yield Text(f"{gateway}: {what} 있음{f' ({row.why})' if row.why else ''}{doubt}", "warn")


def _paper(paper: ContractDocument, answer: NextSteps) -> str | tuple[str, str]:
    only = [answer.named.name(name) for name in paper.gateways]
    kinds = [KIND_NAMES[kind] for kind in paper.kinds]
    whose = " · ".join(filter(None, ("·".join(only), "·".join(kinds))))
    doubt = doubt_words(paper.conflict, answer, " · " if paper.note else "")
    return (f"{paper.name}{f' ({whose})' if whose else ''}", f"{paper.note or ''}{doubt}")


def _of(method: str | None, answer: NextSteps) -> str:
    return f"{methods_words([method], answer)} - " if method else ""


def _insurance(answer: NextSteps) -> Iterator[Block]:
    yield Heading("보증보험")
    yield from _demands("insurance", answer)
    if answer.insurance is None:
        return
    rule = answer.insurance.rule
    yield Text(
        f"보험료: 가입금액의 연 {rule.premium_rate.text()} (결제대행사마다 다를 수 있음). "
        "한 달에 정산받을 수 있는 한도는 가입금액에 정산 주기별 배수를 곱한 값입니다."
    )
    yield from _insured(answer.insurance)
    yield Bullets(tuple(note.text for note in rule.rules))


def _insured(insured: Insured) -> Iterator[Block]:
    rule, sales, needs = insured
    if needs:
        rows = tuple(
            (
                CYCLE_NAMES[need.cycle],
                won(need.insured_sum),
                won_range(need.premium_min, need.premium_max),
                won(need.monthly_cap),
                f"x{need.multiple}",
            )
            for need in needs
        )
        yield Text(f"월 매출 {won(sales or 0)}을 모두 정산받으려면 (실제 금액은 결제대행사가 정함)")
        columns = (
            Column("정산 주기"),
            Column("가입금액", right=True),
            Column("1년 보험료", right=True, rank=8),
            Column("월 한도", right=True, rank=5),
            Column("배수", right=True, rank=3),
        )
        yield Table(columns, rows)
    else:
        multiples = ", ".join(f"{CYCLE_NAMES[cycle]} {multiple}배" for cycle, multiple in rule.caps.items())
        yield Text(f"월 한도: {multiples}. 계산하려면 --monthly-sales 1000만")


def _reserves(answer: NextSteps) -> Iterator[Block]:
    for name, held in answer.reserves.items():
        rule = held.rule
        yield Heading(f"{answer.named.name(name)}: 롤링 리저브 (붙들어 두는 돈)")
        yield Text(f"{RESERVE_NAMES[rule.of]}의 {rule.rate.text()}를 {rule.length} 붙들었다가 돌려줌. 비용은 아님")
        if held.monthly is not None:
            most = f", 한때 많게는 {won(held.most)}" if held.most is not None else ""
            yield Text(f"월 매출 {won(held.monthly_sales or 0)}이 모두 이곳을 거치면 한 달에 {won(held.monthly)}{most}")
        else:
            yield Text("붙들리는 돈을 계산하려면 --monthly-sales 1000만")


def _quick(answer: NextSteps) -> Iterator[Block]:
    for gateway, quick in answer.quick.items():
        yield Heading(f"{answer.named.name(gateway)}: 카드사 심사 전에 먼저 열기 (바로오픈)")
        methods = methods_words(quick.methods, answer)
        yield Text(f"{quick.available_from} · {methods}{f' · {quick.condition}' if quick.condition else ''}")
        excluded = ", ".join(note.text for note in answer.quick_excludes)
        if excluded:
            yield Text(f"할 수 없는 것: {excluded}")


def opening_blocks(answer: NextSteps) -> Iterator[Block]:
    """Yield the checklist before opening."""
    if not answer.opening:
        return
    yield Heading(f"열기 전에 확인할 것 ({versions_words(answer.versions)})")
    yield Bullets(
        tuple(
            (
                f"[ ] {item.title}",
                " · ".join(dict.fromkeys(text for text in (item.why, item.how) if text != item.title)),
            )
            for _, item in answer.opening
        )
    )
