"""Methods that are parts of a wider one: the wallets inside Alipay+, the brands among cards, what Japan pays with."""

from collections.abc import Iterable
from functools import cached_property
from itertools import product

from portone_guide.rules.models.fields import PaymentType
from portone_guide.rules.models.method import Family, MethodsFile


class Families:
    """The families of the rule file, by member and by the wider method."""

    def __init__(self, file: MethodsFile) -> None:
        self._file = file

    @cached_property
    def _around(self) -> dict[tuple[PaymentType, str], tuple[tuple[str, Family], ...]]:
        found: dict[tuple[PaymentType, str], tuple[tuple[str, Family], ...]] = {}
        for wider, family in self._file.families.items():
            for kind in family.types:
                for member in family.members:
                    found[kind, member] = (*found.get((kind, member), ()), (wider, family))
        return found

    @cached_property
    def _any(self) -> frozenset[tuple[PaymentType, str]]:
        return frozenset(
            (kind, method)
            for wider, family in self._file.families.items()
            for kind, method in product(family.types, (wider, *family.members))
        )

    def has(self, kind: PaymentType, method: str) -> bool:
        """Tell whether a method is in a family, or has one."""
        return (kind, method) in self._any

    def around(self, kind: PaymentType, method: str) -> tuple[tuple[str, Family], ...]:
        """Return the wider methods that have this one in them, each with its family."""
        return self._around.get((kind, method), ())

    def inside(self, kind: PaymentType, method: str) -> tuple[str, ...]:
        """Return the members of a wider method."""
        family = self._file.families.get(method)
        return family.members if family and kind in family.types else ()

    def of_parts(self, kind: PaymentType, method: str) -> Family | None:
        """Return the family of a wider method that is nothing but its members."""
        family = self._file.families.get(method)
        return family if family and family.whole and kind in family.types else None

    def akin(self, kind: PaymentType, method: str) -> frozenset[str]:
        """Return the methods whose rows may say something of this one: itself, wider ones, its parts and theirs."""
        if not self.has(kind, method):
            return frozenset({method})
        family = self.of_parts(kind, method)
        near = (method, *(family.members if family else ()))
        return frozenset(near) | {wider for one in near for wider, _ in self.around(kind, one)}

    def with_members(self, methods: Iterable[str]) -> frozenset[str]:
        """Return methods and all that is in them."""
        near = tuple(methods)
        families = (self._file.families[method] for method in near if method in self._file.families)
        return frozenset(near) | {member for family in families for member in family.members}
