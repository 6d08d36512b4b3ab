package shop;

/** 팔 것 하나. channel은 채널 키가 든 설정. */
public record Item(
        String id,
        String kind,
        String name,
        int amount,
        String currency,
        String channel) {}
