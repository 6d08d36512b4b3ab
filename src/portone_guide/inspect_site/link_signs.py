"""Terms, privacy, the commission's page: what a link leads to, not only what it is called."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from portone_guide.inspect_site.answer import Sign
from portone_guide.inspect_site.case import Case, place, same_page
from portone_guide.inspect_site.korean_labels import key_of, words_in
from portone_guide.needs.reason import Reason, because
from portone_guide.rules.models.site_sign import SignId
from portone_guide.site.fetching import same_site
from portone_guide.site.page import Link, Page

_TEXT = 250
_LONGEST = 60
_BESIDE = 14
_REGISTER = "ftc.go.kr"

PolicyId = Literal["terms", "privacy"]


def policy_sign(name: PolicyId, case: Case) -> Sign:
    """Tell whether a policy can be read by whoever follows its link."""
    words = case.file.signs[name].words
    paths = case.file.goals[name].paths
    links = sorted(
        ((page, link) for page, link in case.links() if named(link.text, words) or _drawn(link, paths)),
        key=lambda pair: (_rank(pair[1].text, words), pair[1].url is None),
    )
    judged = [(page, link, _leads(name, link, page, case)) for page, link in links[:40]]
    for page, link, told in judged:
        if told is None:
            target = case.at(link.url) or page
            return Sign(
                name, "found", None, (place(page, link.text, "link"), place(target, _proof(target, name, case)))
            )
    if here := _on_page(name, case):
        return here
    for state in ("unread", "label_only"):
        for page, link, told in judged:
            if told is not None and told.kind == state:
                shown: Literal["unreadable", "label_only"] = "unreadable" if state == "unread" else "label_only"
                return Sign(name, shown, None, (place(page, link.text, "link"),), told)
    return _no_link(name, case)


def named(text: str, words: Iterable[str]) -> bool:
    """Tell whether a link's text is one of some words, with little beside it."""
    if not text or len(text) > _LONGEST:
        return False
    plain = key_of(text)
    keys = _keys(tuple(words))
    if len(plain) > keys.longest + _BESIDE or not keys.any.search(plain):
        return False
    return any(len(plain) <= len(key) + _BESIDE and key in plain for key in keys.all)


class _Keys(NamedTuple):
    all: tuple[str, ...]
    any: re.Pattern[str]
    longest: int


@lru_cache(maxsize=256)
def _keys(words: tuple[str, ...]) -> _Keys:
    keys = tuple(dict.fromkeys(map(key_of, words)))
    return _Keys(keys, re.compile("|".join(map(re.escape, keys)) or r"(?!)"), max(map(len, keys), default=0))


def _drawn(link: Link, paths: tuple[str, ...]) -> bool:
    """Tell whether a link is a picture without words, to an address that may be of a policy."""
    return not link.text and link.url is not None and any(mark in link.url.lower() for mark in paths)


def _rank(text: str, words: tuple[str, ...]) -> int:
    found = words_in(text, words)
    return words.index(found) if found else len(words)


def _leads(name: PolicyId, link: Link, page: Page, case: Case) -> Reason | None:
    """Return why a link does not lead to a policy's text; None: it does."""
    if page.why_not == "template":
        return because("unread.template")
    if link.url is None:
        return _dead(link, page, name, case)
    target = case.at(link.url)
    if target is None:
        return because("unread.not_asked" if same_site(link.url, case.front.url) else "unread.other_host")
    if target.status in {404, 410}:
        return because("label_only.gone")
    if not target.read or target.why_not is not None:
        return because("unread.page", why=target.why_not or "empty")
    if words_in(target.title, case.file.not_found_words) or (
        words_in(target.text()[:600], case.file.not_found_words) and not is_policy(target, name, case)
    ):
        return because("label_only.gone")
    if same_page(target.url, case.front.url):
        return because("label_only.home")
    if is_policy(target, name, case):
        return None
    if target.fills or any(hole.why in {"frame", "script"} for hole in target.holes):
        return because("unread.script")
    if any(line.alt or "\ufffc" in line.text for line in target.lines if line.place == "body"):
        return because("unread.picture")
    return because("label_only.no_text")


def _dead(link: Link, page: Page, name: PolicyId, case: Case) -> Reason:
    if link.script or link.bound or _hidden_articles(page, name, case):
        return because("unread.script_link")
    if link.raw.startswith("#") and len(link.raw) > 1:
        return because("unread.script_link" if page.fills else "label_only.no_target")
    return because("label_only.no_target")


def _hidden_articles(page: Page, name: PolicyId, case: Case) -> bool:
    hidden = [line.text for line in page.lines if line.shown != "yes"]
    return any(mark in text for text in hidden for mark in case.file.articles) or sum(map(len, hidden)) > 2000


