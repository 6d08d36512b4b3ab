"""The stacks that a project can be written for: a folder of templates each, and a row here.

A stack's files are those under ``templates/projects/<id>/``, by the same paths. What all have in common (pages, the
settings to fill in, the text about it) stands in ``templates/projects/shared/``.
"""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

StackId = Literal["fastapi", "express", "next", "spring", "php"]


class Stack(NamedTuple):
    """One stack.

    ``language`` is the suffix of the server's files in ``templates/server/`` that it shares with others; None: it has
    its own. ``server`` and ``pages`` are the folders of the server's files and of the browser's; ``react``: pages are
    components. ``start`` are the commands to start it, ``port`` is where it then is. ``kinds`` are the items that its
    server can take (those of :data:`~portone_guide.samples.project.Kind`); None: all. ``stored``:
    orders lie in files, not in memory.
    """

    name: str
    language: Literal["py", "js"] | None
    server: str
    pages: str
    start: tuple[str, ...]
    port: int
    react: bool = False
    kinds: frozenset[str] | None = None
    stored: bool = False

    def takes(self, kind: str) -> bool:
        """Whether its server can take an item of a kind."""
        return self.kinds is None or kind in self.kinds


_PAYMENTS: Final = frozenset({"payment"})
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
    "next": Stack("Next.js (TypeScript)", "js", "lib", "components", ("npm install", "npm run dev"), 3000, react=True),
    "spring": Stack(
        "Spring Boot (Java)",
        None,
        "",
        "src/main/resources/static",
        ("mvn spring-boot:run",),
        8080,
        kinds=_PAYMENTS,
    ),
    "php": Stack(
        "PHP 8",
        None,
        "",
        "public",
        ("php -S localhost:8000 -t public server.php",),
        8000,
        kinds=_PAYMENTS,
        stored=True,
    ),
}
