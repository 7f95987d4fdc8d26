package org.amplifyjakarta.it.sample;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The page to sign in at. */
@WebServlet("/sign-in")
public class SignInPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        new PageFile("/WEB-INF/pages/sign-in.html").write(getServletContext(), response);
    }
}
