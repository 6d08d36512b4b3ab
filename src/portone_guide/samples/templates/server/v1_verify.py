# {% include "server/v1_client.py" %}


def is_paid(
    imp_uid: str, merchant_uid: str, amount: int
) -> bool:
    # amount: 브라우저가 아니라 우리 주문에 적힌 금액
    # 테스트 결제까지 조회: 실제로 열 때는 빼세요
    path = f"/payments/{imp_uid}?include_sandbox=true"
    payment = call("GET", path)
    return (
        payment["status"] == "paid"
        and payment["merchant_uid"] == merchant_uid
        and payment["amount"] == amount
    )
