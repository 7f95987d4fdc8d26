/** Pages of Jakarta Faces, as people see them. */
@NullMarked
package org.amplifyjakarta.it.faces;

import org.jspecify.annotations.NullMarked;
