"""Everything that the rule files say of one gateway, each fact with the number of its source."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from portone_guide.facts.compare_screen import ROLE_NAMES, STATE_WORDS, versions_text
from portone_guide.facts.gateway_facts import conflicts_of, industries_of, platforms_of
from portone_guide.facts.rate_words import charge_text, fee_key_name, vat_text
from portone_guide.facts.source_ages import source_age
from portone_guide.facts.sources_screen import age_text
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fee import fees_on
from portone_guide.rules.models.fee_key import FeeKey
from portone_guide.rules.models.fields import Quote
from portone_guide.rules.models.industry import Reviewer
from portone_guide.rules.models.method import Module, Support
from portone_guide.rules.models.term import AmountLimit
from portone_guide.rules.vocabulary import STYLE_NAMES, TYPE_NAMES, method_name, methods_of
from portone_guide.terminal.blocks import Block, Bullets, Command, Heading, Screen, Text
from portone_guide.terminal.text import won

_GOODS = {"physical": "배송되는 실물", "digital": "비실물"}


class GatewayView(NamedTuple):
    """Which gateway, and the day whose fees are shown."""

    book: RuleBook
    gateway: str
    on: date


def gateway_screen(view: GatewayView) -> Screen:
    """Return all facts of a gateway."""
    return tuple(_Writer(view).blocks())


class _Writer:
    def __init__(self, view: GatewayView) -> None:
        self._book = view.book
        self._gateway = view.gateway
        self._on = view.on
        self._file = view.book.pg_methods
        self._numbers: dict[str, int] = {}

    def blocks(self) -> Iterator[Block]:
        facts = self._file.gateways[self._gateway]
        yield Heading(f"{facts.name} ({self._gateway})")
        yield Text("[ ] 안의 수는 맨 아래 출처의 번호입니다.", "dim")
        yield from self._identity()
        for name, module in self._file.modules.items():
            if module.gateway == self._gateway:
                yield from self._module(name, module)
        yield from self._fees()
        yield from self._terms()
        yield from self._industries()
        yield from self._conflicts()
        yield Heading("출처")
        yield Bullets(tuple(self._source(name, number) for name, number in self._numbers.items()))

    def _refs(self, names: Iterable[str | None]) -> str:
        """Return the numbers of sources, giving each its number where it is first named."""
        numbers = [self._numbers.setdefault(name, len(self._numbers) + 1) for name in names if name]
        return "".join(f"[{number}]" for number in dict.fromkeys(numbers))

    def _source(self, name: str, number: int) -> tuple[str, str]:
        source = self._book.sources.sources[name]
        return (f"[{number}] {source.title} ({age_text(source_age(name, source, self._on))})", source.url)

    def _identity(self) -> Iterator[Block]:
        facts = self._file.gateways[self._gateway]
        names = [name for name in (facts.name_en, *facts.aliases) if name and name != facts.name]
        lines = [
            f"종류: {ROLE_NAMES[facts.role]}",
            f"상점아이디 이름: {facts.merchant_id_label or STATE_WORDS['unknown']}",
        ]
        if names:
            lines.append(f"다른 이름: {', '.join(dict.fromkeys(names))}")
        if facts.brand:
            lines.append(f"간편결제: {self._file.easy_pays.get(facts.brand, facts.brand)}")
        yield Bullets((*lines, f"출처: {self._refs(facts.sources)}"))
        if facts.contacts:
            yield Heading("물어볼 곳")
            yield Bullets(
                tuple(f"{entry.what}: {entry.value} {self._refs([entry.source])}" for entry in facts.contacts)
            )

    def _module(self, name: str, module: Module) -> Iterator[Block]:
        yield Heading(f"모듈: {module.name} ({name})")
        disputed = " (출처가 어긋남)" if module.portone_conflict else ""
        others = "그 밖의 버전은 지원하지 않음" if module.portone_complete else "그 밖의 버전은 모름"
        lines = [f"포트원: {versions_text(module.portone)}, {others}{disputed} {self._refs(module.sources)}"]
        codes = [f"{label} {code}" for label, code in (("V1", module.v1_code), ("V2", module.v2_code)) if code]
        lines += [f"코드: {', '.join(codes)}"] if codes else []
        lines += [f"대신하는 옛 모듈: {module.replaces}"] if module.replaces else []
        if module.complete:
            listed = ", ".join(TYPE_NAMES[kind] for kind in module.complete)
            lines.append(f"아래에 없으면 지원하지 않는 결제유형: {listed}")
        yield Bullets(tuple(lines))
        rows = self._file.support.get(name, ())
        if rows:
            yield Text("지원:")
            yield Bullets(tuple(self._support(row) for row in rows))
        if module.notes:
            yield Text("알아둘 것:")
            yield Bullets(tuple(f"{note.text} {self._refs([note.source])}" for note in module.notes))

    def _support(self, row: Support) -> str | tuple[str, str]:
        methods = ", ".join(method_name(row.type, method, self._file) for method in row.methods)
        where = f"{TYPE_NAMES[row.type]} {STYLE_NAMES[row.style]} {versions_text(row.portone)}"
        state = STATE_WORDS[row.supported] + (" (출처가 어긋남)" if row.conflict else "")
        direct = {"yes": "바로 띄울 수 있음", "no": "바로 띄울 수 없음", "unknown": "바로 띄울 수 있는지 모름"}
        more = [text for text in (row.note, direct[row.direct_call] if row.direct_call else None) if text]
        first = f"{where} - {methods}: {state} {self._refs(row.sources)}"
        return (first, ", ".join(more)) if more else first

    def _fees(self) -> Iterator[Block]:
        yield Heading(f"요율과 가입비 ({self._on} 기준)")
        known = fees_on(self._book.fees.fees.get(self._gateway, ()), self._on)
        if not known:
            yield Text("모름: 이 날짜에 알려진 요율이 없습니다.", "warn")
        else:
            yield Text(vat_text(self._book, None))
        disputed = self._book.fees.disputed.get(self._gateway, {})
        lines: list[str | tuple[str, str]] = []
        for key, (*earlier, (since, quote, source)) in known.items():
            mark = " (출처가 어긋남)" if str(key) in disputed else ""
            line = f"{fee_key_name(key, self._book)}: {_quote(key, quote)}{mark} ({since}부터) {self._refs([source])}"
            before = ", ".join(f"{day}부터 {_quote(key, old)}" for day, old, _ in earlier)
            lines.append((line, f"이전 값: {before}") if before else line)
        yield Bullets(tuple(lines))
        packages = self._book.fees.packages.get(self._gateway, ())
        if packages:
            yield Text("본인인증 요금제:")
            yield Bullets(
                tuple(
                    f"{package.name}: {won(package.price)}에 {package.included:,}건, 넘으면 건당 {won(package.extra)} "
                    f"{self._refs([package.source])}"
                    for package in packages
                )
            )

    def _terms(self) -> Iterator[Block]:
        terms = self._book.terms
        conditions = terms.conditions.get(self._gateway, ())
        if conditions:
            yield Heading("가입 조건")
            yield Bullets(tuple(f"{entry.text} {self._refs([entry.source])}" for entry in conditions))
        if opening := terms.quick_opening.get(self._gateway):
            yield Heading("바로오픈 (카드사 심사 전에 열기)")
            methods = ", ".join(method_name("one_time", method, self._file) for method in opening.methods)
            lines = [f"{opening.available_from}: {methods} {self._refs([opening.source])}"]
            lines += [f"파는 것: {_GOODS[opening.goods]}만"] if opening.goods else []
            lines += [opening.condition] if opening.condition else []
            yield Bullets(tuple(lines))
        limits = terms.amount_limits.get(self._gateway, ())
        if limits:
            yield Heading("한 번에 결제할 수 있는 금액")
            yield Bullets(tuple(self._limit(limit) for limit in limits))
        platforms = platforms_of(self._book, self._gateway)
        if platforms:
            yield Heading("만드는 곳별 지원")
            yield Bullets(
                tuple(
                    ". ".join(
                        filter(
                            None,
                            (
                                f"{found.platform.name}: "
                                + (
                                    ", ".join(self._method(method) for method in found.offer.methods)
                                    or "결제수단은 모름"
                                ),
                                found.offer.note,
                            ),
                        )
                    )
                    + f" {self._refs([found.offer.source or found.platform.source])}"
                    for found in platforms
                )
            )

    def _limit(self, limit: AmountLimit) -> str:
        parts = []
        if limit.minimum is not None:
            parts.append(f"{won(limit.minimum)}부터")
        if limit.maximum is not None:
            parts.append(f"{won(limit.maximum)} {'미만' if limit.maximum_excluded else '까지'}")
        parts += [limit.note] if limit.note else []
        parts += ["출처가 어긋남"] if limit.conflict else []
        return f"{self._method(limit.method)}: {', '.join(parts)} {self._refs([limit.source])}"

    def _method(self, method: str) -> str:
        """Return the name of a method whose payment type the file does not say."""
        kinds = ("one_time", "overseas", "identity")
        return next(
            (methods_of(kind, self._file)[method] for kind in kinds if method in methods_of(kind, self._file)), method
        )

    def _industries(self) -> Iterator[Block]:
        found = industries_of(self._book, self._gateway)
        if found:
            yield Heading("위험 업종 심사")
            yield Bullets(
                tuple(
                    f"{entry.industry.name}: {_review(entry.reviewer)}"
                    f" {self._refs([entry.reviewer.source or entry.industry.source])}"
                    for entry in found
                )
            )

    def _conflicts(self) -> Iterator[Block]:
        names = conflicts_of(self._book, self._gateway)
        if names:
            yield Heading(f"출처가 어긋나는 곳 {len(names)}건")
            yield Bullets(tuple(self._book.conflicts.conflicts[name].about for name in names), "warn")
            yield Command(f"portone-guide rules conflicts {self._gateway}", "두 쪽의 말과 고른 쪽")


def _quote(key: FeeKey, quote: Quote) -> str:
    signup = key.family == "signup_fee"
    said = (f"{condition} {charge_text(charge, signup=signup)}".strip() for condition, charge in quote)
    return ", ".join(said) or STATE_WORDS["unknown"]


def _review(reviewer: Reviewer) -> str:
    state = "받지 않음" if reviewer.accepts == "no" else "심사 가능"
    return f"{state} ({reviewer.condition})" if reviewer.condition else state


def show_gateway(view: GatewayView, *, plain: bool) -> None:
    """Print all facts of a gateway."""
    from portone_guide.terminal.show import show

    show(gateway_screen(view), plain=plain)
