package org.amplifyjakarta.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.guard.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Stands first in every web application: refuses what configuration refuses, answers the sign-in routes, notes the answer
 * of a request, so that whoever needs the session can write its cookies, and makes the session's user that of the request.
 * Reads no session unless a rule, or somebody behind it, asks for a user.
 *
 * <p>Safe for concurrent use.
 */
public final class AmplifyServletFilter implements Filter {

    private static final String SEEN = AmplifyServletFilter.class.getName();

    private volatile @Nullable PageServices services;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        PageServices known = services();
        if (known == null
                || !(request instanceof HttpServletRequest http)
                || !(response instanceof HttpServletResponse answer)) {
            chain.doFilter(request, response);
        } else if (!Refusals.haveEnded(http)) {
            enter(known, http, answer, chain);
        }
    }

    private static void enter(
            PageServices known, HttpServletRequest http, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        SessionRequest wrapped = SessionRequest.in(http);
        if (wrapped != null) {
            pass(known, wrapped, http, answer, chain);
        } else if (http.getAttribute(SEEN) == null) {
            http.setAttribute(SEEN, true);
            SessionResponse response = SessionResponse.of(http, answer);
            if (!new PageGate(known).answers(http, response)) {
                SessionRequest request =
                        new SessionRequest(http, known.session(known.runner().current()));
                pass(known, request, request, response, chain);
            }
        } else {
            // dispatched anew: to an error page, or asynchronously
            SessionRequest request = new SessionRequest(http, known.session());
            pass(known, request, request, answer, chain);
        }
    }

    private static void pass(
            PageServices known,
            SessionRequest session,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            Optional<UnavailableException> why = SessionRequest.causeOf(e);
            if (why.isEmpty() || response.isCommitted()) {
                throw e;
            }
            response.reset();
            Refusals.answer(Refusal.of(why.get()), known.gate(), new ServletAmplifyRequest(request), response);
        }
    }

    private @Nullable PageServices services() {
        PageServices known = services;
        if (known == null) {
            known = PageServices.ofApplication();
            services = known;
        }
        return known;
    }
}
