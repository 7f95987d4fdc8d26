package org.amplifyjakarta.it.localaws;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.amplifyjakarta.it.localaws.Message.Purpose;

/** A new password for who forgot it; a user who does not exist is answered alike. */
final class PasswordResets {

    private final PoolUsers users;
    private final SentCodes codes;
    private final Mailbox mailbox;
    private final Supplier<Settings> settings;

    PasswordResets(PoolUsers users, SentCodes codes, Mailbox mailbox, Supplier<Settings> settings) {
        this.users = users;
        this.codes = codes;
        this.mailbox = mailbox;
        this.settings = settings;
    }

    JsonObject forgot(PoolRequest request) {
        String username = request.username();
        Optional<LocalUser> user = users.named(username);
        user.ifPresent(PasswordResets::requireResettable);
        Optional<Delivery> delivery = user.flatMap(Delivery::verified);
        Duration life = Duration.ofSeconds(settings.get().pool().resetCodeSeconds());
        String code = codes.issue(Purpose.FORGOT_PASSWORD, username, life);
        delivery.ifPresent(to -> mailbox.put(to.message(username, Purpose.FORGOT_PASSWORD, code)));
        return Json.createObjectBuilder()
                .add(
                        "CodeDeliveryDetails",
                        delivery.orElseGet(() -> Delivery.simulated(username)).details())
                .build();
    }

    JsonObject confirm(PoolRequest request) {
        String username = request.username();
        String code = request.text("ConfirmationCode");
        String password = request.text("Password");
        PasswordPolicy.require(password);
        codes.redeem(Purpose.FORGOT_PASSWORD, username, code);
        users.change(username, user -> user.with(user.login().with(password, UserStatus.CONFIRMED)));
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    private static void requireResettable(LocalUser user) {
        if (user.login().status() == UserStatus.FORCE_CHANGE_PASSWORD) {
            throw ServiceError.notAuthorized("User password cannot be reset in the current state.");
        }
    }
}
