"""Proves the projects that ``portone-guide code`` writes: ``python tests/proofs/projects.py [--stack X] [--small]``.

Every offered combination is generated and checked by the tools of its language; some of each stack are started and paid
in Chromium with PortOne's SDK replaced by a stub, against PortOne's API on this machine, which holds what it is asked
to the official schemas. ``--small``: fewer are checked, one is paid. What a stack needs is taken from the registries;
a stack whose tools are missing is told as such.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from fake_portone import running  # noqa: E402
from scenes import scenes  # noqa: E402
from shop import JACKSON, Shop, build_spring, started  # noqa: E402

from browser import CHROMIUM, chromium  # noqa: E402
from portone_guide.samples.browser import is_browser, parameters  # noqa: E402
from portone_guide.samples.stacks import StackId  # noqa: E402
from portone_guide.starter.answer import Project  # noqa: E402
from portone_guide.starter.files import files_of  # noqa: E402
from projects_offered import every_project, project_of  # noqa: E402

PAID: tuple[tuple[list[str], str, dict[str, list[str]]], ...] = (
    (["nice"], "v2", {"one_time": ["card", "virtual_account"], "billing": ["card"], "key_in": ["card"]}),
    (["inicis"], "v2", {"one_time": ["card"], "billing": ["card"], "identity": ["integrated"], "style": ["window"]}),
    (["nice", "kakaopay"], "v2", {"one_time": ["card"], "easy_pay": ["kakaopay"], "billing": ["easy_pay:kakaopay"]}),
    (["galaxia"], "v2", {"one_time": ["mobile"], "billing": ["mobile"]}),
    (["kcp"], "v1", {"one_time": ["card", "virtual_account"], "billing": ["card"], "style": ["window"]}),
    (["inicis"], "v1", {"one_time": ["transfer"], "billing": ["card"], "key_in": ["card"], "style": ["api"]}),
    (["danal"], "v1", {"one_time": ["card"], "billing": ["card"], "identity": ["pass"]}),
    (["welcome"], "v1", {"one_time": ["card"], "billing": ["mobile"]}),
    (["paypal"], "v2", {"overseas": ["paypal"]}),
    (["paypal"], "v1", {"overseas_billing": ["paypal"]}),
)
"""What is started and paid: each kind of item, in both versions, by one gateway and by two."""


class Row(NamedTuple):
    """One line of the table."""

    stack: str
    what: str
    generated: str = ""
    checked: str = ""
    started: str = ""
    paid: str = ""
    tampered: str = ""


def write(folder: Path, project: Project) -> Path:
    """Write a project into a folder."""
    for name, text in files_of(project).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def ran(*command: str, at: Path) -> str:
    """Run a tool; return what it says where it fails."""
    done = subprocess.run(command, cwd=at, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else f"{command[0]}: {(done.stdout + done.stderr)[-600:]}"


def check_fastapi(folders: Sequence[Path]) -> Iterator[str]:
    """Compile each, and hold its types to PortOne's SDK."""
    for folder in folders:
        told = ran(sys.executable, "-m", "compileall", "-q", ".", at=folder)
        mypy = (sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(folder.parent / ".mypy"), ".")
        yield told or ran(*mypy, at=folder)


_READ = """
const vm = require("vm"), fs = require("fs");
for (const file of process.argv.slice(1)) {
  try { new vm.SourceTextModule(fs.readFileSync(file, "utf8")); } catch (error) { console.log(file, error.message); }
}
"""


def check_php(folders: Sequence[Path]) -> Iterator[str]:
    """Let PHP read every file."""
    for folder in folders:
        files = sorted(folder.glob("*.php"))
        yield next((told for path in files if (told := ran("php", "-l", str(path), at=folder))), "")


def check_spring(folders: Sequence[Path]) -> Iterator[str]:
    """Compile each with what stands in for Spring, without a warning."""
    yield from map(build_spring, folders)


def check_express(folders: Sequence[Path]) -> Iterator[str]:
    """Let Node read every file, and hold the servers' types to PortOne's SDK."""
    files = [str(path) for folder in folders for path in sorted(folder.rglob("*.js"))]
    node = ("node", "--experimental-vm-modules", "--no-warnings", "-e", _READ, *files)
    read = subprocess.run(node, capture_output=True, text=True, check=False)
    yield from typed(folders, read.stdout + read.stderr)


def typed(folders: Sequence[Path], said: str = "") -> Iterator[str]:
    """Hold types to the libraries', all of them in one go; ``said`` is what other tools said before."""
    root = folders[0].parent
    settings = json.loads((folders[0] / "tsconfig.json").read_text("utf-8"))
    settings["include"] = [f"{folder.name}/{files}" for folder in folders for files in settings["include"]]
    (root / "tsconfig.json").write_text(json.dumps(settings), "utf-8")
    said += ran("npx", "--no-install", "tsc", at=root)
    for folder in folders:
        yield "\n".join(line for line in said.splitlines() if f"{folder.name}/" in line)
    if said and not any(f"{folder.name}/" in said for folder in folders):
        yield said


CHECKS: dict[StackId, Callable[[Sequence[Path]], Iterator[str]]] = {
    "fastapi": check_fastapi,
    "express": check_express,
    "next": typed,
    "spring": check_spring,
    "php": check_php,
}


