/**
 * Cookies → verified tokens.
 *
 * <p>In reading order: a {@link org.amplifyjakarta.token.TokenProvider} answers the tokens of a session.
 * {@code SessionReader} finds them among the cookies,
 * {@link org.amplifyjakarta.token.TokenVerifier} decides over each ({@link org.amplifyjakarta.token.Verification} is
 * its answer, {@link org.amplifyjakarta.token.Reason} why not), and
 * {@link org.amplifyjakarta.token.TokenRefresher} trades an expired set for a new one, once.
 * {@link org.amplifyjakarta.token.UserPool} holds these for one pool and app client.
 *
 * <p>Trust is in the types: an {@link org.amplifyjakarta.token.AccessToken} and an
 * {@link org.amplifyjakarta.token.IdToken} exist only verified; before that there is text, which has no subject.
 *
 * <p>Messages: {@code AMP-20xx}.
 */
@NullMarked
package org.amplifyjakarta.token;

import org.jspecify.annotations.NullMarked;
