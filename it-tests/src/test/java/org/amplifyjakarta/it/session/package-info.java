/** Sessions on real servers. */
@NullMarked
package org.amplifyjakarta.it.session;

import org.jspecify.annotations.NullMarked;
