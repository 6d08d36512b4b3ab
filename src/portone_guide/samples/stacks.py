"""The stacks that a project can be written for: a folder of templates each, and a row here.

A stack's files are those under ``templates/projects/<id>/``, by the same paths. What all have in common (pages, the
settings to fill in, the text about it) stands in ``templates/projects/shared/``.
"""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

StackId = Literal["fastapi", "express"]


class Stack(NamedTuple):
    """One stack.

    ``language`` is the suffix of the server's files in ``templates/server/`` that it shares with others; None: it has
    its own. ``server`` and ``pages`` are the folders of the server's files and of the browser's; ``react``: pages are
    components. ``start`` are the commands to start it, ``port`` is where it then is.
    """

    name: str
    language: Literal["py", "js"] | None
    server: str
    pages: str
    start: tuple[str, ...]
    port: int
    react: bool = False


STACKS: Final[Mapping[StackId, Stack]] = {
    "fastapi": Stack(
        "FastAPI (Python)",
        "py",
        "",
        "public",
        ("pip install -r requirements.txt", "uvicorn main:app --env-file .env"),
        8000,
    ),
    "express": Stack("Express (Node.js)", "js", "", "public", ("npm install", "npm start"), 3000),
}
