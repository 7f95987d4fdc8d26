package org.amplifyjakarta.faces.authenticator;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.faces.Texts;
import org.amplifyjakarta.guard.Refusal;

/**
 * Why a form did not do. Immutable.
 *
 * @param text for the person, in their language
 * @param fields those to look at again; empty where it is none in particular
 * @param status of the answer
 */
record Failure(String text, List<String> fields, int status) {

    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;

    /** By Cognito's name of the error; of others nothing is told but that it did not work. */
    private static final Map<String, List<String>> FIELDS = Map.ofEntries(
            Map.entry("NotAuthorizedException", List.of(Field.USERNAME, Field.PASSWORD)),
            Map.entry("UsernameExistsException", List.of(Field.USERNAME)),
            Map.entry("AliasExistsException", List.of(Field.USERNAME)),
            Map.entry("InvalidPasswordException", List.of(Field.PASSWORD)),
            Map.entry("PasswordHistoryPolicyViolationException", List.of(Field.PASSWORD)),
            Map.entry("CodeMismatchException", List.of(Field.CODE)),
            Map.entry("EnableSoftwareTokenMFAException", List.of(Field.CODE)),
            Map.entry("ExpiredCodeException", List.of(Field.CODE)),
            Map.entry("InvalidParameterException", List.of()),
            Map.entry("CodeDeliveryFailureException", List.of()),
            Map.entry("SignInException", List.of()));

    private static final Set<FormKind> CHALLENGES = EnumSet.of(
            FormKind.NEW_PASSWORD,
            FormKind.CONFIRM_CODE,
            FormKind.SELECT_FACTOR,
            FormKind.SELECT_FACTOR_SETUP,
            FormKind.SET_UP_TOTP,
            FormKind.SET_UP_EMAIL);

    /** Tells whether a user brings an error about, by a field or by trying too often, and nobody else needs to hear of it. */
    static boolean isUsers(AmplifyException cause) {
        return !fields(cause).isEmpty() || Refusal.of(cause).problem().status() == TOO_MANY_REQUESTS;
    }

    static Failure of(String text, String... fields) {
        return new Failure(text, List.of(fields), OK);
    }

    static Failure of(AmplifyException cause, FormKind form, Texts texts) {
        int status = Refusal.of(cause).problem().status();
        if (status == SERVICE_UNAVAILABLE) {
            return new Failure(texts.get("error.unavailable"), List.of(), status);
        }
        if (status == TOO_MANY_REQUESTS) {
            return new Failure(texts.get("error.LimitExceededException"), List.of(), status);
        }
        String name = cause.name();
        // after the first step it is no wrong password
        boolean isRefused = name.equals("NotAuthorizedException") && form != FormKind.SIGN_IN;
        if (isRefused && CHALLENGES.contains(form)) {
            return of(texts.get("error.expired"));
        }
        return isRefused || !FIELDS.containsKey(name)
                ? of(texts.get("error.other"))
                : new Failure(texts.get("error." + name), fields(cause), OK);
    }

    private static List<String> fields(AmplifyException cause) {
        return FIELDS.getOrDefault(cause.name(), List.of());
    }
}
