/** Failures as clients hear them: RFC 9457 problem documents, or the way to the sign-in page. */
@NullMarked
package org.amplifyjakarta.jaxrs.problem;

import org.jspecify.annotations.NullMarked;
