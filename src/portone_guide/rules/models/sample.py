"""The shape of ``code_samples.yaml``: which calls and parameters the pages document for each module."""

from typing import Literal, NamedTuple

from portone_guide.rules.models.fields import (
    Code,
    IntegrationStyle,
    MethodId,
    ModuleId,
    OfGateways,
    PaymentType,
    PortOneVersion,
    SourceId,
    Text,
)

SampleCall = Literal[
    "v1_request_pay",
    "v1_request_billing",
    "v1_certification",
    "v1_load_ui",
    "v1_api_billing",
    "v1_api_key_in",
    "v2_request_payment",
    "v2_issue_billing_key",
    "v2_issue_billing_key_and_pay",
    "v2_identity",
    "v2_load_payment_ui",
    "v2_load_billing_ui",
    "v2_api_billing",
    "v2_api_key_in",
]

CommonParameter = Literal[
    "amount",
    "buyer_email",
    "buyer_name",
    "buyer_tel",
    "channelKey",
    "currency",
    "customer_uid",
    "identityVerificationId",
    "m_redirect_url",
    "merchant_uid",
    "name",
    "orderName",
    "paymentId",
    "redirectUrl",
    "storeId",
    "totalAmount",
]
"""What a call takes at any module, if its row does not say otherwise."""

SampleVariable = Literal[
    "$amount",
    "$channelKey",
    "$customerUid",
    "$dueDate",
    "$dueDay",
    "$dueSeconds",
    "$issueId",
    "$orderId",
    "$orderName",
    "$paymentId",
    "$redirectUrl",
    "$storeId",
    "$verificationId",
]
"""What the pages of a sample have values for."""


class CodeSample(NamedTuple):
    """One call that a module documents for one payment type.

    ``methods`` gives the value that the call takes for each method id. ``params`` are what this module needs
    beyond what every call has, by dotted name; ``method_params`` the same for single methods. A value is read
    as JSON where it is JSON, else as text; ``$name`` is a variable of the sample. ``charge_params`` are for charging
    a key that the call issued. ``without`` are common parameters that this module does not take. ``pays_when_issued``
    are methods with which registering a key takes the first payment too.
    """

    portone: PortOneVersion
    type: PaymentType
    style: IntegrationStyle
    call: SampleCall
    methods: dict[MethodId, Text]
    sources: tuple[SourceId, ...]
    params: dict[Code, Text] = {}  # noqa: RUF012
    method_params: dict[MethodId, dict[Code, Text]] = {}  # noqa: RUF012
    charge_params: dict[Code, Text] = {}  # noqa: RUF012
    without: tuple[CommonParameter, ...] = ()
    pays_when_issued: tuple[MethodId, ...] = ()
    notes: tuple[Text, ...] = ()


class CallSource(NamedTuple):
    """The pages that say how a call is made."""

    sources: tuple[SourceId, ...]


class SamplesFile(NamedTuple):
    """``code_samples.yaml``."""

    kind: Literal["code_samples"]
    calls: dict[SampleCall, CallSource]
    samples: OfGateways[dict[ModuleId, tuple[CodeSample, ...]]] = {}  # noqa: RUF012 - never changed
