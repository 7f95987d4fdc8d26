package org.amplifyjakarta.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Stands first in every web application: refuses what configuration refuses, answers the sign-in routes, and notes the answer
 * of a request, so that whoever needs the session can write its cookies. Reads no session unless a rule asks for a user.
 *
 * <p>Safe for concurrent use.
 */
public final class AmplifyServletFilter implements Filter {

    private final PageGate gate = new PageGate();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http
                && response instanceof HttpServletResponse answer
                && request.getAttribute(SessionResponse.ATTRIBUTE) == null) {
            SessionResponse wrapped = new SessionResponse(answer);
            request.setAttribute(SessionResponse.ATTRIBUTE, wrapped);
            if (!gate.answers(http, wrapped)) {
                chain.doFilter(http, wrapped);
            }
        } else {
            chain.doFilter(request, response);
        }
    }
}