def prepare(stack: StackId, root: Path) -> str:
    """Fetch what the projects of a stack need, once for all of them; return why that can't be."""
    root.mkdir(parents=True, exist_ok=True)
    if stack == "php":
        return "" if shutil.which("php") else "php is not installed (Debian: php-cli php-curl)"
    if stack == "spring":
        tools = shutil.which("javac") and all(Path(jar).exists() for jar in JACKSON.split(":"))
        return "" if tools else "a JDK 17 and libjackson2-databind-java are not installed"
    if stack == "fastapi":
        lines = write(root / "needs", next(iter(every_project((stack,))))) / "requirements.txt"
        return ran(sys.executable, "-m", "pip", "install", "-q", "-r", str(lines), at=root)
    if shutil.which("npm") is None:
        return "npm is not installed"
    needs = write(root / "needs", next(iter(every_project((stack,)))))
    told = ran("npm", "install", "--no-audit", "--no-fund", "--silent", at=needs)
    if not told:
        for name in ("node_modules", "package-lock.json"):
            (needs / name).rename(root / name)
    return told


def server_part(project: Project) -> tuple[str, ...]:
    """Return what makes the server of one project another than that of the next: checked once."""
    kinds = sorted({offer.item.kind for offer in project.offers})
    own = sorted(
        f"{offer.item.row.call} {offer.item.row.params} {offer.item.row.charge_params}"
        for offer in project.offers
        if offer.item.kind not in {"payment", "identity"}
    )
    return (project.portone, *kinds, *own)


def check_all(stack: StackId, root: Path, *, small: bool) -> Row:
    """Generate every combination, and check each whose server differs from those before."""
    seen: set[tuple[str, ...]] = set()
    generated, checked = 0, []
    for number, project in enumerate(every_project((stack,))):
        folder = write(root / f"project-{number}", project)
        generated += 1
        part = server_part(project)
        if part not in seen and not (small and len(seen) >= 4):
            seen.add(part)
            checked.append(folder)
    wrong = [told for told in CHECKS[stack](checked) if told]
    for told in wrong:
        print(told, file=sys.stderr)
    return Row(stack, "every gateway, version, style", str(generated), f"{len(seen) - len(wrong)}/{len(seen)}")


def items_of(project: Project) -> Iterator[dict[str, Any]]:
    """Yield what a payer has to know of each item."""
    for offer in project.offers:
        item, row = offer.item, offer.item.row
        given = parameters(row, item.need.method) if is_browser(row.call) else {}
        yield {
            **item.for_browser,
            "currency": item.currency,
            "account": item.need.method == "virtual_account",
            "returns": bool(given.keys() & {"redirectUrl", "m_redirect_url"}) and not item.for_browser["draws"],
        }


def pay_one(stack: StackId, root: Path, number: int, browser: Any) -> Row:
    """Start one project and try everything with each of its items."""
    gateways, portone, answers = PAID[number]
    project = project_of(stack, gateways, portone, **answers)
    folder = write(root / f"paid-{number}", project)
    what = f"{'+'.join(gateways)} {portone}: {', '.join(offer.item.need.key for offer in project.offers)}"
    checked = "".join(CHECKS[stack]([folder]))
    with running() as (fake, fake_address), started(stack, folder, fake_address) as address:
        shop = Shop(address, portone, fake, fake_address, browser)
        seen = [(item["id"], *scene) for item in items_of(project) for scene in scenes(shop, item)]
        seen += [("", "asked as the schemas say", False, told) for told in fake.wrong]
    for item, name, right, told in seen:
        if not right:
            print(f"{stack} {what}: {item}: {name}: {told}", file=sys.stderr)
    hostile = [right for _, name, right, _ in seen if any(word in name for word in ("tampered", "webhook", "another"))]
    others = len(seen) - len(hostile)
    good = sum(right for _, _, right, _ in seen) - sum(hostile)
    return Row(
        stack, what, "1", "no" if checked else "yes", "yes", f"{good}/{others}", f"{sum(hostile)}/{len(hostile)}"
    )


def shown(rows: list[Row]) -> None:
    """Print the table."""
    titles = Row(*(name for name in Row._fields))
    widths = [max(len(row[at]) for row in (titles, *rows)) for at in range(len(titles))]
    for row in (titles, *rows):
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def main() -> int:
    """Prove what was asked for; 1: something is not as it must be."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--stack", choices=sorted(CHECKS))
    parser.add_argument("--small", action="store_true")
    wanted = parser.parse_args()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as made:
        for stack in (wanted.stack,) if wanted.stack else CHECKS:
            root = Path(made) / stack
            if told := prepare(stack, root):
                rows.append(Row(stack, f"missing: {told[:60]}"))
                continue
            rows.append(check_all(stack, root, small=wanted.small))
            if CHROMIUM is None:
                rows.append(Row(stack, "Chromium is not installed"))
                continue
            with chromium() as browser:
                for number in range(1 if wanted.small else len(PAID)):
                    try:
                        rows.append(pay_one(stack, root, number, browser))
                    except Exception as error:
                        rows.append(Row(stack, f"{'+'.join(PAID[number][0])} {PAID[number][1]}: {error}"[:300]))
    shown(rows)
    whole = ("paid", "tampered", "checked")
    parts = [part for row in rows for name in whole if "/" in (part := getattr(row, name))]
    right = all(part.split("/")[0] == part.split("/")[1] for part in parts)
    return 0 if right and all(row.generated for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
