/** The Posts application, as a user of the library would write it. */
@NullMarked
package org.amplifyjakarta.it.sample;

import org.jspecify.annotations.NullMarked;
