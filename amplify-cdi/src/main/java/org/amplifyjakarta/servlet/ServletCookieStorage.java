package org.amplifyjakarta.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Optional;
import org.amplifyjakarta.config.CookieConfig;
import org.amplifyjakarta.cookie.CookieStorage;
import org.amplifyjakarta.cookie.PendingCookies;
import org.amplifyjakarta.cookie.RequestCookies;
import org.jspecify.annotations.Nullable;

/** The cookies of a servlet request and its answer. */
final class ServletCookieStorage implements CookieStorage {

    private final HttpServletRequest request;
    private final InstantSource clock;
    private @Nullable PendingCookies cookies;

    ServletCookieStorage(HttpServletRequest request, InstantSource clock) {
        this.request = request;
        this.clock = clock;
    }

    @Override
    public Optional<String> get(String name) {
        return cookies().get(name);
    }

    @Override
    public RequestCookies getAll() {
        return cookies().received();
    }

    @Override
    public void set(String name, String value, CookieConfig attributes) {
        writable().send(cookies().set(name, value, attributes));
    }

    @Override
    public void delete(String name, CookieConfig attributes) {
        writable().send(cookies().delete(name, attributes));
    }

    @Override
    public boolean isWritable() {
        SessionResponse response = SessionResponse.known(request);
        return response != null && !response.isCommitted();
    }

    @Override
    public void markPersonal() {
        SessionResponse response = SessionResponse.known(request);
        if (response != null) {
            response.markPersonal();
        }
    }

    private PendingCookies cookies() {
        if (cookies == null) {
            cookies = new PendingCookies(RequestCookies.parse(Collections.list(request.getHeaders("Cookie"))), clock);
        }
        return cookies;
    }

    private SessionResponse writable() {
        SessionResponse response = SessionResponse.known(request);
        if (response == null || response.isCommitted()) {
            throw new IllegalStateException("Set-Cookie: the answer is committed or not known. Ask isWritable first.");
        }
        return response;
    }
}
