package org.amplifyjakarta.it.localaws;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.amplifyjakarta.it.localaws.Message.Purpose;
import org.amplifyjakarta.it.localaws.PoolSettings.Mfa;

/** What comes between the right password and the tokens. */
final class SecondFactors {

    private final SignInSessions sessions;
    private final Mailbox mailbox;
    private final Supplier<Settings> settings;
    private final BiFunction<AppClient, LocalUser, JsonObject> tokens;

    SecondFactors(
            SignInSessions sessions,
            Mailbox mailbox,
            Supplier<Settings> settings,
            BiFunction<AppClient, LocalUser, JsonObject> tokens) {
        this.sessions = sessions;
        this.mailbox = mailbox;
        this.settings = settings;
        this.tokens = tokens;
    }

    /** Returns the challenge that this user meets, or the tokens. */
    JsonObject after(AppClient client, LocalUser user) {
        PoolSettings pool = settings.get().pool();
        List<Factor> factors = of(user);
        if (pool.mfa() == Mfa.OFF || (factors.isEmpty() && pool.mfa() == Mfa.OPTIONAL)) {
            return tokens.apply(client, user);
        }
        if (factors.isEmpty()) {
            return challenge(
                    SignInStep.of(Challenges.MFA_SETUP, client, user),
                    Map.of("MFAS_CAN_SETUP", names(pool.mfaSetup())));
        }
        Factor preferred = user.login().preferred();
        if (preferred != null && factors.contains(preferred)) {
            return ask(preferred, client, user);
        }
        if (factors.size() == 1) {
            return ask(factors.get(0), client, user);
        }
        return challenge(
                SignInStep.of(Challenges.SELECT_MFA_TYPE, client, user), Map.of("MFAS_CAN_CHOOSE", names(factors)));
    }

    /** Returns the factors of a user that can be asked for. */
    static List<Factor> of(LocalUser user) {
        return user.login().factors().stream()
                .filter(factor -> isReady(user, factor))
                .toList();
    }

    /** Whether a user has what a factor needs. */
    static boolean isReady(LocalUser user, Factor factor) {
        return switch (factor) {
            case SMS_MFA -> Delivery.phone(user).isPresent();
            case EMAIL_OTP -> Delivery.email(user).isPresent();
            case SOFTWARE_TOKEN_MFA -> user.login().totpSecret() != null;
        };
    }

    JsonObject ask(Factor factor, AppClient client, LocalUser user) {
        SignInStep step = SignInStep.of(factor.name(), client, user);
        Optional<Delivery> delivery =
                switch (factor) {
                    case SMS_MFA -> Delivery.phone(user);
                    case EMAIL_OTP -> Delivery.email(user);
                    case SOFTWARE_TOKEN_MFA -> Optional.empty();
                };
        return delivery.map(to -> send(to, step)).orElseGet(() -> challenge(step, Map.of()));
    }

    /** Sends a code, and asks for it. */
    JsonObject send(Delivery to, SignInStep step) {
        String code = SentCodes.newCode();
        mailbox.put(to.message(step.user().username(), Purpose.AUTHENTICATION, code));
        return challenge(
                step.withSecret(code),
                Map.of("CODE_DELIVERY_DELIVERY_MEDIUM", to.medium(), "CODE_DELIVERY_DESTINATION", to.masked()));
    }

    /** Opens a step, and returns its challenge. */
    JsonObject challenge(SignInStep step, Map<String, String> parameters) {
        JsonObjectBuilder all =
                Json.createObjectBuilder().add("USER_ID_FOR_SRP", step.user().username());
        parameters.forEach(all::add);
        return Json.createObjectBuilder()
                .add("ChallengeName", step.challenge())
                .add("ChallengeParameters", all)
                .add("Session", sessions.open(step))
                .build();
    }

    /** Returns the tokens of a user who gave all that is asked. */
    JsonObject tokens(AppClient client, LocalUser user) {
        return tokens.apply(client, user);
    }

    private static String names(List<Factor> factors) {
        return Json.createArrayBuilder(factors.stream().map(Factor::name).toList())
                .build()
                .toString();
    }
}
