"""What ``code`` says: flags, errors, and the texts of a project."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from portone_guide.gateways.money_words import MONEY_WORDS
from portone_guide.needs.reason import Reason, Sentences, sentence
from portone_guide.needs.words import need_label
from portone_guide.rules.korean_particles import with_particle
from portone_guide.samples.project import Kind
from portone_guide.starter.answer import ChannelSetting, Missing, Money, Offer, Project

OUT: Final = "만들 폴더 (기본: portone-이름)."
FORCE: Final = "이미 있는 파일을 바꿉니다: 터미널에서는 한 번 묻습니다."
PRINT: Final = "쓰지 않고 파일의 내용을 보입니다."
YES: Final = "--force에 묻지 않습니다."
GOODS: Final = "주문 상품 이름"
NO_GATEWAY: Final = (
    "어느 결제대행사의 코드인지 정해지지 않았습니다. 물어볼 터미널이 없으니 --gateway를 적으세요.",
    "예: portone-guide code --gateway nice --one-time card --stack fastapi",
    "아직 고르지 않았으면: portone-guide select-pg",
)
NO_STACK: Final = (
    "무엇으로 만들지 정해지지 않았습니다. 물어볼 터미널이 없으니 --stack을 적으세요.",
    "예: portone-guide code --gateway nice --one-time card --stack fastapi",
)
NOTHING_TO_WRITE: Final = "문서가 호출을 적은 결제수단이 없어 만들 것이 없습니다."
_SHOWN_AT_MOST: Final = 8

WHY: Final[Sentences] = {
    "not_carried": lambda: "고른 결제대행사가 지원한다는 출처가 없습니다",
    "not_in_stack": lambda: (
        "이 스택의 서버에는 일반결제만 있습니다: --stack fastapi, express, next 가운데 하나로 만드세요"
    ),
    "no_sample": lambda version: f"포트원 {version.upper()}의 호출과 파라미터를 적은 출처가 없습니다",
    "other_version": lambda version: f"포트원 {version.upper()}에만 있습니다: --portone {version}로 따로 만드세요",
    "platform.through_host": lambda platform: (
        f"{with_particle(platform, '은')} 호스팅 회사를 거쳐 신청하고 연동하는 곳이라 따로 만들 코드가 없습니다"
    ),
}
REMARKS: Final[Sentences] = {
    "no_return": lambda: "휴대폰에서 돌아올 주소를 적은 출처가 없어 PC에서만 해 볼 수 있습니다",
    "schema_wants": lambda names: (
        f"SDK의 스키마는 {', '.join(names)}도 꼭 적으라지만 이 결제대행사의 안내에는 없어 적지 않았습니다"
    ),
    "not_in_schema": lambda names: f"{', '.join(names)}: 이 결제대행사의 안내에 있고 SDK의 스키마에는 없습니다",
}
_EXPECTED: Final[Mapping[Kind, str]] = {
    "payment": "결제창에서 마치면 '결제되었습니다.'가 보입니다",
    "key_in": "카드 번호를 적고 누르면 '결제되었습니다.'가 보입니다",
    "billing": "결제창에서 등록하면 첫 달이 청구되어 '결제되었습니다.'가 보이고 30일 뒤가 예약됩니다",
    "billing_paid": "결제창에서 등록하며 첫 달이 결제되어 '결제되었습니다.'가 보이고 30일 뒤가 예약됩니다",
    "card_billing": "카드 번호를 적고 누르면 첫 달이 청구되어 '결제되었습니다.'가 보이고 30일 뒤가 예약됩니다",
    "identity": "인증창에서 마치면 이름이 보입니다",
}
_ACCOUNT: Final = (
    "계좌가 발급되어 보입니다. 입금은 콘솔의 테스트 결제내역 상세에서 [테스트 입금웹훅통지]를 눌러 해 봅니다"
)


def why(reason: Reason) -> str:
    """Return why something is not in the project."""
    return sentence(reason, WHY)


def missing_line(missing: Missing) -> str:
    """Return what is not in the project, and why."""
    return f"{need_label(missing.need)}: {why(missing.why)}"


def remark_lines(project: Project) -> Iterator[str]:
    """Yield what pages leave open of the calls in a project, each once with all that it is about."""
    about: dict[Reason, list[str]] = {}
    for offer in project.offers:
        for remark in offer.remarks:
            about.setdefault(remark, []).append(need_label(offer.need))
    for remark, labels in about.items():
        yield f"{', '.join(labels)}: {sentence(remark, REMARKS)}"


def hint(setting: ChannelSetting, project: Project) -> str:
    """Return which test channel a setting is for, and the shared merchant ids that it can be made with."""
    name = project.named.name(setting.gateway)
    ids = "; ".join(_test_id(setting, *row) for row in _named(setting))
    known = ids or "공용 테스트 상점아이디를 적은 출처가 없으니 콘솔의 채널 추가 화면에서 확인"
    what = "PG 코드와 상점아이디" if setting.by_code else "채널 키"
    return f"{name} 테스트 채널의 {what} - {known}"


def _named(setting: ChannelSetting) -> Iterator[tuple[str, str, str]]:
    for row in setting.tests:
        yield row.purpose, row.merchant_id or "", row.note or ""


def _test_id(setting: ChannelSetting, purpose: str, merchant: str, note: str) -> str:
    code = f"{setting.v1_code or 'PG코드'}." if setting.by_code and merchant else ""
    return f"{purpose}{f' {code}{merchant}' if merchant else ''}{f' ({note})' if note else ''}"


def expected(offer: Offer) -> str:
    """Return what must happen where an item is clicked."""
    return _ACCOUNT if offer.item.need.method == "virtual_account" else _EXPECTED[offer.item.kind]


def money_lines(money: Money, project: Project) -> Iterator[str]:
    """Yield what test mode does with money, and what it can't show."""
    name = project.named.name(money.gateway)
    for row in money.rows:
        methods = ", ".join(project.method_names.get(method, method) for method in row.methods)
        when = f" ({row.when})" if row.when else ""
        yield f"{name}{f' {methods}' if methods else ''}: {MONEY_WORDS[row.does]}{when}"
    if not money.rows:
        yield f"{name}: {MONEY_WORDS['unknown']}"
    for limit in money.untestable:
        yield f"{name}: {limit.text}"


