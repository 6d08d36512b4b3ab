"""Every sample that is offered parses, names what its pages name, and the Python ones run against PortOne's SDK."""

import ast
import inspect
import json
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from portone_guide.gateways.support import SupportTable
from portone_guide.needs.requirements import Need
from portone_guide.rules.models.sample import CodeSample
from portone_guide.samples.answer import Sample
from portone_guide.samples.browser import parameters
from portone_guide.samples.code_text import javascript, merged, nested, python, python_keywords
from portone_guide.samples.decide import offered, sample_files
from portone_guide.terminal.text import cells
from support import shipped

LANGUAGES = (None, "js", "react", "python")


@cache
def every_sample() -> tuple[Sample, ...]:
    return tuple(_every_sample())


def _every_sample() -> Iterator[Sample]:
    book = shipped()
    for module, row, method in offered(book.code_samples):
        for language in LANGUAGES:
            yield from sample_files(book, module, row, Need(row.type, method, row.style), language)


def rows() -> Iterator[tuple[str, CodeSample, str]]:
    return offered(shipped().code_samples)


def row_of(module: str, portone: str, kind: str, style: str = "window", call: str = "") -> CodeSample:
    return next(
        row
        for row in shipped().code_samples.samples[module]
        if (row.portone, row.type, row.style) == (portone, kind, style) and call in row.call
    )


def test_python_compiles() -> None:
    codes = {sample.code for sample in every_sample() if sample.language == "python"}
    assert codes
    for code in codes:
        compile(code, "sample.py", "exec")


def test_javascript_and_jsx_parse() -> None:
    import tree_sitter
    import tree_sitter_javascript

    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_javascript.language()))
    assert parser.parse(b"const x = {;").root_node.has_error, "the parser must see a mistake"
    codes = {sample.code for sample in every_sample() if sample.language != "python"}
    assert len(codes) > 300
    for code in codes:
        assert not parser.parse(code.encode()).root_node.has_error, code


