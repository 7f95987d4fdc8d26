package org.amplifyjakarta.it.guard.pages;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells what the request says of its user: at once, dispatched anew, on an error page. */
@WebServlet(
        urlPatterns = {"/user", "/later", "/failing", "/error-page", "/authenticated"},
        asyncSupported = true)
public class UserServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        switch (request.getServletPath()) {
            case "/failing" -> response.sendError(HttpServletResponse.SC_GONE);
            case "/authenticated" -> {
                if (request.authenticate(response)) {
                    tell(request, response);
                }
            }
            case "/later" -> {
                if (request.getDispatcherType() == DispatcherType.ASYNC) {
                    tell(request, response);
                } else {
                    request.startAsync().dispatch();
                }
            }
            default -> tell(request, response);
        }
    }

    private static void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter()
                .print(request.getRemoteUser() + " " + request.getAuthType() + " "
                        + (request.getUserPrincipal() == null
                                ? null
                                : request.getUserPrincipal().getClass().getSimpleName())
                        + " " + request.isUserInRole("admins") + " " + request.isUserInRole("**"));
    }
}
