package org.amplifyjakarta.it.localaws;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** An answer of managed login; nothing of it is cached. */
record Reply(int status, List<Header> headers, String body) {

    Reply {
        headers = List.copyOf(headers);
    }

    record Header(String name, String value) {}

    static Reply empty(int status) {
        return new Reply(
                status, List.of(new Header("Cache-Control", "no-store"), new Header("Pragma", "no-cache")), "");
    }

    static Reply redirect(String location) {
        return empty(302).with("Location", location);
    }

    static Reply json(int status, JsonObject body) {
        return empty(status)
                .with("Content-Type", "application/json;charset=UTF-8")
                .saying(body.toString());
    }

    static Reply page(int status, String html) {
        return empty(status).with("Content-Type", "text/html;charset=UTF-8").saying(html);
    }

    Reply with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Reply(status, more, body);
    }

    private Reply saying(String text) {
        return new Reply(status, headers, text);
    }

    @Override
    public String toString() {
        return "Reply[" + status + "]";
    }
}
