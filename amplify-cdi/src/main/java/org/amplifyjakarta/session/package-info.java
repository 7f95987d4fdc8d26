/**
 * Who is signed in.
 *
 * <p>In reading order: an application injects {@link org.amplifyjakarta.session.AmplifyAuth}. Behind it stands the
 * current {@link org.amplifyjakarta.session.AmplifyContext}: the request's, or one that
 * {@link org.amplifyjakarta.session.AmplifyServerRunner} runs code with. An
 * {@link org.amplifyjakarta.session.AmplifyConfigResolver} picks the configuration where there are several.
 *
 * <p>Messages: {@code AMP-25xx}.
 */
@NullMarked
package org.amplifyjakarta.session;

import org.jspecify.annotations.NullMarked;
