/** An application whose servlets are constrained by the container. */
@NullMarked
package org.amplifyjakarta.it.guard.mechanism;

import org.jspecify.annotations.NullMarked;
