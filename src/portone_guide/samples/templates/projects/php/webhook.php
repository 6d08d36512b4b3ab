<?php
// 웹훅이 누구의 주문 이야기인지.
declare(strict_types=1);

// {% if portone == "v2" %}
const TOLERANCE = 5 * 60;

/**
 * 서명이 맞는 웹훅의 주문 번호와 결제 번호. 결제가 아니면 빈 글.
 *
 * 서명은 받은 그대로의 본문에서만 맞습니다(Standard Webhooks).
 * 틀리거나 5분이 지났으면 UnexpectedValueException이 납니다.
 */
function order_of(string $body): array
{
    $id = $_SERVER["HTTP_WEBHOOK_ID"] ?? "";
    $time = $_SERVER["HTTP_WEBHOOK_TIMESTAMP"] ?? "";
    $given = $_SERVER["HTTP_WEBHOOK_SIGNATURE"] ?? "";
    if (!ctype_digit($time) || abs(time() - (int) $time) > TOLERANCE) {
        throw new UnexpectedValueException("때가 지났습니다");
    }
    $secret = preg_replace("/^whsec_/", "", setting("PORTONE_WEBHOOK_SECRET"));
    $key = base64_decode((string) $secret, true);
    if ($key === false || $key === "") {
        throw new UnexpectedValueException("시크릿이 없습니다");
    }
    $signed = hash_hmac("sha256", "$id.$time.$body", $key, true);
    $right = "v1," . base64_encode($signed);
    $same = array_filter(
        explode(" ", $given),
        fn (string $one): bool => hash_equals($right, $one),
    );
    if (!$same) {
        throw new UnexpectedValueException("서명이 다릅니다");
    }
    $data = json_decode($body, true)["data"] ?? [];
    $orderId = (string) ($data["paymentId"] ?? "");
    return [$orderId, $orderId];
}
// {% else %}
/**
 * 웹훅의 주문 번호와 결제 번호(imp_uid).
 *
 * 누구나 보낼 수 있으니 포트원에 다시 물어 확인하세요.
 */
function order_of(string $body): array
{
    $said = json_decode($body, true);
    $orderId = $said["merchant_uid"] ?? null;
    $impUid = $said["imp_uid"] ?? null;
    if (!is_string($orderId) || !is_string($impUid)) {
        throw new UnexpectedValueException("결제의 웹훅이 아닙니다");
    }
    return [$orderId, $impUid];
}
// {% endif %}
