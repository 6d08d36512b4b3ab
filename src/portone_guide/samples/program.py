"""Fills the templates. Each is a program of its own language as it stands.

What Jinja reads looks like that language too: its statements are comments (``// {% ... %}``, ``# {% ... %}``), and a
value stands where the language puts members in: ``...fill(value)`` in JavaScript, ``**fill(value)`` in Python.
"""

import contextlib
import hashlib
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from portone_guide.rules.reading.kept import Kept
from portone_guide.samples import code_text

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


class Program(NamedTuple):
    """A program to be: its template's name, and what is filled in."""

    template: str
    values: Mapping[str, Any]

    def text(self) -> str:
        """Return the source text. It is kept between runs: to load Jinja and fill a template takes a while."""
        name = hashlib.sha256(repr(self).encode()).hexdigest()[:32]
        kept = Kept("programs", _templates_digest())
        if kept.exists():
            with contextlib.suppress(OSError, ValueError):
                return kept.read(name).decode()
        text = self.filled()
        kept.keep({name: text.encode()})
        return text

    def filled(self) -> str:
        """Return the template with the values in it."""
        made = environment(python=self.template.endswith(".py"))
        return made.get_template(self.template).render(self.values)


@cache
def _templates_digest() -> str:
    """Return a name for all templates, and what writes the values into them, as they are now."""
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted([*TEMPLATES.rglob("*.*"), *Path(__file__).parent.glob("*.py")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:32]


@cache
def environment(*, python: bool) -> "Environment":
    """Return what fills the templates of Python, or those of JavaScript and React."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    comment, spread = ("#", "**") if python else ("//", "...")
    made = Environment(
        block_start_string=f"{comment} {{%",
        comment_start_string=f"{comment} {{#",
        variable_start_string=f"{spread}fill(",
        variable_end_string=")",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        undefined=StrictUndefined,
        loader=FileSystemLoader(TEMPLATES),
    )
    made.filters["members"] = code_text.python_members if python else code_text.javascript_members
    made.filters["keywords"] = code_text.python_keywords
    return made
