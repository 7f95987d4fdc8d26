package org.amplifyjakarta.token;

import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.cookie.CookieStorage;
import org.amplifyjakarta.token.StoredSession.Held;
import org.amplifyjakarta.token.Verification.Verified;
import org.jspecify.annotations.Nullable;

/**
 * Begins and ends sessions on the server. Nothing is kept that did not verify, and nothing of another session that the
 * request brought stays beside it.
 *
 * <p>Safe for concurrent use.
 */
final class SessionStart {

    private final TokenVerifier verifier;
    private final SessionReader reader;
    private final SessionWriter writer;
    private final RevokedSessions revoked;

    SessionStart(TokenVerifier verifier, SessionReader reader, SessionWriter writer, RevokedSessions revoked) {
        this.verifier = verifier;
        this.reader = reader;
        this.writer = writer;
        this.revoked = revoked;
    }

    /** @throws AmplifyException for tokens that are not to be kept */
    String begin(IssuedTokens issued, String nonce, CookieStorage cookies) {
        StoredSession session = verified(issued, null);
        Held id = session.idToken();
        if (id != null && (!isOfSameUser(id, session.accessToken()) || !answers(id, nonce))) {
            throw TokenMessages.otherSignIn();
        }
        writer.begin(session, cookies);
        return session.accessToken().claims().subject();
    }

    /**
     * Begins one for a password, which asks for no nonce and always gives an id token.
     *
     * @param old one that may have begun in this very request; null for none
     * @throws AmplifyException for tokens that are not to be kept
     */
    StoredSession begin(
            IssuedTokens issued, SignInDetails details, @Nullable StoredSession old, CookieStorage cookies) {
        StoredSession session = verified(issued, details.text());
        Held id = session.idToken();
        if (id == null || !isOfSameUser(id, session.accessToken())) {
            throw TokenMessages.notIssuedForUs();
        }
        writer.beginAsBrowser(session, old, cookies);
        return session;
    }

    private StoredSession verified(IssuedTokens issued, @Nullable String details) {
        Held access = held(issued.accessToken(), TokenUse.ACCESS);
        Held id = held(issued.idToken(), TokenUse.ID);
        if (access == null || issued.idToken() != null && id == null) {
            throw TokenMessages.notIssuedForUs();
        }
        String user = access.claims().text("username").orElseThrow(TokenMessages::notIssuedForUs);
        Secret refresh = issued.refreshToken();
        return new StoredSession(user, access, id, refresh == null ? null : refresh.reveal(), details, null);
    }

    /** Removes every cookie of a session that the request brought, whoever's, and returns what there was of one that verified. */
    @Nullable EndedSession end(CookieStorage cookies) {
        return end(session(cookies), cookies);
    }

    /** Does so where the session is known already. */
    @Nullable EndedSession end(@Nullable StoredSession session, CookieStorage cookies) {
        writer.end(session, cookies);
        if (session == null) {
            return null;
        }
        Claims claims = session.accessToken().claims();
        revoked.add(claims);
        String refresh = session.refreshToken();
        return new EndedSession(claims.subject(), refresh == null ? null : Secret.of(refresh));
    }

    /** Without keys nothing verifies, and without its store nothing is read; the browser is signed out all the same. */
    private @Nullable StoredSession session(CookieStorage cookies) {
        try {
            return reader.read(cookies.getAll()) instanceof SessionReader.Found.Session found ? found.session() : null;
        } catch (UnavailableException e) {
            return null;
        }
    }

    private static boolean isOfSameUser(Held id, Held access) {
        return id.claims().subject().equals(access.claims().subject());
    }

    /** Tells whether it is the answer to this very request. */
    private static boolean answers(Held id, String nonce) {
        return id.claims()
                .text("nonce")
                .filter(sent -> Secret.of(sent).equals(Secret.of(nonce)))
                .isPresent();
    }

    private @Nullable Held held(@Nullable Secret jwt, TokenUse use) {
        return jwt != null && verifier.verify(jwt.reveal(), use) instanceof Verified verified
                ? new Held(jwt.reveal(), verified.claims())
                : null;
    }
}
