package shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** 메모리에만 있는 주문. 쓰는 데이터베이스로 바꾸세요. */
@Component
public class Orders {
    private final Map<String, Item> items = new HashMap<>();
    private final Map<String, Order> orders = new ConcurrentHashMap<>();
    private final Environment settings;

    Orders(Environment settings) throws IOException {
        this.settings = settings;
        try (InputStream file =
                Orders.class.getResourceAsStream("/items.json")) {
            Item[] found = new ObjectMapper().readValue(file, Item[].class);
            for (Item item : found) {
                items.put(item.id(), item);
            }
        }
    }

    Order create(String item) {
        if (item == null || !items.containsKey(item)) {
            return null;
        }
        Order order = new Order(items.get(item));
        orders.put(order.id, order);
        return order;
    }

    Order find(String id) {
        return id == null ? null : orders.get(id);
    }

    /** 이 주문을 결제할 채널의 키. */
    String channelKey(Order order) {
        return settings.getRequiredProperty(order.item.channel());
    }

    /** 결제창을 여는 데 드는 값. 비밀은 없습니다. */
    Map<String, Object> forBrowser(Order order) {
        return Map.of(
                // {% if portone == "v1" %}
                "impCode", settings.getRequiredProperty("PORTONE_IMP_CODE"),
                // {% else %}
                "storeId", settings.getRequiredProperty("PORTONE_STORE_ID"),
                // {% endif %}
                "channelKey", channelKey(order),
                "orderId", order.id,
                "orderName", order.item.name(),
                "amount", order.item.amount());
    }
}
