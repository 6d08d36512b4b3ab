def is_issued(customer_uid: str) -> bool:
    """결제창에서 등록한 카드인지. 없으면 오류."""
    path = f"/subscribe/customers/{customer_uid}"
    found = call("GET", path)
    same: bool = found["customer_uid"] == customer_uid
    return same and found.get("sandbox", False) == IS_TEST
