"""Some three hundred command lines that together reach every command, format, width, error and question.

``python tests/command_lines.py record FOLDER`` writes what each of them prints; ``... compare BEFORE AFTER`` tells
which of them print something else. So a change that must not change what is said can be held to that.
"""

import contextlib
import difflib
import importlib
import io
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

DAY = "2026-11-23"
PLAN = """\
kind: plan
version: 1
answers:
  goods: digital
  platform: self
  one_time: [card, virtual_account]
  billing: [card]
  easy_pay: [kakaopay]
  tier: small_1
  sales: ['one_time:card=2000만']
chosen: [nice]
checklist:
  business_number: pass
  refund_policy: fail
done:
  choose_gateway: 2026-11-02
  apply: 2026-11-03
start: 2026-11-03
"""
NEWER_PLAN = "kind: plan\nversion: 7\n"
BROKEN_PLAN = "kind: plan\nversion: 1\nchosen: nice\nsomething: else\n"
UNKNOWN = "unknown"
ENGLISH = re.compile(
    r"\b(Usage|Options?|Arguments?|Commands?|Missing|Show this|default|[Rr]equire[sd]|No such|Got|unexpected|Invalid|"
    r"Error|Try|Possible|Did you|Aborted|list|str|does not|Permission|directory)\b(?!\])"
)
"""What libraries say in help and in errors."""


class Line(NamedTuple):
    """One command line; ``columns`` is the width of the screen, ``plan`` what lies in the folder as plan file.

    ``script`` answers the questions by their id at a terminal; None: no terminal.
    """

    arguments: tuple[str, ...]
    columns: int | None = None
    plan: str | None = None
    script: Mapping[str, Any] | None = None

    @property
    def name(self) -> str:
        """The line as it is told."""
        marks = [f"@{self.columns}"] if self.columns else []
        marks += [f"+plan({len(self.plan)} letters)"] if self.plan is not None else []
        marks += [f"+script {dict(self.script)}"] if self.script is not None else []
        return " ".join([*self.arguments, *marks])


