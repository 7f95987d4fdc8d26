package org.amplifyjakarta.servlet;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Knows the servlets behind which Jakarta REST applications are.
 *
 * @see <a href="https://jakarta.ee/specifications/restful-ws/3.1/jakarta-restful-ws-spec-3.1.html#servlet">Jakarta REST
 *     §2.3.2: such a servlet has the name of the Application class</a>
 */
final class RestApplications {

    /** By name: Jakarta REST need not be there. */
    private static final String APPLICATION = "jakarta.ws.rs.core.Application";

    private RestApplications() {}

    static boolean serve(HttpServletRequest request) {
        String servlet = request.getHttpServletMapping().getServletName();
        if (servlet == null) {
            return false;
        }
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            Class<?> type = Class.forName(servlet, false, loader);
            while (type != null && !type.getName().equals(APPLICATION)) {
                type = type.getSuperclass();
            }
            return type != null;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
