/** Signing in and up, against the local AWS. */
@NullMarked
package org.amplifyjakarta.it.authentication;

import org.jspecify.annotations.NullMarked;
