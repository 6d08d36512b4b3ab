"""Whom rows concern: no scope that nobody is in, no refusal without its reason, no reserve without its length."""

from collections.abc import Iterator

from portone_guide.rules.checks.check import ReadFiles, Wrong


def check(files: ReadFiles) -> Iterator[Wrong]:
    """Yield notes for a PortOne version that their module does not have, and contract rows that say half."""
    for name, notes in files.pg_methods.module_notes.items():
        module = files.pg_methods.modules.get(name)
        for index, note in enumerate(notes):
            if module and not set(note.scope.portone) <= set(module.portone):
                message = f"'{name}'에 없는 포트원 버전입니다: 모듈의 portone에 있는 버전을 적으세요"
                yield Wrong("pg_methods", ("module_notes", name, index, "scope", "portone"), message)
    for name, contract in files.contracts.gateways.items():
        for demand, row in contract.demands.items():
            if row.asked != "yes" and row.why is None:
                message = "yes가 아니면 까닭을 why에 적으세요"
                yield Wrong("contracts", ("gateways", name, "demands", demand, "asked"), message)
        if contract.reserve and (contract.reserve.days is None) == (contract.reserve.months is None):
            message = "붙드는 기간을 days나 months 하나로 적으세요"
            yield Wrong("contracts", ("gateways", name, "reserve"), message)
