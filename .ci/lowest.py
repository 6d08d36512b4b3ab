"""Prints the lowest versions that pyproject.toml allows, as constraints for pip: what is promised is what is tried."""

import re
import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))["project"]
for line in project["dependencies"]:
    if not (found := re.fullmatch(r"([\w.-]+)>=([\w.]+),<[\w.]+", line)):
        raise SystemExit(f"pyproject.toml: no lowest or no first version too new: {line}")
    print(f"{found[1]}=={found[2]}")
