/** Who may pass: on real servers, with resources made for the purpose. */
@NullMarked
package org.amplifyjakarta.it.guard;

import org.jspecify.annotations.NullMarked;
