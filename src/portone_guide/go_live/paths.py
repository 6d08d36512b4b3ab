"""Files that never reach a customer: tests, samples of settings, type declarations, and pages made to try."""

import re
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Final

_FOLDERS: Final = frozenset(
    (
        *("__tests__", "__mocks__", "__fixtures__", "tests", "spec", "specs", "e2e", "cypress", "playwright"),
        *("fixtures", "mocks", "stories", ".storybook", "docs", "doc", "testdata", "androidtest", "unittest"),
    )
)
_FILES: Final = re.compile(
    r"\.(?:test|spec|stories|story|mock|fixture|e2e|cy)\.\w+$|(?:^|/)test_\w+\.py$|_test\.(?:py|js|ts)$"
    r"|(?:Test|Tests|IT|Spec)\.(?:java|kt)$|(?:Test|TestCase)\.php$|(?:^|/)conftest\.py$|(?:^|/)tests?\.py$",
)
_SAMPLE_SETTINGS: Final = re.compile(
    r"(?:^|/)\.env[\w.-]*\.?(?:example|sample|template|dist|defaults?)\b|\.(?:example|sample|template|dist)(?:\.\w+)?$"
    r"|(?:example|sample|template)\.(?:env|ya?ml|properties|json)$"
)
_DEVELOPMENT: Final = re.compile(
    r"(?:^|/)\.env\.(?:dev|development|local|test|testing|staging|ci)\b"
    r"|[-_.](?:dev|development|local|test|staging)\.(?:ya?ml|properties|json)$"
    r"|(?:^|/)(?:dev|local|test|development)\.(?:ya?ml|py|json|properties|js|ts)$"
)
_TRIED: Final = frozenset(
    (
        *("test", "tests", "testpage", "paytest", "sample", "samples", "example", "examples", "demo"),
        *("practice", "playground", "tutorial"),
    )
)
_EXAMPLES: Final = frozenset(("example", "examples", "sample", "samples"))
_PAGE: Final = frozenset(["page", "index", "route", "+page"])
_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_SHOWN: Final = (".html", ".htm", ".jsp", ".php", ".vue", ".svelte", ".tsx", ".jsx", ".ejs", ".hbs", ".js", ".ts")


def is_test(path: str) -> bool:
    """Tell whether a file is a test or what tests use."""
    parts = [part.lower() for part in PurePosixPath(path).parts[:-1]]
    in_folder = any(part in _FOLDERS and "main" not in parts[index:] for index, part in enumerate(parts))
    under_src = any(one == "src" and other == "test" for one, other in pairwise(parts))
    return in_folder or under_src or bool(_FILES.search(path))


def is_in_example(path: str) -> bool:
    """Tell whether a file lies in a folder of examples, as libraries bring them along."""
    return any(part.lower() in _EXAMPLES for part in PurePosixPath(path).parts[:-1])


def is_sample_setting(path: str) -> bool:
    """Tell whether a file only shows which settings there are."""
    return bool(_SAMPLE_SETTINGS.search(path.lower()))


def is_development_setting(path: str) -> bool:
    """Tell whether a file holds what only developers use."""
    return bool(_DEVELOPMENT.search(path.lower()))


def is_trial_page(path: str) -> bool:
    """Tell whether a page was made to try something, by its name."""
    file = PurePosixPath(path)
    name = file.name.partition(".")[0]
    if name.lower() in _PAGE and file.parent.name:
        name = file.parent.name
    words = {word.lower() for word in _WORD.findall(name)}
    return path.lower().endswith(_SHOWN) and bool(
        words & _TRIED
        or re.search(r"^test(?!im)|(?:pay|payment|order|portone|iamport|imp|billing|page)test$", name.lower())
    )
