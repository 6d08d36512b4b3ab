<?php
// 포트원이 말하는 결제: 우리 주문과 견줍니다.
declare(strict_types=1);

// {% if portone == "v2" %}
/** 주문의 상태와 가상계좌. 우리 주문과 다르면 wrong. */
function check(Order $order, string $paymentNo): array
{
    $payment = call("GET", "/payments/" . rawurlencode($order->id));
    $status = $payment["status"] ?? "";
    if ($status === "CANCELLED") {
        return ["cancelled", ""];
    }
    if (!in_array($status, ["PAID", "VIRTUAL_ACCOUNT_ISSUED"], true)) {
        return ["not_paid", ""];
    }
    $key = $payment["channel"]["key"] ?? null;
    if (
        $payment["amount"]["total"] !== $order->item["amount"]
        || $payment["currency"] !== $order->item["currency"]
        || !in_array($key, [null, $order->channelKey()], true)
        || $payment["channel"]["type"] !== channel_type()
    ) {
        return ["wrong", ""];
    }
    if ($status === "PAID") {
        return ["paid", ""];
    }
    $method = $payment["method"] ?? [];
    $bank = $method["bank"] ?? "";
    $number = $method["accountNumber"] ?? "";
    return ["account_issued", trim("$bank $number")];
}

/** 전액 취소. 가상계좌는 refundAccount도 넘기세요. */
function refund(Order $order, string $reason): void
{
    $path = "/payments/" . rawurlencode($order->id) . "/cancel";
    call("POST", $path, ["reason" => $reason]);
}
// {% else %}
/** 주문의 상태와 가상계좌. 우리 주문과 다르면 wrong. */
function check(Order $order, string $paymentNo): array
{
    $isTest = channel_type() === "TEST";
    $path = "/payments/" . rawurlencode($paymentNo);
    // 테스트 결제는 이렇게만 조회됩니다
    $path .= $isTest ? "?include_sandbox=true" : "";
    $payment = call("GET", $path);
    if (
        $payment["merchant_uid"] !== $order->id
        || (float) $payment["amount"] !== (float) $order->item["amount"]
        || ($payment["currency"] ?? "KRW") !== $order->item["currency"]
        || ($payment["sandbox"] ?? false) !== $isTest
    ) {
        return ["wrong", ""];
    }
    $number = $payment["vbank_num"] ?? "";
    $bank = $payment["vbank_name"] ?? "";
    return match (true) {
        $payment["status"] === "cancelled" => ["cancelled", ""],
        $payment["status"] === "paid" => ["paid", ""],
        $payment["status"] === "ready" && $number !== ""
            => ["account_issued", trim("$bank $number")],
        default => ["not_paid", ""],
    };
}

/**
 * 전액 취소. 가상계좌는 refund_holder 등도 넘기세요.
 *
 * checksum은 남은 금액: 다르면 포트원이 거절합니다.
 */
function refund(Order $order, string $reason): void
{
    call("POST", "/payments/cancel", [
        "imp_uid" => $order->paymentNo,
        "reason" => $reason,
        "checksum" => $order->item["amount"],
    ]);
}
// {% endif %}
