"""주문이 가는 길: 포트원에 물어 확인한 것만 믿습니다."""

import threading
# {% if charged %}
from datetime import UTC, datetime, timedelta
# {% endif %}
from types import ModuleType

# {% if "identity" in kinds %}
import identity
# {% endif %}
# {% filter each(modules) %}
import NAME
# {% endfilter %}
import payments
# {% if charged %}
from orders import CUSTOMER_ID, Order, new_order
# {% else %}
from orders import Order
# {% endif %}
from portone import PortOneError

Reply = dict[str, str]

_LOCK = threading.Lock()
MODULES: dict[str, ModuleType] = {
    # {% filter each(modules) %}
    "NAME": NAME,
    # {% endfilter %}
}


def settle(order: Order, payment_no: str) -> Reply:
    """포트원이 말하는 대로 주문을 바꿉니다. 몇 번 해도 같습니다."""
    seen = payments.check(
        # {% if portone == "v1" %}
        payment_no,
        # {% endif %}
        order.id,
        order.item["amount"],
        order.item["currency"],
        # {% if portone == "v2" %}
        order.channel_key,
        # {% endif %}
    )
    if seen.status in {"not_paid", "wrong"}:
        return {"status": seen.status}
    with _LOCK:
        if order.status != "cancelled":
            order.status = seen.status
            order.account = seen.account
            order.payment_no = payment_no
    # {% if charged %}
    if order.status == "paid" and order.billing_key:
        _plan_next(order)
    # {% endif %}
    return {"status": order.status, "account": order.account}


def complete(order: Order, imp_uid: str, billing_key: str) -> Reply:
    """결제창이 끝난 뒤: 브라우저가 말한 것을 확인합니다."""
    # {% if portone == "v2" %}
    payment_no = order.id
    # {% else %}
    payment_no = imp_uid
    # {% if charged %}
    billing_key = f"card{order.id}"
    # {% endif %}
    # {% endif %}
    # {% if "identity" in kinds %}
    if order.item["kind"] == "identity":
        return _identify(order, imp_uid)
    # {% endif %}
    # {% if "billing" in kinds %}
    if order.item["kind"] == "billing":
        return _register(order, billing_key)
    # {% endif %}
    # {% if "billing_paid" in kinds %}
    reply = settle(order, payment_no)
    if (
        order.item["kind"] == "billing_paid"
        and order.status == "paid"
        and _is_key(order, billing_key)
    ):
        order.billing_key = billing_key
        _plan_next(order)
    return reply
    # {% else %}
    return settle(order, payment_no)
    # {% endif %}


# {% if "identity" in kinds %}
def _identify(order: Order, imp_uid: str) -> Reply:
    # {% if portone == "v2" %}
    name = identity.verified_name(order.id)
    # {% else %}
    name = identity.verified_name(imp_uid, order.id)
    # {% endif %}
    if name is None:
        return {"status": "not_verified"}
    order.status = "verified"
    return {"status": "verified", "name": name}


# {% endif %}
# {% if window_keys %}
def _is_key(order: Order, billing_key: str) -> bool:
    billing = MODULES[order.item["id"]]
    try:
        # {% if portone == "v2" %}
        return bool(
            billing.is_issued(
                billing_key, order.id, order.channel_key
            )
        )
        # {% else %}
        return bool(billing.is_issued(billing_key))
        # {% endif %}
    except PortOneError:
        return False


# {% endif %}
# {% if "billing" in kinds %}
def _register(order: Order, billing_key: str) -> Reply:
    if not _is_key(order, billing_key):
        return {"status": "not_registered"}
    return _subscribe(order, billing_key)


# {% endif %}
# {% if "billing" in kinds or "card_billing" in kinds %}
def _subscribe(order: Order, billing_key: str) -> Reply:
    """첫 달을 청구합니다. 두 번 불러도 한 번만 합니다."""
    with _LOCK:
        if order.billing_key:
            return {"status": order.status}
        order.billing_key = billing_key
    order.planned = True  # 예약은 청구한 주문에서 이어집니다
    first = new_order(order.item, billing_key)
    reply = _charge(first)
    order.status = reply["status"]
    return {**reply, "charged": first.id}


def _charge(order: Order) -> Reply:
    billing = MODULES[order.item["id"]]
    try:
        payment_no = billing.charge(
            order.id,
            order.billing_key,
            # {% if portone == "v2" %}
            CUSTOMER_ID,
            # {% endif %}
            order.item["name"],
            order.item["amount"],
            order.item["currency"],
        )
    except PortOneError as error:
        return {"status": "failed", "message": str(error)}
    return settle(order, payment_no)


# {% endif %}
# {% if charged %}
def _plan_next(order: Order) -> None:
    """다음 달의 청구를 한 번만 예약합니다."""
    with _LOCK:
        if order.planned:
            return
        order.planned = True
    following = new_order(order.item, order.billing_key)
    try:
        MODULES[order.item["id"]].schedule(
            following.id,
            following.billing_key,
            # {% if portone == "v2" %}
            CUSTOMER_ID,
            # {% endif %}
            following.item["name"],
            following.item["amount"],
            following.item["currency"],
            datetime.now(UTC) + timedelta(days=30),
        )
    except Exception:
        order.planned = False  # 다음 웹훅에서 다시 합니다
        raise


def stop(order: Order) -> Reply:
    """정기결제를 그만둡니다: 예약 취소와 빌링키 삭제."""
    if not order.billing_key:
        return {"status": order.status}
    MODULES[order.item["id"]].stop(order.billing_key)
    order.billing_key = ""
    order.status = "stopped"
    return {"status": "stopped"}


# {% endif %}
# {% if "card_billing" in kinds or "key_in" in kinds %}
def by_card(order: Order, card: dict[str, str]) -> Reply:
    """카드 번호로: 한 번 결제하거나, 등록하고 청구합니다."""
    module = MODULES[order.item["id"]]
    try:
        # {% if "card_billing" in kinds %}
        if order.item["kind"] == "card_billing":
            if order.billing_key:
                return {"status": order.status}
            # {% if portone == "v2" %}
            customer = CUSTOMER_ID
            # {% else %}
            customer = f"card{order.id}"
            # {% endif %}
            key = module.issue(card, customer, order.channel_key)
            return _subscribe(order, key)
        # {% endif %}
        # {% if "key_in" in kinds %}
        if order.item["kind"] != "key_in":
            return {"status": order.status}
        payment_no = module.pay(
            order.id,
            card,
            order.item["name"],
            order.item["amount"],
            order.item["currency"],
            order.channel_key,
        )
        return settle(order, payment_no)
        # {% endif %}
    except PortOneError as error:
        return {"status": "failed", "message": str(error)}
    # {% if "key_in" not in kinds %}
    return {"status": order.status}
    # {% endif %}


# {% endif %}
def cancel(order: Order, reason: str) -> Reply:
    """전액 취소합니다. 가게만 부를 수 있어야 합니다."""
    try:
        # {% if portone == "v2" %}
        payments.cancel(order.id, reason)
        # {% else %}
        payments.cancel(
            order.payment_no, reason, order.item["amount"]
        )
        # {% endif %}
    except PortOneError as error:
        return {"status": "failed", "message": str(error)}
    return settle(order, order.payment_no)
