"""A whole project: the programs that single samples are, and around them what makes them run."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, Final, Literal, NamedTuple

from portone_guide.needs.requirements import Need
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.rules.models.sample import CodeSample, SampleCall
from portone_guide.samples.browser import browser_program, draws, parameters
from portone_guide.samples.program import TEMPLATES, Program
from portone_guide.samples.server import (
    client_program,
    identity_program,
    own_program,
    payments_program,
    webhook_program,
)
from portone_guide.samples.stacks import STACKS, StackId

Kind = Literal["payment", "key_in", "billing", "billing_paid", "card_billing", "identity"]
"""What a shop does with an item: take one payment, by a card's number, register a key and charge it, the same where
registering pays too, the same by a card's number, or verify a person."""

_RENAMED: Final = {"gitignore": ".gitignore", "env.example": ".env.example"}
_PLAIN_PAGES: Final = {".html", ".js"}
_PROJECTS: Final = TEMPLATES / "projects"
_CHARGED: Final = frozenset[Kind](("billing", "billing_paid", "card_billing"))
_WINDOW_KEYS: Final = frozenset[Kind](("billing", "billing_paid"))
_KINDS: Final[Mapping[SampleCall, Kind]] = {
    "v1_api_billing": "card_billing",
    "v2_api_billing": "card_billing",
    "v1_api_key_in": "key_in",
    "v2_api_key_in": "key_in",
    "v1_certification": "identity",
    "v2_identity": "identity",
    "v2_issue_billing_key_and_pay": "billing_paid",
    "v1_request_billing": "billing",
    "v2_issue_billing_key": "billing",
    "v2_load_billing_ui": "billing",
}
_AMOUNTS: Final = {("v1", "USD"): 10}
_AMOUNT: Final = 1000
"""What an item costs until the merchant says otherwise: KRW, JPY, or V2's cents of a dollar."""


class Item(NamedTuple):
    """Something that the project takes money for, or a person to verify.

    ``id`` names its files; ``channel`` is the setting that has the key of its channel (of a V1 call that takes no key:
    the gateway's code and the merchant id).
    """

    id: str
    module: str
    need: Need
    row: CodeSample
    channel: str
    v1_code: str | None

    @property
    def kind(self) -> Kind:
        """What a shop does with it."""
        if self.need.method in self.row.pays_when_issued:
            return "billing_paid"
        if self.row.type == "overseas_billing" and self.row.call == "v1_load_ui":
            return "billing"
        return _KINDS.get(self.row.call, "payment")

    @property
    def for_browser(self) -> dict[str, Any]:
        """What the page needs: which button, and who draws it."""
        given = parameters(self.row, self.need.method) if self.kind not in {"key_in", "card_billing"} else {}
        return {"id": self.id, "kind": self.kind, "draws": draws(self.row.call), "ui": given.get("ui", "")}

    @property
    def currency(self) -> str:
        """The currency that the call names, or that its key is charged in."""
        return self.row.params.get("currency", self.row.charge_params.get("currency", "KRW"))

    def sold(self, name: str) -> dict[str, Any]:
        """Return the item as the project's own list has it."""
        amount = _AMOUNTS.get((self.row.portone, self.currency), _AMOUNT)
        return {
            **{"id": self.id, "kind": self.kind, "name": name, "amount": amount},
            **{"currency": self.currency, "channel": self.channel},
        }


class Plan(NamedTuple):
    """What a project is to be: ``texts`` is what its pages and its text about itself say, for their templates."""

    stack: StackId
    portone: PortOneVersion
    items: tuple[Item, ...]
    name: str
    texts: Mapping[str, Any]


def project_files(plan: Plan) -> dict[str, Program]:
    """Return the programs of a project by their paths in its folder, in the order of the paths.

    Those that are empty when they are filled are no part of it: what they do, no item needs.
    """
    stack = STACKS[plan.stack]
    values = _values(plan)
    found = {path: Program(f"projects/{plan.stack}/{path}", values) for path in _own(plan.stack)}
    for path in _own("shared"):
        suffix = PurePosixPath(path).suffix
        if not (stack.react and suffix in _PLAIN_PAGES):
            place = _under(stack.pages if suffix in {*_PLAIN_PAGES, ".css"} else "", _RENAMED.get(path, path))
            found[place] = Program(f"projects/shared/{path}", values)
    suffix = "jsx" if stack.react else "js"
    for item in plan.items:
        page = browser_program(item.row, item.need.method, react=stack.react)
        found[_under(stack.pages, f"{item.id}.{suffix}")] = page
    if stack.language:
        found |= {_under(stack.server, path): program for path, program in _server(plan, stack.language, values)}
    return {path: found[path] for path in sorted(found)}


def _server(plan: Plan, language: str, values: Mapping[str, Any]) -> Iterator[tuple[str, Program]]:
    version = plan.portone
    yield f"portone.{language}", client_program(version, language)
    yield f"payments.{language}", payments_program(version, language)
    yield f"webhook.{language}", webhook_program(version, language)
    yield f"orders.{language}", Program(f"server/orders.{language}", values)
    yield f"checkout.{language}", Program(f"server/checkout.{language}", values)
    items = "items.json" if language == "py" else f"items.{language}"
    yield items, Program(f"server/{items}", values)
    if any(item.kind == "identity" for item in plan.items):
        yield f"identity.{language}", identity_program(version, language)
    for item in plan.items:
        own = own_program(item.row, item.need.method, item.v1_code, language)
        if own:
            yield f"{item.id}.{language}", own


def _values(plan: Plan) -> dict[str, Any]:
    """Return what the templates of a project take, beside what single programs take."""
    kinds = {item.kind for item in plan.items}
    return {
        "portone": plan.portone,
        "kinds": sorted(kinds),
        "charged": bool(kinds & _CHARGED),
        "window_keys": bool(kinds & _WINDOW_KEYS),
        "modules": tuple(item.id for item in plan.items if item.kind not in {"payment", "identity"}),
        "pages": tuple(item.id for item in plan.items),
        "items": tuple(item.sold(plan.name) for item in plan.items),
        "start": STACKS[plan.stack].start,
        "port": STACKS[plan.stack].port,
        "stored": STACKS[plan.stack].stored,
        **plan.texts,
    }


def _own(folder: str) -> Iterable[str]:
    """Return the paths of the templates of a folder of projects."""
    root = _PROJECTS / folder
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    )


def _under(folder: str, path: str) -> str:
    return f"{folder}/{path}" if folder else path
