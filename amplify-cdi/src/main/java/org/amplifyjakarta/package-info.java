/** The root: what every package may use. */
@NullMarked
package org.amplifyjakarta;

import org.jspecify.annotations.NullMarked;
