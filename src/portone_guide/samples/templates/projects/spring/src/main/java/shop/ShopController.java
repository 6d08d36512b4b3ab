package shop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/** 화면과 주소. 결제가 가는 길은 Checkout에 있습니다. */
@Controller
public class ShopController {
    public record Wanted(String item) {}

    public record Done(String orderId, String impUid) {}

    public record Cancelled(String orderId, String reason) {}

    private final Orders orders;
    private final Checkout checkout;
    private final Webhook webhook;
    private final Environment settings;

    ShopController(
            Orders orders, Checkout checkout, Webhook webhook, Environment settings) {
        this.orders = orders;
        this.checkout = checkout;
        this.webhook = webhook;
        this.settings = settings;
    }

    /** 주문을 만듭니다: 금액은 서버가 정합니다. */
    @PostMapping("/orders")
    ResponseEntity<?> order(@RequestBody Wanted wanted) {
        Order order = orders.create(wanted.item());
        return order == null
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok(orders.forBrowser(order));
    }

    /** 결제창이 끝났다고 브라우저가 말할 때. */
    @PostMapping("/payment/complete")
    ResponseEntity<?> complete(@RequestBody Done done) {
        Order order = orders.find(done.orderId());
        if (order == null) {
            return ResponseEntity.notFound().build();
        }
        // {% if portone == "v2" %}
        return ResponseEntity.ok(checkout.settle(order, order.id));
        // {% else %}
        String impUid = done.impUid() == null ? "" : done.impUid();
        return ResponseEntity.ok(checkout.settle(order, impUid));
        // {% endif %}
    }

    /** 휴대폰이 결제창에서 돌아오는 곳. */
    @GetMapping("/payment/return/{orderId}")
    String returned() {
        return "forward:/return.html";
    }

    /** 포트원이 알릴 때: 본문은 받은 그대로 확인합니다. */
    @PostMapping("/webhook")
    ResponseEntity<?> receive(
            @RequestBody byte[] body, @RequestHeader HttpHeaders headers) {
        Webhook.Told told;
        try {
            // {% if portone == "v2" %}
            told = webhook.read(body, headers);
            // {% else %}
            told = webhook.read(body);
            // {% endif %}
        } catch (IllegalArgumentException | IOException error) {
            return ResponseEntity.badRequest().build();
        }
        Order order = orders.find(told.orderId());
        return ResponseEntity.ok(order == null
                ? Map.of("status", "ignored")
                : checkout.settle(order, told.paymentNo()));
    }

    /** 전액 취소: ADMIN_TOKEN을 아는 가게만. */
    @PostMapping("/admin/cancel")
    ResponseEntity<?> cancel(
            @RequestBody Cancelled wanted,
            @RequestHeader(name = "Authorization", defaultValue = "") String given) {
        String token = settings.getProperty("ADMIN_TOKEN", "");
        boolean same = MessageDigest.isEqual(
                ("Bearer " + token).getBytes(StandardCharsets.UTF_8),
                given.getBytes(StandardCharsets.UTF_8));
        if (token.isEmpty() || !same) {
            return ResponseEntity.status(403).build();
        }
        Order order = orders.find(wanted.orderId());
        if (order == null) {
            return ResponseEntity.notFound().build();
        }
        String reason = wanted.reason() == null ? "고객 요청" : wanted.reason();
        return ResponseEntity.ok(checkout.cancel(order, reason));
    }

    /** 포트원이 답하지 못한 것: 결제되었다고 보지 않습니다. */
    @ExceptionHandler(PortOneException.class)
    ResponseEntity<?> refused(PortOneException error) {
        return ResponseEntity.status(502).body(Map.of("status", "unknown"));
    }
}
