package org.amplifyjakarta.it.localaws;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/** The token that a form and a cookie of the same browser have; all tabs of a browser have the same. */
record CsrfToken(String value, String path) {

    static final String FIELD = "_csrf";

    private static final String COOKIE = "XSRF-TOKEN";

    static CsrfToken of(WebRequest request) {
        String known = request.cookie(COOKIE);
        return new CsrfToken(
                known.matches("[0-9a-f-]{36}") ? known : UUID.randomUUID().toString(), request.path());
    }

    /** Returns whether the form that was sent is of the browser that sends it. */
    static boolean isRight(WebRequest request) {
        String known = request.cookie(COOKIE);
        String sent = request.body().text(FIELD).orElse("");
        return !known.isEmpty()
                && MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    Reply addedTo(Reply reply) {
        return reply.with("Set-Cookie", COOKIE + "=" + value + "; Path=" + path + "; HttpOnly; SameSite=Lax");
    }

    @Override
    public String toString() {
        return "CsrfToken[" + path + "]";
    }
}
