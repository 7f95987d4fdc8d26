/** The REST category on the server: calls of an application's own HTTP APIs, signed for whoever makes the request. */
@NullMarked
package org.amplifyjakarta.rest;

import org.jspecify.annotations.NullMarked;
