/** An application of servlets and a page of Jakarta Faces. */
@NullMarked
package org.amplifyjakarta.it.guard.pages;

import org.jspecify.annotations.NullMarked;
