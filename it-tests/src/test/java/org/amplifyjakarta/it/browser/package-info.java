/** A real Amplify JS in a real browser. */
@NullMarked
package org.amplifyjakarta.it.browser;

import org.jspecify.annotations.NullMarked;
