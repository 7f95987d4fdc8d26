/** Jakarta REST on top of the session. */
@NullMarked
package org.amplifyjakarta.jaxrs;

import org.jspecify.annotations.NullMarked;
