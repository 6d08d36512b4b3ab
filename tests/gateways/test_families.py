"""Methods inside wider ones: nobody is known not to support what a wider row of theirs contains."""

import itertools
from decimal import Decimal

import pytest

from portone_guide.gateways.families import Families
from portone_guide.gateways.fees import FeeSheet
from portone_guide.gateways.support import SupportTable
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.models.fields import PortOneVersion
from support import CHECKED, shipped

BOOK = shipped()
METHODS = BOOK.pg_methods
TABLE = SupportTable(METHODS)
VERSIONS: tuple[PortOneVersion, ...] = ("v1", "v2")


def own_row(module: str, version: PortOneVersion, need: Need) -> bool:
    return any(
        row.type == need.type and row.style == need.style and version in row.portone and (need.method in row.methods)
        for row in METHODS.support[module]
    )


def test_a_member_is_never_denied_where_a_wider_method_is_supported() -> None:
    seen = 0
    for module, version, (wider, family) in itertools.product(METHODS.modules, VERSIONS, METHODS.families.items()):
        for kind, member in itertools.product(family.types, family.members):
            need = Need(kind, member, "window")
            if TABLE.find(module, version, need._replace(method=wider)).supported != "yes":
                continue
            if own_row(module, version, need) or family.whole:
                continue
            found = TABLE.find(module, version, need)
            assert found.supported == family.each, (module, version, need.key)
            assert family.source in found.sources
            assert family.note in found.notes
            seen += 1
    assert seen


def test_a_method_that_is_nothing_but_its_members_is_supported_with_any_of_them() -> None:
    for wider, family in METHODS.families.items():
        for module, version, kind in itertools.product(METHODS.modules, VERSIONS, family.types):
            parts = [TABLE.find(module, version, Need(kind, member, "window")) for member in family.members]
            if family.whole and any(part.supported == "yes" for part in parts):
                assert TABLE.find(module, version, Need(kind, wider, "window")).supported == "yes", (module, wider)


def test_a_row_of_its_own_comes_before_the_family() -> None:
    # opi v2/nice-v2 has the code for Alipay on V1 only; help/payletter-international ended UnionPay billing.
    assert TABLE.find("nice.new", "v2", Need("overseas", "alipay")).supported == "unknown"
    assert TABLE.find("payletter.main", "v2", Need("overseas_billing", "unionpay")).supported == "no"


@pytest.mark.parametrize(
    ("gateway", "method", "rate"),
    [
        # help/domestic-and-oversea-fees: KICC Alipay+ is "Alipay(중국): 2.60%", 그 외 2.70%.
        ("kicc", "alipay", ("2.60", "2.60")),
        ("kicc", "gcash", ("2.60", "2.70")),
        # The same page: Eximbay VISA/MASTER/JCB/Amex 4.50%, Unionpay 3.60%.
        ("eximbay", "amex", ("4.50", "4.50")),
        ("eximbay", "unionpay", ("3.60", "3.60")),
        # NICE 해외카드 3.80%; help/nice-international: UnionPay is one of its brands.
        ("nice", "unionpay", ("3.80", "3.80")),
        # PayPal's one rate, 2.90 ~ 4.40%, stands in the column of cards.
        ("paypal", "paypal", ("2.90", "4.40")),
        # help/payletter-international: a rate of its own comes first.
        ("payletter", "amex", ("4.50", "4.50")),
    ],
)
def test_the_rate_is_that_of_the_family_where_there_is_no_line_of_its_own(
    gateway: str, method: str, rate: tuple[str, str]
) -> None:
    pricing = FeeSheet(BOOK, Requirements(as_of=CHECKED)).pricing(gateway, Need("overseas", method))
    assert (pricing.low, pricing.high) == tuple(map(Decimal, rate))


def test_the_sign_up_fee_is_that_of_the_family_too() -> None:
    # domestic-and-oversea-fees, Eximbay: 해외결제 (심사비 + 해외카드): 20만원, 해외 간편결제: 10만원. Amex is a card.
    sheet = FeeSheet(BOOK, Requirements(as_of=CHECKED))
    assert sheet.signup_fee("eximbay", [Need("overseas", "amex")]).once == 200_000
    assert sheet.signup_fee("eximbay", [Need("overseas", "alipay_plus")]).once == 100_000


def test_a_rate_that_its_page_leaves_open_is_not_taken_from_the_family() -> None:
    # domestic-and-oversea-fees: Eximbay PayPay (JP) is "심사 후 적용", though 일본결제 has 4.50%.
    pricing = FeeSheet(BOOK, Requirements(as_of=CHECKED)).pricing("eximbay", Need("overseas", "paypay"))
    assert pricing.unknown
    assert not pricing.charges


def test_families_name_methods_of_their_types_and_no_family_is_inside_itself() -> None:
    families = Families(METHODS)
    for wider, family in METHODS.families.items():
        assert wider not in family.members
        assert families.with_members([wider]) == {wider, *family.members}
