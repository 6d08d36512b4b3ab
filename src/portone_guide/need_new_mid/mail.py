"""The mail that asks for another merchant id: every field with what is known of it."""

from collections.abc import Iterable, Iterator, Mapping

from portone_guide.need_new_mid.answer import CaseVerdict, Change, Mail, MailField, Sender, Way
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PaymentType
from portone_guide.rules.models.merchant_id import KnownField
from portone_guide.rules.vocabulary import EASY_PAY, TYPE_NAMES, methods_of


def with_mail(book: RuleBook, change: Change, way: Way, sender: Sender) -> Way:
    """Return a way to apply with its mail, where it is a mail."""
    if way.route.email is None:
        return way
    known = _known(book, change, way.cases, sender)
    fields = book.merchant_ids.mail_fields
    sent = []
    for item in way.route.send:
        field = fields.get(item.item)
        sent.append(MailField(item.item, item.value or (known.get(field) if field else None), item.note))
    return way._replace(mail=Mail(way.route.email, way.route.subject, tuple(sent)))


def _known(book: RuleBook, change: Change, cases: Iterable[CaseVerdict], sender: Sender) -> Mapping[KnownField, str]:
    """Return what is known of a field, in words."""
    added = dict(_added(book, change, cases, sender))
    names = (name for kind, methods in added.items() for name in _names(book, kind, methods))
    found: dict[KnownField, str] = {**sender.details, "gateway": book.pg_methods.gateways[change.gateway].name}
    if industries := ", ".join(book.industries.industries[name].name for name in sender.industries):
        found.setdefault("service_type", industries)
    found["types"] = ", ".join(TYPE_NAMES[kind] for kind in added)
    found["methods"] = ", ".join(dict.fromkeys(names))
    return {field: text for field, text in found.items() if text}


def _added(
    book: RuleBook, change: Change, cases: Iterable[CaseVerdict], sender: Sender
) -> Iterator[tuple[PaymentType, tuple[str, ...]]]:
    """Yield what is to be paid with by payment type; a case that adds none is about all that the merchant takes."""
    for case in cases:
        types = book.merchant_ids.cases[case.case].types
        if not types:
            yield from sender.methods.items()
            continue
        found = dict(_of_case(book, change, case.case, sender))
        yield from found.items() if found else ((types[0], ()),)


def _of_case(
    book: RuleBook, change: Change, name: str, sender: Sender
) -> Iterator[tuple[PaymentType, tuple[str, ...]]]:
    """Yield what a case adds: what was named, else all that the merchant takes of a type that is new with it.

    Of two types that have a method the first is meant, as in the question.
    """
    case = book.merchant_ids.cases[name]
    easy = tuple(f"{EASY_PAY}{brand}" for brand in change.easy_pay)
    named = easy if name == "add_easy_pay" else case.methods or change.methods
    meant: set[str] = set()
    for kind in case.types:
        own = tuple(name for name in named if name in methods_of(kind, book.pg_methods) and name not in meant)
        meant.update(own)
        taken = () if named or kind == "one_time" else sender.methods.get(kind, ())
        if own or taken:
            yield kind, own or taken


def _names(book: RuleBook, kind: PaymentType, methods: Iterable[str]) -> Iterator[str]:
    names = methods_of(kind, book.pg_methods)
    yield from (names[method] for method in methods if method in names)
