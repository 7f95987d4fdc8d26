package org.amplifyjakarta.it.localaws;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.amplifyjakarta.it.localaws.Message.Purpose;

/** Where a code goes: to a user's email address or phone number. */
record Delivery(String attribute, String to) {

    private static final String EMAIL = "email";
    private static final String PHONE = "phone_number";

    /** Returns where the code of a sign-up goes; nothing of it is verified yet. */
    static Optional<Delivery> unverified(LocalUser user) {
        return email(user).or(() -> phone(user));
    }

    /** Returns where a code goes that lets somebody into the account. */
    static Optional<Delivery> verified(LocalUser user) {
        return email(user).filter(delivery -> isVerified(user, EMAIL)).or(() -> phone(user)
                .filter(delivery -> isVerified(user, PHONE)));
    }

    static Optional<Delivery> email(LocalUser user) {
        return Optional.ofNullable(user.attributes().get(EMAIL)).map(to -> new Delivery(EMAIL, to));
    }

    static Optional<Delivery> phone(LocalUser user) {
        return Optional.ofNullable(user.attributes().get(PHONE)).map(to -> new Delivery(PHONE, to));
    }

    /** Returns what is said for a user who is not there; the same for the same name. */
    static Delivery simulated(String username) {
        String anywhere = Sha256.base64Url(username, 6) + "@example.com";
        return new Delivery(EMAIL, AttributeSchema.isEmail(username) ? username : anywhere);
    }

    String medium() {
        return attribute.equals(EMAIL) ? "EMAIL" : "SMS";
    }

    /** Returns the address as everybody may see it. */
    String masked() {
        if (attribute.equals(PHONE)) {
            int shown = Math.max(0, to.length() - 4);
            return "+" + "*".repeat(Math.max(0, shown - 1)) + to.substring(shown);
        }
        return to.charAt(0) + "***@" + to.charAt(to.indexOf('@') + 1) + "***";
    }

    Message message(String username, Purpose purpose, String code) {
        return new Message(to, username, medium(), purpose, code);
    }

    JsonObject details() {
        return Json.createObjectBuilder()
                .add("AttributeName", attribute)
                .add("DeliveryMedium", medium())
                .add("Destination", masked())
                .build();
    }

    private static boolean isVerified(LocalUser user, String attribute) {
        return "true".equals(user.attributes().get(attribute + "_verified"));
    }

    @Override
    public String toString() {
        return "Delivery[" + attribute + "]";
    }
}
