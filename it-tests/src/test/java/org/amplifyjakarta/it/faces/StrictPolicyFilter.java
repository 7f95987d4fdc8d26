package org.amplifyjakarta.it.faces;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The strictest policy that pages of the library can have; it takes the bucket's address for pictures and uploads. */
@WebFilter({"/objects.xhtml", "/upload.xhtml", "/sign-in"})
@SuppressWarnings("NullAway.Init") // what is injected
public class StrictPolicyFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    @ConfigProperty(name = "amplify.storage.endpoint")
    String bucket;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src " + bucket
                        + "; connect-src 'self' " + bucket + "; form-action 'self'; base-uri 'none'; "
                        + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'");
        chain.doFilter(request, response);
    }
}
