<?php
// 포트원 API. php-curl이 있어야 합니다.
declare(strict_types=1);

// {% if portone == "v2" %}
const API = "https://api.portone.io";
// {% else %}
const API = "https://api.iamport.kr";
// {% endif %}

/** 포트원이 거절했거나 답하지 못한 요청. */
final class PortOneError extends RuntimeException
{
}

/** 답의 HTTP 코드와 내용. */
function request(
    string $method,
    string $path,
    array $headers,
    ?array $body,
): array {
    $to = curl_init(API . $path);
    curl_setopt_array($to, [
        CURLOPT_CUSTOMREQUEST => $method,
        CURLOPT_HTTPHEADER => ["Content-Type: application/json", ...$headers],
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 60,
    ]);
    if ($body !== null) {
        curl_setopt($to, CURLOPT_POSTFIELDS, json_encode($body));
    }
    $text = curl_exec($to);
    $answer = is_string($text) ? json_decode($text, true) : null;
    if (!is_array($answer)) {
        throw new PortOneError("답이 없습니다");
    }
    return [curl_getinfo($to, CURLINFO_RESPONSE_CODE), $answer];
}

// {% if portone == "v2" %}
/** API를 부르고 답을 돌려줍니다. */
function call(string $method, string $path, ?array $body = null): array
{
    $secret = setting("PORTONE_API_SECRET");
    $headers = ["Authorization: PortOne $secret"];
    [$code, $answer] = request($method, $path, $headers, $body);
    if ($code >= 400) {
        $why = $answer["message"] ?? $answer["type"] ?? "";
        throw new PortOneError((string) $why);
    }
    return $answer;
}
// {% else %}
function token(): string
{
    [, $answer] = request("POST", "/users/getToken", [], [
        "imp_key" => setting("PORTONE_V1_KEY"),
        "imp_secret" => setting("PORTONE_V1_SECRET"),
    ]);
    return $answer["response"]["access_token"]
        ?? throw new PortOneError("토큰을 받지 못했습니다");
}

/** API를 부르고 response를 돌려줍니다. */
function call(string $method, string $path, ?array $body = null): array
{
    $headers = ["Authorization: Bearer " . token()];
    [$code, $answer] = request($method, $path, $headers, $body);
    if ($code >= 400 || ($answer["code"] ?? -1) !== 0) {
        throw new PortOneError((string) ($answer["message"] ?? ""));
    }
    return $answer["response"];
}
// {% endif %}

/** 테스트는 TEST, 실제로 열 때는 LIVE. */
function channel_type(): string
{
    return setting("PORTONE_CHANNEL_TYPE");
}
