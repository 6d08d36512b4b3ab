"""Every project that is offered holds together, before any tool of its own language looks at it."""

import ast
import json
import posixpath
import re

import pytest

from go_live.scanned import scan_of
from portone_guide.code.languages import language_of
from portone_guide.samples.stacks import STACKS, StackId
from portone_guide.starter.answer import Project
from portone_guide.starter.files import files_of
from projects_offered import every_project, project_of

PYTHON = [stack for stack, row in STACKS.items() if row.language == "py"]


@pytest.fixture(scope="module")
def written() -> list[tuple[Project, dict[str, str]]]:
    return [(project, files_of(project)) for project in every_project()]


def test_every_project_is_whole(written: list[tuple[Project, dict[str, str]]]) -> None:
    assert len(written) > 100
    for project, files in written:
        assert {"README.md", ".env.example", ".gitignore"} <= files.keys()
        for path, text in files.items():
            assert not re.search(r"\bNAME\b|fill\(|\{%", text), f"{project.stack_id} {path}"
            if path.endswith(".py"):
                compile(text, path, "exec")
            if path.endswith(".json") and path != "tsconfig.json":
                json.loads(text)


def test_every_setting_that_is_read_is_told_and_none_is_filled_in(
    written: list[tuple[Project, dict[str, str]]],
) -> None:
    for project, files in written:
        told = dict(re.findall(r"^([A-Z0-9_]+)=(.*)$", files[".env.example"], re.MULTILINE))
        assert {name: value for name, value in told.items() if value} == {"PORTONE_CHANNEL_TYPE": "TEST"}
        code = "\n".join(text for path, text in files.items() if not path.endswith((".md", ".example")))
        read = set(re.findall(r"\b(?:PORTONE_[A-Z0-9_]+|ADMIN_TOKEN)\b", code))
        assert read == told.keys(), project.stack_id


def test_modules_of_a_python_project_are_there(written: list[tuple[Project, dict[str, str]]]) -> None:
    others = {"portone_server_sdk", "fastapi", "pydantic", "starlette", "httpx"}
    for project, files in written:
        if project.stack_id not in PYTHON:
            continue
        own = {path.removesuffix(".py") for path in files if path.endswith(".py")}
        for path in own:
            for node in ast.walk(ast.parse(files[f"{path}.py"])):
                if isinstance(node, ast.ImportFrom | ast.Import):
                    names = (
                        [node.module or ""] if isinstance(node, ast.ImportFrom) else [one.name for one in node.names]
                    )
                    for name in names:
                        top = name.partition(".")[0]
                        assert top in own | others or _is_standard(top), f"{path}: {name}"


def test_what_a_script_imports_is_there(written: list[tuple[Project, dict[str, str]]]) -> None:
    for project, files in written:
        if STACKS[project.stack_id].language != "js":
            continue
        scripts = {path: text for path, text in files.items() if re.search(r"\.(js|jsx|ts|tsx)$", path)}
        for path, text in scripts.items():
            for name in re.findall(r"""(?:from|import) "(\.[^"]+)";""", text):
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
                assert {target, f"{target}.ts", f"{target}.tsx"} & files.keys(), f"{path}: {name}"


def test_a_project_has_only_the_addresses_that_its_items_need() -> None:
    card = files_of(project_of("next", ["nice"], "v2", one_time=["card"]))
    billing = files_of(project_of("next", ["nice"], "v2", billing=["card"], style=["api"]))
    routes = {"app/payment/card/route.ts", "app/subscription/stop/route.ts"}
    assert not routes & card.keys()
    assert routes <= billing.keys()


def _is_standard(name: str) -> bool:
    import sys

    return name in sys.stdlib_module_names


@pytest.mark.parametrize("stack", STACKS)
@pytest.mark.parametrize(
    ("gateways", "portone", "answers"),
    [
        (["nice"], "v2", {"one_time": ["card", "virtual_account"], "billing": ["card"], "key_in": ["card"]}),
        (["kakaopay"], "v1", {"easy_pay": ["kakaopay"], "billing": ["easy_pay:kakaopay"]}),
        (["inicis"], "v1", {"one_time": ["card"], "identity": ["integrated"], "key_in": ["card"]}),
        (["bluewalnut"], "v1", {"one_time": ["card"]}),
        (["payletter"], "v2", {"overseas": ["wechatpay"]}),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, list) else "",
)
def test_the_scan_finds_nothing_but_what_the_readme_tells(
    stack: StackId, gateways: list[str], portone: str, answers: dict[str, list[str]]
) -> None:
    project = project_of(stack, gateways, portone, **answers)
    files = {path: text for path, text in files_of(project).items() if language_of(path)}
    told = {remark.code for offer in project.offers for remark in offer.remarks}
    names = {"no_return": "no_redirect", "schema_wants": "missing_param", "not_in_schema": "deprecated_param"}
    assert {finding.rule for finding in scan_of(files).findings} == {names[code] for code in told}


def test_the_shown_code_is_the_projects() -> None:
    """``next-steps`` shows the very files that ``code`` writes."""
    from support import run

    project = project_of("fastapi", ["nice"], "v2", one_time=["card"], billing=["card"])
    files = files_of(project)
    line = ("--gateway", "nice", "--portone", "v2", "--one-time", "card", "--billing", "card")
    shown = run("next-steps", *line, "--json").out
    codes = {sample["code"] for sample in json.loads(shown)["code"]}
    assert codes <= set(files.values())
    assert len(codes) == 5
