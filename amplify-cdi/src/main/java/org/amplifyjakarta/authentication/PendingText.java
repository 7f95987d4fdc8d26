package org.amplifyjakarta.authentication;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.cookie.SetCookie;
import org.jspecify.annotations.Nullable;

/** {@link Pending} ↔ what its cookie holds: JSON in base64url. What is read may be anybody's; anything odd is nothing. */
final class PendingText {

    private static final int MAX_TEXT = 2048;
    private static final int MAX_LIST = 50;
    private static final String NAMES = "\\P{Cntrl}{1,64}";

    /** Kept: each {@code Json.create…} looks through the whole class path for its provider. */
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private PendingText() {}

    static String of(Pending pending) {
        JsonObjectBuilder json = BUILDERS.createObjectBuilder()
                .add("step", pending.next().step())
                .add("login", pending.loginId())
                .add("user", pending.username())
                .add("at", pending.begun().getEpochSecond());
        if (pending.session() != null) {
            json.add("session", pending.session().reveal());
        }
        add(pending.next(), json);
        byte[] text = json.build().toString().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static void add(NextStep next, JsonObjectBuilder json) {
        if (next instanceof NextStep.ConfirmCode code) {
            add(code.delivery(), json);
        } else if (next instanceof NextStep.ConfirmSignUp signUp) {
            add(signUp.delivery(), json);
        } else if (next instanceof NextStep.ConfirmResetPassword reset) {
            add(reset.delivery(), json);
        } else if (next instanceof NextStep.NewPassword password) {
            json.add("list", array(password.missingAttributes()));
        } else if (next instanceof NextStep.SelectFactor select) {
            json.add("list", array(select.factors().stream().map(Factor::name).toList()));
        } else if (next instanceof NextStep.SelectFactorSetup select) {
            json.add("list", array(select.factors().stream().map(Factor::name).toList()));
        } else if (next instanceof NextStep.SetUpTotp totp) {
            json.add("secret", totp.sharedSecret().reveal());
        }
    }

    private static void add(@Nullable CodeDelivery delivery, JsonObjectBuilder json) {
        if (delivery != null) {
            json.add("medium", delivery.medium());
            if (delivery.destination() != null) {
                json.add("to", delivery.destination());
            }
        }
    }

    private static JsonArrayBuilder array(List<String> texts) {
        JsonArrayBuilder array = BUILDERS.createArrayBuilder();
        texts.forEach(array::add);
        return array;
    }

    static Optional<Pending> parse(String text) {
        if (text.length() > SetCookie.MAX_BYTES) {
            return Optional.empty();
        }
        try (JsonReader reader = READERS.createReader(
                new StringReader(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)))) {
            return Optional.of(pending(reader.readObject()));
        } catch (RuntimeException e) {
            // of base64, of JSON, of times, of what is missing here: all the same
            return Optional.empty();
        }
    }

    private static Pending pending(JsonObject json) {
        String user = text(json, "user");
        String session = json.containsKey("session") ? text(json, "session") : null;
        NextStep next = next(json, user);
        boolean ofSignIn = Challenge.of(next).isPresent();
        if (ofSignIn != (session != null)) {
            throw new IllegalArgumentException("session");
        }
        return new Pending(
                next,
                text(json, "login"),
                user,
                session == null ? null : Secret.of(session),
                Instant.ofEpochSecond(json.getJsonNumber("at").longValueExact()));
    }

    private static NextStep next(JsonObject json, String user) {
        return switch (text(json, "step")) {
            case "CONFIRM_SIGN_UP" -> new NextStep.ConfirmSignUp(user, delivery(json));
            case "RESET_PASSWORD" -> new NextStep.ResetPassword(user);
            case "CONFIRM_RESET_PASSWORD_WITH_CODE" -> new NextStep.ConfirmResetPassword(user, delivery(json));
            case "CONFIRM_SIGN_IN_WITH_SMS_CODE" -> new NextStep.ConfirmCode(Factor.SMS, delivery(json));
            case "CONFIRM_SIGN_IN_WITH_TOTP_CODE" -> new NextStep.ConfirmCode(Factor.TOTP, delivery(json));
            case "CONFIRM_SIGN_IN_WITH_EMAIL_CODE" -> new NextStep.ConfirmCode(Factor.EMAIL, delivery(json));
            case "CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED" -> new NextStep.NewPassword(list(json));
            case "CONTINUE_SIGN_IN_WITH_MFA_SELECTION" -> new NextStep.SelectFactor(factors(json));
            case "CONTINUE_SIGN_IN_WITH_MFA_SETUP_SELECTION" -> new NextStep.SelectFactorSetup(factors(json));
            case "CONTINUE_SIGN_IN_WITH_TOTP_SETUP" ->
                new NextStep.SetUpTotp(user, Secret.of(text(json, "secret", "[A-Z2-7]{16,256}=*")));
            case "CONTINUE_SIGN_IN_WITH_EMAIL_SETUP" -> new NextStep.SetUpEmail();
            default -> throw new IllegalArgumentException("step");
        };
    }

    private static @Nullable CodeDelivery delivery(JsonObject json) {
        return json.containsKey("medium")
                ? new CodeDelivery(text(json, "medium", "\\w{1,32}"), json.containsKey("to") ? text(json, "to") : null)
                : null;
    }

    private static List<Factor> factors(JsonObject json) {
        List<Factor> factors = list(json).stream().map(Factor::valueOf).toList();
        if (factors.isEmpty()) {
            throw new IllegalArgumentException("list");
        }
        return factors;
    }

    private static List<String> list(JsonObject json) {
        List<String> texts = new ArrayList<>();
        for (JsonString each : json.getJsonArray("list").getValuesAs(JsonString.class)) {
            texts.add(checked(each.getString(), NAMES));
        }
        if (texts.size() > MAX_LIST) {
            throw new IllegalArgumentException("list");
        }
        return texts;
    }

    private static String text(JsonObject json, String name) {
        return text(json, name, "\\P{Cntrl}{1," + MAX_TEXT + "}");
    }

    private static String text(JsonObject json, String name, String pattern) {
        return checked(json.getString(name), pattern);
    }

    private static String checked(String text, String pattern) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException("text");
        }
        return text;
    }
}
