package org.amplifyjakarta.it.localaws;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The attributes that a user may write: OpenID Connect's, and any custom one. */
final class AttributeSchema {

    private static final Set<String> WRITABLE = Set.of(
            "address",
            "birthdate",
            "email",
            "family_name",
            "gender",
            "given_name",
            "locale",
            "middle_name",
            "name",
            "nickname",
            "phone_number",
            "picture",
            "preferred_username",
            "profile",
            "website",
            "zoneinfo");
    private static final Set<String> READ_ONLY = Set.of("sub", "email_verified", "phone_number_verified", "updated_at");
    private static final int MAX_CHARACTERS = 2048;

    private AttributeSchema() {}

    /** Reads a list of names and values, each of which the user may write. */
    static Map<String, String> read(@Nullable JsonValue attributes) {
        Map<String, String> read = new HashMap<>();
        if (attributes instanceof JsonArray list) {
            for (JsonValue attribute : list) {
                PoolRequest named =
                        new PoolRequest(attribute instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT);
                read.put(named.text("Name"), named.optional("Value").orElse(""));
            }
        }
        read.forEach(AttributeSchema::requireWritable);
        read.values().removeIf(String::isEmpty);
        return read;
    }

    static void requireAll(Map<String, String> attributes, List<String> required) {
        for (String name : required) {
            if (!attributes.containsKey(name)) {
                throw ServiceError.of(
                        "InvalidParameterException",
                        "Attributes did not conform to the schema: " + name + ": The attribute is required\n");
            }
        }
    }

    static void requireWritable(String name, String value) {
        if (READ_ONLY.contains(name)) {
            throw ServiceError.notAuthorized("A client attempted to write unauthorized attribute");
        }
        if (!WRITABLE.contains(name) && !name.matches("custom:[\\p{L}\\p{N}_.-]{1,20}")) {
            throw ServiceError.of(
                    "InvalidParameterException",
                    "Attributes did not conform to the schema: Type for attribute {" + name
                            + "} could not be determined");
        }
        if (name.equals("email") && !isEmail(value)) {
            throw ServiceError.of("InvalidParameterException", "Invalid email address format.");
        }
        if (name.equals("phone_number") && !value.matches("\\+[1-9][0-9]{1,14}")) {
            throw ServiceError.of("InvalidParameterException", "Invalid phone number format.");
        }
        if (value.length() > MAX_CHARACTERS) {
            throw ServiceError.of("InvalidParameterException", name + ": Attribute value is too long.");
        }
    }

    static boolean isEmail(String value) {
        return value.matches("[^@\\s]{1,64}@[^@\\s]{1,255}");
    }
}
