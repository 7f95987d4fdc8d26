/** Resources with every combination of annotations. */
@NullMarked
package org.amplifyjakarta.it.guard.resources;

import org.jspecify.annotations.NullMarked;
