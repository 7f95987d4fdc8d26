package org.amplifyjakarta.http;

import org.amplifyjakarta.cookie.CookieStorage;

/**
 * A request and the cookies of it and of its answer.
 *
 * <p>Bound to one request.
 */
public record Exchange(AmplifyRequest request, CookieStorage cookies) {}
