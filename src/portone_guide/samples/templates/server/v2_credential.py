def credential(card: dict[str, str]) -> CardCredential:
    """브라우저의 입력란을 API의 이름으로."""
    birth = card["birth"]
    return CardCredential(
        number=card["number"],
        expiry_year=card["expiryYear"],
        expiry_month=card["expiryMonth"],
        birth_or_business_registration_number=birth,
        password_two_digits=card["password"],
    )
