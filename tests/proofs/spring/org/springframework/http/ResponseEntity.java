package org.springframework.http;

public record ResponseEntity<T>(int status, T body) {
    public static <T> ResponseEntity<T> ok(T body) {
        return new ResponseEntity<>(200, body);
    }

    public static Builder notFound() {
        return status(404);
    }

    public static Builder badRequest() {
        return status(400);
    }

    public static Builder status(int status) {
        return new Builder(status);
    }

    public record Builder(int status) {
        public <T> ResponseEntity<T> body(T body) {
            return new ResponseEntity<>(status, body);
        }

        public <T> ResponseEntity<T> build() {
            return new ResponseEntity<>(status, null);
        }
    }
}
