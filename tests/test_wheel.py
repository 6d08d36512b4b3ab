"""A built wheel, installed elsewhere, runs with its rule files inside."""

import json
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

from portone_guide.rules.book import FILE_KINDS
from support import ROOT


def test_the_wheel_runs_from_anywhere(tmp_path: Path) -> None:
    source = tmp_path / "source"
    wanted = ("src", "data", "docs", "pyproject.toml", "README.md", "LICENSE", "hatch_build.py")
    source.mkdir()
    for name in wanted:
        entry = ROOT / name
        if entry.is_dir():
            shutil.copytree(entry, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(entry, source / name)
    build = [sys.executable, "-m", "build", "--wheel", "--outdir", str(tmp_path), str(source)]
    subprocess.run(build, check=True, capture_output=True)
    shutil.rmtree(source)
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "env", with_pip=True, system_site_packages=True)
    python = tmp_path / "env" / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)

    def out(*arguments: str) -> str:
        environment = {
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": _site_packages(),
            "XDG_CACHE_HOME": str(tmp_path / "cache"),
        }
        command = [str(python), *arguments]
        return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=environment, check=True).stdout

    guide = ("-m", "portone_guide")
    assert json.loads(out(*guide, "select-pg", "--one-time", "card", "--tier", "general", "--json"))["qualified"]
    road = json.loads(out(*guide, "next-steps", "--gateway", "nice", "--one-time", "card", "--json"))
    assert [sample["lang"] for sample in road["code"] if sample["code"]] == ["js", "python", "python"]
    assert "통과" in out(*guide, "rules", "check")
    assert "nova.yaml" in out(*guide, "rules", "new", "nova")
    assert "0개를 고쳐야 합니다" in out(*guide, "rules", "fmt", "--check", "nova.yaml")
    assert str(tmp_path / "env") in out("-c", "import portone_guide.rules.loader as l; print(l.data_directory())")
    names = ZipFile(wheel).namelist()
    assert not [name for name in names if name.endswith("ruff.toml")]
    assert [name for name in names if name.endswith("licenses/LICENSE")]
    assert "portone_guide/schemas/select-pg.json" in names
    assert {f"portone_guide/book/{kind}" for kind in (*FILE_KINDS, "content", "templates")} <= set(names)
    assert not (tmp_path / "cache" / "portone-guide" / "rules").exists(), "what came parsed was parsed again"


def _site_packages() -> str:
    """Return where the tests' own environment keeps the dependencies."""
    import typer

    return str(Path(typer.__file__).parent.parent)
