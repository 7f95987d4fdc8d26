package org.amplifyjakarta.it.sample;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.amplifyjakarta.session.AmplifyAuth;
import org.amplifyjakarta.session.AuthUser;

/** A page for signed-in users; a guest never comes here, because the path is guarded by configuration. */
@WebServlet("/account")
public class AccountPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Account · Posts</title><link rel="stylesheet" href="assets/posts.css"></head>
            <body>
            <h1>Account</h1>
            <p id="user">%s</p>
            <p><a href="./">Posts</a></p>
            </body>
            </html>
            """;

    @Inject
    private transient AmplifyAuth auth;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuthUser user = auth.getCurrentUser();
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().print(PAGE.formatted(escaped(user.username())));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