def texts(project: Project) -> dict[str, Any]:
    """Return what a project's pages and its text about itself say."""
    return {
        "shown": tuple(
            {**offer.item.for_browser, "label": need_label(offer.need), "expected": expected(offer)}
            for offer in project.offers
        ),
        "channels": tuple(
            {"variable": setting.variable, "hint": hint(setting, project)} for setting in project.channels
        ),
        "console": project.console,
        "money": tuple(line for money in project.money for line in money_lines(money, project)),
        "missing": tuple(map(missing_line, project.missing)),
        "remarks": tuple(remark_lines(project)),
    }


def exists(folder: str, paths: Iterable[str]) -> tuple[str, str]:
    """Say which files are there already and would change."""
    names = list(paths)
    more = f" 외 {len(names) - _SHOWN_AT_MOST}개" if len(names) > _SHOWN_AT_MOST else ""
    told = f"이미 있는 파일은 덮어쓰지 않습니다 ({folder}): {', '.join(names[:_SHOWN_AT_MOST])}{more}"
    return told, "다른 폴더에 만들려면 --out DIR, 이 파일들을 바꾸려면 --force를 붙이세요."


def overwrite_question(folder: str, count: int) -> str:
    """Ask whether files are to be written over."""
    return f"{folder}의 파일 {count}개를 바꿀까요?"


def nobody_to_ask() -> tuple[str, str]:
    """Say that nobody can be asked whether files may change."""
    return "바꿔도 되는지 물어볼 터미널이 없습니다.", "묻지 않고 바꾸려면 --yes를 함께 붙이세요."


def kept_as_is(folder: str) -> str:
    """Say that nothing was written."""
    return f"그대로 두었습니다: {folder}"


def not_a_folder(path: str) -> tuple[str, str]:
    """Say that something else has the folder's name."""
    return f"--out: 폴더가 아닙니다: {path}", "다른 이름을 적으세요."


def leaves_folder(path: str) -> tuple[str, str]:
    """Say that a link in the folder leads out of it."""
    return f"--out: 폴더 밖을 가리키는 링크가 있어 쓰지 않았습니다: {path}", "링크를 치우거나 다른 폴더를 적으세요."


def not_written(path: str, reason: str) -> str:
    """Say that the project can't be written."""
    return f"--out: {path}에 적지 못했습니다: {reason}"
