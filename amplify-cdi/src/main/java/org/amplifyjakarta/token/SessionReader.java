package org.amplifyjakarta.token;

import java.util.List;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.cookie.CookieName;
import org.amplifyjakarta.cookie.RequestCookies;
import org.amplifyjakarta.token.StoredSession.Held;
import org.amplifyjakarta.token.Verification.Expired;
import org.amplifyjakarta.token.Verification.Refused;
import org.amplifyjakarta.token.Verification.Verified;
import org.jspecify.annotations.Nullable;

/**
 * Finds the session among a request's cookies: of all copies of a token, under all spellings of the user's name, the
 * newest that verifies, and an id token, a refresh token and the rest that belong to it.
 *
 * <p>Safe for concurrent use.
 */
final class SessionReader {

    /** What a request's cookies amount to. */
    sealed interface Found {

        /** No cookie of this app client. */
        record Nothing() implements Found {}

        /** Cookies, but no session. */
        record NoSession(Reason reason) implements Found {}

        /** A session, perhaps expired. */
        record Session(StoredSession session) implements Found {}
    }

    /** So many signature checks a request and token use at most: copies beyond are not looked at. */
    private static final int MAX_CANDIDATES = 8;

    private static final int MAX_USERS = 4;

    /** The claims that hold a name under which a user may have signed in (an alias keeps the name that was typed). */
    private static final List<String> NAME_CLAIMS =
            List.of("username", "cognito:username", "sub", "email", "phone_number", "preferred_username");

    /** A user whom the cookies name, and the spellings under which they may be kept. */
    private record Named(String user, List<String> spellings) {}

    private record Candidate(Named named, String spelling, int index, int copies, Held held) {}

    private final CookieName names;
    private final TokenVerifier verifier;

    SessionReader(CookieName names, TokenVerifier verifier) {
        this.names = names;
        this.verifier = verifier;
    }

    /**
     * Finds the session.
     *
     * @throws UnavailableException if the pool's keys are not known and cannot be fetched
     */
    Found read(RequestCookies cookies) {
        if (!cookies.anyStartsWith(names.prefix())) {
            return new Found.Nothing();
        }
        List<String> named = cookies.values(names.lastAuthUser());
        return newest(cookies, named.isEmpty() ? List.of(CookieName.UNKNOWN_USER) : users(named))
                .read(cookies, !named.isEmpty());
    }

    private static List<String> users(List<String> named) {
        if (named.size() == 1) {
            return named.get(0).isEmpty() ? List.of() : named;
        }
        return named.stream()
                .filter(user -> !user.isEmpty())
                .distinct()
                .limit(MAX_USERS)
                .toList();
    }

    private Choice newest(RequestCookies cookies, List<String> users) {
        Choice choice = new Choice();
        for (String user : users) {
            Named named = new Named(user, CookieName.spellings(user));
            for (String spelling : named.spellings) {
                List<String> copies = cookies.values(names.prefix() + spelling + ".accessToken");
                for (int i = 0; i < copies.size() && choice.tried < MAX_CANDIDATES; i++) {
                    choice.offer(named, spelling, i, copies);
                }
            }
        }
        return choice;
    }

    /** The best access token so far. */
    private final class Choice {

        private int tried;
        private @Nullable Candidate best;
        private Reason refusal = Reason.NO_ACCESS_TOKEN;

        void offer(Named named, String spelling, int index, List<String> copies) {
            String jwt = copies.get(index);
            if (copies.indexOf(jwt) < index) {
                return;
            }
            tried++;
            Verification outcome = verifier.verify(jwt, TokenUse.ACCESS);
            if (outcome instanceof Refused refused) {
                refusal = refused.reason();
                return;
            }
            Held held = new Held(jwt, claims(outcome));
            if (best == null
                    || held.claims().expiresAt().isAfter(best.held.claims().expiresAt())) {
                best = new Candidate(named, spelling, index, copies.size(), held);
            }
        }

        Found read(RequestCookies cookies, boolean named) {
            Candidate chosen = best;
            if (chosen == null) {
                return new Found.NoSession(refusal);
            }
            IdTokens ids = idTokens(cookies, chosen);
            Held id = ids.own;
            if (id == null && ids.foreign) {
                return new Found.NoSession(Reason.USER_MISMATCH);
            }
            String user = chosen.named.user;
            if (named && !isNameOf(user, chosen.held.claims()) && (id == null || !isNameOf(user, id.claims()))) {
                return new Found.NoSession(Reason.USER_MISMATCH);
            }
            return new Found.Session(session(cookies, chosen, id));
        }
    }

    private record IdTokens(@Nullable Held own, boolean foreign) {}

    private IdTokens idTokens(RequestCookies cookies, Candidate chosen) {
        String subject = chosen.held.claims().subject();
        Held own = null;
        boolean foreign = false;
        List<String> copies = field(cookies, chosen, "idToken");
        for (int i = 0; i < copies.size() && i < MAX_CANDIDATES; i++) {
            Verification outcome = verifier.verify(copies.get(i), TokenUse.ID);
            if (outcome instanceof Refused) {
                continue;
            }
            Held held = new Held(copies.get(i), claims(outcome));
            if (!held.claims().subject().equals(subject)) {
                foreign = true;
            } else if (own == null
                    || held.claims().expiresAt().isAfter(own.claims().expiresAt())) {
                own = held;
            }
        }
        return new IdTokens(own, foreign);
    }

    private StoredSession session(RequestCookies cookies, Candidate chosen, @Nullable Held id) {
        return new StoredSession(
                chosen.named.user,
                chosen.held,
                id,
                refreshToken(cookies, chosen),
                first(cookies, chosen, "signInDetails"),
                first(cookies, chosen, "deviceKey"));
    }

    /** Nothing tells whose a refresh token is: so take the copy that stands where the access token's copy stands. */
    private @Nullable String refreshToken(RequestCookies cookies, Candidate chosen) {
        List<String> beside = cookies.values(names.prefix() + chosen.spelling + ".refreshToken");
        beside.removeIf(String::isEmpty);
        return beside.size() == chosen.copies ? beside.get(chosen.index) : first(cookies, chosen, "refreshToken");
    }

    private @Nullable String first(RequestCookies cookies, Candidate chosen, String field) {
        for (String value : field(cookies, chosen, field)) {
            if (!value.isEmpty()) {
                return value;
            }
        }
        return null;
    }

    /** All values of a user's field, those under the spelling of the chosen access token first. */
    private List<String> field(RequestCookies cookies, Candidate chosen, String field) {
        List<String> values = cookies.values(names.prefix() + chosen.spelling + "." + field);
        for (String spelling : chosen.named.spellings) {
            if (!spelling.equals(chosen.spelling)) {
                values.addAll(cookies.values(names.prefix() + spelling + "." + field));
            }
        }
        return values;
    }

    private static boolean isNameOf(String user, Claims claims) {
        for (String name : NAME_CLAIMS) {
            if (claims.values().get(name) instanceof String text && user.equalsIgnoreCase(text)) {
                return true;
            }
        }
        return false;
    }

    private static Claims claims(Verification outcome) {
        return outcome instanceof Verified verified ? verified.claims() : ((Expired) outcome).claims();
    }
}
