"""Which language a file is written in, by its name."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final, Literal

Language = Literal[
    "javascript", "typescript", "tsx", "python", "java", "kotlin", "php", "markup", "component", "config"
]
"""``markup``: pages with scripts and tags of a template language; ``component``: Vue, Svelte, with scripts alone."""

_BY_SUFFIX: Final[Mapping[str, Language]] = {
    **dict.fromkeys((".js", ".jsx", ".mjs", ".cjs", ".es6"), "javascript"),
    **dict.fromkeys((".ts", ".mts", ".cts"), "typescript"),
    ".tsx": "tsx",
    ".py": "python",
    ".java": "java",
    **dict.fromkeys((".kt", ".kts"), "kotlin"),
    **dict.fromkeys((".php", ".phtml", ".inc"), "php"),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".jsp", ".jspf", ".jspx", ".tag", ".ejs", ".hbs"), "markup"),
    **dict.fromkeys((".mustache", ".twig", ".njk", ".jinja", ".jinja2", ".j2", ".ftl", ".ftlh", ".erb"), "markup"),
    **dict.fromkeys((".vue", ".svelte", ".astro"), "component"),
    **dict.fromkeys((".yml", ".yaml", ".properties", ".json", ".env"), "config"),
}
SCRIPTS: Final = ("javascript", "typescript", "tsx")
"""Languages that are a script as a whole."""
_LOCKS: Final = ("package-lock.json", "composer.lock", "yarn.lock", "pnpm-lock.yaml", "npm-shrinkwrap.json")
_NO_SETTINGS: Final = ("tsconfig", "jsconfig", "swagger", "openapi")


def language_of(path: str) -> Language | None:
    """Return the language of a file; None: none that is read here."""
    name = PurePosixPath(path).name.lower()
    if name in _LOCKS or name.startswith(_NO_SETTINGS) or name.endswith(".d.ts"):
        return None
    if name.endswith(".blade.php"):
        return "markup"
    if name == ".env" or name.startswith(".env."):
        return "config"
    return _BY_SUFFIX.get(PurePosixPath(name).suffix)
