package org.amplifyjakarta.faces;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amplifyjakarta.http.ReturnTo;
import org.jspecify.annotations.Nullable;

/**
 * Where a page is, as the browser sees it, whatever the request was forwarded to since. Immutable.
 *
 * @param contextPath empty for the root
 * @param path context path included
 * @param query as it was sent, null for none
 */
public record PageAddress(
        String contextPath, String path, @Nullable String query) {

    /** Returns that of a request's page. */
    public static PageAddress of(FacesContext context) {
        ExternalContext external = context.getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        return request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String asked
                ? new PageAddress(request.getContextPath(), asked, (String)
                        request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING))
                : new PageAddress(request.getContextPath(), request.getRequestURI(), request.getQueryString());
    }

    /** Returns path and query. */
    public String text() {
        return query == null || query.isEmpty() ? path : path + "?" + query;
    }

    /** Returns the same without a query parameter. */
    public PageAddress without(String parameter) {
        return new PageAddress(
                contextPath,
                path,
                parameters().filter(pair -> !isOf(pair, parameter)).collect(Collectors.joining("&")));
    }

    /** Returns the same with a query parameter, whose value needs no encoding, in place of any that is there. */
    public PageAddress with(String parameter, String value) {
        String rest = without(parameter).query;
        String own = parameter + "=" + value;
        return new PageAddress(contextPath, path, rest == null || rest.isEmpty() ? own : rest + "&" + own);
    }

    /**
     * Returns where a user goes who has signed in on this page: where its query asks for, a path of this host and not this page
     * again; empty where it asks for nothing.
     */
    public Optional<String> asked(FacesContext context) {
        return Optional.ofNullable(
                        context.getExternalContext().getRequestParameterMap().get(ReturnTo.PARAMETER))
                .map(asked -> ReturnTo.of(asked).unlessBelow(path).path())
                .map(target -> target.equals("/") ? contextPath + "/" : target);
    }

    /**
     * Returns where a user goes who has signed in on this page: where its query asks for, or the page itself; from the sign-in
     * page, which is no place to stay, to the application's root.
     */
    public String afterSignIn(FacesContext context) {
        String signIn =
                contextPath + FacesServices.of(context).config().web().guard().signInPage();
        return asked(context).orElseGet(() -> path.equals(signIn) ? contextPath + "/" : text());
    }

    private Stream<String> parameters() {
        return query == null || query.isEmpty() ? Stream.empty() : Arrays.stream(query.split("&"));
    }

    private static boolean isOf(String pair, String parameter) {
        return pair.equals(parameter) || pair.startsWith(parameter + "=");
    }
}
