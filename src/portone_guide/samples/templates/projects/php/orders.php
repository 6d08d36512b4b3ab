<?php
// 우리 주문: 금액은 여기서 정하고 브라우저의 것은 믿지 않습니다.
// orders/의 파일에 있습니다. 쓰는 데이터베이스로 바꾸세요.
declare(strict_types=1);

/** 팔 것. channel은 채널 키가 든 환경 변수. */
function items(): array
{
    $file = file_get_contents(__DIR__ . "/items.json");
    return array_column(json_decode($file, true), null, "id");
}

final class Order
{
    public string $status = "created";
    public string $paymentNo = "";
    public string $account = "";

    private function __construct(
        public readonly string $id,
        public readonly array $item,
    ) {
    }

    /** 주문을 만듭니다. 번호는 글자와 숫자만 씁니다. */
    public static function create(array $item): self
    {
        $order = new self(bin2hex(random_bytes(16)), $item);
        @mkdir(__DIR__ . "/orders", 0700);
        $order->keep();
        return $order;
    }

    public static function find(string $id): ?self
    {
        if (!preg_match('/^[0-9a-f]{32}\z/', $id)) {
            return null;
        }
        $text = @file_get_contents(self::file($id));
        if ($text === false) {
            return null;
        }
        $kept = json_decode($text, true);
        $order = new self($id, $kept["item"]);
        $order->status = $kept["status"];
        $order->paymentNo = $kept["paymentNo"];
        $order->account = $kept["account"];
        return $order;
    }

    /** 다른 요청과 겹치지 않게, 지금의 주문을 바꿉니다. */
    public static function change(string $id, Closure $how): self
    {
        $lock = fopen(self::file($id) . ".lock", "c");
        flock($lock, LOCK_EX);
        try {
            $order = self::find($id);
            $how($order);
            $order->keep();
            return $order;
        } finally {
            fclose($lock);
        }
    }

    /** 이 주문을 결제할 채널의 키. */
    public function channelKey(): string
    {
        return setting($this->item["channel"]);
    }

    /** 결제창을 여는 데 드는 값. 비밀은 없습니다. */
    public function forBrowser(): array
    {
        return [
            // {% if portone == "v1" %}
            "impCode" => setting("PORTONE_IMP_CODE"),
            // {% else %}
            "storeId" => setting("PORTONE_STORE_ID"),
            // {% endif %}
            "channelKey" => $this->channelKey(),
            "orderId" => $this->id,
            "orderName" => $this->item["name"],
            "amount" => $this->item["amount"],
        ];
    }

    private function keep(): void
    {
        $new = self::file($this->id) . "." . getmypid();
        file_put_contents($new, json_encode(get_object_vars($this)));
        rename($new, self::file($this->id));
    }

    private static function file(string $id): string
    {
        return __DIR__ . "/orders/$id.json";
    }
}
