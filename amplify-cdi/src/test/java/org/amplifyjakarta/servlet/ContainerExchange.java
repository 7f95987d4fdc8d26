package org.amplifyjakarta.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request and its answer as a container hands them to a filter. What no test needs throws, as does a login at the container, which
 * has no realm.
 */
public final class ContainerExchange {

    private final String method;
    private final String uri;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, List<String>> answered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final List<String> calls = new ArrayList<>();
    private @Nullable Principal principal;
    private int status = 200;
    private boolean committed;

    public ContainerExchange(String method, String uri) {
        this.method = method;
        this.uri = uri;
    }

    public ContainerExchange with(String header, String value) {
        headers.computeIfAbsent(header, absent -> new ArrayList<>()).add(value);
        return this;
    }

    /** Has the container authenticate somebody, who has the role {@code clerk}. */
    public ContainerExchange authenticated(String name) {
        principal = () -> name;
        return this;
    }

    public HttpServletRequest request() {
        return proxy(HttpServletRequest.class, this::ofRequest);
    }

    public HttpServletResponse response() {
        return proxy(HttpServletResponse.class, this::ofResponse);
    }

    public int status() {
        return status;
    }

    public String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    public List<String> headers(String name) {
        return answered.getOrDefault(name, List.of());
    }

    /** Returns which of its own logins the container was asked for. */
    public List<String> calls() {
        return calls;
    }

    private @Nullable Object ofRequest(Object proxy, Method asked, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String first = arguments == null || arguments.length == 0 ? "" : String.valueOf(arguments[0]);
        return switch (asked.getName()) {
            case "getMethod" -> method;
            case "getServletPath", "getRequestURI" -> uri.split("\\?")[0];
            case "getContextPath" -> "";
            case "getQueryString" -> uri.contains("?") ? uri.substring(uri.indexOf('?') + 1) : null;
            case "getPathInfo" -> null;
            case "getHeaders" -> Collections.enumeration(headers.getOrDefault(first, List.of()));
            case "getAttribute" -> attributes.get(first);
            case "setAttribute" -> attributes.put(first, arguments == null ? "" : arguments[1]);
            case "getUserPrincipal" -> principal;
            case "getRemoteUser" -> principal == null ? null : principal.getName();
            case "getAuthType" -> principal == null ? null : "FORM";
            case "isUserInRole" -> principal != null && first.equals("clerk");
            case "login" -> throw new ServletException("no realm");
            case "authenticate", "logout" -> calls.add(asked.getName());
            default -> throw new UnsupportedOperationException(asked.getName());
        };
    }

    private @Nullable Object ofResponse(Object proxy, Method asked, @Nullable Object @Nullable [] arguments) {
        String first = arguments == null || arguments.length == 0 ? "" : String.valueOf(arguments[0]);
        String second = arguments == null || arguments.length < 2 ? "" : String.valueOf(arguments[1]);
        return switch (asked.getName()) {
            case "setHeader" -> answered.put(first, new ArrayList<>(List.of(second)));
            case "addHeader" ->
                answered.computeIfAbsent(first, absent -> new ArrayList<>()).add(second);
            case "setContentType" -> answered.put("Content-Type", List.of(first));
            case "containsHeader" -> answered.containsKey(first);
            case "getHeaders" -> (Collection<String>) headers(first);
            case "setStatus" -> status = Integer.parseInt(first);
            case "isCommitted" -> committed;
            case "flushBuffer" -> committed = true;
            case "reset" -> reset();
            case "setContentLength" -> null;
            case "getOutputStream" -> stream();
            case "toString" -> "answer";
            default -> throw new UnsupportedOperationException(asked.getName());
        };
    }

    private @Nullable Object reset() {
        answered.clear();
        body.reset();
        status = 200;
        return null;
    }

    private ServletOutputStream stream() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(int part) {
                body.write(part);
            }
        };
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
