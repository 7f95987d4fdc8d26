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
 * Notes the answer of a request, so that whoever needs the session can write its cookies. Reads nothing, and costs two
 * small objects a request.
 *
 * <p>Safe for concurrent use.
 */
public final class AmplifyServletFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http
                && response instanceof HttpServletResponse answer
                && request.getAttribute(SessionResponse.ATTRIBUTE) == null) {
            SessionResponse wrapped = new SessionResponse(answer);
            request.setAttribute(SessionResponse.ATTRIBUTE, wrapped);
            chain.doFilter(http, wrapped);
        } else {
            chain.doFilter(request, response);
        }
    }
}
