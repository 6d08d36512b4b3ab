"""``portone-guide inspect``: the merchant's own site, read as a reviewer reads it."""

import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from portone_guide.inspect_site.flags import Reading, Telling
from portone_guide.inspect_site.section_words import SECTIONS
from portone_guide.needs.questions import GOODS
from portone_guide.rules.os_words import why_not
from portone_guide.shell.command import Given, asking
from portone_guide.shell.context import load_rules, read_flow
from portone_guide.shell.exits import CommandError, Exit
from portone_guide.shell.handing import Handing, handing
from portone_guide.shell.plan_file import PlanKeeper
from portone_guide.shell.showing import view_of
from portone_guide.terminal.show import FORMATS, View, written

if TYPE_CHECKING:
    from portone_guide.gateways.scope import Audience
    from portone_guide.inspect_site.answer import Inspection
    from portone_guide.inspect_site.setup import How
    from portone_guide.plan.model import Plan, SiteSeen
    from portone_guide.rules.book import RuleBook

NO_TARGET = (
    "어느 사이트를 읽을지 적지 않았습니다.",
    "https://로 시작하는 주소, 저장한 .html 파일이나 그 폴더, 표준입력은 -",
    "예: portone-guide inspect https://www.example.com",
)


@asking(GOODS)
def inspect(
    given: Given,
    reading: Reading,
    telling: Telling,
    target: Annotated[
        str | None, typer.Argument(metavar="TARGET", help="사이트 주소, 저장한 HTML 파일, 그 폴더, 또는 -")
    ] = None,
) -> "SiteSeen":
    """사이트를 심사자처럼 읽고 무엇이 있고 없는지, 무엇을 읽지 못했는지 말합니다.

    읽은 범위에서만 말합니다. 결제 단추를 누르거나 입력 화면을 채우지 않습니다.
    """
    if target is None:
        raise CommandError("needs_answers", *NO_TARGET)
    keeper = PlanKeeper(telling.plan, no_save=telling.no_save)
    handed = handing(telling, FORMATS, name="inspect", keep=keeper.path)
    view = view_of(telling, SECTIONS)
    expected = _expected(telling.expect)
    _there(reading.chromium)
    _needs_extra()
    bounds = _number("--pages", reading.pages, 20, 20), _number("--timeout", reading.timeout, 60, 600)
    book = load_rules(telling.rules)
    site = _site(given, keeper.read(), book)
    from portone_guide.inspect_site.setup import How

    how = How(
        *bounds,
        mine=reading.mine,
        private=reading.allow_private,
        browser=True if reading.click_pay else reading.browser,
        chromium=reading.chromium,
        sandbox=not reading.no_sandbox,
    )
    found = _inspected(target, book, how, site, expected, reading)
    _show(found, handed, view, show_values=telling.show_values)
    seen = _kept(found, keeper)
    if telling.exit_code and found.failed:
        raise typer.Exit(Exit.CHECK_FAILED)
    return seen


def _kept(found: "Inspection", keeper: PlanKeeper) -> "SiteSeen":
    """Keep what was seen for the checklist, where there is a plan."""
    from portone_guide.inspect_site.decide import seen_items

    seen = seen_items(found, date.today())
    if keeper.named or keeper.path.exists():
        keeper.change(lambda kept: kept._replace(site=seen))
    return seen


def _there(chromium: str | None) -> None:
    """Make sure that the Chromium that was named is there.

    :raises CommandError: it is not.
    """
    if chromium is not None and not Path(chromium).is_file():
        raise CommandError("wrong_value", f"--chromium: 그런 파일이 없습니다: '{chromium}'", flag="--chromium")


def _needs_extra() -> None:
    """Make sure that what reads pages is installed.

    :raises CommandError: it is not; how to install it is told.
    """
    from importlib.util import find_spec

    if find_spec("httpx") is None or find_spec("selectolax") is None:
        raise CommandError(
            "missing_extra",
            "사이트를 읽는 데 필요한 것이 설치되지 않았습니다.",
            "설치: pip install 'portone-guide[inspect]'",
        )


