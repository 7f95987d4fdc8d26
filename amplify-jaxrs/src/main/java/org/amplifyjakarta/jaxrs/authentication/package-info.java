/** Who the user of a Jakarta REST request is, and the cookies that tell. */
@NullMarked
package org.amplifyjakarta.jaxrs.authentication;

import org.jspecify.annotations.NullMarked;
