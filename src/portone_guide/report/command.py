"""``portone-guide report``: the whole plan as one page, to hand around."""

from datetime import date
from typing import TYPE_CHECKING

from portone_guide.needs.questions import GATEWAY
from portone_guide.report.section_words import SECTIONS, TITLE
from portone_guide.rules.book import RuleBook
from portone_guide.shell.carried import carried_page
from portone_guide.shell.context import day, load_rules
from portone_guide.shell.flags import (
    All,
    AsOf,
    Format,
    Json,
    Open,
    Out,
    Plain,
    PlanPath,
    Rules,
    SectionName,
    Shared,
    Width,
)
from portone_guide.shell.handing import Handing, handing
from portone_guide.shell.known_answers import answers_of
from portone_guide.shell.plan_file import PlanKeeper
from portone_guide.shell.showing import view_of
from portone_guide.terminal.show import FORMATS, View, written

if TYPE_CHECKING:
    from portone_guide.report.answer import Whole


def report(
    plan: PlanPath = None,
    as_of: AsOf = None,
    rules: Rules = None,
    json: Json = False,
    plain: Plain = False,
    everything: All = False,
    section: SectionName = None,
    width: Width = None,
    format_: Format = None,
    out: Out = None,
    open_: Open = False,
) -> None:
    """계획 전체를 한 번에 보입니다: 어디까지 왔는지, 계약할 곳과 비용, 심사 준비, 첫 결제까지의 순서.

    --out 계획.html로 결재나 동료에게 돌릴 파일을 만듭니다.
    """
    shown = (json, plain, everything, section, width, format_, out, open_)
    flags = Shared(False, plan, False, True, as_of, rules, *shown)
    keeper = PlanKeeper(plan, no_save=True)
    handed = handing(flags, FORMATS, name="report", keep=keeper.path)
    view, on = view_of(flags, SECTIONS), day(as_of)
    book = load_rules(rules)
    from portone_guide.report.decide import whole

    kept = keeper.read()
    keeper.judged((GATEWAY,), {**answers_of(kept.answers), GATEWAY.id: list(kept.chosen)}, book)
    answer = whole(book, kept, on, plan_exists=keeper.exists())
    if handed.shape == "json":
        from portone_guide.report.report import whole_report

        handed.json(whole_report(answer, on.isoformat(), flags._replace(no_save=False)))
        return
    _show(answer, handed, view, (on, book, keeper.flags))


def _show(answer: "Whole", handed: Handing, view: View, about: tuple[date, RuleBook, tuple[str, ...]]) -> None:
    """Show the answer ``about`` a day, with the flags that name its plan."""
    on, book, flags = about
    from portone_guide.report.screen import report_page

    page = carried_page(report_page(answer, picture=not view.plain, claims=handed.shape is not None), flags)
    if handed.shape is None:
        from portone_guide.shell.showing import show_answer

        show_answer(page, view)
        return
    from portone_guide.needs.questions import NEEDS
    from portone_guide.shell.documents import answer_document

    document = answer_document(TITLE, page, on, (NEEDS, answer.known, book))
    handed.text(written(document, handed.shape))
