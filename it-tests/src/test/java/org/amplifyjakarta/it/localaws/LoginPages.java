package org.amplifyjakarta.it.localaws;

/** The pages of managed login; they need no script, and show no foreign text unescaped. */
final class LoginPages {

    private static final String STYLE = """
            *{box-sizing:border-box}
            body{margin:0;min-height:100vh;display:flex;align-items:center;justify-content:center;
            font:16px/1.5 system-ui,sans-serif;color:#16191f;background:#eef1f6}
            main{width:100%;max-width:26rem;margin:1rem;padding:2rem;background:#fff;border-radius:.75rem;
            box-shadow:0 4px 24px rgba(22,25,31,.12)}
            h1{margin:0 0 1.25rem;font-size:1.5rem}
            label{display:block;margin:1rem 0 .25rem;font-weight:600}
            input{width:100%;padding:.6rem .75rem;font:inherit;border:1px solid #687078;border-radius:.4rem}
            input:focus,button:focus,a:focus{outline:3px solid #7aa7ff;outline-offset:1px}
            button,.other{display:block;width:100%;margin-top:1.5rem;padding:.65rem;font:inherit;font-weight:600;
            text-align:center;border:1px solid #0b5fd0;border-radius:.4rem;cursor:pointer}
            button{color:#fff;background:#0b5fd0}
            .other{margin-top:.75rem;color:#0b5fd0;background:#fff;text-decoration:none}
            [role=alert]{margin:0;padding:.6rem .75rem;color:#8f1c10;background:#fdeceb;border-radius:.4rem;
            overflow-wrap:anywhere}
            .hint,footer{font-size:.9rem;color:#4a5361}
            footer{margin-top:1.5rem;text-align:center}
            """;
    private static final String POLICY =
            "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; style-src " + Sha256.cspSource(STYLE);

    private LoginPages() {}

    /** A form as it is shown: where it is sent with which query, and what is wrong with what was sent before. */
    record Shown(int status, Form query, CsrfToken token, String problem) {}

    static Reply login(Shown shown, String username) {
        String google =
                shown.query().with("identity_provider", AuthorizeRequest.GOOGLE).encoded();
        return form(
                shown,
                "Sign in",
                field("username", "Username", "text", "username", username)
                        + field("password", "Password", "password", "current-password", ""),
                "<a class=\"other\" href=\"/oauth2/authorize?%s\">Continue with Google</a>%s"
                        .formatted(escaped(google), footer("New user?", "/signup", "Sign up", shown.query())));
    }

    static Reply signUp(Shown shown, String username, String email) {
        return form(
                shown,
                "Sign up",
                field("username", "Username", "text", "username", username)
                        + field("email", "Email", "email", "email", email)
                        + field("password", "Password", "password", "new-password", "")
                        + "<p class=\"hint\">8 characters or more, among them a small and a capital letter,"
                        + " a digit and a symbol.</p>",
                footer("Have an account already?", "/login", "Sign in", shown.query()));
    }

    static Reply google(Shown shown, String name) {
        return form(
                shown,
                "Sign in with Google",
                "<p class=\"hint\">This is not Google: any name or email will do.</p>"
                        + field("name", "Name or email", "text", "off", name),
                "");
    }

    static Reply error(int status, String error, String description) {
        return page(
                status,
                "Something went wrong",
                "<p role=\"alert\">%s</p><p class=\"hint\">%s</p>".formatted(escaped(description), escaped(error)));
    }

    private static Reply form(Shown shown, String title, String fields, String after) {
        String alert = shown.problem().isEmpty() ? "" : "<p role=\"alert\">" + escaped(shown.problem()) + "</p>";
        Reply page = page(shown.status(), title, """
                %s
                <form method="post" action="%s?%s">
                <input type="hidden" name="%s" value="%s">
                %s
                <button type="submit">%s</button>
                </form>
                %s
                """.formatted(
                        alert,
                        escaped(shown.token().path()),
                        escaped(shown.query().encoded()),
                        CsrfToken.FIELD,
                        escaped(shown.token().value()),
                        fields,
                        title.startsWith("Sign up") ? "Sign up" : "Sign in",
                        after));
        return shown.token().addedTo(page);
    }

    private static Reply page(int status, String title, String body) {
        String html = String.join(
                "\n",
                "<!DOCTYPE html>",
                "<html lang=\"en\">",
                "<head>",
                "<meta charset=\"utf-8\">",
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
                "<title>" + title + "</title>",
                "<style>" + STYLE + "</style>",
                "</head>",
                "<body><main>",
                "<h1>" + title + "</h1>",
                body,
                "</main></body>",
                "</html>");
        return Reply.page(status, html)
                .with("Content-Security-Policy", POLICY)
                .with("X-Frame-Options", "DENY")
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer");
    }

    private static String field(String name, String label, String type, String autocomplete, String value) {
        String input = "<input id=\"%s\" name=\"%s\" type=\"%s\" autocomplete=\"%s\" value=\"%s\" required>";
        return "<label for=\"%s\">%s</label>\n".formatted(name, label)
                + input.formatted(name, name, type, autocomplete, escaped(value))
                + "\n";
    }

    private static String footer(String text, String path, String link, Form query) {
        return "<footer>%s <a href=\"%s?%s\">%s</a></footer>".formatted(text, path, escaped(query.encoded()), link);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