_SELECT = (
    "--one-time card --tier general",
    "--one-time card --tier small_1 --sales card=2000만",
    "--one-time card --one-time virtual_account --billing card --portone v2 --tier small_1 "
    "--sales one_time:card=2000만 --sales billing:card=500만 --count virtual_account=50",
    "--one-time card --one-time mobile --goods physical --tier micro",
    "--one-time mobile --goods digital --platform app",
    "--one-time card --easy-pay kakaopay --easy-pay naverpay",
    "--one-time card --easy-pay kakaopay --easy-pay-contract direct",
    "--one-time card --easy-pay samsungpay --easy-pay-contract via_gateway --tier general --sales card=1억",
    "--billing card --style api --portone v2",
    "--billing card --style window --portone v1",
    "--billing card --style window --style api",
    "--key-in card --key-in virtual_account",
    "--one-time card --billing card --key-in card --style api --tier general",
    "--overseas card --one-time card --portone v2",
    "--overseas alipay --overseas wechatpay",
    "--overseas card --overseas-billing card",
    "--identity sms --identity pass",
    "--identity integrated --style identity:api --one-time card",
    "--one-time card --industry fortune_telling",
    "--one-time card --industry gambling",
    "--one-time card --billing card --industry travel --goods digital",
    "--one-time card --platform wordpress",
    "--one-time card --one-time transfer --platform shopify",
    "--one-time card --platform builder",
    "--platform 카페24",
    "--country 일본 --country vn",
    "--one-time card --billing card --contracted nice --platform self",
    "--overseas card --overseas paypay --country jp --country cn",
    "--one-time card --platform app --goods digital",
    "--one-time card --open-before-review",
    "--one-time card --billing card --open-before-review --goods physical",
    "--one-time card --max-signup-fee 0",
    "--one-time card --max-signup-fee 150000 --tier general",
    "--one-time card --largest-payment 5000만",
    "--one-time card --yearly-sales 0",
    "--one-time card --yearly-sales 30억",
    "--one-time card --yearly-sales 4억",
    "--one-time card --one-time gift_certificate --billing mobile --identity sms",
    "--one-time card --as-of 2020-01-01",
    "--one-time card --as-of 2025-11-30 --tier general --sales card=1000000",
    "--one-time easy_pay:kakaopay --billing easy_pay:kakaopay --sales easy_pay:kakaopay=100만",
    "--one-time card --easy-pay naverpay --billing easy_pay:naverpay --overseas paypal --portone v2",
    "--one-time virtual_account --sales virtual_account=1000000",
    "--one-time card --one-time transfer --one-time virtual_account --one-time mobile --one-time gift_certificate "
    "--easy-pay kakaopay --easy-pay naverpay --billing card --overseas card --identity pass --tier small_2 "
    "--sales one_time:card=3000만 --sales transfer=200만 --sales easy_pay:kakaopay=100만",
)
_CHECKLIST = (
    "--platform sixshop",
    "--goods physical --platform self --one-time card",
    "--goods digital --platform app --billing card --style api",
    "--goods physical --platform self --one-time card --phone 010-1234-5678 --url https://dev.shop.example "
    "--mail-order-number 2024-서울강남-00123",
    "--business-number 220-81-62517 --phone 02-1234-5678 --mail-order-number 제2018-서울강남-1234호 --url shop.example",
    "--business-number 123-45-67890 --phone 1588-0000 --mail-order-number 0000 --url https://demo.example",
    "--business-number 12 --phone 12 --mail-order-number 광진제599호 --url notahost",
    "--gateway nice --gateway kakaopay --one-time card --easy-pay kakaopay",
    "--identity sms",
    "--overseas card --industry travel",
    "--one-time card --in-development",
    "--one-time card --finished --set refund_policy=pass --set business_number=fail",
    "--one-time card --platform wordpress --gateway naverpay",
)
_NEXT = (
    "--platform 메이크샵",
    "--gateway kpn --one-time card --portone v2 --start 2026-11-23",
    "--gateway nice --one-time card --billing card --business corporation --start 2026-12-01",
    "--gateway nice --gateway kakaopay --one-time card --easy-pay kakaopay --start 2026-11-23",
    "--gateway tosspayments --one-time card --open-by 2027-01-15",
    "--gateway tosspayments --one-time card --open-by 2026-11-30",
    "--gateway kcp --billing card --style api --portone v1 --lang js --start 2026-11-23",
    "--gateway inicis --one-time card --lang react --start 2026-11-23",
    "--gateway danal --one-time card --one-time mobile --start 2026-11-23",
    "--gateway naverpay --easy-pay naverpay --goods physical --start 2026-11-23",
    "--gateway paypal --overseas card --start 2026-11-23",
    "--gateway eximbay --overseas card --overseas alipay --portone v2 --start 2026-11-23",
    "--gateway kicc --identity sms --start 2026-11-23",
    "--gateway smartro --one-time card --monthly-sales 3000만 --settlement-cycle daily --start 2026-11-23",
    "--gateway ksnet --one-time card --monthly-sales 3000만 --business sole --foreign-representative "
    "--start 2026-11-23",
    "--gateway welcome --key-in card --one-time card --industry travel --start 2026-10-23",
    "--gateway 토스페이먼츠 --one-time card --start 2026-11-23",
    "--gateway hyphen --start 2026-11-23",
    "--gateway kg_financial --one-time mobile --start 2026-11-23",
    "--gateway galaxia --one-time gift_certificate --portone v1 --lang python --start 2026-11-23",
    "--gateway paymentwall --overseas card --overseas-billing card --start 2026-11-23",
)
_MID = (
    "--gateway nice --change add_billing",
    "--platform imweb",
    "--gateway nice --change add_billing --method card --url https://shop.example --mail",
    "--gateway smartro --change new_site --mailto",
    "--gateway nice --change new_site --change add_billing",
    "--gateway kcp --change add_easy_pay --easy-pay kakaopay",
    "--gateway tosspayments --change add_method --method virtual_account",
    "--gateway kakaopay --change new_site",
    "--gateway inicis --gateway kpn --change add_key_in",
    "--gateway naverpay --change change_representative",
    "--gateway danal --change add_overseas --method card",
    "--gateway paypal --change new_site",
    "--gateway kicc --change add_identity",
    "--synonyms",
    "--value iamport",
    "--value imp_1234567890",
    "--value channel-key-893597d6-e62d-410f-83f9-119f530b4b11",
    "--value store-e4038486-8d83-41a5-acf1-844a009e0d94",
    "--value INIpayTest",
)
SHOP = str(Path(__file__).parent / "inspect_site" / "saved")
_INSPECT = (
    SHOP,
    f"{SHOP}/index.html",
    f"{SHOP} --goods physical --expect trade_name=온나무 --expect phone=02-1-1",
    f"{SHOP} --show-values --pages 1",
    "-",
)
_FACTS = (
    "compare",
    "compare nice",
    "compare tosspayments kcp",
    "compare nice kakaopay inicis --tier micro",
    "compare danal kicc paypal eximbay",
    "compare 토스페이먼츠 나이스정보통신",
    "fees",
    "fees --tier micro --sort billing",
    "fees --sort virtual_account --vat",
    "fees --sort name --as-of 2020-01-01",
    "fees --sort signup --as-of 2025-11-30",
    "rules show nice",
    "rules show kakaopay",
    "rules show paypal",
    "rules show danal --as-of 2025-11-30",
    "rules sources",
    "rules sources --as-of 2027-11-30",
    "rules conflicts",
    "rules conflicts kcp",
    "rules conflicts triple_a",
    "rules check",
)
_DOCUMENTS = Path(__file__).parent / "documents"
_DRIFT = ("rules", "drift", str(_DOCUMENTS / "new"), "--lock", str(_DOCUMENTS / "old.lock"))
_GO_LIVE = (
    "go-live",
    "go-live scan",
    "go-live scan --pc-only --only no_redirect --skip test_amount",
    "go-live scan --portone v2 --gateway kcp --merchant-id A1234",
    "go-live verify order-1 --portone v2 --gateway kcp --merchant-id A1234 --amount 1000",
    "go-live verify order-1 --portone v2 --refund --yes --section sources",
    "go-live verify imp_1 --portone v1 --amount 1,000",
    "go-live verify nobody --portone v2",
    "go-live verify cut --portone v1",
)
_EXPLAIN = ("explain", "explain MID", "explain 통신판매업", "explain 정산", "explain escrow")
_CODE = (
    "code --gateway nice --one-time card --billing card --stack fastapi",
    "code --gateway kcp --gateway kakaopay --one-time card --easy-pay kakaopay --portone v1 --stack express --plain",
    "code --gateway nice --stack fastapi --json --out shop/here",
    "code --gateway smilepay --billing card --stack express",
    "code --gateway smilepay --billing card --stack express --json",
    "code --gateway nice --one-time card --stack express --print --json",
    "code --gateway nice --one-time card --stack fastapi --platform builder --section sources",
)
_QUESTIONS = ("", "select-pg", "checklist", "next-steps", "code", "need-new-mid", "compare", "fees", "done")
_ERRORS = (
    "",
    "nothing",
    "selectpg",
    "select-pg",
    "select-pg --one-time cash",
    "select-pg --one-time card --tier big",
    "select-pg --one-time card --tier micro --yearly-sales 1억",
    "select-pg --one-time card --sales mobile=1",
    "select-pg --one-time card --sales card",
    "select-pg --one-time card --sales card=many",
    "select-pg --one-time card --sales card=1 --sales card=2",
    "select-pg --one-time card --billing card --sales card=1",
    "select-pg --one-time card --style billing:popup",
    "select-pg --one-time card --as-of yesterday",
    "select-pg --one-time card --unknown-flag",
    "select-pg --easy-pay kakao",
    "select-pg --one-time card --portone v3",
    "select-pg --one-time card --largest-payment lots",
    "checklist",
    "checklist --set nothing=pass",
    "checklist --one-time card --set refund_policy=maybe",
    "checklist --one-time card --gateway nobody",
    "checklist --one-time card --format pdf",
    "checklist --goods soft --json",
    "checklist --one-time card --out no/such/folder/a.html",
    "select-pg --one-time card --format ics",
    "need-new-mid --gateway nice --change new_site --format pdf",
    "report --format md --out portone-guide.yaml",
    "report --section nothing",
    "next-steps",
    "next-steps --gateway nobody",
    "next-steps --gateway nice --start soon",
    "next-steps --gateway nice --format pdf",
    "next-steps --gateway nice --lang cobol",
    "next-steps --gateway nice --business ngo",
    "next-steps --gateway nice --monthly-sales many",
    "next-steps --gateway nice --settlement-cycle never",
    "inspect",
    "inspect nowhere",
    "inspect ftp://shop.example/",
    "inspect - --pages 0",
    "inspect - --timeout many",
    "inspect - --expect shop=x",
    "inspect - --format pdf",
    "inspect - --section nothing",
    "inspect - --json --goods soft",
    "inspect --help",
    "need-new-mid",
    "need-new-mid --gateway nice",
    "need-new-mid --gateway nobody --change new_site",
    "need-new-mid --gateway nice --change everything",
    "need-new-mid --gateway nice --change add_easy_pay --easy-pay nobody",
    "code",
    "code --gateway nice",
    "code --gateway nice --stack cobol",
    "code --gateway nice --stack fastapi --out portone-guide.yaml/x",
    "go-live nothing",
    "go-live scan nowhere",
    "go-live scan --only nothing",
    "go-live scan --portone v3",
    "go-live scan --format pdf --json",
    "go-live verify",
    "go-live verify order-1",
    "go-live verify order-1 --portone v2 --refund",
    "go-live verify order-1 --portone v2 --amount x",
    "go-live verify .. --portone v2 --json",
    "compare nobody",
    "explain 빌링",
    "explain nothing --json",
    "explain MID --format pdf",
    "explain --help",
    "compare 페이",
    "compare nice --tier big",
    "fees --sort luck",
    "rules",
    "rules show nobody",
    "rules show",
    "rules conflicts nobody",
    "rules check nowhere.yaml",
    "rules check nowhere.yaml --json",
    "rules snapshot",
    "rules snapshot nowhere",
    "rules drift",
    "rules drift .",
    "rules drift nowhere",
    "rules drift nowhere --json",
    "rules drift nowhere --lock nowhere.lock",
    "rules new",
    "rules new 노바",
    "rules new nova",
    "rules fmt",
    "rules fmt nowhere.yaml",
    "done",
    "done nothing",
    "done aply",
    "undo nothing",
    "done nothing --json",
    "done choose_gateway",
    "done kcp:apply",
    "waiting apply --on soon",
    "waiting apply --mail",
    "choose",
    "choose nobody",
    "choose kakaopay --one-time card",
    "plan",
    "plan show",
    "plan show --json",
    "plan reset",
    "plan reset --yes",
    "plan set",
    "plan set tier",
    "plan set tir=micro",
    "plan set tier=big --json",
    "plan edit",
    "select-pg --one-time card --save --no-save",
    "select-pg --one-time card --rules nowhere.yaml",
    "--version",
    "--help",
    "select-pg --help",
    "checklist --help",
    "next-steps --help",
    "need-new-mid --help",
    "compare --help",
    "fees --help",
    "code --help",
    "go-live --help",
    "go-live scan --help",
    "go-live verify --help",
    "rules --help",
    "rules check --help",
    "rules show --help",
    "rules drift --help",
    "rules snapshot --help",
    "rules new --help",
    "rules fmt --help",
    "plan --help",
    "done --help",
    "undo --help",
    "mcp --help",
    "waiting --help",
    "choose --help",
)
_WITH_PLAN = (
    "",
    "--json",
    "--plain",
    "plan show",
    "plan show --json",
    "plan reset",
    "plan set tier=general --json",
    "plan set 매출구간=영세 일반결제수단=카드,가상계좌",
    "plan set gateway=kakaopay start=2026-12-01 --json",
    "plan edit",
    "plan reset --yes",
    "plan reset --yes --json",
    "plan reset --json",
    "done prepare_site",
    "done prepare_site --json",
    "undo apply --json",
    "done gateway_review --on 2026-11-20",
    "undo apply --plain",
    "done card_review --json",
    "waiting card_review --on 2026-11-02 --json",
    "waiting nice:gateway_review",
    "waiting contract_guidance --mail",
    "waiting contract_guidance --mail --json",
    "choose kcp --json",
    "choose 나이스 카카오페이 --plain",
    "choose kakaopay",
    "choose kakaopay --anyway --json",
    "select-pg",
    "select-pg --json",
    "select-pg --tier general --plain",
    "checklist --json",
    "checklist --plain",
    "checklist --set company_footer=pass --plain",
    "checklist --format md",
    "checklist --exit-code",
    "next-steps --plain",
    "next-steps --json",
    "next-steps --format ics",
    "next-steps --open-by 2027-03-02 --plain",
    "need-new-mid --change new_site --json",
    "need-new-mid --change new_site",
    f"inspect {SHOP} --plain",
    "go-live",
    "go-live --json",
    "go-live scan --json",
    "go-live verify order-1 --portone v2",
    "go-live verify order-1 --portone v2 --no-save --json",
)
_SCRIPTS: tuple[tuple[str, Mapping[str, Any]], ...] = (
    ("select-pg", {"one_time": ["card"], "tier": "general", "goods": "physical", "platform": "self"}),
    (
        "select-pg",
        {"one_time": ["card"], "billing": ["card"], "style": ["api"], "sales": ["one_time:card=1000만"], "tier": "new"},
    ),
    ("select-pg", {"overseas": ["card"], "overseas_billing": ["card"], "identity": ["sms"], "portone": "v2"}),
    ("select-pg", {"easy_pay": ["kakaopay"], "easy_pay_contract": "direct", "open_before_review": "no"}),
    ("select-pg", {}),
    ("checklist", {"goods": "digital", "one_time": ["card"], "platform": "self", "in_development": "yes"}),
    ("checklist", {"goods": "physical", "gateway": ["nice"], "industry": ["travel"]}),
    ("next-steps", {"gateway": ["nice"], "one_time": ["card"], "start": DAY, "business": "sole"}),
    ("next-steps", {"gateway": UNKNOWN, "start": DAY}),
    ("next-steps", {"gateway": ["kcp"], "billing": ["card"], "open_by": "2027-03-02", "monthly_sales": "1000만"}),
    ("need-new-mid", {"gateway": ["nice"], "change": ["add_billing"], "method": ["card"]}),
    ("need-new-mid", {"gateway": ["kcp"], "change": ["add_easy_pay"], "easy_pay_added": ["kakaopay"]}),
    ("need-new-mid", {}),
)


