package shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** 포트원 API. */
@Component
public class PortOne {
    // {% if portone == "v2" %}
    private static final String API = "https://api.portone.io";
    // {% else %}
    private static final String API = "https://api.iamport.kr";
    // {% endif %}
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Environment settings;

    PortOne(Environment settings) {
        this.settings = settings;
    }

    /** 테스트는 TEST, 실제로 열 때는 LIVE. */
    String channelType() {
        return settings.getRequiredProperty("PORTONE_CHANNEL_TYPE");
    }

    // {% if portone == "v2" %}
    /** API를 부르고 답을 돌려줍니다. */
    JsonNode call(String method, String path, Map<String, ?> body) {
        String secret = settings.getRequiredProperty("PORTONE_API_SECRET");
        return request(method, path, "PortOne " + secret, body);
    }

    private static boolean refused(int code, JsonNode answer) {
        return code >= 400;
    }
    // {% else %}
    /** API를 부르고 response를 돌려줍니다. */
    JsonNode call(String method, String path, Map<String, ?> body) {
        Map<String, String> keys = Map.of(
                "imp_key", settings.getRequiredProperty("PORTONE_V1_KEY"),
                "imp_secret", settings.getRequiredProperty("PORTONE_V1_SECRET"));
        JsonNode token = request("POST", "/users/getToken", "", keys);
        String given = token.path("response").path("access_token").asText();
        return request(method, path, "Bearer " + given, body).path("response");
    }

    private static boolean refused(int code, JsonNode answer) {
        return code >= 400 || answer.path("code").asInt(-1) != 0;
    }
    // {% endif %}

    private JsonNode request(
            String method, String path, String credential, Map<String, ?> body) {
        try {
            HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create(API + path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Content-Type", "application/json")
                    .method(method, body == null
                            ? BodyPublishers.noBody()
                            : BodyPublishers.ofString(json.writeValueAsString(body)));
            if (!credential.isEmpty()) {
                asked.header("Authorization", credential);
            }
            HttpResponse<String> reply = http.send(asked.build(), BodyHandlers.ofString());
            JsonNode answer = json.readTree(reply.body());
            if (refused(reply.statusCode(), answer)) {
                throw new PortOneException(answer.path("message").asText());
            }
            return answer;
        } catch (IOException error) {
            throw new PortOneException("답이 없습니다");
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
            throw new PortOneException("답을 기다리지 못했습니다");
        }
    }
}
