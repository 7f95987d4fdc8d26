package org.amplifyjakarta.faces.authenticator;

import java.util.Locale;
import java.util.Map;
import org.amplifyjakarta.faces.Texts;

/**
 * How users are asked for attributes of theirs.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims">OpenID Connect Core §5.1</a>
 */
final class UserAttribute {

    private record Asked(String type, String autocomplete) {}

    private static final Asked TEXT = new Asked("text", "on");

    private static final Map<String, Asked> STANDARD = Map.ofEntries(
            Map.entry("email", new Asked("email", "email")),
            Map.entry("phone_number", new Asked("tel", "tel")),
            Map.entry("name", new Asked("text", "name")),
            Map.entry("given_name", new Asked("text", "given-name")),
            Map.entry("family_name", new Asked("text", "family-name")),
            Map.entry("middle_name", new Asked("text", "additional-name")),
            Map.entry("nickname", new Asked("text", "nickname")),
            Map.entry("preferred_username", new Asked("text", "nickname")),
            Map.entry("birthdate", new Asked("date", "bday")),
            Map.entry("gender", new Asked("text", "sex")),
            Map.entry("address", new Asked("text", "street-address")),
            Map.entry("picture", new Asked("url", "photo")),
            Map.entry("profile", new Asked("url", "url")),
            Map.entry("website", new Asked("url", "url")));

    private UserAttribute() {}

    /** Returns the field for an attribute by Cognito's name of it. */
    static Field field(String name, Texts texts) {
        Asked asked = STANDARD.getOrDefault(name, TEXT);
        String label = texts.getOr("attribute." + name, readable(name));
        Field field = Field.required(Field.ATTRIBUTE + name, label, asked.type, asked.autocomplete);
        return name.equals("phone_number") ? field.hinting(texts.get("phoneHint")) : field;
    }

    private static String readable(String name) {
        String plain = name.replaceFirst("^custom:", "").replace('_', ' ');
        return plain.isEmpty() ? name : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }
}
