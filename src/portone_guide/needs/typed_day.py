"""A day as people type it."""

from datetime import date

from portone_guide.needs.reading import WrongValueError
from portone_guide.needs.reason import because


def parse_day(text: str) -> date:
    """Read a day as people type it: ``2026-12-01``, ``2026.12.1`` or ``20261201``.

    :raises WrongValueError: it is no day.
    """
    plain = text.strip().rstrip(".")
    parts = [part.strip() for part in plain.replace("/", ".").replace("-", ".").split(".")]
    if len(parts) == 1 and len(plain) == 8:
        parts = [plain[:4], plain[4:6], plain[6:]]
    if len(parts) == 3 and all(part.isascii() and part.isdigit() for part in parts) and len(parts[0]) == 4:
        try:
            return date(*map(int, parts))
        except ValueError:
            pass
    raise WrongValueError(because("no_day", text=text.strip()))
