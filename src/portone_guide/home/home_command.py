"""``portone-guide`` alone: the home screen."""

from datetime import date

from portone_guide.rules.book import RuleBook
from portone_guide.shell.context import show_json
from portone_guide.shell.plan_file import PlanKeeper


def show_home(keeper: PlanKeeper, book: RuleBook, *, json: bool, plain: bool) -> None:
    """Show where the merchant stands on the road."""
    from portone_guide.home.decide import progress
    from portone_guide.home.screen import home_json, home_screen
    from portone_guide.rules.business_days import add_business_days
    from portone_guide.terminal.show import show

    plan = keeper.read()
    standing = progress(book.roadmap, plan.done, date.today(), add_business_days)
    if json:
        show_json(home_json(plan, standing))
    else:
        show(home_screen(plan, standing, book, plan_exists=keeper.path.exists()), plain=plain)
