# {% include "server/v1_client.py" %}


def verified_name(imp_uid: str) -> str | None:
    found = call("GET", f"/certifications/{imp_uid}")
    return found["name"] if found["certified"] else None
