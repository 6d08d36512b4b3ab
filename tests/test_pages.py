"""The pages to show around, in a real browser: quiet, whole on narrow screens, readable for all, short on paper."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from browser import chromium, needs_chromium, opened, violations
from command_lines import PLAN
from hostile_pages import HOSTILE, Read, every_block
from portone_guide.terminal.blocks import Linked, Screen
from portone_guide.terminal.html import html
from support import run

SELECT = (
    "select-pg --one-time card --one-time virtual_account --billing card --portone v2 --tier small_1 "
    "--sales one_time:card=2000만 --sales billing:card=500만 --count virtual_account=50 --as-of 2026-11-23"
)
FULL = (
    "select-pg --one-time card --one-time transfer --one-time virtual_account --one-time mobile "
    "--one-time gift_certificate --easy-pay kakaopay --easy-pay naverpay --billing card --overseas card "
    "--identity pass --tier small_2 --sales one_time:card=3000만 --as-of 2026-11-23"
)
LINES = {
    "select-pg": SELECT,
    "select-pg-full": FULL,
    "checklist": "checklist --goods physical --platform self --one-time card --phone 010-1234-5678 --gateway kcp "
    "--set refund_policy=pass --set mail_order_number=na",
    "next-steps": "next-steps --gateway nice --gateway kakaopay --one-time card --easy-pay kakaopay "
    "--start 2026-11-23 --as-of 2026-11-23",
    "need-new-mid": "need-new-mid --gateway nice --gateway kcp --change new_site --change add_billing",
    "report": "report --plan plan.yaml --as-of 2026-11-23",
}

_DISPUTED = {"select-pg-full": 2, "next-steps": 2, "report": 2, "checklist": 2}
"""So many pages at least disagree in these answers."""


class Shop(NamedTuple):
    """The browser, and the folder with every page by its name."""

    browser: Any
    folder: Path


def sayings(part: Any) -> Iterator[str]:
    """Yield every text in a block that is for people."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        names = getattr(part, "_fields", ())
        for number, value in enumerate(part):
            if not (number < len(names) and names[number] in {"tone", "language"}):
                yield from sayings(value)


@pytest.mark.parametrize("name", LINES)
def test_the_page_says_all_that_the_blocks_say(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("plan.yaml").write_text(PLAN, "utf-8")
    screens: list[Screen] = []

    def write(screen: Screen) -> str:
        screens.append(screen)
        return html(screen)

    monkeypatch.setattr("portone_guide.terminal.html.html", write)
    told = run(*LINES[name].split(), "--format", "html")
    shown = "".join(Read(told.out).text)
    links = {attrs.get("href") for _, attrs in Read(told.out).tags}
    said = [text for block in screens[0] for text in sayings(block)]
    assert len(said) > 30
    assert [text for text in said if text not in shown and text not in links] == []
    sources = {text.url for text in said if isinstance(text, Linked)}
    assert sources <= links
    assert len(sources) >= _DISPUTED.get(name, 0)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "plan.yaml").write_text(PLAN, "utf-8")
    for name, line in LINES.items():
        words = line.replace("plan.yaml", str(folder / "plan.yaml")).split()
        found = run(*words, "--out", folder / f"{name}.html")
        assert (found.code, found.out) == (0, ""), found.err
    (folder / "hostile.html").write_text(html(every_block("가" + "".join(HOSTILE) + "나" * 400)), "utf-8")
    with chromium() as browser:
        yield Shop(browser, folder)


@needs_chromium
@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_every_page_is_quiet_whole_and_readable(shop: Shop, width: int, scheme: str) -> None:
    for name in (*LINES, "hostile"):
        with opened(shop.browser, shop.folder / f"{name}.html", width, scheme) as (page, heard):
            assert page.evaluate("getComputedStyle(document.body).wordBreak") == "keep-all", name
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
            assert violations(page) == [], name
            assert heard == [], name


@needs_chromium
def test_light_and_dark_are_two(shop: Shop) -> None:
    back = "getComputedStyle(document.body).backgroundColor"
    shown = []
    for scheme in ("light", "dark"):
        with opened(shop.browser, shop.folder / "report.html", 1280, scheme) as (page, _):
            shown.append(page.evaluate(back))
            page.emulate_media(media="print")
            shown.append(page.evaluate(back))
    white = "rgb(255, 255, 255)"
    assert shown[:2] == [white, white]
    assert shown[2] != white
    assert shown[3] == white, "paper stays white for who likes it dark"


@needs_chromium
@pytest.mark.parametrize("name", ["select-pg", "select-pg-full"])
def test_what_to_sign_prints_on_four_pages(shop: Shop, name: str) -> None:
    with opened(shop.browser, shop.folder / f"{name}.html", 1280, "light") as (page, _):
        paper = page.pdf(prefer_css_page_size=True)
    assert 1 <= len(re.findall(rb"/Type\s*/Page[^s]", paper)) <= 4


@needs_chromium
def test_the_keyboard_reaches_the_text_and_every_table(shop: Shop) -> None:
    with opened(shop.browser, shop.folder / "select-pg.html", 360, "light") as (page, _):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        assert page.evaluate("document.activeElement.getBoundingClientRect().left >= 0")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        tables = "[...document.querySelectorAll('.scroll')].map(one => [one.tabIndex, one.getAttribute('aria-label')])"
        reached = page.evaluate(tables)
        assert reached
        assert all(index == 0 and name for index, name in reached)


@needs_chromium
def test_hostile_text_is_shown_as_it_is(shop: Shop) -> None:
    with opened(shop.browser, shop.folder / "hostile.html", 1280, "light") as (page, heard):
        assert "<script>alert(1)</script>" in page.evaluate("document.querySelector('h1').textContent")
        assert page.evaluate("document.querySelectorAll('script, img, iframe, [onload], [onclick]').length") == 0
        assert heard == []


@needs_chromium
def test_a_script_in_the_file_would_not_run(shop: Shop) -> None:
    """The policy stands behind the escaping: put into the file by hand, a script is refused."""
    text = (shop.folder / "select-pg.html").read_text("utf-8")
    forged = shop.folder / "forged.html"
    forged.write_text(text.replace("</body>", "<script>document.title='ran'</script></body>"), "utf-8")
    with opened(shop.browser, forged, 1280, "light") as (page, heard):
        assert page.title() != "ran"
        assert len(heard) == 1
        assert "Content Security Policy" in heard[0]
