package org.amplifyjakarta.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.amplifyjakarta.http.Exchange;
import org.amplifyjakarta.http.Problem;
import org.amplifyjakarta.http.QueryParameters;
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
        if (!routes.areAsked(context.config(), exchange.request())) {
            return false;
        }
        RouteAnswer answer = parameters(request)
                .map(parameters -> routes.answer(
                        new RouteRequest(exchange.request(), context, exchange.cookies(), parameters.values())))
                .orElseGet(SignInRoutes::malformed);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        write(answer, response);
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
            write(refused.problem(), response);
        }
    }

    /** Writes a refusal, but for what its headers say. */
    static void write(Problem problem, HttpServletResponse response) throws IOException {
        body(response, problem.status(), Problem.MEDIA_TYPE, problem.json().toString());
    }

    static void body(HttpServletResponse response, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Of the query alone: no route takes a form's fields, and a body is left unread. */
    private static Optional<QueryParameters> parameters(HttpServletRequest request) {
        String query = request.getQueryString();
        return QueryParameters.parse(query == null || !request.getMethod().equals("GET") ? "" : query);
    }
}
