/** Calls of REST APIs. */
@NullMarked
package org.amplifyjakarta.it.rest;

import org.jspecify.annotations.NullMarked;
