package org.amplifyjakarta.guard;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.amplifyjakarta.http.AmplifyRequest;

/** A request as a test wants it seen. */
final class SeenRequest implements AmplifyRequest {

    private final String method;
    private final String uri;
    private final Map<String, List<String>> headers = new HashMap<>();

    SeenRequest(String method, String uri) {
        this.method = method;
        this.uri = uri;
    }

    SeenRequest with(String name, String... values) {
        headers.put(name.toLowerCase(Locale.ROOT), List.of(values));
        return this;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String path() {
        return uri.split("\\?")[0];
    }

    @Override
    public String contextPath() {
        return "";
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public List<String> headers(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }
}
