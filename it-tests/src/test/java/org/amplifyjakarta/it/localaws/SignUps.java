package org.amplifyjakarta.it.localaws;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.amplifyjakarta.it.localaws.Message.Purpose;

/** Signing up, and its confirmation by a code. */
final class SignUps {

    private final PoolUsers users;
    private final SentCodes codes;
    private final Mailbox mailbox;
    private final Supplier<Settings> settings;

    SignUps(PoolUsers users, SentCodes codes, Mailbox mailbox, Supplier<Settings> settings) {
        this.users = users;
        this.codes = codes;
        this.mailbox = mailbox;
        this.settings = settings;
    }

    JsonObject signUp(PoolRequest request) {
        String username = request.username();
        String password = request.text("Password");
        Map<String, String> attributes = AttributeSchema.read(request.body().get("UserAttributes"));
        AttributeSchema.requireAll(attributes, settings.get().pool().requiredAttributes());
        PasswordPolicy.require(password);
        LocalUser user = users.add(LocalUser.signedUp(username, password, attributes));
        codes.forget(username);
        JsonObjectBuilder answer =
                Json.createObjectBuilder().add("UserConfirmed", false).add("UserSub", user.sub());
        Delivery.unverified(user).ifPresent(delivery -> {
            send(user, delivery);
            answer.add("CodeDeliveryDetails", delivery.details());
        });
        return answer.build();
    }

    JsonObject confirm(PoolRequest request) {
        String username = request.username();
        String code = request.text("ConfirmationCode");
        Optional<LocalUser> user = users.named(username);
        user.ifPresent(known -> {
            if (known.login().status() != UserStatus.UNCONFIRMED) {
                throw ServiceError.notAuthorized("User cannot be confirmed. Current status is "
                        + known.login().status());
            }
        });
        codes.redeem(Purpose.SIGN_UP, username, code);
        users.change(username, SignUps::confirmed);
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    JsonObject resend(PoolRequest request) {
        String username = request.username();
        Optional<LocalUser> user = users.named(username);
        user.ifPresent(known -> {
            if (known.login().status() != UserStatus.UNCONFIRMED) {
                throw ServiceError.of("InvalidParameterException", "User is already confirmed.");
            }
        });
        Delivery delivery = user.flatMap(Delivery::unverified).orElseGet(() -> Delivery.simulated(username));
        if (user.isPresent()) {
            send(user.get(), delivery);
        } else {
            codes.issue(Purpose.SIGN_UP, username, life());
        }
        return Json.createObjectBuilder()
                .add("CodeDeliveryDetails", delivery.details())
                .build();
    }

    private void send(LocalUser user, Delivery delivery) {
        String code = codes.issue(Purpose.SIGN_UP, user.username(), life());
        mailbox.put(delivery.message(user.username(), Purpose.SIGN_UP, code));
    }

    private Duration life() {
        return Duration.ofSeconds(settings.get().pool().signUpCodeSeconds());
    }

    /** Who has the code has what it was sent to. */
    private static LocalUser confirmed(LocalUser user) {
        LocalUser confirmed = user.with(user.login().with(user.password(), UserStatus.CONFIRMED));
        return Delivery.unverified(user)
                .map(delivery -> confirmed.withAttribute(delivery.attribute() + "_verified", "true"))
                .orElse(confirmed);
    }
}
