package org.amplifyjakarta.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.cookie.SetCookie;
import org.jspecify.annotations.Nullable;

/**
 * An answer that keeps the session's cookies through a reset (Jakarta REST resets an answer before it maps an
 * exception), and is not for shared caches once it depends on the session, unless the application says otherwise.
 */
final class SessionResponse extends HttpServletResponseWrapper {

    private static final String ATTRIBUTE = SessionResponse.class.getName();

    private static final String SET_COOKIE = "Set-Cookie";
    private static final String CACHE_CONTROL = "Cache-Control";

    private final Map<String, SetCookie> session = new LinkedHashMap<>();
    private boolean personal;

    private SessionResponse(HttpServletResponse response) {
        super(response);
    }

    /** Makes the answer of a request the one that its session writes to; what it has written by now is kept. */
    static SessionResponse of(HttpServletRequest request, HttpServletResponse response) {
        SessionResponse made = new SessionResponse(response);
        SessionResponse earlier = known(request);
        if (earlier != null) {
            made.session.putAll(earlier.session);
            made.personal = earlier.personal;
        }
        request.setAttribute(ATTRIBUTE, made);
        return made;
    }

    /** Returns the answer that a request's session writes to; null where the filter did not run. */
    static @Nullable SessionResponse known(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof SessionResponse known ? known : null;
    }

    /** Sends a cookie, in place of an earlier one of that name. */
    synchronized void send(SetCookie cookie) {
        SetCookie earlier = session.put(cookie.name(), cookie);
        if (earlier == null) {
            super.addHeader(SET_COOKIE, cookie.line());
        } else {
            replace(earlier.line(), cookie.line());
        }
    }

    /** Keeps this answer from shared caches. */
    synchronized void markPersonal() {
        if (!personal && !isCommitted() && !containsHeader(CACHE_CONTROL)) {
            super.setHeader(CACHE_CONTROL, "private, no-store");
            personal = true;
        }
    }

    @Override
    public synchronized void reset() {
        super.reset();
        session.values().forEach(cookie -> super.addHeader(SET_COOKIE, cookie.line()));
        if (personal) {
            super.setHeader(CACHE_CONTROL, "private, no-store");
        }
    }

    @Override
    public synchronized void setHeader(String name, String value) {
        personal = personal && !name.equalsIgnoreCase(CACHE_CONTROL);
        super.setHeader(name, value);
    }

    @Override
    public synchronized void addHeader(String name, String value) {
        if (personal && name.equalsIgnoreCase(CACHE_CONTROL)) {
            personal = false;
            super.setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }

    private void replace(String earlier, String line) {
        Collection<String> sent = getHeaders(SET_COOKIE);
        List<String> lines = new ArrayList<>(sent);
        lines.replaceAll(known -> known.equals(earlier) ? line : known);
        for (int i = 0; i < lines.size(); i++) {
            if (i == 0) {
                super.setHeader(SET_COOKIE, lines.get(i));
            } else {
                super.addHeader(SET_COOKIE, lines.get(i));
            }
        }
    }
}
