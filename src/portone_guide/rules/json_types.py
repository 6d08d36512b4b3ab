"""What the values of a report are like, beyond text and number: for the JSON Schema, and free at run time."""

from typing import TYPE_CHECKING, Annotated, Any

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic_core import CoreSchema


class _Form:
    """Tells pydantic what to say of a value in the schema."""

    def __init__(self, **said: Any) -> None:
        self._said = said

    def __get_pydantic_json_schema__(self, schema: "CoreSchema", handler: "GetJsonSchemaHandler") -> dict[str, Any]:
        return {**handler(schema), **self._said}


Url = Annotated[str, _Form(pattern="^https://")]
DayText = Annotated[str, _Form(format="date", pattern=r"^\d{4}-\d{2}-\d{2}$")]
NotEmpty = Annotated[str, _Form(minLength=1)]
Count = Annotated[int, _Form(minimum=0)]
"""Also won: no amount that the program tells is negative."""
Urls = Annotated[list[Url], _Form(minItems=1)]
"""The pages of a fact, which is never without one."""
