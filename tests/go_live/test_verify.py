"""``go-live verify`` against PortOne's API on this machine: what it tells, what it keeps, and what it never shows."""

import inspect
import json
import logging
import os
import shlex
import ssl
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import fake_api
import httpx
import pytest
import typer
from fake_api import BUYER, IMP_UID, KEY, PAYMENT, SECRET, Fake, cut, does_and_cuts, drips, errs, gives, slow

from faces import reasons_given
from portone_guide.go_live import keys_command, verify_command, verify_words
from portone_guide.go_live.verify_answer import Asked, Contracted
from portone_guide.go_live.verify_decide import not_tried, verified
from portone_guide.go_live.verify_screen import verify_page
from portone_guide.plan.store import read_plan
from portone_guide.remote import asking, payment, v1, v2
from portone_guide.rules.reading.kept import cache_folder
from portone_guide.terminal.first_view import LINES, first_view
from portone_guide.terminal.render import drawn
from support import DATA, keeps_to_schema, run, shipped

pytestmark = pytest.mark.loopback

SAID = ("--gateway", "kcp", "--merchant-id", "A1234", "--amount", "1000")
V2 = (PAYMENT, "--portone", "v2", *SAID)
V1 = (IMP_UID, "--portone", "v1", *SAID)
BOTH = pytest.mark.parametrize("line", [V1, V2], ids=["v1", "v2"])


def no_certificates(*_: Any, **__: Any) -> ssl.SSLContext:
    return _CONTEXT


