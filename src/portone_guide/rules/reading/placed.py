"""What belongs to one gateway stands in its file, and nothing else does."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from portone_guide.rules.errors import Problem
from portone_guide.rules.models.fields import ModuleId
from portone_guide.rules.models.gateway import GatewayFile
from portone_guide.rules.reading.shape import field_types
from portone_guide.rules.reading.yaml_text import Document


def misplaced(
    general: Mapping[str, Any], gateways: Mapping[str, GatewayFile], documents: Mapping[str, Document]
) -> Iterator[Problem]:
    """Yield rows of one gateway in a general file, and rows of no or another gateway in its own."""
    known = general["pg_methods"].gateways if "pg_methods" in general else ()
    modules = general["pg_methods"].modules if "pg_methods" in general else {}
    owners = {name: module.gateway for name, module in modules.items()}
    by_module = [name for name, kind in field_types(GatewayFile).items() if get_args(kind)[:1] == (ModuleId,)]
    for name in general["conflicts"].conflicts if "conflicts" in general else ():
        if owner := _owner(name, known):
            yield documents["conflicts"].problem(("conflicts", name), _move(owner))
    for name, paper in general["contracts"].documents.items() if "contracts" in general else ():
        if len(paper.gateways) == 1:
            yield documents["contracts"].problem(("documents", name), _move(paper.gateways[0]))
    for index, row in enumerate(general["merchant_ids"].verdicts if "merchant_ids" in general else ()):
        if len(row.gateways) == 1:
            yield documents["merchant_ids"].problem(("verdicts", index), _move(row.gateways[0]))
    for key, file in gateways.items():
        if known and file.gateway not in known:
            message = f"pg_methods.yaml의 gateways에 없습니다: '{file.gateway}' - 이름·role·출처를 적으세요"
            yield documents[key].problem(("gateway",), message)
        for table in by_module:
            for name in getattr(file, table):
                if (owner := owners.get(name, file.gateway)) != file.gateway:
                    yield documents[key].problem((table, name), _move(owner))
        for name in file.conflicts:
            if _owner(name, known) not in {file.gateway, None} or not name.startswith(f"{file.gateway}-"):
                message = f"'{file.gateway}-'로 시작해야 합니다: '{name}'"
                yield documents[key].problem(("conflicts", name), message)


def _owner(name: str, gateways: Iterable[str]) -> str | None:
    """Return the gateway that a conflict's name begins with."""
    found = (gateway for gateway in gateways if name.startswith(f"{gateway}-"))
    return max(found, key=len, default=None)


def _move(gateway: str) -> str:
    return f"한 결제대행사의 행입니다: gateways/{gateway}.yaml로 옮기세요"
