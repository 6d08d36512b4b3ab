"""``portone-guide`` alone: the home screen."""

from datetime import date

from portone_guide.cli.context import show_json
from portone_guide.cli.plan_file import PlanKeeper
from portone_guide.rules.book import RuleBook


def show_home(keeper: PlanKeeper, book: RuleBook, *, json: bool, plain: bool) -> None:
    """Show where the merchant stands on the road."""
    from portone_guide.advice.business_days import add_business_days
    from portone_guide.advice.progress import progress
    from portone_guide.ui.home_screen import home_json, home_screen
    from portone_guide.ui.show import show

    plan = keeper.read()
    standing = progress(book.roadmap, plan.done, date.today(), add_business_days)
    if json:
        show_json(home_json(plan, standing))
    else:
        show(home_screen(plan, standing, book, plan_exists=keeper.path.exists()), plain=plain)
