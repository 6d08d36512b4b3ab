"""우리 주문: 금액은 여기서 정하고 브라우저의 것은 믿지 않습니다.

메모리에만 있습니다. 쓰는 데이터베이스로 바꾸세요.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict
from uuid import uuid4

CUSTOMER_ID = "customer1234"  # 로그인한 회원의 것으로


class Item(TypedDict):
    """팔 것 하나. channel은 채널 키가 든 환경 변수."""

    id: str
    kind: str
    name: str
    amount: int
    currency: str
    channel: str


_FILE = Path(__file__).with_name("items.json")
_LIST: list[Item] = json.loads(_FILE.read_text("utf-8"))
ITEMS = {item["id"]: item for item in _LIST}


@dataclass
class Order:
    """주문 하나. billing_key가 있으면 정기결제의 것."""

    id: str
    item: Item
    status: str = "created"
    payment_no: str = ""
    account: str = ""
    billing_key: str = ""
    planned: bool = False

    @property
    def channel_key(self) -> str:
        """이 주문을 결제할 채널의 키."""
        return os.environ[self.item["channel"]]


ORDERS: dict[str, Order] = {}


def new_order(item: Item, billing_key: str = "") -> Order:
    """주문을 만듭니다. 번호는 글자와 숫자만 씁니다."""
    order = Order(uuid4().hex, item, billing_key=billing_key)
    ORDERS[order.id] = order
    return order


def for_browser(order: Order) -> dict[str, str | int]:
    """결제창을 여는 데 드는 값. 비밀은 없습니다."""
    return {
        # {% if portone == "v1" %}
        "impCode": os.environ["PORTONE_IMP_CODE"],
        # {% else %}
        "storeId": os.environ["PORTONE_STORE_ID"],
        # {% endif %}
        "channelKey": order.channel_key,
        "orderId": order.id,
        "orderName": order.item["name"],
        "amount": order.item["amount"],
    }
