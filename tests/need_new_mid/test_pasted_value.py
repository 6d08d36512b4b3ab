"""What a pasted value is: a secret is told, and never shown, kept or left in an error."""

import json
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portone_guide.need_new_mid.pasted_value import recognise
from portone_guide.needs.secret_forms import hide_secrets, secret_form
from support import run, shipped

SECRETS = [
    "live_sk_" + "aB3dE6gH9" * 3,
    "test_sk_" + "aB3dE6gH9" * 3,
    "live_gsk_" + "aB3dE6gH9" * 3,
    "live_sk_short",
    "whsec_" + "QUJDREVGRw==",
    "4111-1111-1111-1111",
    "4111 1111 1111 1111",
    "4111111111111111",
    "378282246310005",
    "1234567890123456",  # sixteen digits: a V1 REST API key, or a card with a slip
    "0123456789abcdef" * 5,
    "aGVsbG8gd29ybGQgaGVsbG8gd29ybGQ+/w==",
    "A1b2C3d4E5f6G7h8I9j0",
    "PortOne abcdef",
    "PORTONE_API_SECRET=q1w2e3r4",
    "CA" + "x1Y2" * 10,
    "im_" + "0123456789abcdef" * 2,
    "IM" + "9Zq" * 10,
    "np_" + "k3y" * 8,
    "kakaopay." + "0123456789abcdef" * 2,
    "billing-key-893597d6-e62d-410f-83f9-119f530b4b11",
]


@pytest.mark.parametrize("value", SECRETS)
@pytest.mark.parametrize("read", [False, True])
@pytest.mark.parametrize("shape", ["--json", "--plain"])
def test_a_secret_is_told_and_never_shown_or_kept(value: str, read: bool, shape: str) -> None:
    given = ["--value", "-"] if read else ["--value", value]
    result = run("need-new-mid", *given, shape, stdin=f"{value}\n" if read else "")
    assert result.code == 0
    assert value not in result.out + result.err
    assert value[-8:] not in result.out + result.err
    if shape == "--json":
        assert json.loads(result.out)["may_be_secret"] is True
    else:
        assert "비밀일 수 있음" in result.out
        assert ("셸 기록" in result.out) != read
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(
    "value",
    [
        *("imp12345678", "store-4ff4af41-85e3-4559-8eb8-0d08a2c6ceec", "INIpayTest", "2999199999", "170622040674"),
        *("channel-key-893597d6-e62d-410f-83f9-119f530b4b11", "html5_inicis.INIpayTest", "imp_123456789012"),
        *("IMP1234567", "MOI1234567", "CA12345678", "KCP_AUTH_AB12_CERT.pem", "M2103135"),
    ],
)
def test_what_everybody_may_see_is_no_secret(value: str) -> None:
    found = json.loads(run("need-new-mid", "--value", value, "--json").out)
    assert (found["may_be_secret"], found["why_secret"]) == (False, None)
    assert found["kinds"] or found["test_ids"]


def test_every_shared_test_id_is_no_secret() -> None:
    book = shipped()
    ids = {
        (book.pg_methods.modules[module].gateway, channel.merchant_id)
        for module, channels in book.channels.test.items()
        for channel in channels
        if channel.merchant_id
    }
    assert ids
    for gateway, value in ids:
        found = recognise(value, book, on_command_line=True)
        assert found.secret is None
        assert gateway in {test.gateway for test in found.test_ids}, value


_LETTERS = string.ascii_letters + string.digits + "+/=_-"
_HEADS = ["", "im_", "IMP", "IM", "MOI", "MII", "CA", "np_", "imp_", "imp", "kcp.", "store-", "channel-key-"]


@given(st.sampled_from(_HEADS), st.text(_LETTERS, min_size=20, max_size=120))
def test_whatever_is_long_and_unknown_may_be_a_secret(head: str, tail: str) -> None:
    value = head + tail
    found = recognise(value, shipped(), on_command_line=True)
    assert found.secret or found.test_ids


@given(st.lists(st.integers(0, 9), min_size=12, max_size=18), st.sampled_from(["", " ", "-"]))
def test_every_card_number_is_told(front: list[int], gap: str) -> None:
    def total(digits: list[int]) -> int:
        return sum(sum(divmod(digit * 2, 10)) if place % 2 else digit for place, digit in enumerate(reversed(digits)))

    number = "".join(map(str, [*front, -total([*front, 0]) % 10]))
    shown = gap.join(number[place : place + 4] for place in range(0, len(number), 4))
    assert secret_form(shown) == "card"
    assert number not in hide_secrets(f"모르는 값입니다: '{number}'", "(가림)")


def test_the_standard_input_is_read_for_one_line() -> None:
    found = json.loads(run("need-new-mid", "--value", "-", "--json", stdin="INIpayTest\nlive_sk_x\n").out)
    assert {row["gateway"] for row in found["test_ids"]} == {"inicis"}
    assert found["may_be_secret"] is False


@pytest.mark.parametrize(("value", "stdin"), [("-", ""), ("-", "\n"), ("", ""), ("  ", "")])
def test_nothing_to_read_is_told(value: str, stdin: str) -> None:
    result = run("need-new-mid", "--value", value, stdin=stdin)
    assert result.code == 2
    assert "--value" in result.err


def test_the_way_past_the_shells_history_is_in_the_help() -> None:
    told = " ".join(run("need-new-mid", "--help").out.split())
    assert "표준입력" in told
    assert "셸 기록" in told


@pytest.mark.parametrize(
    "arguments",
    [
        ("need-new-mid", "{}"),
        ("need-new-mid", "--{}"),
        ("need-new-mid", "--gateway", "{}", "--change", "new_site"),
        ("need-new-mid", "--gateway", "nice", "--change", "{}"),
        ("{}",),
        ("next-steps", "--gateway", "{}", "--json"),
        ("select-pg", "--one-time", "card", "--sales", "card={}"),
    ],
)
@pytest.mark.parametrize("secret", ["live_sk_aB3dE6gH9aB3dE6gH9", "whsec_QUJDREVGRw", "4111111111111111"])
def test_a_secret_in_the_wrong_place_is_not_in_the_error(arguments: tuple[str, ...], secret: str) -> None:
    result = run(*(argument.format(secret) for argument in arguments))
    assert secret not in result.out + result.err
    assert result.code in {2, 3}


def test_a_long_key_without_its_flag_is_not_in_the_error() -> None:
    secret = "0123456789abcdef" * 5
    result = run("need-new-mid", secret)
    assert result.code == 2
    assert secret not in result.err
