package org.amplifyjakarta.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.http.Exchange;
import org.amplifyjakarta.http.Problem;
import org.amplifyjakarta.session.AmplifyContext;
import org.amplifyjakarta.signin.HandoverPage;
import org.amplifyjakarta.signin.RouteAnswer;
import org.amplifyjakarta.signin.RouteRequest;
import org.amplifyjakarta.signin.SignInRoutes;

/** The routes of server-side sign-in on a servlet container. Safe for concurrent use. */
record RouteResponses(SignInRoutes routes) {

    /** Answers a request to a route, and tells whether it was one. */
    boolean answers(HttpServletRequest request, Exchange exchange, AmplifyContext context, HttpServletResponse response)
            throws IOException {
        Optional<RouteAnswer> answer =
                routes.answer(new RouteRequest(exchange.request(), context, exchange.cookies(), parameters(request)));
        if (answer.isEmpty()) {
            return false;
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        write(answer.get(), response);
        return true;
    }

    private static void write(RouteAnswer answer, HttpServletResponse response) throws IOException {
        if (answer instanceof RouteAnswer.Redirect redirect) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", redirect.location());
        } else if (answer instanceof RouteAnswer.Page page) {
            response.setHeader("Content-Security-Policy", HandoverPage.CONTENT_SECURITY_POLICY);
            response.setHeader("X-Content-Type-Options", "nosniff");
            body(response, 200, "text/html;charset=UTF-8", page.page().html());
        } else if (answer instanceof RouteAnswer.Refused refused) {
            refused.headers().forEach(response::setHeader);
            body(
                    response,
                    refused.problem().status(),
                    Problem.MEDIA_TYPE,
                    refused.problem().json().toString());
        }
    }

    private static void body(HttpServletResponse response, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Of the query alone: no route takes a form's fields. */
    private static Map<String, List<String>> parameters(HttpServletRequest request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (request.getMethod().equals("GET")) {
            request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        }
        return parameters;
    }
}
