package shop;

/** 포트원이 거절했거나 답하지 못한 요청. */
public class PortOneException extends RuntimeException {
    PortOneException(String message) {
        super(message);
    }
}
