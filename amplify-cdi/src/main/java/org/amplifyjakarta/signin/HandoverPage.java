package org.amplifyjakarta.signin;

/**
 * A page that goes on to a local address by itself. A browser that comes back from managed login keeps {@code Strict} cookies to
 * itself until a page of this site begins a request. It needs no script, so that it works under the strictest
 * {@code Content-Security-Policy}.
 *
 * @param target path, and query, of this host
 */
public record HandoverPage(String target) {

    /** What it may do: nothing. */
    public static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Returns the page. */
    public String html() {
        String escaped = escaped(target);
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <meta http-equiv="refresh" content="0; URL=%s">
                <title>Redirecting...</title>
                </head>
                <body>
                <p>If you are not redirected automatically, <a href="%s">go on</a>.</p>
                </body>
                </html>
                """.formatted(escaped, escaped);
    }

    /** For attributes in double quotes; a refresh takes quotes and blanks of its address for its end. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("%3C");
                case '>' -> escaped.append("%3E");
                case '"' -> escaped.append("%22");
                case '\'' -> escaped.append("%27");
                case '`' -> escaped.append("%60");
                default -> escaped.append(c <= ' ' || c >= 127 ? '_' : (char) c);
            }
        });
        return escaped.toString();
    }
}
