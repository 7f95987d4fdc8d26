package org.amplifyjakarta.security;

import jakarta.security.auth.message.MessageInfo;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import org.jspecify.annotations.Nullable;

/** What a container wants of a mechanism, and what it was told. What the mechanism has no business with throws. */
final class LoginContext implements HttpMessageContext {

    private final boolean isProtected;
    private final boolean isAuthenticationRequest;
    private @Nullable Principal caller;
    private Set<String> groups = Set.of();

    LoginContext(boolean isProtected, boolean isAuthenticationRequest) {
        this.isProtected = isProtected;
        this.isAuthenticationRequest = isAuthenticationRequest;
    }

    @Override
    public boolean isProtected() {
        return isProtected;
    }

    @Override
    public boolean isAuthenticationRequest() {
        return isAuthenticationRequest;
    }

    @Override
    public AuthenticationStatus notifyContainerAboutLogin(Principal principal, Set<String> names) {
        caller = principal;
        groups = Set.copyOf(names);
        return AuthenticationStatus.SUCCESS;
    }

    @Override
    public AuthenticationStatus doNothing() {
        return AuthenticationStatus.NOT_DONE;
    }

    @Override
    @SuppressWarnings("NullAway") // Jakarta Security says null for nobody
    public @Nullable Principal getCallerPrincipal() {
        return caller;
    }

    @Override
    public Set<String> getGroups() {
        return groups;
    }

    @Override
    public boolean isRegisterSession() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setRegisterSession(String callerName, Set<String> names) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void cleanClientSubject() {
        throw new UnsupportedOperationException();
    }

    @Override
    public AuthenticationParameters getAuthParameters() {
        throw new UnsupportedOperationException();
    }

    @Override
    public CallbackHandler getHandler() {
        throw new UnsupportedOperationException();
    }

    @Override
    public MessageInfo getMessageInfo() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Subject getClientSubject() {
        throw new UnsupportedOperationException();
    }

    @Override
    public HttpServletRequest getRequest() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setRequest(HttpServletRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public HttpMessageContext withRequest(HttpServletRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public HttpServletResponse getResponse() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setResponse(HttpServletResponse response) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AuthenticationStatus redirect(String location) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AuthenticationStatus forward(String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AuthenticationStatus responseUnauthorized() {
        throw new UnsupportedOperationException();
    }

    @Override
    public AuthenticationStatus responseNotFound() {
        throw new UnsupportedOperationException();
    }

    @Override
    public AuthenticationStatus notifyContainerAboutLogin(String callerName, Set<String> names) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AuthenticationStatus notifyContainerAboutLogin(CredentialValidationResult result) {
        throw new UnsupportedOperationException();
    }
}
