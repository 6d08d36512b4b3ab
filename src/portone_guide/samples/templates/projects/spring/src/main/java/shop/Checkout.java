package shop;

import java.util.Map;
import org.springframework.stereotype.Component;

/** 주문이 가는 길: 포트원에 물어 확인한 것만 믿습니다. */
@Component
public class Checkout {
    private final Payments payments;

    Checkout(Payments payments) {
        this.payments = payments;
    }

    /** 포트원이 말하는 대로 주문을 바꿉니다. */
    Map<String, String> settle(Order order, String paymentNo) {
        Seen seen = payments.check(order, paymentNo);
        if (seen.status().equals("not_paid") || seen.status().equals("wrong")) {
            return Map.of("status", seen.status());
        }
        return order.become(seen, paymentNo);
    }

    /** 전액 취소합니다. 가게만 부를 수 있어야 합니다. */
    Map<String, String> cancel(Order order, String reason) {
        try {
            payments.cancel(order, reason);
        } catch (PortOneException error) {
            return Map.of("status", "failed", "message", error.getMessage());
        }
        return settle(order, order.paymentNo());
    }
}
