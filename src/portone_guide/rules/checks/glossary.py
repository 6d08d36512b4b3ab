"""Words: each is explained or placed, and no text is the name of two."""

from collections.abc import Iterator

from portone_guide.rules.checks.check import ReadFiles, Wrong


def check(files: ReadFiles) -> Iterator[Wrong]:
    """Yield words that say nothing, and names that two words have."""
    first: dict[str, str] = {}
    for name, word in files.glossary.words.items():
        if word.means is None and word.where is None:
            yield Wrong("glossary", ("words", name), "뜻도 쓰이는 곳도 없습니다: means나 where를 적으세요")
        for number, text in enumerate((word.name, *word.also)):
            path = ("words", name, "name") if number == 0 else ("words", name, "also", number - 1)
            key = "".join(text.casefold().split())
            if key in first:
                yield Wrong("glossary", path, f"다른 낱말의 이름이기도 합니다: '{text}' ('{first[key]}')")
            first.setdefault(key, name)
