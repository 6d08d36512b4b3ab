"""Fills the templates. Each program is one of its own language as it stands.

What Jinja reads looks like that language too: its statements are comments (``// {% ... %}``, ``# {% ... %}``), and a
value stands where the language puts members in: ``...fill(value)`` in JavaScript, ``**fill(value)`` in Python. What
stands once for each of several names is written with the name ``NAME``, in the filter ``each``. Pages, settings and
texts, which are no programs, are templates as Jinja has them.
"""

import contextlib
import sys
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from portone_guide.rules.loader import shipped_book
from portone_guide.rules.reading.kept import Kept
from portone_guide.samples import code_text

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"
DIGEST: Final = "templates"
"""The file among what a wheel brings that has the digest of its templates."""


class Program(NamedTuple):
    """A program to be: its template's name, and what is filled in."""

    template: str
    values: Mapping[str, Any]

    def text(self) -> str:
        """Return the source text. It is kept between runs: to load Jinja and fill a template takes a while."""
        program = repr(self).encode()
        name = f"{zlib.crc32(program):08x}"
        kept = Kept("programs", _digest())
        if kept.exists():
            with contextlib.suppress(OSError, ValueError):
                said, _, text = kept.read(name).partition(b"\0")
                if said == program:
                    return text.decode()
        filled = self.filled()
        kept.keep({name: b"\0".join((program, filled.encode()))})
        return filled

    def filled(self) -> str:
        """Return the template with the values in it."""
        made = environment(Path(self.template).suffix)
        return made.get_template(self.template).render(self.values)


@cache
def _digest() -> str:
    try:
        return (shipped_book() / DIGEST).read_text("ascii")
    except OSError:
        return templates_digest()


def templates_digest() -> str:
    """Return a name for all templates, and what writes the values into them, as they are now."""
    import hashlib

    digest = hashlib.sha256(sys.version.encode())
    for path in sorted([*TEMPLATES.rglob("*"), *Path(__file__).parent.glob("*.py")]):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.read_bytes())
    return digest.hexdigest()[:32]


_MARKS: Final = {".py": ("#", "**"), **dict.fromkeys((".js", ".jsx", ".ts", ".tsx", ".java", ".php"), ("//", "..."))}
"""How the language of a program begins a comment, and puts members in."""


@cache
def environment(suffix: str) -> "Environment":
    """Return what fills the templates of files whose names end so."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    comment, spread = _MARKS.get(suffix, ("", ""))
    marks: dict[str, Any] = {
        "block_start_string": f"{comment} {{%",
        "comment_start_string": f"{comment} {{#",
        "variable_start_string": f"{spread}fill(",
        "variable_end_string": ")",
    }
    made = Environment(
        **(marks if comment else {}),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        autoescape=suffix == ".html",
        undefined=StrictUndefined,
        loader=FileSystemLoader(TEMPLATES),
    )
    made.filters["members"] = code_text.python_members if suffix == ".py" else code_text.javascript_members
    made.filters["keywords"] = code_text.python_keywords
    made.filters["listed"] = code_text.javascript_items
    made.filters["json"] = code_text.json_text
    made.filters["each"] = code_text.each
    return made
