package org.amplifyjakarta.authentication;

import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.cognito.AuthenticationClient;
import org.amplifyjakarta.cognito.CognitoException;
import org.amplifyjakarta.cognito.Delivery;
import org.amplifyjakarta.cognito.SignUpAnswer;
import org.jspecify.annotations.Nullable;

/**
 * For those who cannot sign in yet: new users, and who forgot a password.
 *
 * <p>Bound to one request.
 */
final class Accounts {

    /** What is said to have happened for a user whom nothing is sent to. */
    private static final CodeDelivery SIMULATED = new CodeDelivery("EMAIL", null);

    private final AuthenticationRequest request;
    private final AuthenticationClient client;

    Accounts(AuthenticationRequest request) {
        this.request = request;
        this.client = request.client();
    }

    NextStep signUp(String username, Secret password, Map<String, String> attributes) {
        SignUpAnswer answer = request.asked(() -> client.signUp(username, password, attributes));
        if (answer.confirmed()) {
            request.cookie().remove();
            return new NextStep.Done();
        }
        return request.keep(new NextStep.ConfirmSignUp(username, delivery(answer.delivery())), username);
    }

    void confirmSignUp(String username, Secret code) {
        taken(() -> client.confirmSignUp(username, code));
        forget(step ->
                step instanceof NextStep.ConfirmSignUp mine && mine.username().equals(username));
    }

    CodeDelivery resendSignUpCode(String username) {
        CodeDelivery sent = sent(() -> client.resendConfirmationCode(username)
                .map(AuthenticationRequest::delivery)
                .orElse(SIMULATED));
        NextStep pending =
                request.cookie().read(request.now()).map(Pending::next).orElse(null);
        if (pending instanceof NextStep.ConfirmSignUp mine && mine.username().equals(username)) {
            request.keep(new NextStep.ConfirmSignUp(username, sent), username);
        }
        return sent;
    }

    NextStep resetPassword(String username) {
        CodeDelivery sent = sent(() -> client.forgotPassword(username)
                .map(AuthenticationRequest::delivery)
                .orElse(SIMULATED));
        return request.keep(new NextStep.ConfirmResetPassword(username, sent), username);
    }

    void confirmResetPassword(String username, Secret code, Secret newPassword) {
        taken(() -> client.confirmForgotPassword(username, code, newPassword));
        forget(step -> step instanceof NextStep.ConfirmResetPassword mine
                        && mine.username().equals(username)
                || step instanceof NextStep.ResetPassword other
                        && other.username().equals(username));
    }

    /** Whoever does not exist hears what others hear. */
    private CodeDelivery sent(Supplier<CodeDelivery> call) {
        try {
            return call.get();
        } catch (CognitoException e) {
            if (e.tellsOfUser()) {
                return SIMULATED;
            }
            throw AuthenticationRequest.told(e);
        }
    }

    private static void taken(Runnable call) {
        try {
            call.run();
        } catch (CognitoException e) {
            throw e.tellsOfUser() || e.name().equals("CodeMismatchException")
                    ? AuthenticationMessages.wrongCode()
                    : AuthenticationRequest.told(e);
        }
    }

    private void forget(Predicate<NextStep> which) {
        request.cookie()
                .read(request.now())
                .filter(pending -> which.test(pending.next()))
                .ifPresent(pending -> request.cookie().remove());
    }

    private static @Nullable CodeDelivery delivery(@Nullable Delivery delivery) {
        return delivery == null ? null : AuthenticationRequest.delivery(delivery);
    }
}