def test_node_takes_the_modules(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    # Node reads a module without running it; one that imports all others lets it read them in one go.
    codes = sorted({sample.code for sample in every_sample() if sample.language == "js"})
    for number, code in enumerate(codes):
        (tmp_path / f"{number}.mjs").write_text(code, encoding="utf-8")
    script = (
        "const vm=require('vm'),fs=require('fs');let bad=0;"
        "for(const f of fs.readdirSync('.').filter(f=>f.endsWith('.mjs'))){"
        "try{new vm.SourceTextModule(fs.readFileSync(f,'utf8'))}catch(e){bad++;console.log(f,e.message)}}"
        "process.exit(bad?1:0)"
    )
    ended = subprocess.run(
        [node, "--experimental-vm-modules", "--no-warnings", "-e", script],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_python_samples_call_the_sdk_as_it_is() -> None:
    import portone_server_sdk as sdk

    clients = {
        "payments": sdk.PaymentClient,
        "payments.billing_key": sdk.BillingKeyClient,
        "payments.payment_schedule": sdk.PaymentScheduleClient,
        "identities": sdk.IdentityVerificationClient,
    }
    checked = 0
    for code in {sample.code for sample in every_sample() if sample.language == "python" and sample.portone == "v2"}:
        scope: dict[str, object] = {}
        tree = ast.parse(code)
        imports = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module != "portone"]
        exec(compile(ast.Module(imports, []), "imports", "exec"), scope)  # every name exists in the SDK
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            target = ast.unparse(call.func)
            owner, _, name = target.rpartition(".")
            known = getattr(clients[owner], name) if owner in clients else scope.get(target)
            if known is None or not callable(known):
                continue
            given = {keyword.arg: None for keyword in call.keywords}
            arguments = [None] * (len(call.args) + (1 if owner in clients else 0))
            if inspect.isclass(known) or owner in clients:
                inspect.signature(known).bind(*arguments, **given)
                checked += 1
    assert checked > 10


def test_offered_only_where_the_module_is_said_to_do_it() -> None:
    book = shipped()
    table = SupportTable(book.pg_methods)
    wrong = [
        (module, row.portone, row.type, row.style, method)
        for module, row, method in rows()
        if table.find(module, row.portone, Need(row.type, method, row.style)).supported != "yes"
    ]
    assert wrong == []


def test_lines_fit_a_narrow_terminal() -> None:
    wide = {line for sample in every_sample() for line in sample.code.split("\n") if cells(line) > 60}
    assert wide == set()


def test_every_sample_is_in_cp949() -> None:
    for sample in every_sample():
        sample.code.encode("cp949")
        assert "EXTRA" not in sample.code
        assert "CHARGE" not in sample.code
        assert "fill(" not in sample.code
        assert "{%" not in sample.code


# What the pages say, read there: opi/ko/integration/pg/v2/*.md and v1/*.md.
@pytest.mark.parametrize(
    ("module", "portone", "kind", "method", "expected"),
    [
        # kcp-v2.md: 상품권, 휴대폰 결제 시 필수
        ("kcp.main", "v2", "one_time", "mobile", {"bypass": {"kcp_v2": {"shop_user_id": "구매자 ID"}}}),
        # nice-v2.md: 가상계좌 입금 기한 필수, 휴대폰 productType 필수
        ("nice.new", "v2", "one_time", "virtual_account", {"payMethod": "VIRTUAL_ACCOUNT"}),
        ("nice.new", "v2", "one_time", "mobile", {"productType": "PRODUCT_TYPE_REAL"}),
        # v1/galaxia.mdx (2026-07-08): customer_id 필수
        ("galaxia.main", "v1", "one_time", "card", {"customer_id": "customer1234"}),
        ("galaxia.main", "v1", "billing", "card", {"customer_id": "customer1234"}),
        # tosspayments.mdx (2026-06-23): 빌링키 퀵계좌이체 TRANSFER
        ("tosspayments.new", "v2", "billing", "transfer", {"billingKeyMethod": "TRANSFER"}),
        # tosspayments.mdx (2026-06-18): 페이팔은 USD와 국가 코드가 필수
        (
            "tosspayments.new",
            "v2",
            "overseas",
            "paypal",
            {"payMethod": "EASY_PAY", "easyPay": {"easyPayProvider": "PAYPAL"}, "currency": "USD", "country": "US"},
        ),
        # payletter-global.md: payMethod 미지원, pginfo로 지정
        ("payletter.main", "v2", "overseas", "unionpay", {"bypass": {"payletter_global": {"pginfo": "PLUnionPay_HC"}}}),
        # nice-v2/readme.md (V1): 신용카드 card, 네이버페이 카드 naverpay_card, 11Pay skpay
        ("nice.new", "v1", "one_time", "easy_pay:naverpay", {"pay_method": "naverpay_card"}),
        ("nice.new", "v1", "one_time", "easy_pay:skpay", {"pay_method": "skpay"}),
        # nhn-kcp/readme.md (V1): 삼성페이 samsung
        ("kcp.main", "v1", "one_time", "easy_pay:samsungpay", {"pay_method": "samsung"}),
        # newtoss/readme.md (V1): 삼성페이 samsungpay
        ("tosspayments.new", "v1", "one_time", "easy_pay:samsungpay", {"pay_method": "samsungpay"}),
        # settle/readme.md (V1): 계좌이체 trans
        ("hecto.main", "v1", "one_time", "transfer", {"pay_method": "trans"}),
        # kicc-v2.md: 위챗페이 EASY_PAY + WECHAT
        ("kicc.overseas", "v2", "overseas", "wechatpay", {"easyPay": {"easyPayProvider": "WECHAT"}}),
    ],
)
def test_parameters_as_the_pages_have_them(
    module: str, portone: str, kind: str, method: str, expected: dict[str, object]
) -> None:
    given = parameters(row_of(module, portone, kind), method)
    assert given.items() >= expected.items()
    assert merged(given, expected) == given


def test_what_the_pages_dropped_is_in_no_sample() -> None:
    # galaxia.mdx of V1 and V2: ITEM_CODE was required until 2026-07-08
    assert not [sample.module for sample in every_sample() if "ITEM_CODE" in sample.code]


def test_klarna_has_an_address() -> None:
    # eximbay-v2.mdx (2026-08-06): Klarna는 bypass.eximbay_v2.bill_to에 정확한 주소, payMethod는 생략, 상품에는 link
    given = parameters(row_of("eximbay.new", "v2", "overseas"), "klarna")
    assert "payMethod" not in given
    assert given["bypass"]["eximbay_v2"]["bill_to"].keys() >= {"country", "city", "street1", "postal_code"}
    assert given["products"][0]["link"]


def test_methods_that_take_no_method_have_none() -> None:
    assert "payMethod" not in parameters(row_of("paymentwall.main", "v2", "overseas"), "local")
    assert "pay_method" not in parameters(row_of("payco.main", "v1", "one_time"), "easy_pay:payco")
    assert "m_redirect_url" not in parameters(row_of("bluewalnut.main", "v1", "one_time"), "card")


def test_the_charge_of_a_key_has_the_modules_own_parameters() -> None:
    # ksnet/readme.md: product_type은 필수
    book = shipped()
    row = row_of("ksnet.main", "v1", "billing", "api")
    for language in ("js", "python"):
        *_, server = sample_files(book, "ksnet.main", row, Need("billing", "card", "api"), language)  # type: ignore[arg-type]
        code = server.code
        assert "product_type" in code
        # v1.openapi.yml (2026-05-20): POST /subscribe/customers/{customer_uid}의 channel_key는 필수, pg는 선택
        assert "channel_key" in code
        assert "ksnet.상점아이디" not in code


def test_a_keyed_in_payment_names_the_gateway() -> None:
    # v1.openapi.yml: POST /subscribe/payments/onetime에는 channel_key가 없고 pg만
    book = shipped()
    row = row_of("ksnet.main", "v1", "key_in", "api")
    for language in ("js", "python"):
        *_, server = sample_files(book, "ksnet.main", row, Need("key_in", "card", "api"), language)  # type: ignore[arg-type]
        code = server.code
        assert "ksnet.상점아이디" in code
        assert "channel_key" not in code


def test_values_become_source_text() -> None:
    value = nested({"a.b": "true", "a.c": "$amount", "d": '[{"e":1}]', "f": '"01"', "g-h": "글자"})
    assert value == {"a": {"b": True, "c": "$amount"}, "d": [{"e": 1}], "f": "01", "g-h": "글자"}
    assert python_keywords({"productType": "REAL", "a": {"b": 1}}) == ['product_type="REAL"', 'a={\n    "b": 1,\n}']
    assert "c: amount" in javascript(value)
    assert '"g-h": "글자"' in javascript(value)
    assert javascript({"amount": "$amount"}) == "{\n  amount,\n}"
    assert ast.literal_eval(python({"a": True, "b": [1, "다"]})) == {"a": True, "b": [1, "다"]}
    assert json.loads(javascript('따옴표 " 와 \\')) == '따옴표 " 와 \\'


def test_a_test_payment_does_not_pass_on_the_live_shop() -> None:
    """The server's part asks of which kind the channel is, and the list of changes says what to set."""
    from support import run

    for version, checked in (("v1", "!= IS_TEST"), ("v2", "!= CHANNEL_TYPE")):
        out = run("next-steps", "--gateway", "nice", "--portone", version, "--one-time", "card", "--plain").out
        assert checked in out
        assert 'os.environ["PORTONE_CHANNEL_TYPE"]' in out
        assert "PORTONE_CHANNEL_TYPE=LIVE" in out
        assert "테스트 채널의 결제를 받아 주지 않게" in out


def test_a_drawn_button_has_its_place() -> None:
    # spb/readme.md and rt/readme.md: portone-ui-container with data-portone-ui-type
    book = shipped()
    for module, kind, name in (
        ("paypal.spb", "overseas", "paypal-spb"),
        ("paypal.rt", "overseas_billing", "paypal-rt"),
    ):
        row = row_of(module, "v1", kind)
        for language in ("js", "react"):
            code = next(iter(sample_files(book, module, row, Need(row.type, "paypal"), language))).code  # type: ignore[arg-type]
            assert f'data-portone-ui-type="{name}"' in code
            assert f'IMP.loadUI("{name}", {{' in code
            assert 'pay_method: "paypal"' in code
