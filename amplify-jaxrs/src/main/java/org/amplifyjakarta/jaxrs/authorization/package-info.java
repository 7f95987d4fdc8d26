/** What a Jakarta REST resource wants of its user: annotations, path patterns, and the origin of the request. */
@NullMarked
package org.amplifyjakarta.jaxrs.authorization;

import org.jspecify.annotations.NullMarked;
