"""Conditions as people read them: in the words of the rule files."""

from typing import Final

from portone_guide.needs.reason import Sentences

CONDITION_SENTENCES: Final[Sentences] = {
    "condition": lambda text: text,
    "condition.general_gateway_first": lambda text: text,
}
