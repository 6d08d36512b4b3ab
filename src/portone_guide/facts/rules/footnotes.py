"""Numbers for the pages that a screen names: each has its number from where it is first named."""


class Footnotes:
    """Gives out the numbers."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def refs(self, *names: str) -> str:
        """Return the numbers of pages: ``[1][4]``."""
        numbers = [self.numbers.setdefault(name, len(self.numbers) + 1) for name in names]
        return "".join(f"[{number}]" for number in dict.fromkeys(numbers))
