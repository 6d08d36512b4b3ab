"""What merchant ids are called, and what a pasted value is, as screens."""

from collections.abc import Iterator

from portone_guide.need_new_mid.answer import Recognised, Synonyms
from portone_guide.need_new_mid.words import NO_SOURCE, why_secret
from portone_guide.needs.reason import Reason
from portone_guide.terminal.blocks import Block, Bullets, Command, Heading, Screen, Text


def synonyms_screen(found: Synonyms) -> Screen:
    """Return what each gateway calls its merchant id and where it is found."""
    rows = tuple(
        (
            f"{found.named.name(gateway)}: {label or NO_SOURCE}",
            f"찾는 곳: {row.where or NO_SOURCE}" + (f" · 함께 받는 값: {', '.join(row.also)}" if row.also else ""),
        )
        for gateway, label, row in found.rows
    )
    return (
        Heading("상점아이디를 부르는 말과 찾는 곳"),
        Bullets(rows),
        Command("portone-guide need-new-mid --value -", "가진 값이 무엇인지 알아보려면 (표준입력에서 읽음)"),
    )


def value_screen(found: Recognised) -> Screen:
    """Return what a pasted value is; the value itself is never shown again."""
    return tuple(_value(found))


def _value(found: Recognised) -> Iterator[Block]:
    yield Heading("붙여 넣은 값")
    for test in found.test_ids:
        yield Text(f"{found.named.name(test.gateway)}의 공용 테스트 상점아이디 ({test.purpose})", "good")
        yield Text("누구나 쓰는 시험용이라 실제 매출이 되지 않습니다. 실연동에는 계약 뒤 받은 값을 쓰세요.")
    for _, kind in found.kinds:
        yield Text(kind.name, "good")
        yield Bullets((f"쓰는 곳: {kind.where_used}", *([kind.note] if kind.note else [])))
    if found.secret:
        yield from _secret(found, found.secret)
    elif not found.test_ids and not found.kinds:
        yield Text("알려진 형식이 아닙니다. 결제대행사가 준 상점아이디일 수 있습니다.", "warn")
        yield Command("portone-guide need-new-mid --synonyms", "결제대행사마다 부르는 말과 찾는 곳")


def _secret(found: Recognised, why: Reason) -> Iterator[Block]:
    yield Text(f"비밀일 수 있음: {why_secret(why)}", "bad")
    yield Text("다른 사람에게 보이거나 코드 저장소에 올리지 마세요. 이 프로그램은 값을 다시 보이거나 남기지 않습니다.")
    if found.on_command_line:
        yield Text("명령줄에 적은 값은 셸 기록에 남을 수 있습니다: 기록에서 지우세요.", "warn")
        yield Command("portone-guide need-new-mid --value -", "다음에는 이렇게: 표준입력에서 읽어 기록에 남지 않습니다")
