package org.springframework.http;

import com.sun.net.httpserver.Headers;

/** Names without case, as the real ones. */
public final class HttpHeaders {
    private final Headers headers;

    public HttpHeaders(Headers headers) {
        this.headers = headers;
    }

    public String getFirst(String name) {
        return headers.getFirst(name);
    }
}
