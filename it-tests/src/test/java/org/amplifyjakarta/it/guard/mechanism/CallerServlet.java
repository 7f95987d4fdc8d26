package org.amplifyjakarta.it.guard.mechanism;

import jakarta.annotation.security.DeclareRoles;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.amplifyjakarta.session.AmplifyPrincipal;

/** Tells what Jakarta Security and the request say of the caller. */
@WebServlet({"/caller", "/authenticated"})
@DeclareRoles("admins")
public class CallerServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SecurityContext security;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (request.getServletPath().equals("/authenticated") && !request.authenticate(response)) {
            return;
        }
        Principal principal = security.getCallerPrincipal();
        // WildFly calls a guest "anonymous"
        String caller = principal == null || principal.getName().equals("anonymous") ? "nobody" : principal.getName();
        response.getWriter()
                .print(caller + " " + security.isCallerInRole("admins") + " " + request.getRemoteUser() + " "
                        + request.isUserInRole("admins") + " "
                        + security.getPrincipalsByType(AmplifyPrincipal.class).size());
    }
}
