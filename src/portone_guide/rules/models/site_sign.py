"""The shape of ``site_signs.yaml``: by which words and addresses a site shows what reviewers look for."""

from typing import Literal, NamedTuple

from portone_guide.rules.models.fields import Id, IndustryId, PortOneVersion, SourceId, Text

SignId = Literal[
    "trade_name",
    "representative",
    "address",
    "phone",
    "email",
    "business_number",
    "mail_order_number",
    "hosting_provider",
    "ftc_link",
    "terms",
    "privacy",
    "refund_policy",
    "delivery_policy",
    "escrow",
    "products",
    "prices",
    "zero_price",
    "test_names",
    "cart",
    "order_page",
    "payment_call",
    "footer_on_order_page",
]
Wall = Literal["login", "challenge", "closed"]
Target = Literal["terms", "privacy", "guide", "product", "list", "cart", "order", "company", "enter"]


class SiteSign(NamedTuple):
    """What is looked for; ``labels`` are the words that stand before its value at the foot of a site.

    ``words`` are those that show it in running text, ``menus`` those labels that name a menu too: without a value they
    say nothing. ``alone``: why no item of the checklist is seen by it.
    """

    name: Text
    sources: tuple[SourceId, ...]
    labels: tuple[Text, ...] = ()
    words: tuple[Text, ...] = ()
    menus: tuple[Text, ...] = ()
    alone: Text | None = None


class Goal(NamedTuple):
    """A page worth reading: the words of a link to it, and parts of its address."""

    words: tuple[Text, ...] = ()
    paths: tuple[Text, ...] = ()


class Others(NamedTuple):
    """Words before what is not the shop's own.

    ``fields`` begin a value of their own in the same line; ``parties`` begin what another firm says of itself.
    ``no_names`` are words that no name of a person or a shop has: where they stand, something else is meant.
    """

    fields: tuple[Text, ...]
    parties: tuple[Text, ...]
    no_names: tuple[Text, ...] = ()


class Placeholders(NamedTuple):
    """What stands for a value until there is one: whole values, and parts of values."""

    whole: tuple[Text, ...]
    parts: tuple[Text, ...]


class Builder(NamedTuple):
    """With what a shop is built; ``marks`` are parts of its pages."""

    name: Text
    marks: tuple[Text, ...]


class PaymentCall(NamedTuple):
    """A call that opens a payment window, as it stands in a program; ``loads`` are parts of its script's address."""

    name: Text
    marks: tuple[Text, ...]
    loads: tuple[Text, ...] = ()
    portone: PortOneVersion | None = None
    source: SourceId | None = None


class Prices(NamedTuple):
    """How prices are written, and the words of amounts that are no price of a product."""

    units: tuple[Text, ...]
    not_prices: tuple[Text, ...]
    on_request: tuple[Text, ...]


class Policy(NamedTuple):
    """What a text must have to be a policy, not only its name: ``subjects``, and ``substance`` beside one of them.

    ``errands`` are words of a line that names something to do or to fill in, and explains nothing.
    """

    subjects: tuple[Text, ...]
    substance: tuple[Text, ...]
    errands: tuple[Text, ...] = ()


class SiteSignsFile(NamedTuple):
    """``site_signs.yaml``: by which words and addresses a site shows what reviewers look for."""

    kind: Literal["site_signs"]
    signs: dict[SignId, SiteSign]
    goals: dict[Target, Goal]
    others: Others
    placeholders: Placeholders
    firm_marks: tuple[Text, ...]
    regions: tuple[Text, ...]
    address_parts: tuple[Text, ...]
    articles: tuple[Text, ...]
    policies: dict[Literal["refund_policy", "delivery_policy", "privacy", "terms"], Policy]
    prices: Prices
    test_names: tuple[Text, ...]
    order_words: tuple[Text, ...]
    pay_words: tuple[Text, ...]
    not_found_words: tuple[Text, ...]
    coming_soon: tuple[Text, ...]
    subscription_words: tuple[Text, ...]
    toggles: tuple[Text, ...]
    walls: dict[Wall, tuple[Text, ...]]
    templates: tuple[Text, ...]
    harmless_scripts: tuple[Text, ...]
    filling_scripts: tuple[Text, ...]
    builders: dict[Id, Builder]
    industries: dict[IndustryId, tuple[Text, ...]]
    payment_calls: dict[Id, PaymentCall]
