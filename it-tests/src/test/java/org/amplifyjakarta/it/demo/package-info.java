/** The demo that a newcomer starts: the sample on a server, with the local AWS beside it. */
@NullMarked
package org.amplifyjakarta.it.demo;

import org.jspecify.annotations.NullMarked;
