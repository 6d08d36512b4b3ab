"""Text on its way to a terminal: without control codes, and measured in cells."""

import re
import unicodedata

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Controls, formats (directions, zero widths), halves of letters, private and unused ones, line separators."""


def clean(text: str) -> str:
    """Return text that moves no cursor and hides nothing: control and format characters become ``?``."""
    if all(map(str.isprintable, text.split("\n"))):
        return text
    return "".join(char if char == "\n" or unicodedata.category(char) not in _HIDDEN else "?" for char in text)


def one_line(text: str) -> str:
    """Return clean text on one line, where a second one would be a header, a row or a tag of its own."""
    return clean(" ".join(text.splitlines()))


def address_at_end(text: str) -> tuple[str, str]:
    """Return a line as what stands before its address and the address, where it is one after one word or none."""
    label, space, address = text.rpartition(" ")
    if address.startswith("https://") and " " not in label:
        return f"{label}{space}", address
    return text, ""


def cells(text: str) -> int:
    """Return how many columns a text takes once it is clean; a Korean syllable takes two, however it is composed."""
    from rich.cells import cell_len

    return cell_len(clean(text))


def wrap(text: str, width: int) -> list[str]:
    """Return text as lines of at most ``width`` columns, broken between words; a longer word is left whole."""
    import wcwidth

    return [
        line
        for paragraph in clean(text).split("\n")
        for line in wcwidth.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False) or [""]
    ]


def command_lines(command: str, width: int) -> list[str]:
    """Return a command as lines of at most ``width`` columns that a shell still takes for one command."""
    words = re.findall(r"(?:'[^']*'|\"[^\"]*\"|[^\s'\"])+", clean(command))
    lines = words[:1]
    for word in words[1:]:
        if cells(lines[-1]) + cells(word) + len("  \\") <= width:
            lines[-1] += f" {word}"
        else:
            lines[-1] += " \\"
            lines.append(f"  {word}")
    return lines


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Return text filled with spaces to ``width`` columns."""
    space = " " * max(0, width - cells(text))
    return space + text if right else text + space


def won(amount: int) -> str:
    """Return won with thousands separators: ``1,234,000원``."""
    return f"{amount:,}원"


def won_range(low: int, high: int) -> str:
    """Return one figure or a range in won."""
    return won(low) if low == high else f"{low:,}~{high:,}원"
