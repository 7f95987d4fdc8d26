package org.amplifyjakarta.it.guard.pages;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;

/** Answers whatever it is asked, by whatever method. */
@WebServlet({"/account", "/account/*", "/exact"})
public class GuardedServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** What no guest must see. */
    public static final String CONTENT = "kept for users";

    @Override
    public void service(ServletRequest request, ServletResponse response) throws IOException {
        response.getWriter().print(CONTENT);
    }
}