def lines() -> Iterator[Line]:
    """Yield every command line."""
    for command, texts in (
        ("select-pg", _SELECT),
        ("checklist", _CHECKLIST),
        ("next-steps", _NEXT),
        ("need-new-mid", _MID),
        ("inspect", _INSPECT),
    ):
        for number, text in enumerate(texts):
            words = (command, *text.split())
            yield Line((*words, "--json"))
            yield Line((*words, "--plain"))
            yield Line(words, (80, 60)[number % 2])
    for number, text in enumerate((*_FACTS, *_EXPLAIN)):
        words = tuple(text.split())
        yield Line((*words, "--json"))
        yield Line((*words, "--plain"))
        yield Line(words, (80, 60, 120)[number % 3])
    for more in ((), ("--all",)):
        yield Line((*_DRIFT, *more, "--json"))
        yield Line((*_DRIFT, *more, "--plain"))
        yield Line((*_DRIFT, *more), 80)
        yield Line((*_DRIFT, *more), 60)
    for text in _SELECT[1:3]:
        yield Line(("select-pg", *text.split(), "--format", "md"))
    for shape in ("md", "html"):
        yield Line(("need-new-mid", *_MID[0].split(), "--format", shape))
        yield Line(("report", "--as-of", DAY, "--format", shape), None, PLAN)
    for text in ("report", "report --plain", "report --json"):
        yield Line(tuple(text.split()), 80)
        yield Line((*text.split(), "--as-of", DAY), 80, PLAN)
    for number, text in enumerate(_CODE):
        yield Line(tuple(text.split()), (80, 60)[number % 2])
    for number, text in enumerate(_GO_LIVE):
        words = tuple(text.split())
        yield Line((*words, "--json"))
        yield Line((*words, "--plain"))
        yield Line(words, (80, 60)[number % 2])
    for shape in ("md", "html", "sarif"):
        yield Line(("go-live", "scan", "--format", shape))
    for text in _CHECKLIST[:4]:
        yield Line(("checklist", *text.split(), "--format", "md"))
    for text in _NEXT:
        yield Line(("next-steps", *text.split(), "--format", "md"))
    for shape in ("md", "html"):
        yield Line(("inspect", SHOP, "--format", shape))
    yield Line(("inspect", SHOP, "--exit-code", "--plain"))
    yield Line(("checklist", "--from-site", SHOP, "--goods", "physical", "--one-time", "card", "--json"))
    yield Line(("checklist", "--from-site", SHOP, "--goods", "physical", "--one-time", "card"), 60)
    for text in _NEXT[:6]:
        yield Line(("next-steps", *text.split(), "--format", "ics"))
    yield Line(("checklist", "--footer", "--trade-name", "가게", "--phone", "010-1234-5678", "--email", "a@b.example"))
    yield Line(("checklist", "--footer", "--trade-name", "<b>&", "--address", "서울", "--business-number", "1"))
    yield Line(("checklist", "--one-time", "card", "--exit-code", "--set", "refund_policy=fail"))
    yield from _wrong_lines()
    for text in _WITH_PLAN:
        yield Line(tuple(text.split()), 80, PLAN)
    yield from _lines_with_bad_plans()
    for text, script in _SCRIPTS:
        yield Line(tuple(text.split()), 80, None, script)
    yield Line(("select-pg", "--ask"), 80, PLAN, {"one_time": ["mobile"], "goods": "physical"})
    yield Line(("checklist",), 80, PLAN, {})
    yield Line(("next-steps", "--ask"), 60, PLAN, {"start": DAY})
    yield Line(("checklist", "--ask"), 60, PLAN, {"refund_policy": "pass"})
    for number, text in enumerate(_QUESTIONS):
        words = ("questions", *text.split())
        yield Line((*words, "--json"))
        yield Line((*words, "--plain"))
        yield Line(words, (80, 60, 120)[number % 3])


