/** Calls of an application's REST APIs by MicroProfile REST Client, or by a plain Jakarta REST client. */
@NullMarked
package org.amplifyjakarta.jaxrs.client;

import org.jspecify.annotations.NullMarked;
