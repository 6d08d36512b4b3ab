"""Every project that is offered: each stack, in each PortOne version, for each call that a gateway documents."""

from collections.abc import Iterator
from datetime import date

from portone_guide.needs.requirements import requirements_from
from portone_guide.samples.decide import offered
from portone_guide.samples.stacks import STACKS, StackId
from portone_guide.starter.answer import Project
from portone_guide.starter.decide import project
from support import shipped

TODAY = date(2026, 11, 29)


def asked(gateway: str, portone: str) -> dict[str, list[str] | str]:
    """Return the answers that ask for everything that a gateway's pages document in one version."""
    book = shipped()
    answers: dict[str, list[str] | str] = {"gateway": [gateway], "portone": portone}
    for module, row, method in offered(book.code_samples):
        if book.pg_methods.modules[module].gateway == gateway and row.portone == portone:
            brand = method.startswith("easy_pay:")
            name = "easy_pay" if brand and row.type == "one_time" else row.type
            wanted = answers.setdefault(name, [])
            value = method.removeprefix("easy_pay:") if name == "easy_pay" else method
            if isinstance(wanted, list) and value not in wanted:
                wanted.append(value)
    return answers


def combinations() -> list[tuple[str, str]]:
    """Return each gateway and version for which a call is documented."""
    book = shipped()
    rows = ((book.pg_methods.modules[module].gateway, row.portone) for module, row, _ in offered(book.code_samples))
    return list(dict.fromkeys(rows))


def project_of(stack: StackId, gateways: list[str], portone: str, **answers: list[str]) -> Project:
    """Return a project for some answers."""
    book = shipped()
    given = {"gateway": gateways, "portone": portone, **answers}
    return project(book, requirements_from(given, book, TODAY), tuple(gateways), stack)


def every_project(stacks: tuple[StackId, ...] = tuple(STACKS)) -> Iterator[Project]:
    """Yield a project for all that each gateway documents in each version, in both styles where there are two."""
    book = shipped()
    for gateway, portone in combinations():
        everything = asked(gateway, portone)
        for style in ("window", "api"):
            answers = {**everything, "style": [f"billing:{style}", f"key_in:{style}"]}
            if "billing" not in everything and "key_in" not in everything:
                if style == "api":
                    continue
                answers.pop("style")
            wanted = requirements_from(answers, book, TODAY)
            for stack in stacks:
                found = project(book, wanted, (gateway,), stack)
                if found.offers:
                    yield found