def error_lines() -> Iterator[Line]:
    """Yield the lines that end with an error, and some with help."""
    yield from _wrong_lines()
    yield from _lines_with_bad_plans()


def _wrong_lines() -> Iterator[Line]:
    for text in _ERRORS:
        yield Line(tuple(text.split()), 80)


def _lines_with_bad_plans() -> Iterator[Line]:
    for text in ("", "plan show", "select-pg", "done apply", "checklist --json", "next-steps"):
        yield Line(tuple(text.split()), 80, BROKEN_PLAN)
        yield Line(tuple(text.split()), 80, NEWER_PLAN)


class Told(NamedTuple):
    """What a line said, in parts."""

    code: int
    out: str
    err: str


def parts(text: str) -> Told:
    """Return what ``said`` told, in parts."""
    head, _, rest = text.partition("\n[out]\n")
    out, _, rest = rest.partition("[err]\n")
    return Told(int(head.rpartition("[exit ")[2].removesuffix("]")), out, rest.rpartition("[plan]\n")[0])


class _Typist:
    """Answers questions from a script and says on stderr what it was asked."""

    script: Mapping[str, Any]

    def __init__(self, explained: Any = None) -> None:
        pass

    def ask(self, question: Any, options: Sequence[Any], default: Any, place: tuple[int, int]) -> Any:
        print(f"[{place[0]}/{place[1]}] {question.explain} {question.text} {question.unit} {default}", file=sys.stderr)
        print("".join(f"  {option.value}: {option.label}\n" for option in options), file=sys.stderr, end="")
        return self.script.get(question.id, UNKNOWN)

    def say(self, text: str) -> None:
        print(text, file=sys.stderr)

    def review(self, lines: Sequence[Any]) -> None:
        print("".join(f"= {line.label}\n" for line in lines), file=sys.stderr, end="")

    def choose(self, text: str, options: Sequence[Any], rows: int | None = None) -> str:
        print(text, [tuple(option) for option in options], file=sys.stderr)
        return str(options[0].value)


