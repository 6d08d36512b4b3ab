"""Which of the shop's own data stand at the foot of its pages."""

from collections.abc import Iterator

from portone_guide.inspect_site.answer import FOOTER_SIGNS, Place, Sign
from portone_guide.inspect_site.case import Case, place, unread
from portone_guide.inspect_site.footer import Candidate, Foot
from portone_guide.inspect_site.order_signs import is_order_page
from portone_guide.needs.reason import Reason, because
from portone_guide.rules.models.site_sign import SignId
from portone_guide.site.page import Page


def foot_signs(case: Case) -> Iterator[Sign]:
    """Yield a sign for each value that stands at the foot of a site."""
    for name in FOOTER_SIGNS:
        yield foot_sign(name, case.feet, case.front_unread())


def foot_sign(name: SignId, feet: tuple[Foot, ...], front_unread: Reason | None) -> Sign:
    """Return what is at the foot of some pages; the first of them has to be whole where nothing is."""
    told = [
        (found.page, entry) for found in feet if found.page.read for entry in found.candidates if entry.sign == name
    ]
    shown = [(page, entry) for page, entry in told if entry.line.shown == "yes" and not _garbled(page)]
    values = [(page, entry) for page, entry in shown if entry.found == "value"]
    if own := [(page, entry) for page, entry in values if entry.own]:
        return _found(name, own)
    if reason := _cant_tell(told):
        page, entry = told[0]
        return Sign(name, "unreadable", None, (_where(page, entry),), reason)
    bare = [
        (page, entry)
        for page, entry in shown
        if entry.found in {"empty", "placeholder"} and entry.own and page.why_not is None
    ]
    if bare:
        page, entry = bare[0]
        why = because("label_only.empty" if entry.found == "empty" else "label_only.placeholder")
        if entry.found == "empty" and page.fills and front_unread is not None:
            return Sign(name, "unreadable", None, (_where(page, entry),), front_unread)
        return Sign(name, "label_only", None, (_where(page, entry),), why)
    if front_unread is not None:
        return Sign(name, "unreadable", reason=front_unread)
    if others := [(page, entry) for page, entry in values if not entry.own]:
        page, entry = others[0]
        return Sign(name, "unreadable", None, (_where(page, entry),), because("unread.whose"))
    if odd := [(page, entry) for page, entry in shown if entry.found == "odd"]:
        page, entry = odd[0]
        why = because("unread.form" if entry.labelled else "unread.unlabelled")
        return Sign(name, "unreadable", None, (_where(page, entry),), why)
    loose = [(found.page, line) for found in feet if found.page.read for line in found.loose]
    if name == "trade_name" and loose:
        page, line = loose[0]
        return Sign(name, "unreadable", None, (place(page, line),), because("unread.unlabelled"))
    return Sign(name, "not_found", reason=because("not_found.footer"))


def _garbled(page: Page) -> bool:
    return page.declared is not None and page.how == "static"


def _found(name: SignId, own: list[tuple[Page, Candidate]]) -> Sign:
    ranked = sorted(own, key=lambda pair: (pair[1].line.alt, not pair[1].labelled))
    if name == "phone":
        ranked.sort(key=lambda pair: pair[1].text.strip("( ").startswith(("01", "+8210", "+82 10", "+82-10")))
    page, entry = ranked[0]
    others = {_bare(other.text) for _, other in own if other.found == "value"}
    several = because("found.several") if name == "business_number" and len(others) > 1 else None
    return Sign(name, "found", entry.text, (_where(page, entry),), several)


def _where(page: Page, entry: Candidate) -> Place:
    """Return where a value stands: no more of its line is quoted than itself."""
    return place(page, entry.line._replace(text=entry.quote or entry.text or entry.line.text))


def _bare(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _cant_tell(told: list[tuple[Page, Candidate]]) -> Reason | None:
    """Return why a value that is there in some way could not be read."""
    for page, entry in told:
        if entry.found in {"template", "broken", "picture", "columns"}:
            return because("unread.page", why="broken_letters" if entry.found == "broken" else entry.found)
        if entry.found == "value" and _garbled(page):
            return because("unread.broken_letters")
        if entry.found == "value" and (entry.line.shown == "maybe" or (entry.line.shown == "no" and page.acts)):
            return because("unread.hidden")
    return None


def footer_on_order_page(case: Case) -> Sign:
    """Tell whether the shop's own data stand on the page where one pays, too."""
    name: SignId = "footer_on_order_page"
    feet = [found for found in case.feet if found.page.read and case.is_order(found.page)]
    feet = [found for found in feet if is_order_page(found.page, case)] or feet
    if not feet:
        return Sign(name, "unreadable", reason=because("unread.no_order_page"))
    for found in feet:
        seen = [
            entry for entry in found.candidates if entry.found == "value" and entry.own and entry.line.shown == "yes"
        ]
        if len({entry.sign for entry in seen} & {"business_number", "trade_name", "representative"}) >= 2:
            return Sign(name, "found", None, (_where(found.page, seen[0]),))
    why = unread(feet[0]) or _cant_tell([(feet[0].page, entry) for entry in feet[0].candidates])
    if why is None:
        return Sign(name, "not_found", reason=because("not_found.order_footer"))
    return Sign(name, "unreadable", reason=why)
