<?php
// 주문이 가는 길: 포트원에 물어 확인한 것만 믿습니다.
declare(strict_types=1);

/** 포트원이 말하는 대로 주문을 바꿉니다. 몇 번 해도 같습니다. */
function settle(Order $order, string $paymentNo): array
{
    [$status, $account] = check($order, $paymentNo);
    if (in_array($status, ["not_paid", "wrong"], true)) {
        return ["status" => $status];
    }
    $how = function (Order $now) use ($status, $account, $paymentNo): void {
        if ($now->status !== "cancelled") {
            $now->status = $status;
            $now->account = $account;
            $now->paymentNo = $paymentNo;
        }
    };
    $now = Order::change($order->id, $how);
    return ["status" => $now->status, "account" => $now->account];
}

/** 결제창이 끝난 뒤: 브라우저가 말한 것을 확인합니다. */
function complete(Order $order, string $impUid): array
{
    // {% if portone == "v2" %}
    return settle($order, $order->id);
    // {% else %}
    return settle($order, $impUid);
    // {% endif %}
}

/** 전액 취소합니다. 가게만 부를 수 있어야 합니다. */
function cancel(Order $order, string $reason): array
{
    try {
        refund($order, $reason);
    } catch (PortOneError $error) {
        return ["status" => "failed", "message" => $error->getMessage()];
    }
    return settle($order, $order->paymentNo);
}
