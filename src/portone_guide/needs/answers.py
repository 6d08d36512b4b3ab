"""Answers as text, the way flags and the plan file write them, and the requirements that they mean."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, cast, get_args

from portone_guide.needs.korean_number import parse_amount
from portone_guide.needs.near_names import did_you_mean
from portone_guide.needs.requirements import EasyPayContract, Part, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import (
    Goods,
    IntegrationStyle,
    PaymentType,
    PlatformId,
    PortOneVersion,
    SalesTier,
)
from portone_guide.rules.vocabulary import EASY_PAY, methods_of

Answers = Mapping[str, str | Sequence[str]]
"""By question id (the flag without dashes): text, or a list of text."""

METHOD_QUESTIONS: tuple[PaymentType, ...] = get_args(PaymentType)
NEED_QUESTIONS = ("one_time", "billing", "key_in", "easy_pay", "overseas", "overseas_billing", "identity")
QUESTION_IDS = (
    *NEED_QUESTIONS,
    "easy_pay_contract",
    "style",
    "portone",
    "tier",
    "yearly_sales",
    "sales",
    "count",
    "largest_payment",
    "goods",
    "industry",
    "platform",
    "max_signup_fee",
    "open_before_review",
)
YES = "yes"
UNKNOWN = "unknown"
"""모르겠어요: the question was answered, and narrows nothing."""
NEW_BUSINESS = "new"
"""A tier answer: no sales yet, so 일반 until the first tax filing."""


class AnswerError(Exception):
    """An answer that means nothing; ``question`` is the id whose flag it was."""

    def __init__(self, question: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.question = question
        self.message = message
        self.hint = hint


def flag_of(question: str) -> str:
    """Return the flag of a question id."""
    return f"--{question.replace('_', '-')}"


def requirements_from(answers: Answers, book: RuleBook, as_of: date) -> Requirements:
    """Return what the answers ask for.

    :raises AnswerError: the first answer that can't be understood.
    """
    file = book.pg_methods
    methods: dict[Part, None] = {}
    for kind in METHOD_QUESTIONS:
        for name in _many(answers, kind):
            methods[(kind, _known(kind, name, methods_of(kind, file)))] = None
    for brand in _many(answers, "easy_pay"):
        methods[("one_time", EASY_PAY + _known("easy_pay", brand, file.easy_pays))] = None
    yearly = _one(answers, "yearly_sales")
    tier = _one(answers, "tier")
    if tier == NEW_BUSINESS:
        tier, yearly = "", yearly or "0"
    if tier and yearly:
        message = "--tier와 --yearly-sales는 하나만 적으세요: 연 매출에서 구간이 정해집니다"
        raise AnswerError("tier", message)
    return Requirements(
        methods=tuple(methods),
        styles=tuple(_style(text) for text in _many(answers, "style")),
        easy_pay_contract=cast(EasyPayContract, _choice(answers, "easy_pay_contract", EasyPayContract) or "any"),
        portone=cast(PortOneVersion | None, _choice(answers, "portone", PortOneVersion)),
        tier=cast(SalesTier | None, _known("tier", tier, get_args(SalesTier)) if tier else None),
        yearly_sales=_amount("yearly_sales", yearly) if yearly else None,
        sales=_by_part(answers, "sales", methods),
        payments=_by_part(answers, "count", methods),
        largest_payment=_optional_amount(answers, "largest_payment"),
        goods=cast(Goods | None, _choice(answers, "goods", Goods)),
        industries=tuple(_known("industry", name, book.industries.industries) for name in _many(answers, "industry")),
        platform=cast(PlatformId | None, _choice(answers, "platform", PlatformId)),
        max_signup_fee=_optional_amount(answers, "max_signup_fee"),
        open_before_review=_one(answers, "open_before_review") == YES,
        as_of=as_of,
    )


def _many(answers: Answers, question: str) -> list[str]:
    value = answers.get(question, ())
    values = [value] if isinstance(value, str) else list(value)
    return [text for text in values if text != UNKNOWN]


def _one(answers: Answers, question: str) -> str:
    return "".join(_many(answers, question)[:1])


def _known(question: str, name: str, known: Iterable[str]) -> str:
    names = list(known)
    if name in names:
        return name
    without_family = [other for other in names if other.endswith(f":{name}")]
    every = f"쓸 수 있는 값: {', '.join(names)}"
    otherwise = f"혹시 이것인가요: {', '.join(without_family)}" if without_family else every
    raise AnswerError(question, f"모르는 값입니다: '{name}'", did_you_mean(name, names, otherwise))


def _choice(answers: Answers, question: str, kind: Any) -> str | None:
    text = _one(answers, question)
    return _known(question, text, get_args(kind)) if text else None


def _style(text: str) -> tuple[PaymentType | None, IntegrationStyle]:
    kind, colon, style = text.rpartition(":")
    if colon:
        _known("style", kind, METHOD_QUESTIONS)
    _known("style", style, get_args(IntegrationStyle))
    return cast(PaymentType, kind) if colon else None, cast(IntegrationStyle, style)


def _optional_amount(answers: Answers, question: str) -> int | None:
    text = _one(answers, question)
    return _amount(question, text) if text else None


def _amount(question: str, text: str) -> int:
    try:
        return parse_amount(text)
    except ValueError as error:
        raise AnswerError(question, str(error)) from None


def _by_part(answers: Answers, question: str, methods: Mapping[Part, None]) -> dict[Part, int]:
    """Read ``[TYPE:]M=N``; TYPE may be left out where M is asked for under one type only."""
    found: dict[Part, int] = {}
    for text in _many(answers, question):
        what, equals, amount = text.rpartition("=")
        if not equals:
            message = f"'결제수단=값'으로 적으세요: '{text}'"
            raise AnswerError(question, message, f"예: {flag_of(question)} card=10000000")
        part = _part(question, what, methods)
        if part in found:
            raise AnswerError(question, f"같은 결제수단이 두 번 있습니다: '{what}'", "하나만 적으세요")
        found[part] = _amount(question, amount)
    return found


def _part(question: str, what: str, methods: Mapping[Part, None]) -> Part:
    asked = [f"{kind}:{method}" for kind, method in methods]
    matching = [part for part in methods if what in (f"{part[0]}:{part[1]}", part[1])]
    if len(matching) == 1:
        return matching[0]
    if matching:
        names = ", ".join(f"{kind}:{method}" for kind, method in matching)
        message = f"어느 결제의 '{what}'인지 알 수 없습니다"
        raise AnswerError(question, message, f"다음 중 하나로 적으세요: {names}")
    hint = f"요청한 결제: {', '.join(asked)}" if asked else "먼저 --one-time 등으로 결제수단을 적으세요"
    raise AnswerError(question, f"요청하지 않은 결제수단입니다: '{what}'", hint)
