"""The server's part of a project, without its framework, against PortOne's API on this machine."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from portone_guide.starter.files import files_of
from projects_offered import project_of
from support import ROOT

PROOFS = ROOT / "tests" / "proofs"
SCRIPT = """
import json, os, sys
sys.path.insert(0, os.environ["PROOFS"])
from fake_portone import running
with running() as (fake, address):
    os.environ["FAKE_PORTONE"] = address
    exec(open(os.environ["PROOFS"] + "/stubs/sitecustomize.py").read())
    import checkout, orders
    version = os.environ["VERSION"]
    seen = []
    def paid(order, **changes):
        if version == "v2":
            request = {"paymentId": order.id, "totalAmount": 1000, "currency": "KRW", "payMethod": "CARD"}
            fake.paid("v2", {"call": "requestPayment", "request": {**request, **changes}})
            return order.id
        request = {"merchant_uid": order.id, "amount": changes.get("totalAmount", 1000)}
        return fake.paid("v1", {"call": "request_pay", "request": request})["imp_uid"]
    card, billing = (orders.ITEMS[name] for name in os.environ["ITEMS"].split())
    order = orders.new_order(card)
    number = paid(order)
    seen.append(checkout.complete(order, number, "")["status"])
    seen.append(checkout.complete(order, number, "")["status"])
    seen.append(checkout.cancel(order, "test")["status"])
    seen.append(checkout.settle(order, number)["status"])
    cheap = orders.new_order(card)
    seen.append(checkout.complete(cheap, paid(cheap, totalAmount=1), "")["status"])
    typed = {"number": "4111111111111111", "expiryYear": "30", "expiryMonth": "12", "birth": "900101", "password": "12"}
    subscription = orders.new_order(billing)
    seen.append(checkout.by_card(subscription, typed)["status"])
    seen.append(len(fake.schedules))
    (following,) = fake.came_due(version)
    seen.append(checkout.settle(orders.ORDERS[following[0]], following[1])["status"])
    seen.append(len(fake.schedules))
    seen.append(checkout.stop(subscription)["status"])
    seen.append(len(fake.schedules))
    print(json.dumps({"seen": seen, "wrong": fake.wrong}))
"""
SEEN = ["paid", "paid", "cancelled", "cancelled", "wrong", "paid", 1, "paid", 1, "stopped", 0]


@pytest.mark.loopback
@pytest.mark.parametrize("portone", ["v1", "v2"])
def test_an_order_is_paid_only_when_it_was(portone: str, tmp_path: Path) -> None:
    project = project_of("fastapi", ["nice"], portone, one_time=["card"], billing=["card"])
    for name, text in files_of(project).items():
        if name.endswith((".py", ".json")):
            (tmp_path / name).write_text(text, "utf-8")
    settings = {setting.variable: "channel-of-the-proof" for setting in project.channels}
    env = {
        **os.environ,
        **settings,
        **{"PORTONE_CHANNEL_TYPE": "TEST", "PORTONE_API_SECRET": "secret-of-the-proof"},
        **{"PORTONE_V1_KEY": "key", "PORTONE_V1_SECRET": "secret"},
        **{"PROOFS": str(PROOFS), "VERSION": portone, "PYTHONPATH": str(tmp_path), "FAKE_PORTONE": "http://127.0.0.1"},
        "ITEMS": " ".join(offer.item.id for offer in project.offers),
    }
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=tmp_path, env=env, capture_output=True, text=True, timeout=120, check=False
    )
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout) == {"seen": SEEN, "wrong": []}
