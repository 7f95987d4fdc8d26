package org.amplifyjakarta.cognito;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.amplifyjakarta.Secret;

/** A user pool's sign-in that answers as it is told, operation by operation, and notes what it was asked. */
public final class ScriptedAuthenticationClient implements AuthenticationClient {

    /** What was asked, in Cognito's words. */
    public record Call(String operation, Map<String, String> parameters) {}

    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Function<Call, Object>> scripts = new HashMap<>();

    /** Has an operation answered; a script may throw. */
    public void answers(String operation, Function<Call, Object> script) {
        scripts.put(operation, script);
    }

    /** Returns what was asked so far. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Returns the last call. */
    public Call last() {
        return calls.get(calls.size() - 1);
    }

    @Override
    public AuthAnswer initiateSrp(String username, String srpA) {
        return ask("InitiateAuth", Map.of("USERNAME", username, "SRP_A", srpA), AuthAnswer.class);
    }

    @Override
    public AuthAnswer respond(ChallengeResponse response) {
        Map<String, String> parameters = new HashMap<>(response.answers());
        parameters.put("USERNAME", response.username());
        parameters.put("challenge", response.challenge());
        Secret session = response.session();
        parameters.put("session", session == null ? "" : session.reveal());
        return ask("RespondToAuthChallenge", parameters, AuthAnswer.class);
    }

    @Override
    public SignUpAnswer signUp(String username, Secret password, Map<String, String> attributes) {
        Map<String, String> parameters = new HashMap<>(attributes);
        parameters.put("USERNAME", username);
        parameters.put("password", password.reveal());
        return ask("SignUp", parameters, SignUpAnswer.class);
    }

    @Override
    public void confirmSignUp(String username, Secret code) {
        ask("ConfirmSignUp", Map.of("USERNAME", username, "code", code.reveal()), Object.class);
    }

    @Override
    public Optional<Delivery> resendConfirmationCode(String username) {
        return Optional.of(ask("ResendConfirmationCode", Map.of("USERNAME", username), Delivery.class));
    }

    @Override
    public Optional<Delivery> forgotPassword(String username) {
        return Optional.of(ask("ForgotPassword", Map.of("USERNAME", username), Delivery.class));
    }

    @Override
    public void confirmForgotPassword(String username, Secret code, Secret password) {
        ask(
                "ConfirmForgotPassword",
                Map.of("USERNAME", username, "code", code.reveal(), "password", password.reveal()),
                Object.class);
    }

    @Override
    public SoftwareToken associateSoftwareToken(Secret session) {
        return ask("AssociateSoftwareToken", Map.of("session", session.reveal()), SoftwareToken.class);
    }

    @Override
    public Optional<Secret> verifySoftwareToken(Secret session, Secret code) {
        Object answer =
                ask("VerifySoftwareToken", Map.of("session", session.reveal(), "code", code.reveal()), Object.class);
        return answer instanceof Secret next ? Optional.of(next) : Optional.empty();
    }

    @Override
    public void revoke(Secret refreshToken) {
        ask("RevokeToken", Map.of("token", refreshToken.reveal()), Object.class);
    }

    private <T> T ask(String operation, Map<String, String> parameters, Class<T> type) {
        Call call = new Call(operation, Map.copyOf(parameters));
        calls.add(call);
        Function<Call, Object> script = scripts.get(operation);
        if (script == null) {
            throw new AssertionError("no " + operation + " was expected");
        }
        return type.cast(script.apply(call));
    }
}
