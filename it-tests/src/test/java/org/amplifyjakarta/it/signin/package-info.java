/** Sign-in routes against an authorization server that nobody here wrote. */
@NullMarked
package org.amplifyjakarta.it.signin;

import org.jspecify.annotations.NullMarked;
