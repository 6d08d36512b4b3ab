package shop;

import java.util.Map;
import java.util.UUID;

/** 우리 주문: 금액은 여기서 정하고 브라우저의 것은 믿지 않습니다. */
public final class Order {
    // 번호는 글자와 숫자만 씁니다
    final String id = UUID.randomUUID().toString().replace("-", "");
    final Item item;
    private String status = "created";
    private String account = "";
    private String paymentNo = "";

    Order(Item item) {
        this.item = item;
    }

    /** 포트원이 말하는 대로 바꿉니다. 몇 번 해도 같습니다. */
    synchronized Map<String, String> become(
            Seen seen, String paymentNo) {
        if (!status.equals("cancelled")) {
            status = seen.status();
            account = seen.account();
            this.paymentNo = paymentNo;
        }
        return Map.of("status", status, "account", account);
    }

    synchronized String paymentNo() {
        return paymentNo;
    }
}
