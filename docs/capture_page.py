"""Writes the picture of README.md from a page that the real program makes: ``python docs/capture_page.py``.

It takes Chromium and a Korean font: ``apt-get install -y chromium fonts-nanum``.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).parent / "page.png"
LINE = (
    "select-pg --one-time card --one-time virtual_account --billing card --portone v2 --tier small_1 "
    "--sales one_time:card=2000만 --sales billing:card=500만 --count virtual_account=50 --as-of 2026-11-23"
)
WIDTH, HEIGHT = 760, 1040
SECTION = "비용"
"""What the picture begins with: the bars and the lines."""


def capture(picture: Path) -> None:
    """Make the page and take its picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as engine:
        page = Path(folder) / "page.html"
        command = [sys.executable, "-m", "portone_guide", *LINE.split(), "--out", str(page)]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        browser = engine.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        shown.goto(page.as_uri())
        heading = shown.get_by_role("heading", name=SECTION, exact=True)
        shown.evaluate("heading => window.scrollTo(0, heading.offsetTop - 12)", heading.element_handle())
        shown.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    capture(PICTURE)
