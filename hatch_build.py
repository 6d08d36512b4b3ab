"""Makes what a wheel brings besides the sources: its rule files in parsed form, so that each run is fast."""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BookHook(BuildHookInterface):
    """Reads and checks the rule files: a wheel with a mistake in them is not built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the parsed rule files to a wheel; an editable install reads the files as they are edited."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        sys.dont_write_bytecode = True
        from portone_guide.rules.loader import write_book
        from portone_guide.samples.program import DIGEST, templates_digest

        self._folder = Path(tempfile.mkdtemp())
        write_book(self._folder / "book")
        (self._folder / "book" / DIGEST).write_text(templates_digest(), "ascii")
        build_data["force_include"][str(self._folder / "book")] = "portone_guide/book"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what the wheel has by now."""
        if version != "editable":
            shutil.rmtree(self._folder)
