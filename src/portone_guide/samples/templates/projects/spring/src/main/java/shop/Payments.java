package shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 포트원이 말하는 결제를 우리 주문과 견줍니다. */
@Component
public class Payments {
    private final PortOne portone;
    private final Orders orders;

    Payments(PortOne portone, Orders orders) {
        this.portone = portone;
        this.orders = orders;
    }

    // {% if portone == "v2" %}
    /** 우리 주문과 다르면 wrong. */
    Seen check(Order order, String paymentNo) {
        JsonNode payment = portone.call("GET", "/payments/" + order.id, null);
        String status = payment.path("status").asText();
        if (status.equals("CANCELLED")) {
            return new Seen("cancelled");
        }
        if (!status.equals("PAID") && !status.equals("VIRTUAL_ACCOUNT_ISSUED")) {
            return new Seen("not_paid");
        }
        JsonNode channel = payment.path("channel");
        String channelKey = channel.path("key").asText(orders.channelKey(order));
        if (payment.path("amount").path("total").asLong(-1) != order.item.amount()
                || !payment.path("currency").asText().equals(order.item.currency())
                || !channelKey.equals(orders.channelKey(order))
                || !channel.path("type").asText().equals(portone.channelType())) {
            return new Seen("wrong");
        }
        if (status.equals("PAID")) {
            return new Seen("paid");
        }
        JsonNode method = payment.path("method");
        String bank = method.path("bank").asText("");
        String number = method.path("accountNumber").asText("");
        return new Seen("account_issued", (bank + " " + number).trim());
    }

    /** 전액 취소. 가상계좌는 refundAccount도 넘기세요. */
    void cancel(Order order, String reason) {
        String path = "/payments/" + order.id + "/cancel";
        portone.call("POST", path, Map.of("reason", reason));
    }
    // {% else %}
    /** 우리 주문과 다르면 wrong. */
    Seen check(Order order, String paymentNo) {
        boolean isTest = portone.channelType().equals("TEST");
        String number = URLEncoder.encode(paymentNo, StandardCharsets.UTF_8);
        // 테스트 결제는 이렇게만 조회됩니다
        String option = isTest ? "?include_sandbox=true" : "";
        JsonNode payment = portone.call("GET", "/payments/" + number + option, null);
        if (!payment.path("merchant_uid").asText().equals(order.id)
                || payment.path("amount").asDouble(-1) != order.item.amount()
                || !payment.path("currency").asText("KRW").equals(order.item.currency())
                || payment.path("sandbox").asBoolean(false) != isTest) {
            return new Seen("wrong");
        }
        String status = payment.path("status").asText();
        if (status.equals("cancelled") || status.equals("paid")) {
            return new Seen(status);
        }
        String account = payment.path("vbank_num").asText("");
        if (!status.equals("ready") || account.isEmpty()) {
            return new Seen("not_paid");
        }
        String bank = payment.path("vbank_name").asText("");
        return new Seen("account_issued", (bank + " " + account).trim());
    }

    /**
     * 전액 취소. 가상계좌는 refund_holder 등도 넘기세요.
     *
     * <p>checksum은 남은 금액: 다르면 포트원이 거절합니다.
     */
    void cancel(Order order, String reason) {
        portone.call("POST", "/payments/cancel", Map.of(
                "imp_uid", order.paymentNo(),
                "reason", reason,
                "checksum", order.item.amount()));
    }
    // {% endif %}
}
