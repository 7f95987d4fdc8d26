package org.amplifyjakarta.it.localaws;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which second factors a user switched on, and which of them he prefers. */
final class MfaPreferences {

    private static final Map<String, Factor> SETTINGS = Map.of(
            "SMSMfaSettings",
            Factor.SMS_MFA,
            "SoftwareTokenMfaSettings",
            Factor.SOFTWARE_TOKEN_MFA,
            "EmailMfaSettings",
            Factor.EMAIL_OTP);

    private final PoolUsers users;

    MfaPreferences(PoolUsers users) {
        this.users = users;
    }

    JsonObject set(LocalUser user, PoolRequest request) {
        Map<Factor, PoolRequest> wanted = new LinkedHashMap<>();
        SETTINGS.forEach((name, factor) -> {
            if (request.body().containsKey(name)) {
                wanted.put(factor, request.object(name));
            }
        });
        List<Factor> preferred = wanted.entrySet().stream()
                .filter(entry -> entry.getValue().flag("PreferredMfa"))
                .map(Map.Entry::getKey)
                .toList();
        if (preferred.size() > 1) {
            throw ServiceError.of("InvalidParameterException", "Only one MFA method can be preferred.");
        }
        users.change(user.username(), there -> {
            LocalUser changed = there;
            for (Map.Entry<Factor, PoolRequest> entry : wanted.entrySet()) {
                changed = changed.with(set(changed, entry.getKey(), entry.getValue()));
            }
            return changed;
        });
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    static void describe(LocalUser user, JsonObjectBuilder answer) {
        List<Factor> factors = user.login().factors();
        if (!factors.isEmpty()) {
            answer.add(
                    "UserMFASettingList",
                    Json.createArrayBuilder(factors.stream().map(Factor::name).toList()));
        }
        Factor preferred = user.login().preferred();
        if (preferred != null) {
            answer.add("PreferredMfaSetting", preferred.name());
        }
    }

    private static UserLogin set(LocalUser user, Factor factor, PoolRequest wanted) {
        boolean enabled = wanted.flag("Enabled");
        boolean preferred = wanted.flag("PreferredMfa");
        if (preferred && !enabled) {
            throw ServiceError.of("InvalidParameterException", "An MFA method that is off cannot be preferred.");
        }
        if (!enabled) {
            return user.login().without(factor);
        }
        if (!SecondFactors.isReady(user, factor)) {
            throw ServiceError.of("InvalidParameterException", notReady(factor));
        }
        UserLogin with = user.login().with(factor);
        Factor before = with.preferred();
        return with.preferring(preferred ? factor : other(before, factor));
    }

    /** Who no longer prefers this factor may still prefer another. */
    private static @Nullable Factor other(@Nullable Factor before, Factor factor) {
        return before == factor ? null : before;
    }

    private static String notReady(Factor factor) {
        return factor == Factor.SOFTWARE_TOKEN_MFA
                ? "User has not verified software token mfa"
                : "User does not have delivery config set to turn on " + factor;
    }
}
