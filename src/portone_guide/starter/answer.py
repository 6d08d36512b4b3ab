"""What ``code`` answers: the project, what it needs of the console, and what of the wishes is not in it."""

from collections.abc import Mapping
from typing import NamedTuple

from portone_guide.gateways.references import References
from portone_guide.needs.named import NamedNeed
from portone_guide.needs.reason import Reason
from portone_guide.rules.models.channel import TestChannel, TestMoneyRow, Untestable
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.samples.project import Item
from portone_guide.samples.stacks import Stack, StackId


class Offer(NamedTuple):
    """One item of the project, its need in words' terms, and what its page leaves open."""

    item: Item
    need: NamedNeed
    remarks: tuple[Reason, ...]


class ChannelSetting(NamedTuple):
    """A setting of the project that names a test channel: ``tests`` are its shared test ids; none: no source says any.

    ``v1_code``: the setting is not a channel's key but the gateway's code and the merchant id; None: it is a key.
    """

    variable: str
    gateway: str
    tests: tuple[TestChannel, ...]
    by_code: bool = False
    v1_code: str | None = None


class Money(NamedTuple):
    """What test mode of a gateway does with money, for what the project takes."""

    gateway: str
    rows: tuple[TestMoneyRow, ...]
    untestable: tuple[Untestable, ...]


class Missing(NamedTuple):
    """A need that the project has not, and why."""

    need: NamedNeed
    why: Reason


class Project(NamedTuple):
    """A project to be written. ``offers`` empty: nothing can be written for what was asked."""

    stack_id: StackId
    stack: Stack
    portone: PortOneVersion
    offers: tuple[Offer, ...]
    channels: tuple[ChannelSetting, ...]
    money: tuple[Money, ...]
    missing: tuple[Missing, ...]
    host: Reason | None
    console: str
    sources: tuple[str, ...]
    method_names: Mapping[str, str]
    named: References


class Written(NamedTuple):
    """A project in its folder; ``changed`` are the files that were written, of all its ``files``."""

    project: Project
    folder: str
    files: tuple[str, ...]
    changed: tuple[str, ...]
