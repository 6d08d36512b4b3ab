package shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
// {% if portone == "v2" %}
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
// {% endif %}
import org.springframework.stereotype.Component;

/** 웹훅이 누구의 주문 이야기인지. */
@Component
public class Webhook {
    /** 주문 번호와 결제 번호. 결제의 것이 아니면 빈 글. */
    public record Told(String orderId, String paymentNo) {}

    // {% if portone == "v2" %}
    private static final long TOLERANCE = 5 * 60;
    private final Environment settings;

    Webhook(Environment settings) {
        this.settings = settings;
    }

    /**
     * 서명이 맞는 웹훅만 읽습니다(Standard Webhooks).
     *
     * <p>서명은 받은 그대로의 본문에서만 맞습니다. 틀리거나 5분이
     * 지났으면 IllegalArgumentException이 납니다.
     */
    Told read(byte[] body, HttpHeaders headers) throws IOException {
        String id = headers.getFirst("webhook-id");
        String time = headers.getFirst("webhook-timestamp");
        String given = headers.getFirst("webhook-signature");
        if (id == null || time == null || given == null) {
            throw new IllegalArgumentException("서명이 없습니다");
        }
        long age = Instant.now().getEpochSecond() - Long.parseLong(time);
        byte[] right = ("v1," + signature(id + "." + time + ".", body))
                .getBytes(StandardCharsets.UTF_8);
        boolean same = false;
        for (String one : given.split(" ")) {
            byte[] said = one.getBytes(StandardCharsets.UTF_8);
            same |= MessageDigest.isEqual(right, said);
        }
        if (!same || Math.abs(age) > TOLERANCE) {
            throw new IllegalArgumentException("서명이 다르거나 때가 지났습니다");
        }
        JsonNode data = new ObjectMapper().readTree(body).path("data");
        String orderId = data.path("paymentId").asText("");
        return new Told(orderId, orderId);
    }

    private String signature(String head, byte[] body) {
        String secret = settings.getRequiredProperty("PORTONE_WEBHOOK_SECRET");
        byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException error) {
            throw new IllegalStateException(error);
        }
    }
    // {% else %}
    /** 누구나 보낼 수 있으니 포트원에 다시 물어 확인하세요. */
    Told read(byte[] body) throws IOException {
        JsonNode said = new ObjectMapper().readTree(body);
        JsonNode orderId = said.path("merchant_uid");
        JsonNode impUid = said.path("imp_uid");
        if (!orderId.isTextual() || !impUid.isTextual()) {
            throw new IllegalArgumentException("결제의 웹훅이 아닙니다");
        }
        return new Told(orderId.asText(), impUid.asText());
    }
    // {% endif %}
}
