/** The place of the Faces components; there are none yet. */
@NullMarked
package org.amplifyjakarta.faces;

import org.jspecify.annotations.NullMarked;
