"""Every fact names the page that it comes from."""

from collections.abc import Iterator

from portone_guide.rules.checks.check import ReadFiles, Wrong


def check(files: ReadFiles) -> Iterator[Wrong]:
    """Yield every row whose list of sources is empty."""
    for kind, rows in files.rows.items():
        for path, row in rows:
            if getattr(row, "sources", None) == ():
                yield Wrong(kind, (*path, "sources"), "출처가 없는 사실입니다: sources에 하나 이상 적으세요")