class _Api:
    """An API that tells of every payment the same, of some nothing."""

    def read(self, payment_id: str) -> Any:
        from portone_guide.remote.payment import Payment, Webhook

        if payment_id in {"nobody", "cut"}:
            return {"nobody": "not_found", "cut": "server"}[payment_id]
        webhooks = (Webhook("http://shop.kr/hooks", of_payment=True, answered=False, code="500"),)
        return Payment("paid", False, "NICE_V2", "T0000", True, 900, 900, 0, 0, "KRW", webhooks)

    def refund(self, payment_id: str, payment: Any, why: str) -> str:
        return "refused"


def _api(version: str) -> _Api:
    return _Api()


class _Person(io.StringIO):
    def isatty(self) -> bool:
        return True


_SAID: dict[str, str] = {}


def said(line: Line) -> str:
    """Run one line in this process, in an empty folder, and return all that it said and left behind.

    A line says the same in every test, so it runs once.
    """
    if line.name not in _SAID:
        _SAID[line.name] = _run(line)
    return _SAID[line.name]


def _run(line: Line) -> str:
    from support import run

    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        stack.callback(os.chdir, Path.cwd())
        os.chdir(folder)
        stack.enter_context(mock.patch.dict(os.environ, {"COLUMNS": str(line.columns)} if line.columns else {}))
        if not line.columns:
            os.environ.pop("COLUMNS", None)
        stack.enter_context(mock.patch("portone_guide.go_live.verify_command.api_of", _api))
        plan = Path("portone-guide.yaml")
        if line.plan is not None:
            plan.write_text(line.plan, "utf-8")
        if line.script is None:
            code, out, err = run(*line.arguments)
        else:
            code, out, err = _at_a_terminal(line, stack)
        left = plan.read_text("utf-8") if plan.exists() else ""
    return f"$ {line.name}\n[exit {code}]\n[out]\n{out}[err]\n{err}[plan]\n{left}".replace(folder, "FOLDER")


