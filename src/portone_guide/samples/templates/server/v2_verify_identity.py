from portone import CHANNEL_TYPE, identities
from portone_server_sdk.identity_verification import (
    VerifiedIdentityVerification,
)


def verified_name(verification_id: str) -> str | None:
    """본인인증을 마친 사람의 이름. 마치지 않았으면 None."""
    found = identities.get_identity_verification(
        identity_verification_id=verification_id,
    )
    if not isinstance(found, VerifiedIdentityVerification):
        return None
    if found.channel and found.channel.type != CHANNEL_TYPE:
        return None
    return found.verified_customer.name
