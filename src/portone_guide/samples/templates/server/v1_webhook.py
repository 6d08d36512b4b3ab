import json


def order_of(body: bytes) -> tuple[str, str]:
    """웹훅의 주문 번호와 결제 번호(imp_uid).

    누구나 보낼 수 있으니 포트원에 다시 물어 확인하세요.
    """
    said = json.loads(body)
    return str(said["merchant_uid"]), str(said["imp_uid"])
