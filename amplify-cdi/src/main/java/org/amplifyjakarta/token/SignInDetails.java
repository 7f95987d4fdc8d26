package org.amplifyjakarta.token;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the user signed in, as the browser noted it. Unverified: good for showing, not for deciding.
 *
 * <p>Immutable.
 *
 * @param loginId what the user typed
 * @param authFlowType the flow, such as {@code USER_SRP_AUTH}
 */
public record SignInDetails(
        @Nullable String loginId, @Nullable String authFlowType) {

    private static final int MAX_LENGTH = 4096;

    /** Reads the cookie's JSON; what is no such JSON is no details, and costs the session nothing. */
    static Optional<SignInDetails> parse(String json) {
        if (json.length() > MAX_LENGTH || !json.startsWith("{")) {
            return Optional.empty();
        }
        try {
            Map<String, Object> details = JSONObjectUtils.parse(json);
            return Optional.of(new SignInDetails(text(details, "loginId"), text(details, "authFlowType")));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String text(Map<String, Object> object, String name) {
        return object.get(name) instanceof String text ? text : null;
    }

    /** Shows the flow, not the name. */
    @Override
    public String toString() {
        return "SignInDetails[authFlowType=" + authFlowType + "]";
    }
}