def is_policy(page: Page, name: PolicyId, case: Case) -> bool:
    """Tell whether a page has a policy's text: articles, or as much text about it as a policy needs."""
    body = [line.text for line in page.seen() if line.place == "body"]
    text = "\n".join(body)
    rule = case.file.policies[name]
    about = any(word in text for word in rule.subjects) and sum(word in text for word in rule.substance) >= 2
    articles = sum(mark in text for mark in case.file.articles)
    return about and (len(text) >= _TEXT or (bool(articles) and len(text) >= 80))


def _proof(page: Page, name: PolicyId, case: Case) -> str:
    lines = [line.text for line in page.seen()]
    rule = case.file.policies[name]
    for marks in (case.file.articles, rule.substance):
        for text in lines:
            if any(mark in text for mark in marks):
                return text
    return lines[0] if lines else ""


def _on_page(name: PolicyId, case: Case) -> Sign | None:
    """Return the sign of a policy that stands on a page which was read for it, or for something else."""
    words = case.file.signs[name].words[:6]
    for page in case.readable():
        if page.why_not is not None or not is_policy(page, name, case):
            continue
        heads = [line for line in page.seen() if line.place == "body" and named(line.text, words)]
        if heads or named(page.title, words):
            return Sign(name, "found", None, (place(page, heads[0] if heads else page.title),))
    return None


def _no_link(name: PolicyId, case: Case) -> Sign:
    words = case.file.signs[name].words[:5]
    for page in case.readable():
        for line in page.seen():
            if line.place == "footer" and words_in(line.text, words) and len(line.text) <= 200:
                if page.why_not is not None:
                    cause = because("unread.page", why=page.why_not)
                    return Sign(name, "unreadable", None, (place(page, line),), cause)
                if page.fills:
                    return Sign(name, "unreadable", None, (place(page, line),), because("unread.script_link"))
                return Sign(name, "label_only", None, (place(page, line),), because("label_only.no_target"))
    if (why := case.front_unread()) is not None:
        return Sign(name, "unreadable", reason=why)
    if case.hides(words):
        return Sign(name, "unreadable", reason=because("unread.hidden"))
    if any(not link.text and link.url is not None and link.place == "footer" for _, link in case.links()):
        return Sign(name, "unreadable", reason=because("unread.picture"))
    return Sign(name, "not_found", reason=because("not_found.link"))


def _opens_register(script: str, page: Page) -> bool:
    """Tell whether what runs is a function of the page that opens the commission's page."""
    called = re.findall(r"([A-Za-z_$][\w$]{2,60})\s*\(", script[:300])
    return any(
        _REGISTER in program and re.search(rf"function\s+{re.escape(name)}\s*\(|{re.escape(name)}\s*[=:]\s*", program)
        for program in page.programs
        for name in called
    )


def ftc_sign(case: Case, business_number: str | None) -> Sign:
    """Tell whether the commission's page about the shop is linked."""
    name: SignId = "ftc_link"
    own = "".join(char for char in business_number or "" if char.isdigit())
    for page, link in case.links():
        address = f"{link.url or ''} {link.raw} {link.script}"
        if _REGISTER in address:
            seen = (place(page, link.text or address, "link"),)
            number = "".join(char for char in address.partition("wrkr_no=")[2][:14] if char.isdigit())
            if "wrkr_no=" in address and not number and "+" not in address:
                return Sign(name, "label_only", None, seen, because("label_only.no_number"))
            other = len(number) == 10 and len(own) == 10 and number != own
            return Sign(name, "found", None, seen, because("found.other_number") if other else None)
    words = case.file.signs[name].words
    for page, link in case.links():
        if named(link.text, words):
            seen = (place(page, link.text, "link"),)
            shows_own = len(own) == 10 and own in link.script
            if link.script and (shows_own or _opens_register(link.script, page)):
                return Sign(name, "found", None, seen)
            if link.script or link.bound:
                return Sign(name, "unreadable", None, seen, because("unread.script_link"))
            if link.url is None:
                return Sign(name, "label_only", None, seen, because("label_only.no_target"))
            if not same_page(link.url, page.url):
                return Sign(name, "unreadable", None, seen, because("unread.other_host"))
    for page in case.readable():
        for line in page.seen():
            if words_in(line.text, words) and len(line.text) <= 200:
                if page.fills and case.front_unread() is not None:
                    return Sign(name, "unreadable", None, (place(page, line),), because("unread.script_link"))
                return Sign(name, "label_only", None, (place(page, line),), because("label_only.no_target"))
    if (why := case.front_unread()) is not None:
        return Sign(name, "unreadable", reason=why)
    if case.hides(words):
        return Sign(name, "unreadable", reason=because("unread.hidden"))
    return Sign(name, "not_found", reason=because("not_found.link"))
