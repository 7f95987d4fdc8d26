package org.amplifyjakarta.it.guard.pages;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Pages by their names' end: some below the guarded path, some not. */
@WebServlet("*.html")
public class HtmlServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    public void service(ServletRequest request, ServletResponse response) throws IOException {
        boolean guarded = ((HttpServletRequest) request).getServletPath().equals("/account/page.html");
        response.getWriter().print(guarded ? GuardedServlet.CONTENT : "for everybody");
    }
}
