"""``code`` as JSON."""

from typing import Literal, TypedDict

from portone_guide.needs.words import need_label
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.samples.project import Kind
from portone_guide.samples.stacks import StackId
from portone_guide.starter.answer import ChannelSetting, Offer, Project, Written
from portone_guide.starter.words import expected, hint, missing_line, money_lines, why

SCHEMA_VERSION: Literal[1] = 1


class ItemReport(TypedDict):
    """Something that the project takes money for, or a person to verify."""

    id: str
    """What its files are called."""
    gateway: str
    module: str
    need: str
    kind: Kind
    label: str
    expected: str
    """What must happen where it is clicked."""
    remarks: list[str]
    """What its page leaves open: codes."""


class SettingReport(TypedDict):
    """A setting that names a test channel."""

    variable: str
    gateway: str
    merchant_ids: list[str]
    """Shared test merchant ids; none: no source says any."""
    hint: str


class MissingReport(TypedDict):
    """What was asked for and is not in the project."""

    need: str
    code: str
    text: str


class CodeReport(TypedDict):
    """``code --json``: the project that was written; no ``files``: none could be."""

    schema_version: Literal[1]
    stack: StackId
    portone: PortOneVersion
    folder: str | None
    files: list[str]
    changed: list[str]
    """Of the files, those that this run wrote."""
    contents: dict[str, str] | None
    """The text of each file, where they are shown in place of being written (--print)."""
    start: list[str]
    address: str
    items: list[ItemReport]
    settings: list[SettingReport]
    money: list[str]
    missing: list[MissingReport]
    not_here: str | None
    """Why the shop's platform needs no project; null: it does."""
    sources: list[str]


def code_report(project: Project, written: Written | None, contents: dict[str, str] | None = None) -> CodeReport:
    """Return a project as JSON; ``written`` None: there was nothing to write, or the ``contents`` are only shown."""
    return {
        "schema_version": SCHEMA_VERSION,
        "stack": project.stack_id,
        "portone": project.portone,
        "folder": written.folder if written else None,
        "files": list(written.files if written else contents or ()),
        "changed": list(written.changed) if written else [],
        "contents": contents,
        "start": list(project.stack.start),
        "address": f"http://localhost:{project.stack.port}",
        "items": [_item(offer, project) for offer in project.offers],
        "settings": [_setting(setting, project) for setting in project.channels],
        "money": [line for money in project.money for line in money_lines(money, project)],
        "missing": [
            {"need": need_label(entry.need), "code": entry.why.code, "text": missing_line(entry)}
            for entry in project.missing
        ],
        "not_here": why(project.host) if project.host else None,
        "sources": project.named.urls(project.sources),
    }


def _item(offer: Offer, project: Project) -> ItemReport:
    return {
        "id": offer.item.id,
        "gateway": project.named.modules[offer.item.module].gateway,
        "module": offer.item.module,
        "need": offer.item.need.key,
        "kind": offer.item.kind,
        "label": need_label(offer.need),
        "expected": expected(offer),
        "remarks": [remark.code for remark in offer.remarks],
    }


def _setting(setting: ChannelSetting, project: Project) -> SettingReport:
    return {
        "variable": setting.variable,
        "gateway": setting.gateway,
        "merchant_ids": [row.merchant_id for row in setting.tests if row.merchant_id],
        "hint": hint(setting, project),
    }