_CONTEXT = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[Fake]:
    """Run the API for one test; afterwards all that it was asked and answered was right, and no secret is anywhere."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PORTONE_API_SECRET", SECRET)
    monkeypatch.setenv("PORTONE_V1_KEY", KEY)
    monkeypatch.setenv("PORTONE_V1_SECRET", SECRET)
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(httpx._transports.default, "create_ssl_context", no_certificates)  # the SDK makes twelve
    with fake_api.running() as (api, address):
        monkeypatch.setattr(v1, "HOST", address)
        monkeypatch.setattr(v2, "HOST", address)
        yield api
    assert api.wrong == []
    assert "canary" not in caplog.text
    for path in (*tmp_path.rglob("*"), *cache_folder().rglob("*")):
        if path.is_file():
            assert b"canary" not in path.read_bytes(), path


def told(*line: str, code: int = 0) -> Any:
    """Run it, hold what it says to the schema, and let no secret and no buyer out."""
    ended = run("go-live", "verify", *line, "--json")
    assert "canary" not in ended.out + ended.err
    assert ended.code == code, ended
    found = json.loads(ended.err if code else ended.out)
    keeps_to_schema("error" if code else "go-live-verify", found)
    return found


def states(found: Any) -> dict[str, str]:
    return {check["id"]: check["state"] for check in found["checks"]}


def codes(found: Any) -> dict[str, str]:
    return {check["id"]: check["code"] for check in found["checks"]}


def kept() -> Any:
    return read_plan(Path("portone-guide.yaml")).evidence.get("rehearsal")


def test_a_right_payment_of_v2_passes_in_everything_but_the_refund(fake: Fake) -> None:
    found = told(*V2)
    assert list(states(found)) == list(shipped().go_live.first_payment)
    assert states(found) == {**dict.fromkeys(states(found), "pass"), "refund": "unknown"}
    assert [one.what for one in fake.asked] == ["v2 read"], "nothing is cancelled unasked"


def test_v1_does_not_tell_of_webhooks(fake: Fake) -> None:
    found = told(*V1)
    assert states(found) == {**dict.fromkeys(states(found), "pass"), "refund": "unknown", "webhook": "unknown"}
    assert [one.what for one in fake.asked] == ["v1 token", "v1 read"]


_CHANNEL = fake_api.v2_payment()["channel"]
_HOOK = fake_api.v2_payment()["webhooks"][0]
_UNANSWERED = {**_HOOK, "url": "https://b.kr", "status": "FAILED_UNEXPECTED_ERROR"}
_AMOUNT = fake_api.v2_payment()["amount"]


@pytest.mark.parametrize(
    ("change", "check", "state", "code"),
    [
        ({"channel": {**_CHANNEL, "type": "TEST"}}, "live", "fail", "live.test"),
        ({"channel": {**_CHANNEL, "pgProvider": "NICE_V2"}}, "provider", "fail", "provider.other"),
        ({"channel": {**_CHANNEL, "pgProvider": "PAYPLE"}}, "provider", "unknown", "provider.unknown_code"),
        ({"channel": {**_CHANNEL, "pgMerchantId": "B1"}}, "merchant_id", "fail", "merchant_id.other"),
        ({"channel": {**_CHANNEL, "pgMerchantId": "T0000"}}, "merchant_id", "fail", "merchant_id.test"),
        ({"amount": {**_AMOUNT, "total": 999}}, "amount", "fail", "amount.other"),
        ({"currency": "USD"}, "amount", "unknown", "amount.not_won"),
        ({"webhooks": []}, "webhook", "unknown", "webhook.none"),
        ({"webhooks": [{**_HOOK, "paymentStatus": "READY"}]}, "webhook", "unknown", "webhook.none"),
        ({"webhooks": [{**_HOOK, "status": "FAILED_NOT_OK_RESPONSE"}]}, "webhook", "fail", "webhook.no_answer"),
        ({"webhooks": [{**_HOOK, "status": "FAILED_UNEXPECTED_ERROR"}]}, "webhook", "fail", "webhook.no_answer"),
        ({"webhooks": [{"id": "w", "url": "https://shop.kr/"}]}, "webhook", "unknown", "webhook.no_state"),
        ({"webhooks": [{**_HOOK, "url": "http://shop.kr/"}]}, "webhook", "fail", "webhook.no_https"),
        ({"webhooks": [{**_HOOK, "url": ""}]}, "webhook", "unknown", "webhook.none"),
        ({"webhooks": [{**_HOOK, "url": "https://[/"}]}, "webhook", "unknown", "webhook.no_address"),
        ({"webhooks": [_HOOK, _UNANSWERED]}, "webhook", "fail", "webhook.no_answer"),
        ({"webhooks": [{**_HOOK, "status": "FAILED_UNEXPECTED_ERROR"}, _HOOK]}, "webhook", "pass", "webhook.yes"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_else(fake: Fake, change: Any, check: str, state: str, code: str) -> None:
    fake.v2 |= change
    found = told(*V2)
    assert (states(found)[check], codes(found)[check]) == (state, code)
    others = {name: value for name, value in states(found).items() if name not in {check, "refund"}}
    assert set(others.values()) == {"pass"}


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "127.0.0.1", "10.1.2.3", "192.168.0.4", "172.20.1.1", "169.254.1.1", "100.64.0.1"),
        *("[::1]", "[fe80::1]", "a.ngrok.io", "db", "shop.internal", "shop.local", "example.com"),
    ],
)
def test_a_webhook_to_where_nobody_else_comes_fails(fake: Fake, host: str) -> None:
    fake.v2["webhooks"] = [{**_HOOK, "url": f"https://{host}:8443/hooks"}]
    assert codes(told(*V2))["webhook"] == "webhook.local"


@pytest.mark.parametrize(
    ("status", "state"),
    [
        *(("PAID", "pass"), ("PARTIAL_CANCELLED", "pass"), ("CANCELLED", "pass"), ("FAILED", "fail")),
        *(("READY", "fail"), ("VIRTUAL_ACCOUNT_ISSUED", "fail"), ("PAY_PENDING", "unknown")),
    ],
)
@pytest.mark.parametrize("origin", [None, {}], ids=["whole", "the SDK can't read it"])
def test_every_status_of_v2_is_read_even_where_the_sdk_gives_up(
    fake: Fake, status: str, state: str, origin: Any
) -> None:
    answer = fake_api.v2_payment(status)
    if origin is None:
        fake.v2 = answer
    else:
        fake.odd["v2 read"] = gives(200, {**answer, "origin": origin})
    found = told(*V2)
    assert states(found)["paid"] == state
    assert states(found)["live"] == "pass"
    assert fake.counted("v2 read") == (1 if origin is None else 2)


@pytest.mark.parametrize(
    ("change", "check", "state"),
    [
        ({"sandbox": True}, "live", "fail"),
        ({"pg_provider": "nice_v2"}, "provider", "fail"),
        ({"pg_id": "B9"}, "merchant_id", "fail"),
        ({"pg_id": "T0000"}, "merchant_id", "fail"),
        ({"amount": 999}, "amount", "fail"),
        ({"amount": 1000.0}, "amount", "pass"),
        ({"currency": "USD"}, "amount", "unknown"),
        ({"status": "failed", "paid_at": 0}, "paid", "fail"),
        ({"status": "ready", "paid_at": 0}, "paid", "fail"),
        ({"status": "cancelled", "cancel_amount": 1000}, "paid", "pass"),
        ({"status": "new"}, "paid", "unknown"),
    ],
)
def test_v1_is_judged_alike(fake: Fake, change: Any, check: str, state: str) -> None:
    fake.v1 |= change
    found = states(told(*V1))
    assert found[check] == state
    others = {name: value for name, value in found.items() if name not in {check, "refund", "webhook"}}
    assert set(others.values()) == {"pass"}


@BOTH
def test_what_was_not_said_is_unknown_never_passed(fake: Fake, line: tuple[str, ...]) -> None:
    found = told(*line[:3])
    assert {name for name, state in states(found).items() if state == "pass"} == {"live", "paid"} | (
        {"webhook"} if line is V2 else set()
    )
    assert "fail" not in states(found).values()


def test_the_plan_fills_what_was_not_said_and_keeps_states_and_the_day(fake: Fake) -> None:
    Path("portone-guide.yaml").write_text("kind: plan\nversion: 1\nanswers: {portone: v2}\nchosen: [nice]\n", "utf-8")
    found = told(PAYMENT, "--amount", "1000")
    assert codes(found)["provider"] == "provider.other"
    assert found["portone"] == "v2"
    text = Path("portone-guide.yaml").read_text("utf-8")
    assert kept().states == states(found)
    assert kept().day.isoformat() == found["day"]
    for secret in (PAYMENT, "A1234", "1000", BUYER, "shop.kr"):
        assert secret not in text
    opening = json.loads(run("go-live", "--json").out)
    keeps_to_schema("go-live", opening)
    assert opening["verified"] == {"day": found["day"], "states": states(found)}
    assert "계약한 곳인지 (미흡)" in run("go-live", "--section", "first").out
    assert "미흡 1" in run("go-live").out
    shown = json.loads(run("plan", "show", "--json").out)
    keeps_to_schema("plan-show", shown)
    assert shown["evidence"]["rehearsal"]["states"] == states(found)


def test_the_next_command_runs_as_it_stands_and_asks_for_the_same(fake: Fake) -> None:
    shown = run("go-live", "verify", *V2, "--plain").out
    (line,) = [text.strip() for text in shown.splitlines() if "portone-guide go-live verify" in text]
    again = told(*shlex.split(line)[3:], "--yes")
    assert set(states(again).values()) == {"pass"}, "the refund is what comes next, with all that was said before"


def test_the_next_command_keeps_the_plan_and_the_rules(fake: Fake) -> None:
    again = ("--plan", "our plan.yaml", "--no-save", "--rules", str(DATA / "sources.yaml"))
    shown = run("go-live", "verify", *V2, *again, "--plain").out
    (line,) = [text.strip() for text in shown.splitlines() if "portone-guide go-live verify" in text]
    assert shlex.split(line)[-6:] == [*again, "--refund"]
    done = run("go-live", "verify", *V2, *again[:2], "--refund", "--yes", "--plain").out
    assert "portone-guide done rehearsal --plan 'our plan.yaml'" in done
    hint = told(PAYMENT, "--plan", "new.yaml", code=3)["error"]["hint"]
    assert f"portone-guide go-live verify {PAYMENT} --plan new.yaml --portone v2" in hint


def test_nothing_is_kept_where_that_is_not_wanted(fake: Fake) -> None:
    told(*V2, "--no-save")
    assert not Path("portone-guide.yaml").exists()


@pytest.mark.parametrize(
    ("line", "odd", "message"),
    [
        (V2, errs(401, "UNAUTHORIZED", "GetPaymentError"), "unauthorized"),
        (V2, errs(403, "FORBIDDEN", "GetPaymentError"), "forbidden"),
        (V2, errs(404, "PAYMENT_NOT_FOUND", "GetPaymentError"), "not_found"),
        (V2, errs(400, "INVALID_REQUEST", "GetPaymentError"), "refused"),
        (V2, gives(401, b"<html>canary"), "unauthorized"),
        (V2, gives(404, b""), "not_found"),
        (V1, gives(401, {"code": -1, "message": BUYER}), "unauthorized"),
        (V1, gives(404, {}), "not_found"),
        (V1, gives(200, {"code": 1, "message": BUYER}), "refused"),
    ],
)
def test_what_the_person_can_mend_is_an_error(fake: Fake, line: tuple[str, ...], odd: Any, message: Any) -> None:
    fake.odd[f"{line[2]} read"] = odd
    assert told(*line, code=2)["error"]["message"] == verify_words.PROBLEMS[message]
    assert not Path("portone-guide.yaml").exists()


def test_a_wrong_secret_is_told_without_it(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PORTONE_API_SECRET", "PORTONE_V1_SECRET"):
        monkeypatch.setenv(name, "canarywrong0123456789")
    for line in (V1, V2):
        assert told(*line, code=2)["error"]["message"] == verify_words.PROBLEMS["unauthorized"]


_ODD = {
    "a list": gives(200, []),
    "a text": gives(200, "canary"),
    "nothing": gives(200, b""),
    "null": gives(200, None),
    "no JSON": gives(200, b"<html>canary</html>"),
    "broken letters": gives(200, b"\xff\xfe\x00canary"),
    "another payment": gives(200, {**fake_api.v2_payment(), "id": "other", "imp_uid": "imp_1"}),
    "server error": gives(500, {"type": "canary"}),
    "gateway error": gives(502, b"<html>canary</html>"),
    "too many": gives(429, {}),
    "elsewhere": gives(302, {}),
    "cut": cut,
    "slow": slow,
    "drips": drips,
}


@BOTH
@pytest.mark.parametrize("odd", _ODD)
def test_an_api_that_does_not_answer_right_leaves_everything_unknown(
    fake: Fake, monkeypatch: pytest.MonkeyPatch, line: tuple[str, ...], odd: str
) -> None:
    monkeypatch.setattr(payment, "TIMEOUT", 0.5)
    fake.odd[f"{line[2]} read"] = _ODD[odd]
    found = told(*line, "--refund", "--yes")
    assert set(states(found).values()) == {"unknown"}
    assert found["problem"] in {"odd", "server", "slow"}
    assert (found["problem"] == "slow") == (odd in {"slow", "drips"})
    assert fake.counted(f"{line[2]} cancel") == 0, "what was not read is not cancelled"
    assert not Path("portone-guide.yaml").exists(), "an earlier look is not put out by none"


@pytest.mark.parametrize(
    "change",
    [
        {"channel": None},
        {"channel": []},
        {"channel": {"type": 1, "pgProvider": [], "pgMerchantId": {}}},
        {"amount": "1000"},
        {"amount": {**_AMOUNT, "total": True, "paid": None}},
        {"webhooks": "canary"},
        {"webhooks": [None, 1, {}, {"url": 3}]},
        {"currency": 7},
        {"status": ["PAID"]},
        {"customer": None, "origin": None, "disputes": None},
    ],
)
def test_parts_of_another_kind_are_not_believed(fake: Fake, change: Any) -> None:
    fake.odd["v2 read"] = gives(200, {**fake_api.v2_payment(), **change})
    found = told(*V2)
    assert found["problem"] is None
    assert "fail" not in states(found).values()


def test_no_connection_is_told(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (v1, v2):
        monkeypatch.setattr(module, "HOST", "http://127.0.0.1:1")
    for line in (V1, V2):
        assert told(*line)["problem"] == "unreachable"


# What becomes of a refund.


@BOTH
def test_a_refund_is_sent_once_with_what_is_left_and_read_again(fake: Fake, line: tuple[str, ...]) -> None:
    found = told(*line, "--refund", "--yes")
    assert codes(found)["refund"] == "refund.yes"
    assert states(found)["refund"] == "pass"
    asked = [one.what for one in fake.asked if "token" not in one.what]
    assert asked == [f"{line[2]} read", f"{line[2]} cancel", f"{line[2]} read"]
    body = next(one.body for one in fake.asked if one.what.endswith("cancel"))
    left = {"currentCancellableAmount": 1000} if line is V2 else {"checksum": 1000, "imp_uid": IMP_UID}
    assert body == {"amount": 1000, **left, "reason": verify_words.WHY_REFUND}
    assert kept().states["refund"] == "pass"


def test_of_a_part_cancelled_payment_the_rest_is_cancelled(fake: Fake) -> None:
    fake.v2 = fake_api.v2_payment(
        "PARTIAL_CANCELLED", amount={**_AMOUNT, "cancelled": 400, "taxFree": 300, "cancelledTaxFree": 100}
    )
    assert codes(told(*V2, "--refund", "--yes"))["refund"] == "refund.yes"
    body = next(one.body for one in fake.asked if one.what == "v2 cancel")
    assert (body["amount"], body["currentCancellableAmount"], body["taxFreeAmount"]) == (600, 600, 200)
    fake.v1 = fake_api.v1_payment(cancel_amount=400)
    assert codes(told(*V1, "--refund", "--yes"))["refund"] == "refund.yes"


@pytest.mark.parametrize("status", ["CANCELLED", "FAILED", "READY", "VIRTUAL_ACCOUNT_ISSUED", "PAY_PENDING"])
def test_what_is_not_paid_is_not_cancelled(fake: Fake, status: str) -> None:
    fake.v2 = fake_api.v2_payment(status)
    assert codes(told(*V2, "--refund", "--yes"))["refund"] == "refund.not_paid"
    assert fake.counted("v2 cancel") == 0


_REFUNDS: dict[str, tuple[Any, str, str]] = {
    "slow": (slow, "unknown", "refund.unknown"),
    "drips": (drips, "unknown", "refund.unknown"),
    "cut": (cut, "unknown", "refund.unknown"),
    "server error": (gives(500, b"canary"), "unknown", "refund.unknown"),
    "odd": (gives(200, {"cancellation": {"canary": 1}, "code": "canary"}), "unknown", "refund.unknown"),
    "no JSON": (gives(200, b"<canary>"), "unknown", "refund.unknown"),
    "done, and no answer": (does_and_cuts, "pass", "refund.yes"),
}


@BOTH
@pytest.mark.parametrize("odd", _REFUNDS)
def test_a_refund_is_never_tried_twice(
    fake: Fake, monkeypatch: pytest.MonkeyPatch, line: tuple[str, ...], odd: str
) -> None:
    monkeypatch.setattr(payment, "TIMEOUT", 0.5)
    answer, state, code = _REFUNDS[odd]
    fake.odd[f"{line[2]} cancel"] = answer
    found = told(*line, "--refund", "--yes")
    assert (states(found)["refund"], codes(found)["refund"]) == (state, code)
    assert fake.counted(f"{line[2]} cancel") == 1
    assert fake.counted(f"{line[2]} read") == 2


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (409, "CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN"),
        (409, "PAYMENT_ALREADY_CANCELLED"),
        (502, "PG_PROVIDER"),
        (403, "FORBIDDEN"),
    ],
)
def test_a_refused_refund_fails(fake: Fake, status: int, kind: str) -> None:
    answer = {"type": kind, "message": SECRET}
    answer |= {"pgCode": "canary", "pgMessage": "canary"} if kind == "PG_PROVIDER" else {}
    fake_api.keeps("v2", "CancelPaymentError", answer)
    fake.odd["v2 cancel"] = gives(status, answer)
    assert codes(told(*V2, "--refund", "--yes"))["refund"] == "refund.refused"
    fake.odd["v1 cancel"] = gives(200, {"code": 1, "message": BUYER})
    assert codes(told(*V1, "--refund", "--yes"))["refund"] == "refund.refused"
    assert fake.counted("v2 cancel") == fake.counted("v1 cancel") == 1


def test_a_refund_that_is_only_asked_for_is_not_done(fake: Fake) -> None:
    fake.cancellation = "REQUESTED"
    found = told(*V2, "--refund", "--yes")
    assert (states(found)["refund"], codes(found)["refund"]) == ("unknown", "refund.requested")


def test_a_refund_that_is_said_and_not_seen_fails(fake: Fake) -> None:
    fake.odd["v1 cancel"] = gives(200, {"code": 0, "message": "", "response": fake.v1})
    assert codes(told(*V1, "--refund", "--yes"))["refund"] == "refund.not_seen"


def test_without_a_terminal_a_refund_needs_a_yes_before_anything_is_asked(fake: Fake) -> None:
    found = told(*V2, "--refund", code=3)
    assert found["error"]["flag"] == "--yes"
    assert fake.asked == []


@pytest.mark.parametrize("agreed", [True, False])
def test_at_a_terminal_the_number_and_the_amount_are_asked(
    fake: Fake, monkeypatch: pytest.MonkeyPatch, agreed: bool
) -> None:
    questions = []

    def confirm(text: str, *, default: bool, err: bool) -> bool:
        questions.append(text)
        assert (default, err) == (False, True), "Enter cancels nothing"
        return agreed

    monkeypatch.setattr(verify_command, "asking_allowed", lambda: True)
    monkeypatch.setattr(typer, "confirm", confirm)
    found = told(*V2, "--refund")
    (question,) = questions
    assert PAYMENT in question
    assert "1,000원" in question
    assert fake.counted("v2 cancel") == agreed
    assert codes(found)["refund"] == ("refund.yes" if agreed else "refund.declined")


def test_an_interrupted_refund_says_that_nobody_knows(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(v2.V2, "refund", stopped)
    found = told(*V2, "--refund", "--yes", code=130)
    assert "모릅니다" in found["error"]["message"]


# Secrets.


@pytest.mark.parametrize(
    ("names", "line"), [(["PORTONE_API_SECRET"], V2), (["PORTONE_V1_KEY", "PORTONE_V1_SECRET"], V1)]
)
def test_a_secret_that_is_missing_is_named_or_asked_for_out_of_sight(
    fake: Fake, monkeypatch: pytest.MonkeyPatch, names: list[str], line: tuple[str, ...]
) -> None:
    for name in names:
        monkeypatch.delenv(name)
    found = told(*line, code=3)
    assert all(name in found["error"]["message"] for name in names)
    assert fake.asked == []

    def prompt(text: str, *, hide_input: bool, err: bool) -> str:
        assert (hide_input, err) == (True, True)
        return f" {KEY if 'KEY' in text else SECRET} \n"

    monkeypatch.setattr(keys_command, "asking_allowed", lambda: True)
    monkeypatch.setattr(typer, "prompt", prompt)
    assert states(told(*line))["paid"] == "pass"


@pytest.mark.parametrize("wrong", ["canary secret", "canary비밀", "canary\x07", "canary\nX-Evil: 1"])
def test_a_secret_that_can_be_none_is_not_sent_and_not_shown(
    fake: Fake, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    monkeypatch.setenv("PORTONE_API_SECRET", wrong)
    monkeypatch.setenv("PORTONE_V1_KEY", wrong)
    for line in (V1, V2):
        assert "API 시크릿일 수 없는" in told(*line, code=2)["error"]["message"]
    assert fake.asked == []


@pytest.mark.parametrize("text", ["sk_live_canary0123456789", "Bearer canary", "..", ".", " a", "a\nb", "a\x1b[31m"])
def test_what_can_be_no_number_of_a_payment_is_not_asked_for(fake: Fake, text: str) -> None:
    told(text, "--portone", "v2", code=2)
    assert fake.asked == []


def test_a_number_is_quoted_in_the_address(fake: Fake) -> None:
    for line in (V1, V2):
        told("a/../b?c#d", *line[1:], code=2)
    assert {one.what for one in fake.asked} == {"v1 token", "v1 read", "v2 read"}


def test_no_flag_takes_a_secret() -> None:
    told_help = run("go-live", "verify", "--help").out.lower()
    assert "secret" not in told_help
    assert "--key" not in told_help
    ended = run("go-live", "verify", PAYMENT, f"--secret={SECRET}")
    assert (ended.code, "canary" in ended.err) == (2, False)


@BOTH
def test_a_bug_shows_no_secret_not_even_to_who_debugs(fake: Fake, line: tuple[str, ...], tmp_path: Path) -> None:
    """In a process of its own: the whole traceback, with what it was caused by."""
    fake.odd[f"{line[2]} read"] = gives(500, {"type": SECRET, "message": BUYER})
    program = (
        "import sys\nfrom portone_guide.app import run\nfrom portone_guide.remote import v1, v2\n"
        f"v1.HOST = v2.HOST = {v2.HOST!r}\n"
        "from portone_guide.go_live import verify_decide\n"
        "def broken(*_): raise RuntimeError('broken')\n"
        "verify_decide.verified = broken\nsys.exit(run(sys.argv[1:]))"
    )
    environment = {**os.environ, "PORTONE_GUIDE_DEBUG": "1"}
    ended = subprocess.run(
        [sys.executable, "-c", program, "go-live", "verify", *line],
        capture_output=True, text=True, timeout=60, check=False, env=environment, cwd=tmp_path,
    )  # fmt: skip
    assert "RuntimeError: broken" in ended.stderr
    assert "canary" not in ended.stdout + ended.stderr


def test_a_secret_has_no_text_of_its_own() -> None:
    secret = payment.Secret(SECRET)
    assert SECRET not in f"{secret} {secret!r} {vars(type(secret))}"


# What is there.


def test_the_hosts_are_those_of_the_official_schemas() -> None:
    assert fake_api.SHAPES["hosts"] == {"v1": v1.HOST, "v2": v2.HOST}


def test_without_the_extra_one_line_says_how_to_install_it(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "is_installed", lambda: False)
    told_ = run("go-live", "verify", *V2)
    assert (told_.code, told_.out) == (2, "")
    assert told_.err.strip().count("\n") == 0
    assert "pip install 'portone-guide[verify]'" in told_.err


def test_the_version_has_to_be_said(fake: Fake) -> None:
    assert told(PAYMENT, code=3)["error"]["flag"] == "--portone"


def test_only_verify_loads_what_speaks_to_the_api() -> None:
    program = (
        "import sys\nfor name in ('httpx', 'portone_server_sdk', 'asyncio', 'ssl'): sys.modules[name] = None\n"
        "from portone_guide.app import run\nsys.exit(run(sys.argv[1:]))"
    )
    for line in (
        ["go-live", "--json"],
        ["go-live", "scan", str(Path(__file__).parent / "programs")],
        ["go-live", "verify", "--help"],
    ):
        ended = subprocess.run(
            [sys.executable, "-c", program, *line], capture_output=True, text=True, timeout=60, check=False
        )
        assert ended.returncode == 0, ended.stderr


def test_every_code_has_its_sentence() -> None:
    given = reasons_given("go_live/verify_decide.py", "go_live/webhooks.py", "go_live/verify_command.py")
    assert {one.code for one in given} == set(verify_words.SENTENCES)
    for one in given:
        assert set(inspect.signature(verify_words.SENTENCES[one.code]).parameters) == set(one.facts), one


@pytest.mark.parametrize("columns", [80, 60])
@pytest.mark.parametrize("change", [{}, {"channel": {**_CHANNEL, "type": "TEST", "pgProvider": "NICE_V2"}}])
def test_the_first_view_fits_a_terminal(fake: Fake, columns: int, change: Any) -> None:
    fake.v2 |= change
    seen = v2.V2(payment.Secret(SECRET)).read(PAYMENT)
    answer = verified(
        shipped(),
        Asked(PAYMENT, "v2", date(2026, 11, 29), "again", "done"),
        seen,
        Contracted(("kcp",), "A1234", 1000),
        not_tried(),
    )
    shown = first_view(verify_page(answer), lambda screen: drawn(screen, columns).count("\n"))
    text = drawn(shown, columns)
    assert text.count("\n") <= LINES
    assert all(check.text[:6] in text for check in answer.checks), "every point is on the first screen"
