package org.amplifyjakarta.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.amplifyjakarta.http.AmplifyRequest;

/** A servlet request. */
public record ServletAmplifyRequest(HttpServletRequest request) implements AmplifyRequest {

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String path() {
        String below = request.getPathInfo();
        return below == null ? request.getServletPath() : request.getServletPath() + below;
    }

    @Override
    public String contextPath() {
        return request.getContextPath();
    }

    @Override
    public String uri() {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    @Override
    public List<String> headers(String name) {
        return Collections.list(request.getHeaders(name));
    }
}
