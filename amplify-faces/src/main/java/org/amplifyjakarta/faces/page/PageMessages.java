package org.amplifyjakarta.faces.page;

import java.util.List;
import org.amplifyjakarta.AmplifyException;

/** What is said of pages. */
final class PageMessages {

    private static final int MAX_SHOWN = 40;

    private PageMessages() {}

    static String faults(List<String> faults) {
        return "AMP-7101 Amplify pages:\n  " + String.join("\n  ", faults) + "\nCorrect the views and deploy again.";
    }

    static String noFaces() {
        return "AMP-7102 Amplify pages: there are views with a page element, and no FacesServlet whose mapping fits them."
                + " Remove the servlet's own mappings, or add *.xhtml.";
    }

    static String badPath(String view, String path) {
        return view + ": path (\"" + shown(path)
                + "\") is none. Write /posts, /posts/{id} or /posts/{*rest}: no slash at"
                + " the end, names of letters and digits, each once, {*…} last.";
    }

    static String noPath(String view) {
        return view + ": the page element has no path. Add path=\"/…\".";
    }

    static String unknownAttribute(String view, String attribute) {
        return view + ": the page element knows no attribute " + attribute + ". Remove it.";
    }

    static String severalPages(String view) {
        return view + ": has several page elements. Keep one.";
    }

    static String badFile(String view) {
        return view + ": the name of a page's file holds none of ? # ; % \\. Rename it.";
    }

    static String unreadable(String view, int line, int column) {
        return view + ", line " + line + ", column " + column + ": is not well-formed.";
    }

    static String ambiguous(PageRoute one, PageRoute other) {
        return other.viewId() + ": " + other.pattern() + " could be " + one.pattern() + " of " + one.viewId()
                + " as well. Change one.";
    }

    static String folder(PageRoute route) {
        return route.viewId() + ": " + route.pattern() + " is a folder too, and servers redirect from there to "
                + route.pattern() + "/. Rename the folder.";
    }

    static AmplifyException missing(PageRoute route, String parameter) {
        return refused(
                "AMP-7110 " + route.viewId() + " at " + route.pattern() + ": parameter " + parameter + " has no value.",
                "Add <f:param name=\"" + parameter + "\" …/>, or navigate with includeViewParams=true.");
    }

    static AmplifyException unfit(PageRoute route, String parameter, String value) {
        return refused(
                "AMP-7111 " + route.viewId() + " at " + route.pattern() + ": parameter " + parameter + " (\""
                        + shown(value) + "\") cannot be part of a path.",
                "See org.amplifyjakarta.faces.page for what can.");
    }

    static AmplifyException navigated(PageRoute route) {
        return refused(
                "AMP-7112 " + route.viewId() + ": is a page at " + route.pattern()
                        + ", and cannot be shown within a request to another address.",
                "Redirect to it: faces-redirect=true.");
    }

    private static AmplifyException refused(String message, String remedy) {
        return new AmplifyException("PageException", message + " " + remedy, remedy, null);
    }

    private static String shown(String text) {
        String start = text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
        return start.replaceAll("\\p{Cntrl}", "?");
    }
}
