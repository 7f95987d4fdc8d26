package org.amplifyjakarta.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.amplifyjakarta.http.Exchange;

/** Finds the exchange that a servlet request is part of. */
public final class ServletExchange {

    private ServletExchange() {}

    /** Returns the exchange, whose cookies are written to that answer until the filter runs, and through the filter's from then on. */
    public static Exchange of(HttpServletRequest request, HttpServletResponse response, InstantSource clock) {
        SessionResponse.of(request, response);
        return of(request, clock);
    }

    /** Returns the exchange; where the filter did not run (a context without it), its cookies can only be read. */
    public static Exchange of(HttpServletRequest request, InstantSource clock) {
        return new Exchange(new ServletAmplifyRequest(request), new ServletCookieStorage(request, clock));
    }
}