def _expected(texts: list[str] | None) -> dict[str, str]:
    from portone_guide.needs.words import allowed

    names = (
        *("trade_name", "representative", "address", "phone", "email"),
        *("business_number", "mail_order_number", "hosting_provider"),
    )
    found = {}
    for text in texts or ():
        name, _, value = text.partition("=")
        if name not in names or not value.strip():
            said = f"--expect: 이름=값으로 적으세요: '{name}'"
            raise CommandError("wrong_value", said, allowed(names), flag="--expect")
        found[name] = value.strip()
    return found


def _number(flag: str, text: str | None, usual: int, most: int) -> int:
    if text is None:
        return usual
    if text.isascii() and text.isdigit() and len(text) <= 4 and 1 <= int(text) <= most:
        return int(text)
    raise CommandError("wrong_value", f"{flag}: 1부터 {most}까지의 수가 아닙니다: '{text}'", flag=flag)


def _site(given: Mapping[str, Any], plan: "Plan", book: "RuleBook") -> "Audience":
    """Return what is known of the merchant: what was said now, else what the plan has."""
    from portone_guide.gateways.scope import Audience

    said = read_flow((GOODS,), {**plan.answers, **given}, book).of(GOODS)
    return Audience(goods=said, gateways=plan.chosen)


def _inspected(
    target: str, book: "RuleBook", how: "How", site: "Audience", expected: Mapping[str, str], reading: Reading
) -> "Inspection":
    from urllib.parse import urljoin

    from portone_guide.inspect_site.decide import inspection
    from portone_guide.inspect_site.reading import look
    from portone_guide.inspect_site.setup import Sight

    try:
        sight = Sight(target, book.site_signs, how)
    except ValueError:
        raise CommandError("wrong_value", f"읽을 것을 찾지 못했습니다: '{target}'", NO_TARGET[1]) from None
    except OSError as error:
        raise CommandError("wrong_value", f"읽을 수 없습니다: '{target}' ({why_not(error)})") from None
    at = datetime.now().astimezone().isoformat(timespec="seconds")
    eyes, file, pay = sight.eyes, book.site_signs, reading.click_pay
    order = urljoin(eyes.home, reading.order_path) if reading.order_path else None
    try:
        if how.browser:
            eyes.browser()
            _needs_browser(sight.no_browser)
        looked = look(
            eyes, file, sight.bounds, _progress, target=target, read_at=at, order=order, pay=pay, saved=sight.saved
        )
    finally:
        eyes.close()
    return inspection(book, looked._replace(no_browser=sight.no_browser), site, expected)


def _needs_browser(why_not: str | None) -> None:
    """Make sure that the browser that was asked for is there.

    :raises CommandError: it is not; what to do is told.
    """
    if why_not is not None:
        from portone_guide.inspect_site.words import NO_BROWSER

        raise CommandError(
            "missing_extra", "--browser: 브라우저를 열 수 없습니다.", NO_BROWSER[why_not], flag="--browser"
        )


def _progress(url: str, count: int) -> None:
    if sys.stderr.isatty():
        from portone_guide.inspect_site.case import address
        from portone_guide.terminal.out import tell

        tell(f"읽는 중 {count + 1}: {address(url)[:100]}")


def _show(found: "Inspection", handed: Handing, view: View, *, show_values: bool) -> None:
    from portone_guide.inspect_site.masking import masked

    told = found if show_values else masked(found)
    match handed.shape:
        case "json":
            from portone_guide.inspect_site.report import inspection_report

            handed.json(inspection_report(told))
        case str() as shape:
            from portone_guide.inspect_site.screen import inspection_screen

            handed.text(written(inspection_screen(told), shape))
        case None:
            from portone_guide.inspect_site.screen import inspection_page
            from portone_guide.shell.showing import show_answer

            show_answer(inspection_page(told), view)
