/**
 * Bytes on the wire ↔ names and values.
 *
 * <p>In reading order: {@link org.amplifyjakarta.cookie.CookieStorage} is what a session is kept in;
 * {@link org.amplifyjakarta.cookie.RequestCookies} reads the {@code Cookie} header leniently,
 * {@link org.amplifyjakarta.cookie.SetCookie} writes strictly; {@link org.amplifyjakarta.cookie.CookieName} and
 * {@link org.amplifyjakarta.cookie.PercentCoding} know how Amplify JS spells names and values.
 *
 * <p>Messages: {@code AMP-15xx}.
 */
@NullMarked
package org.amplifyjakarta.cookie;

import org.jspecify.annotations.NullMarked;
