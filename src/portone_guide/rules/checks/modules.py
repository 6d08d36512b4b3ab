"""Gateways and their modules: who has which, and which stands in for which."""

from collections.abc import Iterator

from portone_guide.rules.checks.check import ReadFiles, Wrong
from portone_guide.rules.models.method import MethodsFile
from portone_guide.rules.reading.yaml_text import KeyPath


def check(files: ReadFiles) -> Iterator[Wrong]:
    """Yield gateways without a module or brand, and modules misnamed, without support, ill replaced or ill coded."""
    file = files.pg_methods
    owners = {module.gateway for module in file.modules.values()}
    for gateway, facts in file.gateways.items():
        path: KeyPath = ("gateways", gateway)
        if gateway not in owners:
            yield Wrong("pg_methods", path, f"'{gateway}'의 모듈이 없습니다: modules에 하나 이상 적으세요")
        if facts.role == "easy_pay" and facts.brand is None:
            yield Wrong("pg_methods", path, "간편결제사는 brand를 적으세요")
    for name, module in file.modules.items():
        path = ("modules", name)
        if not name.startswith(f"{module.gateway}."):
            message = f"모듈 이름은 '{module.gateway}.'으로 시작해야 합니다: '{name}'"
            yield Wrong("pg_methods", path, message)
        if name not in file.support:
            yield Wrong("pg_methods", path, f"'{name}'의 지원 목록이 없습니다: support에 적으세요")
    yield from _replacements(file)
    yield from _codes(file)


def _replacements(file: MethodsFile) -> Iterator[Wrong]:
    replaced: dict[str, str] = {}
    for name, module in file.modules.items():
        if (old := module.replaces) is None:
            continue
        path: KeyPath = ("modules", name, "replaces")
        other = file.modules.get(old)
        if old == name or (other and other.gateway != module.gateway):
            yield Wrong("pg_methods", path, f"같은 결제대행사의 다른 모듈을 적으세요: '{old}'")
        elif other and other.replaces:
            message = f"'{old}'도 다른 모듈의 신모듈입니다: 가장 옛 모듈 하나만 구모듈로 적으세요"
            yield Wrong("pg_methods", path, message)
        elif old in replaced:
            message = f"'{old}'의 신모듈이 둘입니다: '{replaced[old]}' - 하나만 적으세요"
            yield Wrong("pg_methods", path, message)
        replaced[old] = name


def _codes(file: MethodsFile) -> Iterator[Wrong]:
    """Yield codes of another gateway's module (one gateway's may share theirs), or of a version that has no module."""
    owners: dict[tuple[str, str], str] = {}
    for name, module in file.modules.items():
        for version, code in (("v1", module.v1_code), ("v2", module.v2_code)):
            path: KeyPath = ("modules", name, f"{version}_code")
            if code is None:
                continue
            if version not in module.portone:
                message = f"이 모듈의 portone에 없는 버전의 코드입니다: '{code}' - portone을 고치거나 이 줄을 지우세요"
                yield Wrong("pg_methods", path, message)
            first = owners.setdefault((version, code), name)
            if file.modules[first].gateway != module.gateway:
                message = f"다른 결제대행사의 코드입니다: '{code}' ('{first}') - 이 모듈의 코드를 적으세요"
                yield Wrong("pg_methods", path, message)
