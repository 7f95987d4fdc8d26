package org.amplifyjakarta.faces.authenticator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.authentication.AmplifyAuthentication;
import org.amplifyjakarta.authentication.CodeDelivery;
import org.amplifyjakarta.authentication.NextStep;
import org.jspecify.annotations.Nullable;

/** A user pool that answers what a test says, and notes what it was asked. */
final class ScriptedAuthentication implements AmplifyAuthentication {

    final List<String> asked = new ArrayList<>();
    NextStep answer = new NextStep.Done();

    @Nullable NextStep pending;

    @Nullable AmplifyException failure;

    @Override
    public NextStep signIn(String username, Secret password) {
        return answered("signIn " + username + " " + password.reveal());
    }

    @Override
    public NextStep confirmSignIn(Secret given, Map<String, String> attributes) {
        return answered("confirmSignIn " + given.reveal() + " " + attributes);
    }

    @Override
    public Optional<NextStep> pending() {
        return Optional.ofNullable(pending);
    }

    @Override
    public void cancel() {
        pending = null;
    }

    @Override
    public NextStep signUp(String username, Secret password, Map<String, String> attributes) {
        return answered("signUp " + username + " " + password.reveal() + " " + attributes);
    }

    @Override
    public void confirmSignUp(String username, String code) {
        answered("confirmSignUp " + username + " " + code);
    }

    @Override
    public CodeDelivery resendSignUpCode(String username) {
        answered("resendSignUpCode " + username);
        return new CodeDelivery("EMAIL", null);
    }

    @Override
    public NextStep resetPassword(String username) {
        return answered("resetPassword " + username);
    }

    @Override
    public void confirmResetPassword(String username, String code, Secret newPassword) {
        answered("confirmResetPassword " + username + " " + code + " " + newPassword.reveal());
    }

    @Override
    public void signOut() {
        answered("signOut");
    }

    private NextStep answered(String question) {
        asked.add(question);
        if (failure != null) {
            throw failure;
        }
        return answer;
    }
}
