from urllib.parse import quote

from portone import call


def verified_name(
    imp_uid: str, order_id: str
) -> str | None:
    """본인인증을 마친 사람의 이름. 마치지 않았으면 None."""
    path = f"/certifications/{quote(imp_uid, safe='')}"
    found = call("GET", path)
    if not found["certified"]:
        return None
    if found["merchant_uid"] != order_id:
        return None
    name: str = found["name"]
    return name
