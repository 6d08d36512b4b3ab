"""The fee sheets of gateways: blocks in the order of their days, known fee keys, each fee in its unit."""

from collections.abc import Container, Iterator
from typing import Final

from portone_guide.rules.checks.check import ReadFiles, Wrong
from portone_guide.rules.models.fee import FeeBlock, FeesFile
from portone_guide.rules.models.fee_key import MOBILE_GOODS, STANDING, TIERS, FeeKey, Way
from portone_guide.rules.models.fields import Quote
from portone_guide.rules.models.method import MethodsFile
from portone_guide.rules.models.money import Charge
from portone_guide.rules.reading.yaml_text import KeyPath

_ONCE_OR_BILLED: Final[tuple[Way, ...]] = ("", "billing")
_FIXED: Final = {
    FeeKey.signup(),
    *map(FeeKey, STANDING),
    *map(FeeKey.card, (*TIERS, None)),
    FeeKey("transfer"),
    FeeKey("virtual_account"),
    FeeKey("virtual_account", way="api"),
    FeeKey("gift_certificate"),
    *(FeeKey("mobile", goods, way) for goods in MOBILE_GOODS for way in _ONCE_OR_BILLED),
    *(FeeKey("easy_pay", part, way) for part in ("money", "points", "account") for way in _ONCE_OR_BILLED),
}


def check(files: ReadFiles) -> Iterator[Wrong]:
    """Yield what is wrong in a sheet by itself, then (if the methods could be read) the keys that there are not."""
    yield from _blocks(files.fees)
    yield from _keys(files.fees, files.pg_methods)


def _sheets(file: FeesFile) -> Iterator[tuple[tuple[str, ...], tuple[FeeBlock, ...]]]:
    """Yield each gateway's sheet with its path: everybody's, then those of shops that are built in one place."""
    for gateway, blocks in file.fees.items():
        yield ("fees", gateway), blocks
    for platform, sheets in file.platform_fees.items():
        for gateway, blocks in sheets.items():
            yield ("platform_fees", platform, gateway), blocks


def _blocks(file: FeesFile) -> Iterator[Wrong]:
    for sheet, blocks in _sheets(file):
        for index, block in enumerate(blocks):
            path: KeyPath = (*sheet, index)
            if index and block.from_ <= blocks[index - 1].from_:
                message = "from은 앞 블록보다 늦은 날이어야 합니다: 날짜 순으로 적으세요"
                yield Wrong("fees", (*path, "from"), message)
            for key, quote in block.rates.items():
                if wrong := _wrong_unit(FeeKey.parse(key), quote):
                    yield Wrong("fees", (*path, "rates", key), wrong)
    for gateway, keys in file.disputed.items():
        known = {key for block in file.fees.get(gateway, ()) for key in block.rates}
        for key in keys:
            if key not in known:
                message = f"'{gateway}'의 요금에 없는 항목입니다: '{key}'"
                yield Wrong("fees", ("disputed", gateway, key), message)


def _wrong_unit(key: FeeKey, quote: Quote) -> str | None:
    """A sign-up fee is one sum of won, a standing fee one of any money; a card's fee is a rate of the sale."""
    charges = [charge for _, charge in quote]
    if key.family == "signup_fee" and (len(quote) > 1 or any(charge != Charge(won=charge.won) for charge in charges)):
        return "가입비는 '200,000 KRW'처럼 한 금액으로 적으세요"
    if key.family in STANDING and (len(quote) > 1 or not all(map(_one_sum, charges))):
        return "월·연 이용료는 '600,000 KRW'나 '100 USD'처럼 한 금액으로 적으세요"
    if key.family == "card" and any(not charge.high for _, charge in quote):
        return "카드 수수료는 '3.20%'처럼 요율로 적으세요"
    return None


def _one_sum(charge: Charge) -> bool:
    return charge in (Charge(won=charge.won), Charge(foreign=charge.foreign))


def _keys(file: FeesFile, methods: MethodsFile) -> Iterator[Wrong]:
    yield from _overseas(file)
    for sheet, blocks in _sheets(file):
        contracts = file.separate_contracts.get(sheet[-1], ())
        for index, block in enumerate(blocks):
            for key in block.rates:
                if wrong := unknown_key(key, methods, contracts):
                    yield Wrong("fees", (*sheet, index, "rates", key), wrong)


def _overseas(file: FeesFile) -> Iterator[Wrong]:
    """Yield the rows under another name that are no row of the sheet, and readings of no such rows."""
    for gateway, read in file.overseas_readings.items():
        for index, method in enumerate(read):
            if method not in file.overseas_rows.get(gateway, ()):
                message = f"overseas_rows의 '{gateway}'에 없는 수단입니다: '{method}'"
                yield Wrong("fees", ("overseas_readings", gateway, index), message)
    for gateway, rows in file.overseas_rows.items():
        keys = (FeeKey.parse(key) for block in file.fees.get(gateway, ()) for key in block.rates)
        listed = {key.name for key in keys if key.family == "overseas"}
        for method, names in rows.items():
            for index, name in enumerate(names):
                if name not in listed:
                    message = f"'{gateway}'의 요금에 없는 항목입니다: 'overseas.{name}'"
                    yield Wrong("fees", ("overseas_rows", gateway, method, index), message)


def unknown_key(text: str, methods: MethodsFile, contracts: Container[str] = ()) -> str | None:
    """Return why there is no such fee key, or None; ``contracts`` are those of their own that the gateway has."""
    key = FeeKey.parse(text)
    if key in _FIXED and str(key) == text:
        return None
    if key.family in {"signup_fee", *STANDING} and key.name in contracts and str(key) == text:
        return None
    tables = {
        "overseas": (methods.overseas, "모르는 해외 결제수단입니다"),
        "easy_pay": (methods.easy_pays, "모르는 간편결제입니다"),
        "identity": (methods.identity, "모르는 본인인증 수단입니다"),
    }
    if found := tables.get("overseas" if key.overseas else key.family):
        names, unknown = found
        way = "" if key.family == "overseas" and key.way == "billing" else key.way
        name = ".".join(filter(None, (key.name, way)))
        return None if name in names else f"{unknown}: '{name}'"
    return f"모르는 요금 항목입니다: '{text}' - 이 파일 첫머리의 항목 이름 중 하나를 적으세요"
