package org.amplifyjakarta.it.localaws;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The challenges of a sign-in after the right password, and what their answers lead to. */
final class Challenges {

    static final String NEW_PASSWORD_REQUIRED = "NEW_PASSWORD_REQUIRED";
    static final String SELECT_MFA_TYPE = "SELECT_MFA_TYPE";
    static final String MFA_SETUP = "MFA_SETUP";

    private static final String ATTRIBUTE = "userAttributes.";

    private final PoolUsers users;
    private final SignInSessions sessions;
    private final SecondFactors factors;
    private final SoftwareTokens softwareTokens;
    private final Supplier<Settings> settings;

    Challenges(
            PoolUsers users,
            SignInSessions sessions,
            SecondFactors factors,
            SoftwareTokens softwareTokens,
            Supplier<Settings> settings) {
        this.users = users;
        this.sessions = sessions;
        this.factors = factors;
        this.softwareTokens = softwareTokens;
        this.settings = settings;
    }

    /** Returns what a user meets whose password is right: a challenge, tokens, or why he cannot go on. */
    JsonObject afterPassword(AppClient client, LocalUser user) {
        user.login().requireUsable();
        return user.login().status() == UserStatus.FORCE_CHANGE_PASSWORD
                ? newPassword(client, user)
                : factors.after(client, user);
    }

    /** Takes the answer to a challenge. */
    JsonObject respond(PoolRequest request) {
        String challenge = request.text("ChallengeName");
        PoolRequest responses = request.object("ChallengeResponses");
        String username = responses.text("USERNAME");
        AppClient client = request.client();
        return sessions.answer(request.text("Session"), step -> {
            if (!step.challenge().equals(challenge)) {
                throw ServiceError.of("InvalidParameterException", "The session is not one of " + challenge + ".");
            }
            if (!step.client().equals(client) || !step.user().username().equals(username)) {
                throw ServiceError.notAuthorized("Invalid session for the user.");
            }
            return respond(step, current(step.user()), responses);
        });
    }

    private JsonObject respond(SignInStep step, LocalUser user, PoolRequest responses) {
        return switch (step.challenge()) {
            case NEW_PASSWORD_REQUIRED -> withNewPassword(step, user, responses);
            case SELECT_MFA_TYPE -> withChoice(step, user, responses.text("ANSWER"));
            case MFA_SETUP -> withSetUp(step, user, responses);
            case "SOFTWARE_TOKEN_MFA" -> {
                softwareTokens.use(user, responses.text("SOFTWARE_TOKEN_MFA_CODE"));
                yield factors.tokens(step.client(), user);
            }
            default -> withCode(step, user, responses.text(step.challenge() + "_CODE"));
        };
    }

    private JsonObject newPassword(AppClient client, LocalUser user) {
        List<String> missing = settings.get().pool().requiredAttributes().stream()
                .filter(name -> !user.attributes().containsKey(name))
                .map(name -> ATTRIBUTE + name)
                .toList();
        JsonObjectBuilder attributes = Json.createObjectBuilder();
        new TreeMap<>(user.attributes()).forEach(attributes::add);
        return factors.challenge(
                SignInStep.of(NEW_PASSWORD_REQUIRED, client, user),
                Map.of(
                        "requiredAttributes",
                        Json.createArrayBuilder(missing).build().toString(),
                        "userAttributes",
                        attributes.remove("sub").build().toString()));
    }

    private JsonObject withNewPassword(SignInStep step, LocalUser user, PoolRequest responses) {
        String password = responses.text("NEW_PASSWORD");
        PasswordPolicy.require(password);
        LocalUser changed = user.with(user.login().with(password, UserStatus.CONFIRMED));
        for (String name : responses.body().keySet()) {
            if (name.startsWith(ATTRIBUTE)) {
                changed = withAttribute(changed, name.substring(ATTRIBUTE.length()), responses.text(name));
            }
        }
        AttributeSchema.requireAll(changed.attributes(), settings.get().pool().requiredAttributes());
        LocalUser complete = changed;
        return factors.after(step.client(), changed(user, there -> complete));
    }

    private LocalUser withAttribute(LocalUser user, String name, String value) {
        AttributeSchema.requireWritable(name, value);
        if (settings.get().pool().requiredAttributes().contains(name)
                && user.attributes().containsKey(name)) {
            throw ServiceError.of("InvalidParameterException", "Cannot modify an already provided " + name);
        }
        return user.withAttribute(name, value);
    }

    private JsonObject withChoice(SignInStep step, LocalUser user, String answer) {
        Factor chosen = SecondFactors.of(user).stream()
                .filter(factor -> factor.name().equals(answer))
                .findFirst()
                .orElseThrow(() -> ServiceError.of("InvalidParameterException", "ANSWER: is no factor of the user."));
        return factors.ask(chosen, step.client(), user);
    }

    private JsonObject withSetUp(SignInStep step, LocalUser user, PoolRequest responses) {
        String email = responses.optional("EMAIL").orElse("");
        String secret = step.secret();
        if (!email.isEmpty() && settings.get().pool().mfaSetup().contains(Factor.EMAIL_OTP)) {
            AttributeSchema.requireWritable("email", email);
            SignInStep next = SignInStep.of(Factor.EMAIL_OTP.name(), step.client(), user);
            return factors.send(new Delivery("email", email), next.settingUp(email));
        }
        if (secret == null || !step.verified()) {
            throw ServiceError.of("InvalidParameterException", "User has not verified software token mfa");
        }
        return factors.tokens(
                step.client(),
                changed(
                        user,
                        there -> there.with(there.login()
                                .withTotp(secret)
                                .with(Factor.SOFTWARE_TOKEN_MFA)
                                .preferring(Factor.SOFTWARE_TOKEN_MFA))));
    }

    private JsonObject withCode(SignInStep step, LocalUser user, String code) {
        byte[] expected = String.valueOf(step.secret()).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, code.getBytes(StandardCharsets.UTF_8))) {
            throw ServiceError.of("CodeMismatchException", "Invalid code or auth state for the user.");
        }
        String email = step.email();
        if (email == null) {
            return factors.tokens(step.client(), user);
        }
        return factors.tokens(step.client(), changed(user, there -> there.withAttribute("email", email)
                .withAttribute("email_verified", "true")
                .with(there.login().with(Factor.EMAIL_OTP).preferring(Factor.EMAIL_OTP))));
    }

    /** Returns the user as he is now, unless somebody else has his name. */
    private LocalUser current(LocalUser user) {
        return users.named(user.username())
                .filter(there -> there.sub().equals(user.sub()))
                .orElseThrow(() -> ServiceError.notAuthorized("Invalid session for the user."));
    }

    private LocalUser changed(LocalUser user, UnaryOperator<LocalUser> change) {
        return users.change(user.username(), change)
                .orElseThrow(() -> ServiceError.notAuthorized("Invalid session for the user."));
    }
}
