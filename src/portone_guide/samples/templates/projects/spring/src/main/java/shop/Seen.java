package shop;

/** 포트원이 말하는 결제. account는 가상계좌. */
public record Seen(String status, String account) {
    Seen(String status) {
        this(status, "");
    }
}
