/**
 * Who is signed in, as pages see it: {@code #{amplifyUser}} and {@code #{amplifySession}}, parts that only some see, links to
 * sign-in and sign-out.
 */
@NullMarked
package org.amplifyjakarta.faces.user;

import org.jspecify.annotations.NullMarked;
