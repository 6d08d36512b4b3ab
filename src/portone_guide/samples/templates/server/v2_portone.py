# pip install portone-server-sdk
import os

from portone_server_sdk import (
    IdentityVerificationClient,
    PaymentClient,
)
from portone_server_sdk.errors import PortOneError

__all__ = ["PortOneError", "identities", "payments"]

SECRET = os.environ["PORTONE_API_SECRET"]
# 테스트는 TEST, 실제로 열 때는 LIVE
CHANNEL_TYPE = os.environ["PORTONE_CHANNEL_TYPE"]

payments = PaymentClient(secret=SECRET)
identities = IdentityVerificationClient(secret=SECRET)