def _at_a_terminal(line: Line, stack: contextlib.ExitStack) -> tuple[int, str, str]:
    app = _module("portone_guide.app", "portone_guide.cli.app")
    prompts = _module("portone_guide.terminal.prompts", "portone_guide.ui.prompts")
    typist = type("Typist", (_Typist,), {"script": line.script})
    for name in [name for name in sys.modules if name.startswith("portone_guide")]:
        if hasattr(sys.modules[name], "TerminalAsker"):
            stack.enter_context(mock.patch.object(sys.modules[name], "TerminalAsker", typist))
    stack.enter_context(mock.patch.object(prompts, "TerminalAsker", typist))
    out, err = io.StringIO(), _Person()
    stack.enter_context(mock.patch.object(sys, "stdin", _Person()))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = app.run(list(line.arguments))
    return int(code), out.getvalue(), err.getvalue()


def _module(*names: str) -> Any:
    for name in names:
        with contextlib.suppress(ModuleNotFoundError):
            return importlib.import_module(name)
    raise ModuleNotFoundError(names[0])


def record(folder: Path) -> int:
    """Write what each line says to a file of its own; return how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    number = 0
    for number, line in enumerate(lines(), 1):
        (folder / f"{number:03}.txt").write_text(said(line), "utf-8")
    return number


def _without_trailing_spaces(path: Path) -> str:
    return "\n".join(line.rstrip() for line in path.read_text("utf-8").split("\n"))


def compare(before: Path, after: Path) -> int:
    """Print the differences of two records; return how many lines say something else."""
    different = 0
    for path in sorted(before.iterdir()):
        old, new = (_without_trailing_spaces(folder / path.name) for folder in (before, after))
        if old != new:
            different += 1
            shown = difflib.unified_diff(old.split("\n"), new.split("\n"), path.name, old.split("\n", 1)[0], n=1)
            print("\n".join(text[:300] for text in shown))
    print(f"{different} of {len(list(before.iterdir()))} differ")
    return different


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["record", folder]:
            with tempfile.TemporaryDirectory() as cache, mock.patch.dict(os.environ, {"XDG_CACHE_HOME": cache}):
                print(record(Path(folder)), "lines")
        case ["compare", before, after]:
            sys.exit(bool(compare(Path(before), Path(after))))
        case _:
            sys.exit(__doc__)
