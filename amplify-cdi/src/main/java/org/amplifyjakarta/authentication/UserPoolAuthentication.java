package org.amplifyjakarta.authentication;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.cognito.AuthenticationClient;
import org.amplifyjakarta.cognito.CognitoException;
import org.amplifyjakarta.session.AmplifyContext;
import org.amplifyjakarta.session.PerConfiguration;
import org.amplifyjakarta.token.CookieSession;
import org.amplifyjakarta.token.EndedSession;
import org.amplifyjakarta.token.Revocation;
import org.amplifyjakarta.token.SessionEvents;
import org.amplifyjakarta.token.UserPool;

/** {@link AmplifyAuthentication} at the user pool of whatever context is current at each call. */
public final class UserPoolAuthentication implements AmplifyAuthentication {

    private final Supplier<AmplifyContext> current;
    private final PerConfiguration<UserPool> pools;
    private final InstantSource clock;
    private final SessionEvents events;
    private final Revocation revocation;
    private final SecureRandom random = new SecureRandom();

    public UserPoolAuthentication(
            Supplier<AmplifyContext> current,
            PerConfiguration<UserPool> pools,
            InstantSource clock,
            SessionEvents events) {
        this.current = current;
        this.pools = pools;
        this.clock = clock;
        this.events = events;
        this.revocation = new Revocation(events);
    }

    @Override
    public NextStep signIn(String username, Secret password) {
        required("EmptySignInUsername", "username", username);
        required("EmptySignInPassword", "password", password.reveal());
        AuthenticationRequest request = request();
        String poolId = request.context().config().requireUserPool().userPoolId();
        return new SignInAttempt(request).signIn(new PasswordProof(poolId, clock, random), username, password);
    }

    @Override
    public NextStep confirmSignIn(Secret answer, Map<String, String> attributes) {
        required("EmptyChallengeResponse", "answer", answer.reveal());
        AuthenticationRequest request = request();
        Pending pending = request.cookie()
                .read(request.now())
                .filter(each -> each.session() != null)
                .orElseThrow(AuthenticationMessages::nothingPending);
        return new SignInAttempt(request).confirm(pending, answer, attributes);
    }

    @Override
    public Optional<NextStep> pending() {
        return cookie(personal()).read(clock.instant()).map(Pending::next);
    }

    @Override
    public void cancel() {
        cookie(writable()).remove();
    }

    @Override
    public NextStep signUp(String username, Secret password, Map<String, String> attributes) {
        required("EmptySignUpUsername", "username", username);
        required("EmptySignUpPassword", "password", password.reveal());
        return new Accounts(request()).signUp(username, password, attributes);
    }

    @Override
    public void confirmSignUp(String username, String code) {
        required("EmptyConfirmSignUpUsername", "username", username);
        required("EmptyConfirmSignUpCode", "code", code);
        new Accounts(request()).confirmSignUp(username, Secret.of(code));
    }

    @Override
    public CodeDelivery resendSignUpCode(String username) {
        required("EmptyResendSignUpCodeUsername", "username", username);
        return new Accounts(request()).resendSignUpCode(username);
    }

    @Override
    public NextStep resetPassword(String username) {
        required("EmptyResetPasswordUsername", "username", username);
        return new Accounts(request()).resetPassword(username);
    }

    @Override
    public void confirmResetPassword(String username, String code, Secret newPassword) {
        required("EmptyConfirmResetPasswordUsername", "username", username);
        required("EmptyConfirmResetPasswordConfirmationCode", "code", code);
        required("EmptyConfirmResetPasswordNewPassword", "new password", newPassword.reveal());
        new Accounts(request()).confirmResetPassword(username, Secret.of(code), newPassword);
    }

    @Override
    public void signOut() {
        AmplifyContext context = writable();
        cookie(context).remove();
        CookieSession session = context.session();
        boolean hadToken = session.hasRefreshToken();
        Optional<EndedSession> ended = session.end();
        AuthenticationClient client = pools.get(context.config()).authentication();
        revocation.of(ended, hadToken, token -> refusal(client, token));
    }

    private static Optional<String> refusal(AuthenticationClient client, Secret token) {
        try {
            client.revoke(token);
            return Optional.empty();
        } catch (CognitoException e) {
            return Optional.of(e.name());
        }
    }

    private AuthenticationRequest request() {
        AmplifyContext context = writable();
        return new AuthenticationRequest(
                context, pools.get(context.config()).authentication(), cookie(context), clock.instant(), events);
    }

    private AmplifyContext writable() {
        AmplifyContext context = personal();
        if (!context.cookies().isWritable()) {
            throw AuthenticationMessages.committed();
        }
        return context;
    }

    /** What is pending is one browser's: its secrets are in no cache. */
    private AmplifyContext personal() {
        AmplifyContext context = current.get();
        context.cookies().markPersonal();
        return context;
    }

    private static PendingCookie cookie(AmplifyContext context) {
        return new PendingCookie(context.config(), context.cookies());
    }

    private static void required(String error, String what, String text) {
        if (text.isEmpty()) {
            throw AuthenticationMessages.missing(error, what);
        }
    }
}
