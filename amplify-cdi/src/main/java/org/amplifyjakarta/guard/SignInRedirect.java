package org.amplifyjakarta.guard;

/**
 * How a guest who went to a page comes to the sign-in page. Immutable.
 *
 * @param location path and query of the sign-in page, with the way back
 */
public record SignInRedirect(String location, Form form) {

    /** In what the answer says so. */
    public enum Form {
        /** To who looked at a page. */
        FOUND(302),
        /** To who sent a form: the form is not sent again. */
        SEE_OTHER(303),
        /** To a script of Jakarta Faces, which takes no redirect of HTTP for one of the page. */
        PARTIAL_RESPONSE(200);

        private final int status;

        Form(int status) {
            this.status = status;
        }

        /** Returns the HTTP status. */
        public int status() {
            return status;
        }
    }

    /** The media type of a partial response. */
    public static final String PARTIAL_RESPONSE_TYPE = "text/xml;charset=UTF-8";

    /**
     * Returns what a script of Jakarta Faces makes a redirect of the page.
     *
     * @see <a href="https://jakarta.ee/specifications/faces/4.0/">Jakarta Faces 4.0: partial responses</a>
     */
    public String partialResponse() {
        String url = location.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<partial-response><redirect url=\"" + url
                + "\"/></partial-response>";
    }
}
