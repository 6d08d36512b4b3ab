<?php
// 화면과 주소. 결제가 가는 길은 checkout.php에 있습니다.
declare(strict_types=1);

require __DIR__ . "/settings.php";
require __DIR__ . "/portone.php";
require __DIR__ . "/orders.php";
require __DIR__ . "/payments.php";
require __DIR__ . "/webhook.php";
require __DIR__ . "/checkout.php";

function answer(array $said, int $code = 200): never
{
    http_response_code($code);
    header("Content-Type: application/json");
    exit(json_encode((object) $said));
}

function text(array $said, string $name): string
{
    $value = $said[$name] ?? "";
    return is_string($value) ? $value : "";
}

/** 우리 주문. 없으면 404. */
function kept(array $said): Order
{
    return Order::find(text($said, "orderId")) ?? answer([], 404);
}

/** 주문을 만듭니다: 금액은 서버가 정합니다. */
function order(array $said): array
{
    $item = items()[text($said, "item")] ?? answer([], 404);
    return Order::create($item)->forBrowser();
}

/** 포트원이 알릴 때: 본문은 받은 그대로 확인합니다. */
function receive(string $body): array
{
    try {
        [$orderId, $paymentNo] = order_of($body);
    } catch (UnexpectedValueException) {
        answer([], 400);
    }
    $order = Order::find($orderId);
    return $order ? settle($order, $paymentNo) : ["status" => "ignored"];
}

/** 전액 취소: ADMIN_TOKEN을 아는 가게만. */
function cancelled(array $said): array
{
    $token = setting("ADMIN_TOKEN");
    $given = $_SERVER["HTTP_AUTHORIZATION"] ?? "";
    if ($token === "" || !hash_equals("Bearer $token", $given)) {
        answer([], 403);
    }
    return cancel(kept($said), text($said, "reason") ?: "고객 요청");
}

$path = (string) parse_url($_SERVER["REQUEST_URI"], PHP_URL_PATH);
if ($_SERVER["REQUEST_METHOD"] !== "POST") {
    if (!str_starts_with($path, "/payment/return/")) {
        return false; // public/의 파일
    }
    // 휴대폰이 결제창에서 돌아오는 곳
    readfile(__DIR__ . "/public/return.html");
    return true;
}
$body = (string) file_get_contents("php://input");
$said = json_decode($body, true);
$said = is_array($said) ? $said : [];
try {
    answer(match ($path) {
        "/orders" => order($said),
        // 결제창이 끝났다고 브라우저가 말할 때
        "/payment/complete" => complete(
            kept($said),
            text($said, "impUid"),
        ),
        "/webhook" => receive($body),
        "/admin/cancel" => cancelled($said),
        default => answer([], 404),
    });
} catch (PortOneError) {
    // 포트원이 답하지 못한 것: 결제되었다고 보지 않습니다
    answer(["status" => "unknown"], 502);
}
