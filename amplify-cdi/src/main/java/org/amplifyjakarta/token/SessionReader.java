package org.amplifyjakarta.token;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    private record Candidate(String user, String spelling, int index, int copies, Held held) {}

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
        List<String> users = named.isEmpty()
                ? List.of(CookieName.UNKNOWN_USER)
                : named.stream()
                        .filter(user -> !user.isEmpty())
                        .distinct()
                        .limit(MAX_USERS)
                        .toList();
        return newest(cookies, users).read(cookies, !named.isEmpty());
    }

    private Choice newest(RequestCookies cookies, List<String> users) {
        Choice choice = new Choice();
        for (String user : users) {
            for (String spelling : CookieName.spellings(user)) {
                List<String> copies = cookies.values(names.prefix() + spelling + ".accessToken");
                for (int i = 0; i < copies.size() && choice.tried < MAX_CANDIDATES; i++) {
                    choice.offer(user, spelling, i, copies);
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

        void offer(String user, String spelling, int index, List<String> copies) {
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
                best = new Candidate(user, spelling, index, copies.size(), held);
            }
        }

        Found read(RequestCookies cookies, boolean named) {
            Candidate chosen = best;
            if (chosen == null) {
                return new Found.NoSession(refusal);
            }
            IdTokens ids = idTokens(cookies, chosen);
            if (ids.own.isEmpty() && ids.foreign) {
                return new Found.NoSession(Reason.USER_MISMATCH);
            }
            Held id = ids.own.orElse(null);
            if (named && !isNameOf(chosen.user, chosen.held.claims(), id == null ? null : id.claims())) {
                return new Found.NoSession(Reason.USER_MISMATCH);
            }
            return new Found.Session(session(cookies, chosen, id));
        }
    }

    private record IdTokens(Optional<Held> own, boolean foreign) {}

    private IdTokens idTokens(RequestCookies cookies, Candidate chosen) {
        List<Held> held = field(cookies, chosen, "idToken")
                .distinct()
                .limit(MAX_CANDIDATES)
                .flatMap(this::verifiedId)
                .toList();
        String subject = chosen.held.claims().subject();
        Optional<Held> own = held.stream()
                .filter(id -> id.claims().subject().equals(subject))
                .max(Comparator.comparing(id -> id.claims().expiresAt()));
        return new IdTokens(own, !held.isEmpty());
    }

    private Stream<Held> verifiedId(String jwt) {
        Verification outcome = verifier.verify(jwt, TokenUse.ID);
        return outcome instanceof Refused ? Stream.empty() : Stream.of(new Held(jwt, claims(outcome)));
    }

    private StoredSession session(RequestCookies cookies, Candidate chosen, @Nullable Held id) {
        return new StoredSession(
                chosen.user,
                chosen.held,
                id,
                refreshToken(cookies, chosen),
                field(cookies, chosen, "signInDetails").findFirst().orElse(null),
                field(cookies, chosen, "deviceKey").findFirst().orElse(null));
    }

    /** Nothing tells whose a refresh token is: so take the copy that stands where the access token's copy stands. */
    private @Nullable String refreshToken(RequestCookies cookies, Candidate chosen) {
        List<String> beside = cookies.values(names.prefix() + chosen.spelling + ".refreshToken").stream()
                .filter(token -> !token.isEmpty())
                .toList();
        if (beside.size() == chosen.copies) {
            return beside.get(chosen.index);
        }
        return field(cookies, chosen, "refreshToken")
                .filter(token -> !token.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** All values of a user's field, those under the spelling of the chosen access token first. */
    private Stream<String> field(RequestCookies cookies, Candidate chosen, String field) {
        List<String> values = new ArrayList<>(cookies.values(names.prefix() + chosen.spelling + "." + field));
        for (String spelling : CookieName.spellings(chosen.user)) {
            if (!spelling.equals(chosen.spelling)) {
                values.addAll(cookies.values(names.prefix() + spelling + "." + field));
            }
        }
        return values.stream();
    }

    private static boolean isNameOf(String user, Claims access, @Nullable Claims id) {
        Set<Claims> both = id == null ? Set.of(access) : Set.of(access, id);
        return both.stream()
                .flatMap(claims -> NAME_CLAIMS.stream().flatMap(name -> claims.text(name).stream()))
                .anyMatch(user::equalsIgnoreCase);
    }

    private static Claims claims(Verification outcome) {
        return outcome instanceof Verified verified ? verified.claims() : ((Expired) outcome).claims();
    }
}
