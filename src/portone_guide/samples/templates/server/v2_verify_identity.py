# pip install portone-server-sdk
import os

from portone_server_sdk import IdentityVerificationClient
from portone_server_sdk.identity_verification import (
    VerifiedIdentityVerification,
)

verifications = IdentityVerificationClient(
    secret=os.environ["PORTONE_API_SECRET"],
)


def verified_name(verification_id: str) -> str | None:
    found = verifications.get_identity_verification(
        identity_verification_id=verification_id,
    )
    if not isinstance(found, VerifiedIdentityVerification):
        return None
    return found.verified_customer.name
