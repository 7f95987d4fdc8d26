package org.amplifyjakarta.faces;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    /**
     * Returns that of a request's page: made of the path that the container dispatched on, for what was sent may begin with two slashes
     * or hold path parameters, and lead browsers to another host.
     */
    public static PageAddress of(FacesContext context) {
        HttpServletRequest request =
                (HttpServletRequest) context.getExternalContext().getRequest();
        String contextPath = request.getServletContext().getContextPath();
        boolean forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) != null;
        String servlet = forwarded
                ? (String) request.getAttribute(RequestDispatcher.FORWARD_SERVLET_PATH)
                : request.getServletPath();
        String below =
                forwarded ? (String) request.getAttribute(RequestDispatcher.FORWARD_PATH_INFO) : request.getPathInfo();
        String query = forwarded
                ? (String) request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING)
                : request.getQueryString();
        return new PageAddress(contextPath, contextPath + encoded(text(servlet) + text(below)), query);
    }

    /** Returns a decoded path as an address has it: never with two slashes in front. */
    static String encoded(String path) {
        String encoded = Arrays.stream(path.split("/", -1))
                .filter(segment -> !segment.isEmpty() && !segment.equals(".") && !segment.equals(".."))
                .map(segment ->
                        URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/", "/", ""));
        return path.endsWith("/") && encoded.length() > 1 ? encoded + "/" : encoded;
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }

    /**
     * Returns the same with the query that the browser shows: the form of a page has none in its address, though the page may have one.
     *
     * @param referer the header, null for none
     */
    public PageAddress asShown(@Nullable String referer) {
        try {
            URI shown = new URI(text(referer));
            // decoded, for browsers leave more as it is than we do
            boolean isThis = new URI(path).getPath().equals(shown.getPath());
            return isThis ? new PageAddress(contextPath, path, shown.getRawQuery()) : this;
        } catch (URISyntaxException e) {
            return this;
        }
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
     * page and from pages of errors, which are no places to stay, to the application's root.
     */
    public String afterSignIn(FacesContext context) {
        String signIn =
                contextPath + FacesServices.of(context).config().web().guard().signInPage();
        boolean noPlaceToStay = path.equals(signIn) || FacesServices.isErrorPage(context);
        return asked(context).orElseGet(() -> noPlaceToStay ? contextPath + "/" : text());
    }

    /** Sends the browser to a path of this host, as it is: what Faces makes absolute it makes by {@code Host}. */
    public static void redirect(FacesContext context, String path) {
        ExternalContext external = context.getExternalContext();
        if (context.getPartialViewContext().isPartialRequest()) {
            try {
                external.redirect(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else {
            external.setResponseStatus(HttpServletResponse.SC_FOUND);
            external.setResponseHeader("Location", path);
            context.responseComplete();
        }
    }

    private Stream<String> parameters() {
        return query == null || query.isEmpty() ? Stream.empty() : Arrays.stream(query.split("&"));
    }

    private static boolean isOf(String pair, String parameter) {
        return pair.equals(parameter) || pair.startsWith(parameter + "=");
    }
}
